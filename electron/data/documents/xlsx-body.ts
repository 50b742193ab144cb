import { remembered } from '../vietnamese/remembered.ts';
import type { FormatProfile } from './profile.ts';
import { countLines } from './text-width.ts';
import type { CellValue, Sheet, SheetColumn, SheetRow } from './workbook.ts';
import { type PreparedCell, prepareCell, serialDay } from './xlsx-cells.ts';
import { formulaText } from './xlsx-formulas.ts';
import { columnTextWidth, rowHeight } from './xlsx-layout.ts';
import type { SheetXml } from './xlsx-sheet-xml.ts';
import { bodySize, tableStyles } from './xlsx-styles.ts';

/**
 * The rows of a table: those at hand, then those that come one by one. Throws RangeError for a formula that would not give
 * its figure.
 */
export async function writeBody(
  xml: SheetXml,
  sheet: Sheet,
  profile: FormatProfile,
  { firstRow, breakBefore }: { firstRow: number; breakBefore: number | null },
): Promise<void> {
  const styles = styleNumbers(xml, sheet, profile);
  const pt = bodySize(sheet, profile);
  for (const [index, row] of sheet.rows.entries()) {
    xml.startRow(bodyRowHeight(sheet, row, pt));
    for (const [position, column] of sheet.columns.entries()) {
      const prepared = prepareCell(row.cells[column.key] ?? null, column.type, sheet.missingText);
      const value = written(prepared);
      const formula = row.formulas?.[column.key];
      const text = formula ? formulaText(sheet, index, column.key, formula, firstRow) : null;
      const style = styles(row.kind, position, prepared.numberFormat);
      if (text !== null && typeof value === 'number') {
        xml.formula(position + 1, { formula: text, result: value }, style);
      } else {
        xml.cell(position + 1, value, style);
      }
    }
    xml.endRow();
    // A break follows the row it is added to.
    if (breakBefore === index + 1) xml.breakPage();
    if (xml.isFull) await xml.flush();
  }
  await writeComingRows(xml, sheet, pt, styles);
}

/** Rows of values in the order of the columns, as they come: nothing is made of a cell but its XML. */
async function writeComingRows(xml: SheetXml, sheet: Sheet, pt: number, styles: StyleNumber): Promise<void> {
  const readers = sheet.columns.map((column) => cellReader(column, sheet.missingText, pt));
  for (const values of sheet.comingRows ?? []) {
    const cells = readers.map((read, position) => read(values[position] ?? null));
    xml.startRow(rowHeight(Math.max(1, ...cells.map(({ lines }) => lines)), pt));
    cells.forEach(({ prepared }, position) => {
      xml.cell(position + 1, written(prepared), styles('data', position, prepared.numberFormat));
    });
    xml.endRow();
    if (xml.isFull) await xml.flush();
  }
}

/** A text that is longer may take several lines: to find them costs more than to look it up. */
const shortText = 20;
/** Of a column: a province has some five thousand cells. */
const mostTexts = 8_192;

/**
 * What is written of a column's values, and in how many lines. Long texts come again, as a cell with its committee does for each of its
 * members: they are cleaned and broken into lines once (of a list of 100,000 members most of the writing).
 */
function cellReader(column: SheetColumn, missingText: string, pt: number) {
  const read = (value: CellValue) => ({
    lines: linesOf(value, column, missingText, { pt, weight: 'regular' }),
    prepared: prepareCell(value, column.type, missingText),
  });
  const readLong = remembered(read, mostTexts);
  return (value: CellValue) => (typeof value === 'string' && value.length > shortText ? readLong(value) : read(value));
}

function written({ value }: PreparedCell): string | number | null {
  return value instanceof Date ? serialDay(value) : value;
}

type StyleNumber = (kind: SheetRow['kind'], position: number, numberFormat: string) => number;

/** The numbers of the table's styles. A column has few number formats: they are found by column, not made anew. */
function styleNumbers(xml: SheetXml, sheet: Sheet, profile: FormatProfile): StyleNumber {
  const styles = tableStyles(sheet, profile);
  const known = new Map<SheetRow['kind'], Map<string, number>[]>();
  return (kind, position, numberFormat) => {
    const ofKind = known.get(kind) ?? sheet.columns.map(() => new Map<string, number>());
    known.set(kind, ofKind);
    const column = sheet.columns[position];
    const found = ofKind[position]?.get(numberFormat);
    if (found !== undefined || column === undefined) return found ?? 0;
    const number = xml.styleOf(styles.body(kind, column, numberFormat));
    ofKind[position]?.set(numberFormat, number);
    return number;
  };
}

/** Not every program measures wrapped text when it opens a file, so the height is written. */
export function bodyRowHeight(sheet: Sheet, row: SheetRow, pt: number): number {
  const weight = row.kind === 'data' ? 'regular' : 'bold';
  let most = 1;
  for (const column of sheet.columns) {
    const value = row.cells[column.key] ?? null;
    most = Math.max(most, linesOf(value, column, sheet.missingText, { pt, weight }));
  }
  return rowHeight(most, pt);
}

function linesOf(
  value: CellValue,
  { width }: SheetColumn,
  missingText: string,
  { pt, weight }: { pt: number; weight: 'regular' | 'bold' },
): number {
  const text = typeof value === 'string' ? value : value === null ? missingText : '';
  return text === '' ? 1 : countLines(text, columnTextWidth(width), pt, weight);
}
