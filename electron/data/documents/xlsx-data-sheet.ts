import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FormatProfile } from './profile.ts';
import type { Workbook } from './workbook.ts';
import { numberFormats, safeText } from './xlsx-cells.ts';
import { streamXlsx, type WorkbookWriter } from './xlsx-stream.ts';
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

/** Rows handed to the compressor before it gets a turn, so that memory stays flat. */
const rowsAtOnce = 500;

/** Writes tables for other programs, atomically. Throws FileOutputError. */
export async function writeDataWorkbook(workbook: DataWorkbook, profile: FormatProfile, path: string): Promise<void> {
  await streamXlsx(workbook, path, async (writer) => {
    for (const sheet of workbook.sheets) await writeDataSheet(writer, sheet, profile);
  });
}

async function writeDataSheet(
  writer: WorkbookWriter,
  { name, columns, rows }: DataSheet,
  { font, sheet: sizes }: FormatProfile,
): Promise<void> {
  const pt = sizes.wide_body_pt;
  const worksheet = writer.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  worksheet.columns = columns.map(({ width }) => ({ width }));
  const head = worksheet.addRow(columns.map(({ heading }) => heading));
  head.eachCell((cell) => {
    cell.style = plainStyle(font, { pt, bold: true });
  });
  head.commit();
  const face = { name: font, family: 1, size: pt };
  const text = { font: face, numFmt: numberFormats.text };
  const number = { font: face, numFmt: 'General' };
  let written = 0;
  for (const values of rows) {
    const row = worksheet.addRow([]);
    for (const [index, value] of values.entries()) {
      if (value === null) continue;
      const cell = row.getCell(index + 1);
      cell.value = typeof value === 'number' ? value : safeText(value);
      cell.style = typeof value === 'number' ? number : text;
    }
    row.commit();
    written += 1;
    if (written % rowsAtOnce === 0) await nextTurn();
  }
  worksheet.commit();
}
