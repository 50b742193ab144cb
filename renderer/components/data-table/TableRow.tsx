// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid cannot be a table; the roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and says what is active in it
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
  onPick: (row: number, column: number, how: { shift: boolean; ctrl: boolean; double: boolean }) => void;
};

/** One row in its place; "…" while it is on its way. Keys are handled by the grid, which keeps the focus. */
export function TableRow<T>(props: Props<T>) {
  const { id, index, top, headings, template, columns, row, current, cellColumn, selected, onPick } = props;
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
      {columns.map((column, position) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the grid does the same
        <div
          key={column.key}
          role="gridcell"
          aria-colindex={position + 1}
          data-align={column.align}
          data-cursor={position === cellColumn || undefined}
          title={row === undefined ? undefined : column.text(row)}
          onClick={(event) =>
            onPick(index, position, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey, double: false })
          }
          onDoubleClick={() => onPick(index, position, { shift: false, ctrl: false, double: true })}
        >
          {row === undefined ? '…' : (column.cell?.(row) ?? column.text(row))}
        </div>
      ))}
    </div>
  );
}
