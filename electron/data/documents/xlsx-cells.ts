import { cleanText } from '../vietnamese/clean-text.ts';
import { formatDate, isIsoDate, isPartialDate } from '../vietnamese/dates.ts';
import type { CellValue, ColumnType } from './workbook.ts';

/**
 * Codes in the invariant form of the file format, marked as Vietnamese (`42A`): LibreOffice and WPS show `1.234` and
 * `92,3` on any machine, Excel where Windows is set to Vietnamese.
 */
export const numberFormats: Readonly<Record<ColumnType, string>> = {
  text: '@',
  int: '[$-42A]#,##0',
  percent1: '[$-42A]0.0',
  date: 'dd/mm/yyyy',
};

/** Excel before 2010 shows ##### for longer text in a cell of format `@`. */
const longestTextFormat = 255;
/** Characters (UTF-16): with one more Excel calls the whole file damaged. */
const longestCell = 32_767;

/**
 * Whether Excel or a later CSV export could run the text as a formula. A text cell is never run by Excel itself, but
 * saved as CSV and opened again it would be. Kept as they are: a lone sign, list marks (`- nội dung`) and plain numbers
 * (`+84 912 345 678`); a call or an exchange with another program needs one of `(`, `|`, `!`, `=` or letters at once. The
 * wide signs (`＝`) are signs to an Excel that is set up for East Asia.
 */
export function looksLikeFormula(text: string): boolean {
  if (/^[=@＝＠\t\r]/u.test(text)) return true;
  return /^[+\-＋－]/u.test(text) && !/^[+\-＋－](?:$|\s[^|!=＝]*$|[\d\s.,()-]*$)/u.test(text);
}

/** Text as it may stand in a cell: led by an apostrophe where it could be run, and no longer than Excel reads. */
export function guarded(text: string): string {
  const safe = looksLikeFormula(text) ? `'${text}` : text;
  return safe.length <= longestCell
    ? safe
    : `${safe
        .slice(0, longestCell - 1)
        .toWellFormed()
        .replace(/\ufffd$/u, '')}…`;
}

/** What `guarded` was given: the apostrophe is the guard's where the rest could be run. */
export function unguarded(text: string): string {
  return text.startsWith("'") && looksLikeFormula(text.slice(1)) ? text.slice(1) : text;
}

/** Text from people as it may stand in a cell: cleaned and guarded. */
export function safeText(raw: string): string {
  return guarded(cleanText(raw));
}

/** A day, or a moment of it, as Excel counts: days since 30/12/1899. */
export function serialDay(moment: Date): number {
  return moment.getTime() / 86_400_000 + 25_569;
}

export type PreparedCell = { value: string | number | Date | null; numberFormat: string };

/** What is written for a value: numbers stay numbers and days become real dates; missing is `missingText`, never 0. */
export function prepareCell(value: CellValue, type: ColumnType, missingText: string): PreparedCell {
  if (value === null) return { value: missingText === '' ? null : safeText(missingText), numberFormat: 'General' };
  if (typeof value === 'number') {
    return { value, numberFormat: type === 'text' || type === 'date' ? 'General' : numberFormats[type] };
  }
  if (type === 'date' && isIsoDate(value)) {
    return { value: new Date(`${value}T00:00:00Z`), numberFormat: numberFormats.date };
  }
  const text = safeText(type === 'date' && isPartialDate(value) ? formatDate(value) : value);
  return { value: text, numberFormat: text.length <= longestTextFormat ? numberFormats.text : 'General' };
}
