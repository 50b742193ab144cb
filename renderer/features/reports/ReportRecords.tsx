import { useCallback, useMemo } from 'react';
import type { ReportRecords as Records } from '../../../electron/contract/reports.ts';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/DataTable.tsx';
import { formatDate, formatFigure, formatText } from '../../components/format.ts';
import { EmptyState } from '../../components/states.tsx';

type Row = Records['rows'][number];

/** Pixels for a character of the printed form. */
const perCharacter = 9;

/** One list of a report: the records behind its figures, one by one, with their groups as headings. */
export function ReportRecords({ list, keep }: { list: Records; keep: string }) {
  const columns = useMemo(() => list.columns.map(columnOf), [list.columns]);
  const rows = useMemo(() => new Map(list.rows.map((row, index) => [String(index), row])), [list.rows]);
  const ids = useMemo(() => [...rows.keys()], [rows]);
  const rowOf = useCallback((key: string) => rows.get(key), [rows]);
  return (
    <DataTable
      label={list.title}
      keep={keep}
      columns={columns}
      ids={ids}
      rowOf={rowOf}
      rowClass={({ group }) => (group ? 'report-records-group' : '')}
      autoFocus
      empty={<EmptyState title={list.when_empty ?? 'Kỳ này không có ai, việc nào trong danh sách'} />}
    />
  );
}

function columnOf({ key, label, type, width }: Records['columns'][number]): Column<Row> {
  const base = { key, heading: label, width: Math.max(56, Math.min(360, Math.round(width * perCharacter))) };
  const value = ({ cells }: Row) => cells[key] ?? null;
  const isDay = (text: string) => /^\d{4}(?:-\d\d){0,2}$/u.test(text);
  // A text that is left blank says that there is nothing to say, as in the printed list; only what is not known is "–".
  if (type === 'text') return { ...base, text: (row) => (value(row) === '' ? '' : formatText(textOf(value(row)))) };
  if (type === 'date') {
    return {
      ...base,
      text: (row) => {
        const text = textOf(value(row)) ?? '';
        return isDay(text) ? formatDate(text) : text;
      },
      date: (row) => {
        const text = textOf(value(row));
        return text !== null && isDay(text) ? text : null;
      },
    };
  }
  const number = (row: Row) => {
    const found = value(row);
    return typeof found === 'number' ? found : null;
  };
  return {
    ...base,
    align: 'right',
    number,
    text: (row) => {
      const found = value(row);
      return typeof found === 'number' ? formatFigure(found, type) : (found ?? '');
    },
  };
}

const textOf = (value: string | number | null) => (value === null ? null : String(value));
