import { memo } from 'react';
import type { EntryColumn, EntryRowInfo } from './entry-column.ts';

type Props = {
  row: EntryRowInfo;
  index: number;
  columns: readonly EntryColumn[];
  typed: Readonly<Record<string, string>> | undefined;
  measure: (node: HTMLTableRowElement | null) => void;
  onType: (row: string, column: string, text: string) => void;
  onLeave: (row: string, column: string) => void;
};

/** One row of inputs; drawn again only when something of it changed. */
export const EntryRow = memo(function EntryRow({ row, index, columns, typed, measure, onType, onLeave }: Props) {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <th scope="row" title={row.context ? `${row.name} — ${row.context}` : row.name}>
        {row.name}
        {row.note && <span className="entry-note">{row.note}</span>}
      </th>
      {columns.map((column) => {
        const text = typed?.[column.key] ?? row.texts[column.key] ?? '';
        const wrong = text === '' ? null : column.check(text);
        const doubt = row.doubts?.[column.key];
        const note = row.notes?.[column.key];
        return (
          <td
            key={column.key}
            data-typed={typed?.[column.key] !== undefined || undefined}
            data-wrong={wrong !== null || undefined}
            data-doubt={doubt === undefined ? undefined : ''}
            data-note={note === undefined ? undefined : ''}
          >
            <input
              data-row={row.id}
              data-column={column.key}
              data-align={column.align}
              aria-label={`${column.heading}: ${row.name}`}
              aria-invalid={wrong !== null || undefined}
              title={wrong ?? doubt ?? note ?? (text.length > 16 ? text : undefined)}
              placeholder={row.hints?.[column.key]}
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={(event) => onType(row.id, column.key, event.currentTarget.value)}
              onBlur={() => onLeave(row.id, column.key)}
            />
            {note !== undefined && <span className="entry-cell-note">{note}</span>}
          </td>
        );
      })}
    </tr>
  );
});
