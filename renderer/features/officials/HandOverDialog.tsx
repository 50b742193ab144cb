import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AssignmentRecord } from '../../../electron/contract/assignments.ts';
import { useChange } from '../../app/data.ts';
import { useOfferUndo } from '../../app/frame/Notices.tsx';
import { client } from '../../app/link.ts';
import { usePeriod } from '../../app/period-state.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Picker } from '../../components/Picker.tsx';
import { assignmentLine } from './assignment-line.ts';
import { FormDialog } from './FormDialog.tsx';
import { useOfficialChoices } from './use-lists.ts';

type Props = { assignments: readonly AssignmentRecord[]; onClose: () => void };

/** Another official takes over: from which day, why, and what is handed over with it. */
export function HandOverDialog({ assignments, onClose }: Props) {
  const { asOf } = usePeriod();
  const offerUndo = useOfferUndo();
  const first = `${asOf.slice(0, 7)}-01`;
  const [to, setTo] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(first);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const givers = new Set(assignments.map(({ official_id }) => official_id));
  const choices = useOfficialChoices().filter(({ value }) => !givers.has(value));
  const receiver = choices.find(({ value }) => value === to)?.label ?? '';
  const ids = assignments.map(({ id }) => id);
  const change = useChange((input: { official_id: string; from: string }) =>
    client.officials.handOver({ ids, ...input, reason, handover_note: note.trim() || null }),
  );
  return (
    <FormDialog
      title="Bàn giao phân công"
      action="Bàn giao"
      size={600}
      dirty={to !== null || reason !== '' || note !== '' || from !== first}
      busy={change.isPending}
      disabled={to === null || from === null || reason.trim() === ''}
      error={change.error}
      onClose={onClose}
      onAction={() => {
        if (to === null || from === null) return;
        change.mutate(
          { official_id: to, from },
          {
            onSuccess: () => {
              onClose();
              void offerUndo(`Đã bàn giao cho ${receiver}`);
            },
          },
        );
      }}
    >
      <ul className="plain-list">
        {assignments.map((assignment) => (
          <li key={assignment.id}>{assignmentLine(assignment)}</li>
        ))}
      </ul>
      <Picker
        label="Bàn giao cho"
        none="Chọn cán bộ"
        choices={choices}
        value={to}
        onChange={setTo}
        required
        autoFocus
      />
      <div className="form-row">
        <DateField className="form-middle" label="Nhận từ ngày" value={from} onChange={setFrom} required />
        <TextInput label="Lý do" required value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </div>
      <Textarea
        label="Nội dung bàn giao"
        placeholder="việc đang theo dõi, kiến nghị chưa trả lời, báo cáo còn nợ"
        autosize
        minRows={2}
        maxRows={6}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
