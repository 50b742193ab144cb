import { Button } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';

type Props = {
  files: readonly string[];
  /** The audited transaction that wrote it. */
  transaction: number;
  /** Who imported it. */
  actor: string;
  onUndone?: () => void;
};

/** Takes back an import as a whole, the last or an earlier one, after asking; a later change built on it is in the way. */
export function UndoImport({ files, transaction, actor, onUndone }: Props) {
  const [asking, setAsking] = useState(false);
  const undo = useChange(() => client.office.undo({ transaction, of: actor }));
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Hoàn tác lần nhập này: ${files.join(', ')}`}
        onClick={() => setAsking(true)}
      >
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
        <p>
          Những gì {actor} ghi vào sổ trong lần nhập này sẽ được lấy ra: {files.join(', ')}. Các lần nhập khác giữ
          nguyên.
        </p>
      </Dialog>
    </>
  );
}
