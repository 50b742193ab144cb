import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PeriodGradeRecord } from '../../../electron/contract/ratings.ts';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { codesOf, gradeWords } from '../../components/words.ts';

const grades = codesOf(gradeWords);

type Props = { record: PeriodGradeRecord; period: string; label: string; onClose: () => void };

/** What the superior committee decided for a cell's quarter or year. */
export function DecideDialog({ record, period, label, onClose }: Props) {
  const { cell_id, proposed } = record;
  const [decided, setDecided] = useState(record.decided ?? proposed.grade);
  const [decided_on, setDecidedOn] = useState(record.decided_on);
  const [document, setDocument] = useState(record.document);
  const [note, setNote] = useState(record.note);
  const save = useChange(() => client.ratings.decide({ cell_id, period, decided, decided_on, document, note }));
  return (
    <Dialog
      title={`Xếp loại ${label}: ${record.cell}`}
      opened
      onClose={onClose}
      action="Ghi xếp loại"
      busy={save.isPending}
      error={save.error}
      onAction={() => save.mutate(undefined, { onSuccess: onClose })}
    >
      <p>
        Quy tắc của mẫu chấm: {proposed.grade === null ? '' : `${gradeWords[proposed.grade]}, `}
        {proposed.why}.
      </p>
      <NativeSelect
        label="Xếp loại quyết định"
        data-autofocus
        value={decided ?? ''}
        data={[
          { value: '', label: 'Chưa quyết định' },
          ...grades.map((value) => ({ value, label: gradeWords[value] })),
        ]}
        onChange={({ currentTarget: { value } }) => setDecided(grades.find((grade) => grade === value) ?? null)}
      />
      <div className="form-row">
        <DateField label="Ngày quyết định" value={decided_on} onChange={setDecidedOn} />
        <TextInput
          label="Văn bản"
          value={document ?? ''}
          onChange={(event) => setDocument(event.currentTarget.value || null)}
        />
      </div>
      <Textarea label="Ghi chú" value={note ?? ''} onChange={(event) => setNote(event.currentTarget.value || null)} />
    </Dialog>
  );
}
