import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Row, Style, stream, Worksheet } from 'exceljs';
import { cleanText } from '../vietnamese/clean-text.ts';
import type { FormatProfile } from './profile.ts';
import { countLines } from './text-width.ts';
import type { Sheet, SheetRow } from './workbook.ts';
import { guarded, prepareCell, safeText } from './xlsx-cells.ts';
import { columnLetters, formulaText } from './xlsx-formulas.ts';
import {
  columnTextWidth,
  headCells,
  headDepth,
  headHeights,
  isLandscape,
  linesAcross,
  rowHeight,
  tableWidth,
} from './xlsx-layout.ts';
import { breakBeforeRow, filledSheet, pageRoom } from './xlsx-pages.ts';
import { bodySize, plainStyle, type TextStyle, tableStyles } from './xlsx-styles.ts';
import { headerRows, type PrintedRow, signatureRows } from './xlsx-surroundings.ts';

type WorkbookWriter = stream.xlsx.WorkbookWriter;

/** The paper code of A4 in the file format. */
const a4 = 9;

/** Rows handed to the compressor before it gets a turn, so that memory stays flat. */
const rowsAtOnce = 500;

/** One sheet, top to bottom: header, titles, head, rows, notes, signatures. Throws RangeError on a bad sheet. */
export async function writeSheet(
  writer: WorkbookWriter,
  given: Sheet,
  profile: FormatProfile,
  mark: string | null = null,
): Promise<void> {
  if (given.columns.length < 2) throw new RangeError(`sheet ${given.name}: a form has at least two columns`);
  const sheet = filledSheet(given, profile);
  const above = [...annexLine(sheet, profile), ...headerRows(sheet, profile), ...titleRows(sheet, profile)];
  const firstHeadRow = above.length + 1;
  const lastHeadRow = above.length + headDepth(sheet.columns) + (sheet.columnNumbers ? 1 : 0);
  const worksheet = writer.addWorksheet(sheet.name, {
    // ExcelJS writes no width of 9, its own default; without this Excel's own default would stand in.
    properties: { defaultColWidth: 9 },
    pageSetup: pageSetup(sheet, profile),
    headerFooter: {
      differentFirst: true,
      oddHeader: `&C&"${profile.font},Regular"&${profile.page_number.pt}&P`,
      ...(mark === null ? {} : footers(mark, profile)),
    },
    views: [{ state: 'frozen', xSplit: sheet.frozenColumns, ySplit: lastHeadRow, showGridLines: false }],
  });
  worksheet.columns = sheet.columns.map((column) => ({ width: column.width }));
  // These two are read when the workbook is finished, the rest of the set-up when the sheet is begun.
  worksheet.pageSetup.printTitlesRow = `${firstHeadRow}:${lastHeadRow}`;
  writeRows(worksheet, sheet, above);
  writeHead(worksheet, sheet, profile);
  const below = [...notesRows(sheet, profile), ...signatureRows(sheet, profile)];
  const heights = sheet.rows.map((row) => bodyRowHeight(sheet, row, bodySize(sheet, profile)));
  const breakBefore =
    sheet.signature === null
      ? null
      : breakBeforeRow(
          { above: heightOf(above), head: headHeight(sheet, profile), rows: heights, below: heightOf(below) },
          pageScale(sheet, profile),
        );
  await writeBody(worksheet, sheet, profile, { firstRow: lastHeadRow + 1, heights, breakBefore });
  writeRows(worksheet, sheet, below);
  const lastRow = lastHeadRow + sheet.rows.length + below.length;
  worksheet.pageSetup.printArea = `A$1:${columnLetters(sheet.columns.length)}$${lastRow}`;
  worksheet.commit();
}

