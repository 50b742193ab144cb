import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DocumentAbout } from '../../../electron/contract/documents.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { IssueDialog } from './IssueDialog.tsx';

type Props = {
  question: { code: string; about: DocumentAbout };
  /** What is typed goes into the office file first; false where that was refused. */
  onBeforeIssue: () => Promise<boolean>;
};

/** The door of a document into the register. */
export function IssueButton({ question, onBeforeIssue }: Props) {
  const offerUndo = useOfferUndo();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => void onBeforeIssue().then(setOpen)}>Ban hành</Button>
      {open && (
        <IssueDialog
          question={question}
          onClose={() => setOpen(false)}
          onIssued={({ symbol, subject }) => void offerUndo(`Đã ghi vào sổ văn bản: ${symbol ?? subject}`)}
        />
      )}
    </>
  );
}
