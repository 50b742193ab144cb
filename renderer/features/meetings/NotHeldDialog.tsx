import { Autocomplete, Radio } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { periodLabel } from '../../app/period.ts';
import { Dialog } from '../../components/Dialog.tsx';

const usualReasons = [
  'Thiên tai, mưa lũ',
  'Dịch bệnh',
  'Không đủ số đảng viên dự',
  'Trùng thời gian đại hội',
  'Đảng viên đi làm ăn xa',
];

type Props = { cellId: string; cell: string; period: string; onClose: () => void };

/** A month without a meeting is a record with a reason (handbook R4). */
export function NotHeldDialog({ cellId, cell, period, onClose }: Props) {
  const offerUndo = useOfferUndo();
  const [state, setState] = useState<'not_held' | 'postponed'>('not_held');
  const [reason, setReason] = useState('');
  const change = useChange(() => client.meetings.notHeld({ cell_id: cellId, period, state, reason: reason.trim() }));
  const label = periodLabel(period).toLocaleLowerCase('vi');
  return (
    <Dialog
      title="Tháng này không họp"
      opened
      onClose={onClose}
      action="Ghi vào sổ"
      disabled={reason.trim() === ''}
      busy={change.isPending}
      error={change.error}
      onAction={() =>
        change.mutate(undefined, {
          onSuccess: () => {
            onClose();
            void offerUndo(`Đã ghi ${cell}: ${state === 'postponed' ? 'hoãn họp' : 'không họp'} ${label}`);
          },
        })
      }
    >
      <p>
        {cell}, {label}
      </p>
      <Radio.Group
        label="Ghi là"
        value={state}
        onChange={(value) => setState(value === 'postponed' ? 'postponed' : 'not_held')}
      >
        <Radio size="xs" value="not_held" label="Không họp" />
        <Radio size="xs" value="postponed" label="Hoãn, sẽ họp sau" />
      </Radio.Group>
      <Autocomplete
        label="Lý do"
        required
        data-autofocus
        value={reason}
        data={usualReasons}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        onChange={setReason}
      />
    </Dialog>
  );
}
