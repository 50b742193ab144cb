/** Where the cursor stands on a clerk's sheet: the number of the row as Excel counts, 0 for the headings; a column's place. */
export type SheetPosition = { row: number; column: number };

type Key = { key: string; shift: boolean; ctrl: boolean };
type Extent = { lastRow: number; columns: number; page: number };

const clamp = (value: number, first: number, last: number) => Math.max(first, Math.min(last, value));

/** Excel's keys. Row 0, the headings, is reached by the arrow from row 1; PageUp and Ctrl+arrow stop at row 1. Null: no such key. */
export function movePosition(at: SheetPosition, { key, shift, ctrl }: Key, extent: Extent): SheetPosition | null {
  const lastColumn = extent.columns - 1;
  const to = (row: number, column: number): SheetPosition => ({
    row: clamp(row, 0, extent.lastRow),
    column: clamp(column, 0, lastColumn),
  });
  const back = key === 'Tab' && shift;
  switch (back ? 'Shift+Tab' : key) {
    case 'ArrowDown':
      return to(ctrl ? extent.lastRow : at.row + 1, at.column);
    case 'ArrowUp':
      return to(ctrl && at.row > 1 ? 1 : at.row - 1, at.column);
    case 'ArrowRight':
      return to(at.row, ctrl ? lastColumn : at.column + 1);
    case 'ArrowLeft':
      return to(at.row, ctrl ? 0 : at.column - 1);
    case 'Tab':
      // From the last column the Tab key goes on to what is beside the sheet.
      return at.column === lastColumn ? null : to(at.row, at.column + 1);
    case 'Shift+Tab':
      return at.column === 0 ? null : to(at.row, at.column - 1);
    case 'Enter':
      return at.row === 0 ? null : to(Math.max(1, at.row + (shift ? -1 : 1)), at.column);
    case 'PageDown':
      return to(at.row + extent.page, at.column);
    case 'PageUp':
      return to(Math.max(1, at.row - extent.page), at.column);
    case 'Home':
      return to(ctrl ? 1 : at.row, 0);
    case 'End':
      return to(ctrl ? extent.lastRow : at.row, lastColumn);
    default:
      return null;
  }
}
