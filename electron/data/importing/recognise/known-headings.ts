import { headingKey } from '../../vietnamese/fold.ts';
import { type CellValue, mapRows, type SheetGrid } from '../workbook/sheet-grid.ts';
import type { Dictionary } from './dictionary.ts';

/**
 * Headings are decoded by their own letters: one typed in Unicode above a column in .VnTime is a heading we know as it
 * was typed and none as decoded (`Quê quán` -> `Quờ quỏn`). Those get their letters back; nothing else is touched.
 */
export function withKnownHeadings(sheet: SheetGrid, { known }: Pick<Dictionary, 'known'>): SheetGrid {
  const isHeading = (text: string) => known.has(headingKey(text).replace(/\d{1,2}/u, '0'));
  const typed = new Map<number, Map<number, string>>();
  const decoded = sheet.decoded.map((one) => {
    const headings = one.samples.filter(({ before, after }) => isHeading(before) && !isHeading(after));
    for (const { row, before } of headings) {
      typed.set(row, (typed.get(row) ?? new Map<number, string>()).set(one.column, before));
    }
    const samples = one.samples.filter((sample) => !headings.includes(sample));
    return headings.length === 0 ? one : { ...one, boxes: one.boxes - headings.length, samples };
  });
  if (typed.size === 0) return sheet;
  const rows = mapRows(sheet.rows, (row) => {
    const own = typed.get(row.number);
    if (!own) return row;
    const cells = new Map<number, CellValue>(row.cells);
    for (const [column, text] of own) cells.set(column, { type: 'text', text });
    return { ...row, cells };
  });
  return { ...sheet, rows, decoded: decoded.filter(({ boxes }) => boxes > 0) };
}
