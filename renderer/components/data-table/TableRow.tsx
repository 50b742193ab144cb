// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid cannot be a table; the roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and says what is active in it
import { Fragment } from 'react';
import type { Column } from './column.ts';

type Props<T> = {
  id: string;
  index: number;
  top: number;
  /** Rows of headings above the first row. */
  headings: number;
  template: string;
  columns: readonly Column<T>[];
  row: T | undefined;
  rowClass?: ((row: T) => string) | undefined;
  current: boolean;
  cellColumn: number | null;
  selected: boolean;
  /** The record's id. */
  record: string;
};

/**
 * One row in its place; "…" while it is on its way. Keys and clicks are handled by the grid, which keeps the focus: a row
 * has nothing of its own that could go stale, so its nodes serve the next record that comes into view.
 */
export function TableRow<T>(props: Props<T>) {
  const { id, index, top, headings, template, columns, row, current, cellColumn, selected, record } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + headings + 1}
      aria-selected={selected}
      data-row={index}
      data-current={current || undefined}
      className={`data-table-row ${row === undefined ? '' : (props.rowClass?.(row) ?? '')}`}
      style={{ top, gridTemplateColumns: template }}
    >
      {columns.map((column, position) => {
        const text = row === undefined ? '…' : column.text(row);
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={position + 1}
            data-align={column.align}
            data-cursor={position === cellColumn || undefined}
            title={row === undefined ? undefined : text}
          >
            {/* What a column draws itself may have a state: that of another record is not taken over. */}
            {row !== undefined && column.cell ? <Fragment key={record}>{column.cell(row) ?? text}</Fragment> : text}
          </div>
        );
      })}
    </div>
  );
}
