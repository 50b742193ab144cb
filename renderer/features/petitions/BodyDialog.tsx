import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { HandlingBody } from '../../../electron/contract/petitions.ts';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FormFlow } from '../../components/FormFlow.tsx';
import { Picker } from '../../components/Picker.tsx';
import { authorityWords, codesOf } from '../../components/words.ts';

const authorities = codesOf(authorityWords);

/** One body of the catalogue; closing it is giving it a last day and a successor. */
export function BodyDialog({
  body,
  others,
  onClose,
}: {
  body: HandlingBody | null;
  others: readonly HandlingBody[];
  onClose: () => void;
}) {
  const [draft, setDraft] = useState({
    name: body?.name ?? '',
    authority: body?.authority ?? null,
    successor_id: body?.successor_id ?? null,
    valid_from: body?.valid_from ?? null,
    valid_to: body?.valid_to ?? null,
  });
  const set = (change: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...change }));
  const save = useChange(() => client.petitions.saveBody({ ...(body ? { id: body.id } : {}), body: draft }));
  return (
    <Dialog
      title={body ? 'Sửa đơn vị giải quyết' : 'Thêm đơn vị giải quyết'}
      opened
      onClose={onClose}
      action="Lưu"
      disabled={draft.name.trim() === ''}
      busy={save.isPending}
      error={save.error}
      onAction={() => save.mutate(undefined, { onSuccess: onClose })}
    >
      <FormFlow>
        <TextInput
          label="Tên đơn vị"
          value={draft.name}
          required
          autoComplete="off"
          data-autofocus
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label="Cấp"
          data={[
            { value: '', label: 'Chưa rõ' },
            ...authorities.map((code) => ({ value: code, label: authorityWords[code] })),
          ]}
          value={draft.authority ?? ''}
          onChange={(event) =>
            set({ authority: authorities.find((code) => code === event.currentTarget.value) ?? null })
          }
        />
        <div className="form-row">
          <DateField label="Từ ngày" value={draft.valid_from} onChange={(valid_from) => set({ valid_from })} />
          <DateField label="Đến hết ngày" value={draft.valid_to} onChange={(valid_to) => set({ valid_to })} />
        </div>
        <Picker
          label="Đơn vị kế thừa"
          choices={others.filter(({ id }) => id !== body?.id).map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.successor_id}
          onChange={(successor_id) => set({ successor_id })}
          none="Không có"
        />
      </FormFlow>
    </Dialog>
  );
}
