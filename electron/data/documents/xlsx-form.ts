import { formatDate, isIsoDate, isPartialDate } from '../vietnamese/dates.ts';
import type { FormColumn, FormRow, FormValue, FormWorkbook } from './form-workbook.ts';
import type { FormatProfile } from './profile.ts';
import { countLines, textWidth } from './text-width.ts';
import { numberFormats, safeText, serialDay } from './xlsx-cells.ts';
import { checkOf, isTooLong } from './xlsx-form-checks.ts';
import { columnLetters } from './xlsx-formulas.ts';
import { columnTextWidth, rowHeight } from './xlsx-layout.ts';
import type { SheetSetUp } from './xlsx-sheet-setup.ts';
import type { SheetXml } from './xlsx-sheet-xml.ts';
import { streamXlsx } from './xlsx-stream.ts';
import type { BorderLine, CellStyle } from './xlsx-style-table.ts';
import { plainStyle } from './xlsx-styles.ts';
import { sheetNames } from './xlsx-writer.ts';

const thin: BorderLine = { style: 'thin', color: 'FF808080' };
const boxed = { top: thin, bottom: thin, left: thin, right: thin };
const lockedFill = 'FFEDEDED';
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
  await streamXlsx(form, path, async (book) => {
    const top = form.lines.length + (hasGroups(form) ? 3 : 2);
    const frozen = 1 + form.columns.findIndex(({ input }) => input);
    const [name = form.sheet] = sheetNames([form.sheet]);
    const lists = longLists(form);
    const setUp: SheetSetUp = {
      name,
      columns: [{ width: 4, hidden: true }, ...form.columns.map(({ width }) => ({ width }))],
      frozen: { rows: top, columns: Math.max(frozen, 0) },
      zoom: 90,
      page: {
        paper: paperSize(form.columns),
        orientation: 'landscape',
        margins: { left: 0.3, right: 0.3, top: 0.4, bottom: 0.4, header: 0.2, footer: 0.2 },
      },
      protection: ['formatColumns', 'formatRows', 'insertRows', 'sort', 'autoFilter'],
    };
    await book.addSheet(setUp, async (sheet) => {
      writeLines(sheet, form.lines, profile);
      writeHeadings(sheet, form, profile);
      for (const row of form.rows) {
        writeRow(sheet, form.columns, lists, row, profile);
        if (sheet.isFull) await sheet.flush();
      }
      sheet.print({ titles: { from: top, to: top } });
    });
    await book.addSheet({ name: form.identity.sheet, hidden: true, columns: [], protection: [] }, async (sheet) => {
      for (const values of form.identity.rows) writeValues(sheet, values);
      for (const { labels } of lists.values()) writeValues(sheet, [form.marks.list, ...labels]);
    });
  });
}

/** A row of the hidden sheet. */
function writeValues(sheet: SheetXml, values: readonly FormValue[]): void {
  sheet.startRow();
  for (const [index, value] of values.entries()) if (value !== null) sheet.cell(index + 1, safe(value));
  sheet.endRow();
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

function writeLines(sheet: SheetXml, lines: readonly string[], { font, sheet: sizes }: FormatProfile): void {
  for (const [index, line] of lines.entries()) {
    const style = { pt: index === 0 ? sizes.title_pt : sizes.wide_body_pt, bold: index === 0, italic: index > 1 };
    const alignment = { horizontal: 'left', vertical: 'middle', wrapText: false } as const;
    sheet.startRow();
    sheet.cell(2, safeText(line), sheet.styleOf({ ...plainStyle(font, style), alignment }));
    sheet.endRow();
  }
}

function writeHeadings(sheet: SheetXml, form: FormWorkbook, { font, sheet: sizes }: FormatProfile): void {
  const { columns, marks } = form;
  const pt = sizes.wide_body_pt;
  const style: CellStyle = { ...plainStyle(font, { pt, bold: true }), border: boxed, fill: lockedFill };
  const lying = sheet.styleOf(style);
  const standing = sheet.styleOf({
    ...style,
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true, textRotation: 90 },
  });
  if (hasGroups(form)) writeGroups(sheet, columns, lying);
  sheet.startRow(null, true);
  for (const [index, key] of [marks.row, ...columns.map(({ key }) => key)].entries()) sheet.cell(index + 1, key);
  sheet.endRow();
  sheet.startRow(headingHeight(columns, pt));
  for (const [index, { heading, upright }] of columns.entries()) {
    sheet.cell(index + 2, heading, upright ? standing : lying);
  }
  sheet.endRow();
}

