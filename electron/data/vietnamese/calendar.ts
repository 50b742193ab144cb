declare const partialBrand: unique symbol;
declare const dayBrand: unique symbol;
declare const monthBrand: unique symbol;

/** A date with its precision: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string & { readonly [partialBrand]: true };
/** A calendar day, `YYYY-MM-DD`; also the most precise `PartialDate`. */
export type IsoDate = PartialDate & { readonly [dayBrand]: true };
/** A calendar month, `YYYY-MM`; also a `PartialDate`. */
export type Month = PartialDate & { readonly [monthBrand]: true };

const dayMilliseconds = 86_400_000;

/** Whether the day exists in the Gregorian calendar, years 1 to 9999. */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  if (year < 1 || year > 9999 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function fields(text: string): [number, number, number] {
  return [digitsAt(text, 0, 4), digitsAt(text, 5, 7), digitsAt(text, 8, 10)];
}

const dash = 45;

/**
 * The number that the digits at these places make, one by one: a report of a year reads a hundred thousand days. NaN where
 * one is none, 0 where the text ends before.
 */
function digitsAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to && at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}

/** Asked for every day of every row: letter by letter, without making anything. */
export function isIsoDate(text: string): text is IsoDate {
  if (text.length !== 10 || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return false;
  return isRealDate(...fields(text));
}

export function isMonth(text: string): text is Month {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text) && text >= '0001';
}

export function isPartialDate(text: string): text is PartialDate {
  return isIsoDate(text) || isMonth(text) || (/^\d{4}$/u.test(text) && text >= '0001');
}

/** `null` when there is no such day. */
export function toIsoDate(year: number, month: number, day: number): IsoDate | null {
  return parseIsoDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Reads exactly `YYYY-MM-DD`; `null` for any other text or a day that does not exist. */
export function parseIsoDate(text: string): IsoDate | null {
  return isIsoDate(text) ? text : null;
}

/** Reads exactly `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function parsePartialIso(text: string): PartialDate | null {
  return isPartialDate(text) ? text : null;
}

/** Reads exactly `YYYY-MM`. */
export function parseMonth(text: string): Month | null {
  return isMonth(text) ? text : null;
}

function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMilliseconds;
}

function must<T>(value: T | null, what: string): T {
  if (value === null) throw new RangeError(`outside the calendar: ${what}`);
  return value;
}

/** In every month. */
const leastDays = 28;

/** Throws RangeError beyond the years 1 to 9999. */
export function addDays(date: IsoDate, days: number): IsoDate {
  // Within its month, as nearly every eve of a day is: asked for each period of each member of an import.
  const day = digitsAt(date, 8, 10) + days;
  if (day >= 1 && day <= leastDays) return must(parseIsoDate(`${date.slice(0, 8)}${pad(day, 2)}`), date);
  const instant = new Date((dayNumber(date) + days) * dayMilliseconds);
  const text = Number.isNaN(instant.valueOf()) ? '' : instant.toISOString().slice(0, 10);
  return must(parseIsoDate(text), `${date} + ${days} days`);
}

/** The same day `months` later, or the last day of that month: 31/01 + 1 is 28/02. Throws RangeError as `addDays`. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = fields(date);
  const index = year * 12 + month - 1 + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return must(toIsoDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))), `${date} + ${months} months`);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Whole months from `from` to `to`, negative when `to` is earlier. A month or year stands for its first day, so for
 * two `Month`s this is their distance, and for two days `addMonths(from, result)` does not pass `to`.
 */
export function monthsBetween(from: PartialDate, to: PartialDate): number {
  const [start, end] = [earliestDay(from), earliestDay(to)];
  if (end < start) return 0 - monthsBetween(end, start);
  const [startYear, startMonth] = fields(start);
  const [endYear, endMonth] = fields(end);
  const months = (endYear - startYear) * 12 + endMonth - startMonth;
  return addMonths(start, months) <= end ? months : months - 1;
}

/** The month a day lies in. */
export function monthOf(date: IsoDate): Month {
  return must(parseMonth(date.slice(0, 7)), date);
}

export function firstDayOfMonth(month: Month): IsoDate {
  return earliestDay(month);
}

/** Of the months that were asked for: what is dated is asked of each of them, by every record of a report. */
const lastDays = new Map<Month, IsoDate>();

export function lastDayOfMonth(month: Month): IsoDate {
  const known = lastDays.get(month);
  if (known !== undefined) return known;
  const [year, monthNumber] = fields(month);
  const day = must(parseIsoDate(`${month}-${daysInMonth(year, monthNumber)}`), month);
  lastDays.set(month, day);
  return day;
}

/** Where a partial date sorts and from when it may hold: the first day of its year or month (pitfall 4). */
export function earliestDay(date: PartialDate): IsoDate {
  if (isIsoDate(date)) return date;
  return must(parseIsoDate(`${date}-01-01`.slice(0, 10)), date);
}

/** `dd/mm/yyyy`, `mm/yyyy` or `yyyy`: the display of every date outside documents (pitfall 4). */
export function formatDate(date: PartialDate): string {
  return date.split('-').reverse().join('/');
}

/** Leading zero for days under 10 and for months 1 and 2 only (document format, section 8). */
function dayAndMonth(date: IsoDate): [string, string] {
  const [, month, day] = fields(date);
  return [pad(day, 2), month < 3 ? pad(month, 2) : String(month)];
}

/** `ngày 03 tháng 02 năm 2026`, for place and date lines. */
export function formatLongDate(date: IsoDate): string {
  const [day, month] = dayAndMonth(date);
  return `ngày ${day} tháng ${month} năm ${date.slice(0, 4)}`;
}

/** `03/4/2018`, the short date inside documents, with the same zeros. */
export function formatShortDate(date: IsoDate): string {
  return `${dayAndMonth(date).join('/')}/${date.slice(0, 4)}`;
}
