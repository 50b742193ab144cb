import { Button } from '@mantine/core';
import { useState } from 'react';
import { FreezeDialog, type FrozenQuestion } from './FreezeDialog.tsx';

type Props = {
  question: FrozenQuestion;
  /** What is typed goes into the office file first; false where that was refused. */
  onBefore?: () => Promise<boolean>;
};

/** "Chốt số liệu": what goes out stays as it was (handbook R40). */
export function FreezeButton({ question, onBefore }: Props) {
  const [asking, setAsking] = useState(false);
  const ask = async () => {
    if (!onBefore || (await onBefore())) setAsking(true);
  };
  return (
    <>
      <Button variant="default" onClick={() => void ask()}>
        Chốt số liệu
      </Button>
      {asking && <FreezeDialog question={question} earlier={null} onClose={() => setAsking(false)} />}
    </>
  );
}
