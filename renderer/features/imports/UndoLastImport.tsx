import { Button } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';

type Props = { files: readonly string[]; onUndone?: () => void };

/** Takes back the last import as a whole, after asking. */
export function UndoLastImport({ files, onUndone }: Props) {
  const [asking, setAsking] = useState(false);
  const undo = useChange(() => client.imports.undoLast());
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
        Hoàn tác lần nhập này
      </Button>
      <Dialog
        title="Hoàn tác lần nhập"
        opened={asking}
        onClose={() => {
          undo.reset();
          setAsking(false);
        }}
        action="Hoàn tác"
        destructive
        busy={undo.isPending}
        error={undo.error}
        onAction={() =>
          undo.mutate(undefined, {
            onSuccess: () => {
              setAsking(false);
              onUndone?.();
            },
          })
        }
      >
        <p>Dữ liệu trở lại như trước khi nhập: {files.join(', ')}.</p>
      </Dialog>
    </>
  );
}
