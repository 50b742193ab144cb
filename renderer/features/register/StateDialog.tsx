import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RegisterRow } from '../../../electron/contract/register.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { localToday } from '../../components/date-input.ts';
import { FormFlow } from '../../components/FormFlow.tsx';
import { documentStateWords } from '../../components/words.ts';

/** Moves a document on: the usual next step is chosen, Enter takes it. */
export function StateDialog({ row, onClose }: { row: RegisterRow; onClose: () => void }) {
  const offerUndo = useOfferUndo();
  const [state, setState] = useState(row.next_states[0] ?? row.state);
  const [on, setOn] = useState<string | null>(localToday());
  const [receiver, setReceiver] = useState(row.receiver ?? '');
  const move = useChange(() =>
    client.register.setState({
      id: row.id,
      state,
      ...(on === null ? {} : { on }),
      ...(state === 'sent' ? { receiver } : {}),
    }),
  );
  return (
    <Dialog
      title={`Chuyển trạng thái: ${row.symbol ?? row.subject}`}
      opened
      onClose={onClose}
      action="Ghi"
      busy={move.isPending}
      error={move.error}
      onAction={() =>
        move.mutate(undefined, {
          onSuccess: () => {
            onClose();
            void offerUndo(`${row.symbol ?? row.subject}: ${documentStateWords[state].toLocaleLowerCase('vi')}`);
          },
        })
      }
    >
      <FormFlow>
        <NativeSelect
          label={`Đang là: ${documentStateWords[row.state]}. Chuyển thành`}
          data={row.next_states.map((value) => ({ value, label: documentStateWords[value] }))}
          value={state}
          onChange={({ currentTarget: { value } }) => setState(row.next_states.find((one) => one === value) ?? state)}
        />
        {(state === 'sent' || state === 'returned') && (
          <DateField label={state === 'sent' ? 'Ngày gửi' : 'Ngày trả lại'} value={on} onChange={setOn} required />
        )}
        {state === 'sent' && (
          <TextInput
            label="Gửi đến"
            value={receiver}
            autoComplete="off"
            onChange={(event) => setReceiver(event.currentTarget.value)}
          />
        )}
      </FormFlow>
    </Dialog>
  );
}
