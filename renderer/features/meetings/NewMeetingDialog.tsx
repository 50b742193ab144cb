import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { MeetingForm } from '../../../electron/contract/meetings.ts';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { periodLabel, periodsOfYear } from '../../app/period.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { OrganisationPicker } from '../../components/OrganisationPicker.tsx';
import { codesOf, meetingKindWords } from '../../components/words.ts';

type Kind = MeetingForm['kind'];
const kinds = codesOf(meetingKindWords);

/** A new meeting: of which cell, for which month, of which kind. Then its page opens. */
export function NewMeetingDialog({
  cell,
  month,
  onClose,
  onNotHeld,
}: {
  cell: string | null;
  month: string;
  onClose: () => void;
  /** The cell does not meet in the month: that is recorded instead (R4). */
  onNotHeld: (cellId: string, period: string) => void;
}) {
  const [, navigate] = useLocation();
  const [cellId, setCellId] = useState(cell);
  const [period, setPeriod] = useState(month);
  const [kind, setKind] = useState<Kind>('regular');
  const create = useChange((id: string) => client.meetings.create({ cell_id: id, period, kind }));
  return (
    <Dialog
      title="Ghi buổi sinh hoạt mới"
      opened
      onClose={onClose}
      action="Ghi và mở"
      disabled={cellId === null}
      busy={create.isPending}
      error={create.error}
      {...(cellId && { other: { label: 'Tháng này không họp…', onAct: () => onNotHeld(cellId, period) } })}
      onAction={() => {
        if (cellId) create.mutate(cellId, { onSuccess: ({ id }) => navigate(`/meetings/${id}`) });
      }}
    >
      <OrganisationPicker
        label="Chi bộ"
        value={cellId}
        onChange={setCellId}
        none="Chọn chi bộ"
        cellsOnly
        required
        autoFocus={cell === null}
      />
      <div className="form-row">
        <NativeSelect
          label="Kỳ"
          data={periodsOfYear(Number(month.slice(0, 4))).month.map((value) => ({ value, label: periodLabel(value) }))}
          value={period}
          onChange={(event) => setPeriod(event.currentTarget.value)}
        />
        <NativeSelect
          label="Loại buổi"
          data={kinds.map((value) => ({ value, label: meetingKindWords[value] }))}
          value={kind}
          onChange={(event) => setKind(kinds.find((code) => code === event.currentTarget.value) ?? 'regular')}
        />
      </div>
    </Dialog>
  );
}
