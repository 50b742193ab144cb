import { Button } from '@mantine/core';
import { useState } from 'react';
import { FreezeDialog, type FrozenQuestion } from './FreezeDialog.tsx';

/** "Chốt số liệu": what goes out stays as it was (handbook R40). */
export function FreezeButton({ question }: { question: FrozenQuestion }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Chốt số liệu
      </Button>
      {asking && <FreezeDialog question={question} earlier={null} onClose={() => setAsking(false)} />}
    </>
  );
}
