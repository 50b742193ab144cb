import { cleanText } from '../vietnamese/clean-text.ts';
import type { FormatProfile } from './profile.ts';
import type { Sheet } from './workbook.ts';
import { bodyRowHeight, writeBody } from './xlsx-body.ts';
import type { XlsxBook } from './xlsx-book.ts';
import { guarded, safeText } from './xlsx-cells.ts';
import { headCells, headDepth, headHeights, isLandscape, linesAcross, rowHeight, tableWidth } from './xlsx-layout.ts';
import { breakBeforeRow, filledSheet, pageRoom } from './xlsx-pages.ts';
import type { HeaderFooter, PageSetUp } from './xlsx-sheet-setup.ts';
import type { SheetXml } from './xlsx-sheet-xml.ts';
import { bodySize, plainStyle, type TextStyle, tableStyles } from './xlsx-styles.ts';
import { headerRows, type PrintedRow, signatureRows } from './xlsx-surroundings.ts';

/** The paper code of A4 in the file format. */
const a4 = 9;

/** One sheet, top to bottom: header, titles, head, rows, notes, signatures. Throws RangeError on a bad sheet. */
export async function writeSheet(
  book: XlsxBook,
  given: Sheet,
  profile: FormatProfile,
  mark: string | null = null,
): Promise<void> {
  if (given.columns.length < 2) throw new RangeError(`sheet ${given.name}: a form has at least two columns`);
  const sheet = filledSheet(given, profile);
  const above = [...annexLine(sheet, profile), ...headerRows(sheet, profile), ...titleRows(sheet, profile)];
  const lastHeadRow = above.length + headDepth(sheet.columns) + (sheet.columnNumbers ? 1 : 0);
  const setUp = {
    name: sheet.name,
    columns: sheet.columns,
    frozen: { rows: lastHeadRow, columns: sheet.frozenColumns },
    gridLines: false,
    page: pageSetUp(sheet, profile),
    headerFooter: headerFooter(mark, profile),
  };
  await book.addSheet(setUp, async (xml) => {
    writeRows(xml, sheet, above);
    writeHead(xml, sheet, profile);
    const below = [...notesRows(sheet, profile), ...signatureRows(sheet, profile)];
    const breakBefore = sheet.signature === null ? null : pageBreak(sheet, profile, { above, below });
    await writeBody(xml, sheet, profile, { firstRow: lastHeadRow + 1, breakBefore });
    writeRows(xml, sheet, below);
    xml.print({
      titles: { from: above.length + 1, to: lastHeadRow },
      area: { columns: sheet.columns.length, rows: xml.row },
    });
  });
}

/** Before which row the signatures' page begins, where they would stand alone. */
function pageBreak(
  sheet: Sheet,
  profile: FormatProfile,
  { above, below }: { above: readonly PrintedRow[]; below: readonly PrintedRow[] },
): number | null {
  const rows = sheet.rows.map((row) => bodyRowHeight(sheet, row, bodySize(sheet, profile)));
  const heights = { above: heightOf(above), head: headHeight(sheet, profile), rows, below: heightOf(below) };
  return breakBeforeRow(heights, pageScale(sheet, profile));
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

/** The page number from page 2; the mark of a file that was issued, smaller than anything of the form, on every page. */
function headerFooter(mark: string | null, { font, page_number }: FormatProfile): HeaderFooter {
  return {
    header: `&C&"${font},Regular"&${page_number.pt}&P`,
    footer: mark === null ? null : `&R&"${font},Regular"&8${cleanText(mark).replaceAll('&', '&&')}`,
  };
}

/** A4, one page wide, as many high as needed, margins of the documents (document format, section 7). */
function pageSetUp(sheet: Sheet, { page }: FormatProfile): PageSetUp {
  const inches = (twips: number): number => twips / 1440;
  return {
    paper: a4,
    orientation: isLandscape(sheet, page.width - page.left - page.right) ? 'landscape' : 'portrait',
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

/** Each of the columns a text runs over has its style, so that the merged cell has all its borders. */
function writeRows(xml: SheetXml, sheet: Sheet, rows: readonly PrintedRow[]): void {
  for (const { height, cells } of rows) {
    xml.startRow(height);
    for (const { text, from, to, style } of cells) {
      const last = Math.min(to, sheet.columns.length);
      const number = xml.styleOf(style);
      xml.cell(from, text === '' ? null : guarded(text), number);
      for (let column = from + 1; column <= last; column += 1) xml.cell(column, null, number);
      if (last > from) xml.merge({ row: xml.row, column: from }, { row: xml.row, column: last });
    }
    xml.endRow();
  }
}

function writeHead(xml: SheetXml, sheet: Sheet, profile: FormatProfile): void {
  const styles = tableStyles(sheet, profile);
  const head = xml.styleOf(styles.head);
  const cells = headCells(sheet.columns);
  for (const [row, height] of headHeights(sheet.columns, bodySize(sheet, profile)).entries()) {
    xml.startRow(height);
    for (const column of sheet.columns.keys()) {
      const cell = cells.find((one) => one.row === row && one.column === column);
      xml.cell(column + 1, cell ? safeText(cell.label) : null, head);
      if (!cell || cell.rowSpan * cell.columnSpan === 1) continue;
      const last = { row: xml.row + cell.rowSpan - 1, column: column + cell.columnSpan };
      xml.merge({ row: xml.row, column: column + 1 }, last);
    }
    xml.endRow();
  }
  if (!sheet.columnNumbers) return;
  const number = xml.styleOf(styles.columnNumber);
  xml.startRow(rowHeight(1, profile.sheet.column_number_pt));
  for (const index of sheet.columns.keys()) xml.cell(index + 1, `(${index + 1})`, number);
  xml.endRow();
}
