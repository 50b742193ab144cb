import type { FormatProfile } from './profile.ts';
import type { Sheet } from './workbook.ts';
import { columnsWidth, isLandscape, tableWidth } from './xlsx-layout.ts';

/** Twips of text across and down one printed page of the sheet. */
export function pageRoom(sheet: Sheet, { page }: FormatProfile): { width: number; height: number } {
  const upright = page.width - page.left - page.right;
  const across = isLandscape(sheet, upright);
  return {
    width: (across ? page.height : page.width) - page.left - page.right,
    height: (across ? page.width : page.height) - page.top - page.bottom,
  };
}

/**
 * The sheet with its columns widened to fill the page: a form that is narrower than its page would leave header and
 * signatures squeezed, and its headings in many lines. The column of numbers stays as narrow as it is.
 */
export function filledSheet(sheet: Sheet, profile: FormatProfile): Sheet {
  // A few twips are kept back: a table that is one pixel too wide is scaled down as a whole.
  const room = pageRoom(sheet, profile).width - 60;
  const fixed = columnsWidth(sheet.columns.filter(isFixed));
  const others = sheet.columns.filter((column) => !isFixed(column));
  const free = room - fixed - padding * others.length;
  const used = columnsWidth(others) - padding * others.length;
  if (room <= tableWidth(sheet) || used <= 0) return sheet;
  return {
    ...sheet,
    orientation: isUpright(sheet, profile) ? 'portrait' : 'landscape',
    columns: sheet.columns.map((column) =>
      isFixed(column) ? column : { ...column, width: Math.floor((100 * column.width * free) / used) / 100 },
    ),
  };
}

const padding = 75;

function isFixed({ key }: Sheet['columns'][number]): boolean {
  return key === 'number';
}

function isUpright(sheet: Sheet, { page }: FormatProfile): boolean {
  return !isLandscape(sheet, page.width - page.left - page.right);
}

/** Heights in points of what a sheet prints, from top to bottom; `head` is repeated on each page. */
export interface SheetHeights {
  above: number;
  head: number;
  rows: readonly number[];
  below: number;
}

/** Rows of the table that stand with the signatures at least. */
const rowsWithSignatures = 3;

/** Measured heights may come out a little larger in another program. */
const certain = 0.97;

/**
 * Before which row of the table (index) a page break has to be put, so that notes and signatures do not stand on a last
 * page without a row of the table; null where they do not come to that. `height`: twips of the page at 100 %.
 */
export function breakBeforeRow(
  { above, head, rows, below }: SheetHeights,
  { height, scale }: { height: number; scale: number },
): number | null {
  const room = (certain * height) / 20 / scale;
  let used = above + head;
  for (const row of rows) {
    if (used + row > room) used = head;
    used += row;
  }
  if (used + below <= room) return null;
  const first = rows.length - rowsWithSignatures;
  const moved = rows.slice(Math.max(0, first)).reduce((sum, row) => sum + row, 0);
  // One page cannot hold it all, or the whole table is that short: nothing is gained by a break.
  return first <= 0 || head + moved + below > room ? null : first;
}
