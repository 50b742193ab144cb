import type { Alignment, Border, CellValue, DataValidation, Style, Worksheet } from 'exceljs';
import type { IsoDate } from '../vietnamese/dates.ts';
import type { FormatProfile } from './profile.ts';
import { countLines } from './text-width.ts';
import type { Workbook } from './workbook.ts';
import { numberFormats, safeText } from './xlsx-cells.ts';
import { columnTextWidth, rowHeight } from './xlsx-layout.ts';
import { streamXlsx } from './xlsx-stream.ts';
import { plainStyle } from './xlsx-styles.ts';
import { sheetNames } from './xlsx-writer.ts';

export type FormValue = string | number | null;

/** A column of a form. `key` stands in a hidden row: it says what the column is, whatever becomes of its heading. */
export interface FormColumn {
  key: string;
  heading: string;
  /** In characters. */
  width: number;
  type: 'text' | 'int' | 'decimal1' | 'date' | 'time';
  /** People may write in it; the others are locked. */
  input: boolean;
  /** A drop-down; `open`: other words may be typed too. */
  choices?: { labels: readonly string[]; open: boolean };
  /** What is let in without a word: numbers from 0 on; other days are asked about, not refused. */
  range?: { from: number; to: number } | { from: IsoDate; to: IsoDate };
  /** Shown when the cell is chosen. */
  prompt?: string;
}

/** One line to fill in; `id` stands in a hidden column and moves with the line. */
export interface FormRow {
  id: string;
  values: Readonly<Record<string, FormValue>>;
}

/** A workbook that is sent, filled in and read again. */
export interface FormWorkbook extends Pick<Workbook, 'title' | 'author' | 'date'> {
  sheet: string;
  /** Lines above the table: who asks, what, for when. The first is set as the title. */
  lines: readonly string[];
  columns: readonly FormColumn[];
  rows: readonly FormRow[];
  /** The hidden sheet that says which form this is. */
  identity: { sheet: string; rows: readonly (readonly FormValue[])[] };
  /** Headings of the hidden column and the hidden row. */
  marks: { row: string };
}

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
    const top = form.lines.length + 2;
    const frozen = 1 + form.columns.findIndex(({ input }) => input);
    const [name = form.sheet] = sheetNames([form.sheet]);
    const sheet = writer.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: top, xSplit: Math.max(frozen, 0), zoomScale: 90 }],
      pageSetup: {
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: pagesAcross(form.columns),
        fitToHeight: 0,
      },
    });
    sheet.pageSetup.printTitlesRow = `${top}:${top}`;
    sheet.pageSetup.printTitlesColumn = 'B:C';
    sheet.columns = [{ width: 4, hidden: true }, ...form.columns.map(({ width }) => ({ width }))];
    await sheet.protect('', { formatColumns: true, formatRows: true, insertRows: true, sort: true, autoFilter: true });
    writeLines(sheet, form.lines, profile);
    writeHeadings(sheet, form, profile);
    for (const row of form.rows) writeRow(sheet, form.columns, row, profile);
    sheet.commit();
    const identity = writer.addWorksheet(form.identity.sheet, { state: 'hidden' });
    await identity.protect('', {});
    for (const values of form.identity.rows) identity.addRow(values.map(written)).commit();
    identity.commit();
  });
}

/** A page across holds about 190 characters that can still be read. */
function pagesAcross(columns: readonly FormColumn[]): number {
  return Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / 190);
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

function writeHeadings(
  sheet: Worksheet,
  { columns, marks }: FormWorkbook,
  { font, sheet: sizes }: FormatProfile,
): void {
  const keys = sheet.addRow([marks.row, ...columns.map(({ key }) => key)]);
  keys.hidden = true;
  keys.commit();
  const pt = sizes.wide_body_pt;
  const row = sheet.addRow([null, ...columns.map(({ heading }) => heading)]);
  const style = { ...plainStyle(font, { pt, bold: true }), border: boxed, fill: locked };
  const lines = columns.map(({ heading, width }) => countLines(heading, columnTextWidth(width), pt, 'bold'));
  row.height = rowHeight(Math.max(1, ...lines), pt);
  for (const index of columns.keys()) row.getCell(index + 2).style = style;
  row.commit();
}

function writeRow(sheet: Worksheet, columns: readonly FormColumn[], { id, values }: FormRow, profile: FormatProfile) {
  const row = sheet.addRow([id]);
  for (const [index, column] of columns.entries()) {
    const cell = row.getCell(index + 2);
    cell.value = written(values[column.key] ?? null);
    cell.style = bodyStyle(column, profile);
    const check = column.input ? validation(column) : null;
    if (check) cell.dataValidation = check;
  }
  row.commit();
}

function written(value: FormValue): CellValue {
  return typeof value === 'string' ? safeText(value) : value;
}

function bodyStyle({ type, input }: FormColumn, { font, sheet: sizes }: FormatProfile): Partial<Style> {
  const alignment: Partial<Alignment> = {
    horizontal: type === 'text' ? 'left' : 'center',
    vertical: 'middle',
    wrapText: true,
  };
  return {
    font: { name: font, family: 1, size: sizes.wide_body_pt },
    alignment,
    border: boxed,
    numFmt: formats[type],
    protection: { locked: !input },
    ...(input ? {} : { fill: locked }),
  };
}

/** Excel lets at most so many characters stand in a list that is written out. */
const longestList = 250;

function validation(column: FormColumn): DataValidation | null {
  const check = rule(column);
  if (!check) return null;
  const { heading, prompt } = column;
  const asked = prompt === undefined ? {} : { showInputMessage: true, promptTitle: heading.slice(0, 32), prompt };
  return { allowBlank: true, showErrorMessage: true, errorTitle: 'Chưa đúng', ...check, ...asked };
}

function rule({ type, choices, range, heading }: FormColumn): DataValidation | null {
  if (choices) {
    const list = choices.labels.map((label) => label.replaceAll(/[",]/gu, ' ')).join(',');
    if (list === '' || list.length > longestList) return null;
    const error = `${heading}: chọn một mục trong danh sách.`;
    return { type: 'list', formulae: [`"${list}"`], ...(choices.open ? { showErrorMessage: false } : { error }) };
  }
  switch (type) {
    case 'int':
    case 'decimal1': {
      const { from, to } = range && typeof range.from === 'number' ? range : { from: 0, to: 9999 };
      const [kind, what] = type === 'int' ? (['whole', 'số nguyên'] as const) : (['decimal', 'số'] as const);
      const error = `${heading}: gõ ${what} từ ${from} đến ${to}.`;
      return { type: kind, operator: 'between', formulae: [from, to], error };
    }
    case 'date': {
      if (!range || typeof range.from === 'number') return null;
      const days = [range.from, range.to].map((day) => new Date(`${day}T00:00:00Z`));
      const error = `${heading}: gõ ngày/tháng/năm trong tháng của biểu. Nếu đúng là ngày khác, chọn Có để giữ.`;
      return { type: 'date', operator: 'between', formulae: days, errorStyle: 'warning', error };
    }
    case 'time':
      return {
        type: 'decimal',
        operator: 'between',
        formulae: [0, 0.99999],
        error: `${heading}: gõ giờ và phút, ví dụ 19:30.`,
      };
    case 'text':
      return null;
  }
}
