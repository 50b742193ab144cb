import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PlanEntry, PlanRow } from '../../../electron/contract/themes.ts';
import { useChange } from '../../app/data.ts';
import { client } from '../../app/link.ts';
import { formatDate, formatMonth } from '../../components/format.ts';
import { Pane } from '../../components/Pane.tsx';
import { ErrorState } from '../../components/states.tsx';
import { meetingKindWords } from '../../components/words.ts';
import { quarterNames } from './plan-sheet.ts';

type Props = { year: number; row: PlanRow; quarter: number; entries: readonly PlanEntry[]; onClose: () => void };

/** The themes of one cell and quarter: who presents each, when, and the meetings that held it. */
export function EntryPane({ year, row, quarter, entries, onClose }: Props) {
  return (
    <Pane title={row.cell} under={`Quý ${quarterNames[quarter - 1]}/${year}`} onClose={onClose}>
      {entries.map((entry) => (
        <EntryFields key={entry.id} year={year} cellId={row.cell_id} quarter={quarter} entry={entry} />
      ))}
    </Pane>
  );
}

type FieldsProps = { year: number; cellId: string; quarter: number; entry: PlanEntry };

function EntryFields({ year, cellId, quarter, entry }: FieldsProps) {
  const [preparer, setPreparer] = useState(entry.preparer ?? '');
  const [month, setMonth] = useState(entry.planned_month ?? '');
  const [note, setNote] = useState(entry.note ?? '');
  const change = useChange(() =>
    client.themes.savePlan({
      year,
      removed: [],
      entries: [
        {
          id: entry.id,
          cell_id: cellId,
          quarter,
          theme_id: entry.theme_id,
          title: entry.title,
          preparer: preparer.trim() || null,
          preparer_id: preparer.trim() === entry.preparer ? entry.preparer_id : null,
          planned_month: month || null,
          note: note.trim() || null,
        },
      ],
    }),
  );
  const isChanged =
    preparer !== (entry.preparer ?? '') || month !== (entry.planned_month ?? '') || note !== (entry.note ?? '');
  const months = [2, 1, 0].map((back) => `${year}-${String(quarter * 3 - back).padStart(2, '0')}`);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) change.mutate(undefined);
      }}
    >
      <h3>{entry.title}</h3>
      {entry.required_by && <p className="small caution">Bắt buộc theo {entry.required_by}</p>}
      <TextInput
        label="Người chuẩn bị, trình bày"
        value={preparer}
        onChange={(event) => setPreparer(event.currentTarget.value)}
      />
      <NativeSelect
        label="Dự kiến"
        data={[
          { value: '', label: 'Trong quý' },
          ...months.map((value) => ({ value, label: `Tháng ${formatMonth(value)}` })),
        ]}
        value={month}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
      <TextInput label="Ghi chú" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {change.isError && <ErrorState error={change.error} />}
      <div>
        <Button type="submit" variant="default" disabled={!isChanged} loading={change.isPending}>
          Ghi người trình bày
        </Button>
      </div>
      {entry.meetings.length === 0 ? (
        <p className="quiet small">Chưa có buổi sinh hoạt nào về chuyên đề này.</p>
      ) : (
        <ul className="plain-list">
          {entry.meetings.map(({ id, date, kind }) => (
            <li key={id}>
              <Link href={`/meetings/${id}`}>{formatDate(date)}</Link>{' '}
              <span className="quiet small">{meetingKindWords[kind]}</span>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
