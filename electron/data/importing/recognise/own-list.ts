import type { SheetGrid } from '../workbook/sheet-grid.ts';
import { lineOf } from './sheet-text.ts';

/** What stands under the title of a list that a screen of this program exported (`lists/list-workbook.ts`). */
const ownSubtitle = /^Kỳ: .+\. Số liệu đến ngày \d{2}\/\d{2}\/\d{4}$/u;
const rowsSearched = 12;

/** Whether the sheet is a list that a screen of this program exported. */
export function isOwnList({ rows }: SheetGrid): boolean {
  return rows
    .slice(0, rowsSearched)
    .some(({ cells }) => Array.from(cells.values()).some((value) => ownSubtitle.test(lineOf(value) ?? '')));
}