function heightOf(rows: readonly PrintedRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

function headHeight(sheet: Sheet, profile: FormatProfile): number {
  const head = headHeights(sheet.columns, bodySize(sheet, profile)).reduce((sum, height) => sum + height, 0);
  return head + (sheet.columnNumbers ? rowHeight(1, profile.sheet.column_number_pt) : 0);
}

/** How far the sheet is scaled down to be one page wide. */
function pageScale(sheet: Sheet, profile: FormatProfile): { height: number; scale: number } {
  const { width, height } = pageRoom(sheet, profile);
  return { height, scale: Math.min(1, Math.floor((100 * width) / tableWidth(sheet)) / 100) };
}

/** The mark of a file that was issued, smaller than anything of the form, on every page. */
function footers(mark: string, { font }: FormatProfile): { firstFooter: string; oddFooter: string } {
  const footer = `&R&"${font},Regular"&8${cleanText(mark).replaceAll('&', '&&')}`;
  return { firstFooter: footer, oddFooter: footer };
}

/** A4, one page wide, as many high as needed, margins of the documents (document format, section 7). */
function pageSetup(sheet: Sheet, { page }: FormatProfile): Partial<Worksheet['pageSetup']> {
  const inches = (twips: number): number => twips / 1440;
  return {
    paperSize: a4,
    orientation: isLandscape(sheet, page.width - page.left - page.right) ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: {
      top: inches(page.top),
      bottom: inches(page.bottom),
      left: inches(page.left),
      right: inches(page.right),
      header: inches(page.header),
      footer: inches(page.header),
    },
  };
}

/** `Biểu số 05`, first row, right. */
function annexLine(sheet: Sheet, { font, sheet: sizes }: FormatProfile): PrintedRow[] {
  if (sheet.annexLine === null) return [];
  return [acrossRow(sheet.annexLine, { pt: sizes.annex_line_pt, bold: true, align: 'right' }, sheet, font)];
}

function titleRows(sheet: Sheet, { font, sheet: sizes }: FormatProfile): PrintedRow[] {
  const across = (text: string, format: TextStyle): PrintedRow => acrossRow(text, format, sheet, font);
  return [
    ...sheet.titleLines.map((line) => across(line.toLocaleUpperCase('vi'), { pt: sizes.title_pt, bold: true })),
    ...sheet.subtitleLines.map((line) => across(line, { pt: sizes.subtitle_pt, italic: true })),
    across(sheet.unitLine ?? '', { pt: sizes.unit_pt, italic: true, align: 'right' }),
  ];
}

function notesRows(sheet: Sheet, { font, sheet: sizes }: FormatProfile): PrintedRow[] {
  return sheet.notes.map((note) => acrossRow(note, { pt: sizes.notes_pt, italic: true, align: 'left' }, sheet, font));
}

/** A row whose one text runs over all columns; Excel does not measure merged cells, so its height is set here. */
function acrossRow(raw: string, format: TextStyle, sheet: Sheet, font: string): PrintedRow {
  const text = cleanText(raw);
  const lines = linesAcross(text, sheet, format.pt, format.bold ? 'bold' : 'regular');
  const cell = { text, from: 1, to: sheet.columns.length, style: plainStyle(font, format) };
  return { height: rowHeight(lines, format.pt), cells: [cell] };
}

/** Merges before the row is committed: afterwards a streamed row is gone. */
function writeRows(worksheet: Worksheet, sheet: Sheet, rows: readonly PrintedRow[]): void {
  for (const printed of rows) {
    const row = worksheet.addRow([]);
    row.height = printed.height;
    for (const { text, from, to, style } of printed.cells) {
      setCell(row, from, text === '' ? null : guarded(text), style);
      if (to > from) worksheet.mergeCells(row.number, from, row.number, Math.min(to, sheet.columns.length));
    }
    row.commit();
  }
}

function setCell(row: Row, column: number, value: string | null, style: Partial<Style>): void {
  const cell = row.getCell(column);
  cell.value = value;
  cell.style = style;
}

function writeHead(worksheet: Worksheet, sheet: Sheet, profile: FormatProfile): void {
  const styles = tableStyles(sheet, profile);
  const rows = headHeights(sheet.columns, bodySize(sheet, profile)).map((height) => {
    const row = worksheet.addRow([]);
    row.height = height;
    return row;
  });
  for (const { label, row, column, rowSpan, columnSpan } of headCells(sheet.columns)) {
    const top = rows[row];
    if (top === undefined) continue;
    setCell(top, column + 1, safeText(label), styles.head);
    if (rowSpan * columnSpan > 1) {
      worksheet.mergeCells(top.number, column + 1, top.number + rowSpan - 1, column + columnSpan);
    }
  }
  rows.at(-1)?.commit();
  if (!sheet.columnNumbers) return;
  const numbers = worksheet.addRow([]);
  numbers.height = rowHeight(1, profile.sheet.column_number_pt);
  for (const index of sheet.columns.keys()) setCell(numbers, index + 1, `(${index + 1})`, styles.columnNumber);
  numbers.commit();
}

async function writeBody(
  worksheet: Worksheet,
  sheet: Sheet,
  profile: FormatProfile,
  { firstRow, heights, breakBefore }: { firstRow: number; heights: readonly number[]; breakBefore: number | null },
): Promise<void> {
  const styles = tableStyles(sheet, profile);
  for (const [index, row] of sheet.rows.entries()) {
    const written = worksheet.addRow([]);
    const height = heights[index];
    if (height !== undefined) written.height = height;
    // A break follows the row it is added to.
    if (breakBefore === index + 1) written.addPageBreak();
    sheet.columns.forEach((column, position) => {
      const { value, numberFormat } = prepareCell(row.cells[column.key] ?? null, column.type, sheet.missingText);
      const formula = row.formulas?.[column.key];
      const text = formula ? formulaText(sheet, index, column.key, formula, firstRow) : null;
      const cell = written.getCell(position + 1);
      cell.value = text !== null && typeof value === 'number' ? { formula: text, result: value } : value;
      cell.style = styles.body(row.kind, column, numberFormat);
    });
    written.commit();
    if (index % rowsAtOnce === rowsAtOnce - 1) await nextTurn();
  }
}

/** Not every program measures wrapped text when it opens a file, so the height is written. */
function bodyRowHeight(sheet: Sheet, row: SheetRow, pt: number): number {
  const weight = row.kind === 'data' ? 'regular' : 'bold';
  const lines = sheet.columns.map((column) => {
    const value = row.cells[column.key] ?? null;
    const text = typeof value === 'string' ? value : value === null ? sheet.missingText : '';
    return countLines(text, columnTextWidth(column.width), pt, weight);
  });
  return rowHeight(Math.max(...lines), pt);
}
