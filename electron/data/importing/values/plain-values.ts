import { addMonths, type IsoDate, isIsoDate, type PartialDate, parseDateAsWritten } from '../../vietnamese/dates.ts';
import { parseNumberAsWritten } from '../../vietnamese/numbers.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';

/** What clerks put where there is nothing: `-`, `…`, `.`. */
const blankMark = /^[-–—_.…?\s]+$/u;

/** Begins with a digit or a Latin letter: no mark of a blank does. */
function startsSurely(line: string): boolean {
  const code = line.charCodeAt(0);
  if (code >= 0xc0) return code < 0x250;
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** The text of a field on one line; null when empty or a mere dash. */
export function lineValue(row: SheetRow, field: string): string | null {
  const line = row.line(field);
  return line === null || (!startsSurely(line) && blankMark.test(line)) ? null : line;
}

/** A person's date, whole or partial. What cannot be read is reported and left empty. */
export function dateValue(
  context: SheetContext,
  row: SheetRow,
  field: string,
  kind: 'birth' | 'event',
): PartialDate | null {
  const line = dateLine(context, row, field);
  if (line === null) return null;
  const reading = context.readDate(line, kind);
  if (reading.ok) return reading.value;
  context.report(row, field, reading.code, { value: reading.text });
  return null;
}

/** From the first day of Excel's 1900 system to that of the 1904 system. */
const daysTo1904 = 1462;
/** A smaller number in a column of dates is a year (pitfall 4d). */
const smallestSerial = 10_000;

/** As written; a day that is a bare number in a file of the 1904 system as the number it would be in any other (4e). */
function dateLine({ date1904 }: SheetContext, row: SheetRow, field: string): string | null {
  const value = date1904 ? row.value(field) : undefined;
  const isSerial = value?.type === 'number' && value.value >= smallestSerial;
  return isSerial ? String(value.value + daysTo1904) : lineValue(row, field);
}

/** A whole day; a partial date is reported as not a date. */
export function dayValue(context: SheetContext, row: SheetRow, field: string): IsoDate | null {
  const date = dateValue(context, row, field, 'event');
  if (date === null || isIsoDate(date)) return date;
  context.report(row, field, 'not_a_date', { value: row.line(field) });
  return null;
}

/** A day that may lie ahead, such as a deadline: up to ten years. */
export function laterDayValue(context: SheetContext, row: SheetRow, field: string): IsoDate | null {
  const line = lineValue(row, field);
  if (line === null) return null;
  const reading = parseDateAsWritten(line, { today: addMonths(context.today, 120), kind: 'event' });
  if (reading.ok && isIsoDate(reading.value)) return reading.value;
  context.report(row, field, reading.ok ? 'not_a_date' : reading.code, { value: row.line(field) });
  return null;
}

/** A count: a whole number, 0 or more. Anything else is reported and left empty. */
export function countValue(context: SheetContext, row: SheetRow, field: string): number | null {
  const number = numberValue(context, row, field);
  if (number === null || (Number.isInteger(number) && number >= 0)) return number;
  context.report(row, field, 'not_a_number', { value: row.line(field) });
  return null;
}

/** A number as typed or written (`95,5`). Anything else is reported and left empty. */
export function numberValue(context: SheetContext, row: SheetRow, field: string): number | null {
  const value = row.value(field);
  if (value?.type === 'number') return value.value;
  const line = lineValue(row, field);
  if (line === null) return null;
  const number = parseNumberAsWritten(line);
  if (number === null) context.report(row, field, 'not_a_number', { value: line });
  return number;
}

/** Whether a tick column is ticked: `x`, `X`, `v`, `✓`, `1`. */
export function isTicked(row: SheetRow, field: string): boolean {
  return /^(?:x|v|✓|✔|√|1|có)$/iu.test(row.line(field) ?? '');
}

/** A telephone number as digits; the leading 0 that Excel drops from nine digits is put back. */
export function phoneValue(row: SheetRow, field: string): string | null {
  const line = lineValue(row, field);
  if (line === null) return null;
  const digits = line.replace(/[\s.\-()]/gu, '');
  if (!/^\+?\d+$/u.test(digits)) return line;
  return /^[1-9]\d{8}$/u.test(digits) ? `0${digits}` : digits;
}
