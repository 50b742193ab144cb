import type { FormatProfile } from './profile.ts';
import type { Workbook } from './workbook.ts';
import { numberFormats, safeText } from './xlsx-cells.ts';
import type { SheetXml } from './xlsx-sheet-xml.ts';
import { streamXlsx } from './xlsx-stream.ts';
import { plainStyle } from './xlsx-styles.ts';

/** A table for another program: headings in row 1, one record a row, nothing above and nothing below. */
export interface DataSheet {
  name: string;
  /** `width` in characters. */
  columns: readonly { heading: string; width: number }[];
  /** Texts stay texts, with their leading zeros; null is an empty box. */
  rows: Iterable<readonly (string | number | null)[]>;
}

export interface DataWorkbook extends Pick<Workbook, 'title' | 'author' | 'date'> {
  sheets: readonly DataSheet[];
}

/** Writes tables for other programs, atomically; takes the rows one by one as it writes them. Throws FileOutputError. */
export async function writeDataWorkbook(workbook: DataWorkbook, profile: FormatProfile, path: string): Promise<void> {
  await streamXlsx(workbook, path, async (book) => {
    for (const { name, columns, rows } of workbook.sheets) {
      await book.addSheet({ name, columns, frozen: { rows: 1, columns: 0 } }, async (sheet) => {
        writeHeadings(sheet, columns, profile);
        await writeRows(sheet, rows, profile);
      });
    }
  });
}

function writeHeadings(sheet: SheetXml, columns: DataSheet['columns'], { font, sheet: sizes }: FormatProfile): void {
  const style = sheet.styleOf(plainStyle(font, { pt: sizes.wide_body_pt, bold: true }));
  sheet.startRow();
  for (const [index, { heading }] of columns.entries()) sheet.cell(index + 1, heading, style);
  sheet.endRow();
}

async function writeRows(sheet: SheetXml, rows: DataSheet['rows'], profile: FormatProfile): Promise<void> {
  const font = { name: profile.font, size: profile.sheet.wide_body_pt };
  const text = sheet.styleOf({ font, numFmt: numberFormats.text });
  const number = sheet.styleOf({ font });
  for (const values of rows) {
    sheet.startRow();
    for (const [index, value] of values.entries()) {
      if (typeof value === 'number') sheet.cell(index + 1, value, number);
      else if (value !== null) sheet.cell(index + 1, safeText(value), text);
    }
    sheet.endRow();
    if (sheet.isFull) await sheet.flush();
  }
}
