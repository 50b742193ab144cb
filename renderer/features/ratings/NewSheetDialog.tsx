import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { SheetRecord } from '../../../electron/contract/ratings.ts';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { Dialog } from '../../components/Dialog.tsx';

type Props = { copyOf: Pick<SheetRecord, 'id' | 'code' | 'name'> | null; onClose: () => void };

/** A sheet with no criteria yet, or one that begins as another. */
export function NewSheetDialog({ copyOf, onClose }: Props) {
  const [, navigate] = useLocation();
  const [code, setCode] = useState(copyOf ? `${copyOf.code}-2` : '');
  const [name, setName] = useState(copyOf ? `${copyOf.name} (bản sao)` : '');
  const create = useChange(() => client.ratings.createSheet({ code, name, copy_of: copyOf?.id ?? null }));
  return (
    <Dialog
      title={copyOf ? 'Sao mẫu chấm điểm' : 'Thêm mẫu chấm điểm trống'}
      opened
      onClose={onClose}
      action="Thêm mẫu"
      busy={create.isPending}
      disabled={code.trim() === '' || name.trim() === ''}
      error={create.error}
      onAction={() => create.mutate(undefined, { onSuccess: ({ id }) => navigate(`/scoring/sheet/${id}`) })}
    >
      <TextInput
        label="Tên mẫu"
        data-autofocus
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Mã mẫu"
        description="Ngắn, không đổi về sau, ví dụ: quang-thanh-2026"
        required
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </Dialog>
  );
}
