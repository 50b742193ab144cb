import type { Alignment, Border, CellValue, Style, Worksheet } from 'exceljs';
import { formatDate, isIsoDate, isPartialDate } from '../vietnamese/dates.ts';
import type { FormColumn, FormRow, FormValue, FormWorkbook } from './form-workbook.ts';
import type { FormatProfile } from './profile.ts';
import { countLines, textWidth } from './text-width.ts';
import { numberFormats, safeText } from './xlsx-cells.ts';
import { checkOf, isTooLong } from './xlsx-form-checks.ts';
import { columnTextWidth, rowHeight } from './xlsx-layout.ts';
import { streamXlsx } from './xlsx-stream.ts';
import { plainStyle } from './xlsx-styles.ts';
import { sheetNames } from './xlsx-writer.ts';

const thin: Border = { style: 'thin', color: { argb: 'FF808080' } };
const boxed = { top: thin, bottom: thin, left: thin, right: thin };
const locked = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } } as const;
const formats: Readonly<Record<FormColumn['type'], string>> = {
  text: numberFormats.text,
  int: '0',
  decimal1: '0.0',
  date: numberFormats.date,
  time: 'hh:mm',
};

/**
 * Writes a form, atomically: locked but for what is asked (without a password: it guards against slips, not people), with
 * drop-downs and checks as one types. Throws FileOutputError.
 */
export async function writeForm(form: FormWorkbook, profile: FormatProfile, path: string): Promise<void> {
  await streamXlsx(form, path, async (writer) => {
    const top = form.lines.length + (hasGroups(form) ? 3 : 2);
    const frozen = 1 + form.columns.findIndex(({ input }) => input);
    const [name = form.sheet] = sheetNames([form.sheet]);
    const sheet = writer.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: top, xSplit: Math.max(frozen, 0), zoomScale: 90 }],
      pageSetup: {
        orientation: 'landscape',
        margins: { left: 0.3, right: 0.3, top: 0.4, bottom: 0.4, header: 0.2, footer: 0.2 },
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      },
    });
    // ExcelJS's list of papers lacks A3; the file format has it.
    Object.assign(sheet.pageSetup, { paperSize: paperSize(form.columns) });
    sheet.pageSetup.printTitlesRow = `${top}:${top}`;
    sheet.columns = [{ width: 4, hidden: true }, ...form.columns.map(({ width }) => ({ width }))];
    await sheet.protect('', { formatColumns: true, formatRows: true, insertRows: true, sort: true, autoFilter: true });
    writeLines(sheet, form.lines, profile);
    writeHeadings(sheet, form, profile);
    const lists = longLists(form);
    for (const row of form.rows) writeRow(sheet, form.columns, lists, row, profile);
    sheet.commit();
    const identity = writer.addWorksheet(form.identity.sheet, { state: 'hidden' });
    await identity.protect('', {});
    for (const values of form.identity.rows) identity.addRow(values.map(safe)).commit();
    for (const { labels } of lists.values()) identity.addRow([form.marks.list, ...labels.map(safe)]).commit();
    identity.commit();
  });
}

/** As the file format numbers them. */
const [a3, a4] = [8, 9];

/** A4 across holds about 205 characters that can still be read; a wider form is printed on A3, still one page wide. */
function paperSize(columns: readonly FormColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0) > 205 ? a3 : a4;
}

function hasGroups({ columns }: FormWorkbook): boolean {
  return columns.some(({ group }) => group !== undefined);
}

/** Drop-downs too long to be written out stand in rows of the hidden sheet, by the column's key, with their range. */
function longLists({ columns, identity }: FormWorkbook): Map<string, { labels: readonly string[]; range: string }> {
  const long = columns.filter(({ choices }) => choices && isTooLong(choices.labels));
  return new Map(
    long.map(({ key, choices }, index) => {
      const labels = choices?.labels ?? [];
      const row = identity.rows.length + index + 1;
      return [key, { labels, range: `${identity.sheet}!$B$${row}:$${columnLetters(labels.length + 1)}$${row}` }];
    }),
  );
}

/** 28 -> `AB`. */
function columnLetters(column: number): string {
  const [above, here] = [Math.floor((column - 1) / 26), (column - 1) % 26];
  return (above === 0 ? '' : columnLetters(above)) + String.fromCharCode(65 + here);
}

function writeLines(sheet: Worksheet, lines: readonly string[], { font, sheet: sizes }: FormatProfile): void {
  for (const [index, line] of lines.entries()) {
    const row = sheet.addRow([null, safeText(line)]);
    const style = { pt: index === 0 ? sizes.title_pt : sizes.wide_body_pt, bold: index === 0, italic: index > 1 };
    const shown = plainStyle(font, { ...style, align: 'left' });
    row.getCell(2).style = { ...shown, alignment: { ...shown.alignment, wrapText: false } };
    row.commit();
  }
}

