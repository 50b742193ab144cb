import { useState } from 'react';
import { RightButton } from '../../components/RightButton.tsx';
import { IssueDialog } from './IssueDialog.tsx';
import type { IssueQuestion } from './use-issue.ts';

type Props = {
  question: IssueQuestion;
  /** What is typed goes into the office file first; false where that was refused. */
  onBeforeIssue?: () => Promise<boolean>;
  variant?: 'default' | 'filled';
};

/** The door of a document or a table into the register: what is issued stays as it was (handbook R40). */
export function IssueButton({ question, onBeforeIssue, variant = 'filled' }: Props) {
  const [open, setOpen] = useState(false);
  const ask = async () => setOpen(onBeforeIssue ? await onBeforeIssue() : true);
  return (
    <>
      <RightButton needs="register.issue" variant={variant} onClick={() => void ask()}>
        Ban hành
      </RightButton>
      {open && <IssueDialog question={question} onClose={() => setOpen(false)} />}
    </>
  );
}