function headingHeight(columns: readonly FormColumn[], pt: number): number {
  const lines = columns
    .filter(({ upright }) => !upright)
    .map(({ heading, width }) => countLines(heading, columnTextWidth(width), pt, 'bold'));
  const standing = columns.filter(({ upright }) => upright).map(({ heading }) => textWidth(heading, pt, 'bold') / 20);
  return Math.max(rowHeight(Math.max(1, ...lines), pt), ...standing.map((points) => Math.min(points + 10, 120)));
}

/** One row over the headings; neighbours of one group share a box. */
function writeGroups(sheet: SheetXml, columns: readonly FormColumn[], style: number): void {
  sheet.startRow();
  for (const [index, { group }] of columns.entries()) {
    const begins = columns[index - 1]?.group !== group;
    sheet.cell(index + 2, group !== undefined && begins ? group : null, style);
    if (group === undefined || !begins) continue;
    const after = columns.findIndex((column, at) => at > index && column.group !== group);
    const last = (after < 0 ? columns.length : after) - 1;
    if (last > index) sheet.merge({ row: sheet.row, column: index + 2 }, { row: sheet.row, column: last + 2 });
  }
  sheet.endRow();
}

function writeRow(
  sheet: SheetXml,
  columns: readonly FormColumn[],
  lists: ReadonlyMap<string, { range: string }>,
  { id, values, leads = false, closed = [] }: FormRow,
  profile: FormatProfile,
) {
  const lines = Math.max(1, ...columns.map((column) => linesIn(values[column.key], column, profile, leads)));
  // A row of one line is left to grow with what is typed in it.
  sheet.startRow(lines > 1 ? rowHeight(lines, profile.sheet.wide_body_pt) : null);
  sheet.cell(1, id);
  for (const [index, column] of columns.entries()) {
    const input = column.input && !closed.includes(column.key);
    const style = sheet.styleOf(bodyStyle({ ...column, input }, profile, leads));
    sheet.cell(index + 2, written(values[column.key] ?? null, column.type), style);
    const check = input ? checkOf(column, lists.get(column.key)?.range ?? null) : null;
    if (check) sheet.check(index + 2, check);
  }
  sheet.endRow();
}

function linesIn(value: FormValue | undefined, { type, width }: FormColumn, { sheet }: FormatProfile, bold: boolean) {
  if (type !== 'text' || typeof value !== 'string') return 1;
  return countLines(value, columnTextWidth(width), sheet.wide_body_pt, bold ? 'bold' : 'regular');
}

/** Days become dates and `19:30` a time of day; a partial date stays a text. */
function written(value: FormValue, type: FormColumn['type']): FormValue {
  if (typeof value !== 'string') return value;
  if (type === 'date' && isIsoDate(value)) return serialDay(new Date(`${value}T00:00:00Z`));
  if (type === 'date' && isPartialDate(value)) return formatDate(value);
  const [, hours, minutes] = (type === 'time' && /^(\d{2}):(\d{2})$/u.exec(value)) || [];
  return hours === undefined ? safeText(value) : (Number(hours) * 60 + Number(minutes)) / 1440;
}

function safe(value: string | number): string | number {
  return typeof value === 'string' ? safeText(value) : value;
}

function bodyStyle({ type, input }: FormColumn, { font, sheet: sizes }: FormatProfile, bold: boolean): CellStyle {
  return {
    font: { name: font, size: sizes.wide_body_pt, bold },
    alignment: { horizontal: type === 'text' ? 'left' : 'center', vertical: 'middle', wrapText: true },
    border: boxed,
    numFmt: formats[type],
    locked: !input,
    ...(input ? {} : { fill: lockedFill }),
  };
}