function writeHeadings(sheet: Worksheet, form: FormWorkbook, { font, sheet: sizes }: FormatProfile): void {
  const { columns, marks } = form;
  const pt = sizes.wide_body_pt;
  const style = { ...plainStyle(font, { pt, bold: true }), border: boxed, fill: locked };
  if (hasGroups(form)) writeGroups(sheet, columns, style);
  const keys = sheet.addRow([marks.row, ...columns.map(({ key }) => key)]);
  keys.hidden = true;
  keys.commit();
  const row = sheet.addRow([null, ...columns.map(({ heading }) => heading)]);
  const lines = columns
    .filter(({ upright }) => !upright)
    .map(({ heading, width }) => countLines(heading, columnTextWidth(width), pt, 'bold'));
  const standing = columns.filter(({ upright }) => upright).map(({ heading }) => textWidth(heading, pt, 'bold') / 20);
  row.height = Math.max(rowHeight(Math.max(1, ...lines), pt), ...standing.map((points) => Math.min(points + 10, 120)));
  for (const [index, { upright }] of columns.entries()) {
    const turned = { ...style, alignment: { ...style.alignment, textRotation: 90 } };
    row.getCell(index + 2).style = upright ? turned : style;
  }
  row.commit();
}

/** One row over the headings; neighbours of one group share a box. */
function writeGroups(sheet: Worksheet, columns: readonly FormColumn[], style: Partial<Style>): void {
  const row = sheet.addRow([]);
  let from = 0;
  for (const [index, { group }] of columns.entries()) {
    row.getCell(index + 2).style = style;
    if (columns[index + 1]?.group === group && group !== undefined) continue;
    if (group !== undefined) {
      row.getCell(from + 2).value = group;
      if (index > from) sheet.mergeCells(row.number, from + 2, row.number, index + 2);
    }
    from = index + 1;
  }
  row.commit();
}

function writeRow(
  sheet: Worksheet,
  columns: readonly FormColumn[],
  lists: ReadonlyMap<string, { range: string }>,
  { id, values, leads = false, closed = [] }: FormRow,
  profile: FormatProfile,
) {
  const row = sheet.addRow([id]);
  for (const [index, column] of columns.entries()) {
    const cell = row.getCell(index + 2);
    const input = column.input && !closed.includes(column.key);
    cell.value = written(values[column.key] ?? null, column.type);
    cell.style = bodyStyle({ ...column, input }, profile, leads);
    const check = input ? checkOf(column, lists.get(column.key)?.range ?? null) : null;
    if (check) cell.dataValidation = check;
  }
  const lines = Math.max(1, ...columns.map((column) => linesIn(values[column.key], column, profile, leads)));
  // A row of one line is left to grow with what is typed in it.
  if (lines > 1) row.height = rowHeight(lines, profile.sheet.wide_body_pt);
  row.commit();
}

function linesIn(value: FormValue | undefined, { type, width }: FormColumn, { sheet }: FormatProfile, bold: boolean) {
  if (type !== 'text' || typeof value !== 'string') return 1;
  return countLines(value, columnTextWidth(width), sheet.wide_body_pt, bold ? 'bold' : 'regular');
}

/** Days become dates and `19:30` a time of day; a partial date stays a text. */
function written(value: FormValue, type: FormColumn['type']): CellValue {
  if (typeof value !== 'string') return value;
  if (type === 'date' && isIsoDate(value)) return new Date(`${value}T00:00:00Z`);
  if (type === 'date' && isPartialDate(value)) return formatDate(value);
  const [, hours, minutes] = (type === 'time' && /^(\d{2}):(\d{2})$/u.exec(value)) || [];
  return hours === undefined ? safeText(value) : (Number(hours) * 60 + Number(minutes)) / 1440;
}

function safe(value: FormValue): CellValue {
  return typeof value === 'string' ? safeText(value) : value;
}

function bodyStyle({ type, input }: FormColumn, { font, sheet: sizes }: FormatProfile, bold: boolean): Partial<Style> {
  const alignment: Partial<Alignment> = {
    horizontal: type === 'text' ? 'left' : 'center',
    vertical: 'middle',
    wrapText: true,
  };
  return {
    font: { name: font, family: 1, size: sizes.wide_body_pt, bold },
    alignment,
    border: boxed,
    numFmt: formats[type],
    protection: { locked: !input },
    ...(input ? {} : { fill: locked }),
  };
}
