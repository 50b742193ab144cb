/** Where the cursor stands (row and column, from 0) and the row where a selection with Shift began. */
export type Cursor = { row: number; column: number; anchor: number };

export type CursorKey = {
  key: string;
  shift: boolean;
  ctrl: boolean;
};

export type Extent = { rows: number; columns: number; page: number };

const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));

/**
 * Excel's keys on a grid: arrows, Ctrl+arrows to the edge, PageUp/PageDown, Home/End (in the row; with Ctrl, of the
 * whole), Tab in the row, Enter is left to the screen. Shift keeps the anchor, so rows anchor..row are selected.
 * Returns null for a key that moves nothing here. With one column, Home and End go to the first and last row.
 */
export function moveCursor(at: Cursor, { key, shift, ctrl }: CursorKey, extent: Extent): Cursor | null {
  const { rows, columns, page } = extent;
  if (rows === 0) return null;
  const oneColumn = columns <= 1;
  const to = (row: number, column: number): Cursor => {
    const next = clamp(row, rows);
    return { row: next, column: clamp(column, columns), anchor: shift && key !== 'Tab' ? at.anchor : next };
  };
  switch (key) {
    case 'ArrowDown':
      return to(ctrl ? rows - 1 : at.row + 1, at.column);
    case 'ArrowUp':
      return to(ctrl ? 0 : at.row - 1, at.column);
    case 'ArrowRight':
      return oneColumn ? null : to(at.row, ctrl ? columns - 1 : at.column + 1);
    case 'ArrowLeft':
      return oneColumn ? null : to(at.row, ctrl ? 0 : at.column - 1);
    case 'PageDown':
      return to(at.row + page, at.column);
    case 'PageUp':
      return to(at.row - page, at.column);
    case 'Home':
      return ctrl || oneColumn ? to(0, ctrl ? 0 : at.column) : to(at.row, 0);
    case 'End':
      return ctrl || oneColumn ? to(rows - 1, ctrl ? columns - 1 : at.column) : to(at.row, columns - 1);
    default:
      return null;
  }
}

/** First and last selected row. */
export function selectedRange(at: Cursor): { first: number; last: number } {
  return { first: Math.min(at.row, at.anchor), last: Math.max(at.row, at.anchor) };
}

/**
 * Where the cursor stands when the list has another order or other rows: on the record it stood on (`kept`, '' for none)
 * where that is still listed, else on the first row; and whether the list scrolls there. At first (`before` null) the
 * scroll stays as it was left. Ids that were still on their way ('') and have come change nothing of what the person does
 * meanwhile: only a record that is found among them takes the cursor to itself.
 */
export function placeInNewOrder(
  before: readonly string[] | null,
  ids: readonly string[],
  kept: string,
  stands: number,
): { row: number; reveal: boolean } {
  const found = kept === '' ? -1 : ids.indexOf(kept);
  const isCompleted = before !== null && before.length === ids.length && before.includes('');
  if (isCompleted && (found < 0 || found === stands)) return { row: stands, reveal: false };
  return { row: Math.max(0, found), reveal: found >= 0 || before !== null };
}
