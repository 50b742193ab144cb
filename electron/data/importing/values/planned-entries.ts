import { cleanLine, cleanText } from '../../vietnamese/clean-text.ts';
import { type IsoDate, type Month, parseMonth, toIsoDate } from '../../vietnamese/dates.ts';

/** What stands before or after a day written beside a cell: `Thôn 1 (05/3)`, `05/3 - Thôn 1`, `Thôn 1, ngày 5/3/2024`. */
const dayBefore =
  /^(?:ngày\s+)?(?<day>\d{1,2})\s*[/.-]\s*(?<month>\d{1,2})(?:\s*[/.-]\s*(?<year>\d{4}))?(?:\s*[-–:,]\s*(?<cell>.+))?$/iu;
const dayAfter =
  /^(?<cell>.+?)\s*(?:[-–:,(]\s*)?(?:ngày\s+)?(?<day>\d{1,2})[/.-](?<month>\d{1,2})(?:[/.-](?<year>\d{4}))?\)?$/iu;
const dayAlone = /^(?:(?<cell>.+?)\s*[-–:,(]\s*)?ngày\s+(?<day>\d{1,2})\)?$/iu;

/** The parts of a box with several plans: one a line, or separated by `;`. */
export function plannedParts(typed: string): string[] {
  return cleanText(typed)
    .split(/[;\n]/u)
    .map(cleanLine)
    .filter((part) => part !== '');
}

/**
 * A day written in the box of a month, alone or beside a cell; `cell` null: where the official is assigned. Null when
 * there is no day in it, or one of another month.
 */
export function plannedDay(part: string, month: Month): { day: IsoDate; cell: string | null } | null {
  const { groups } = dayBefore.exec(part) ?? dayAfter.exec(part) ?? dayAlone.exec(part) ?? {};
  if (!groups) return null;
  const year = Number(groups.year ?? month.slice(0, 4));
  const day = toIsoDate(year, Number(groups.month ?? month.slice(5)), Number(groups.day));
  return day === null || !day.startsWith(month) ? null : { day, cell: groups.cell ?? null };
}

/** When a cell is planned to be visited: a whole day where it was written, else the month. */
export interface PlannedTime {
  month: Month;
  day: IsoDate | null;
}

/**
 * The box under a cell's name: `05/3`, `5/3/2024`, `T3`, `tháng 3, 6`, `3, 6, 9`, several of them; a tick stands for the
 * month that the sheet is of. Null when it says nothing of the kind.
 */
export function plannedTimes(typed: string, year: number | null, period: Month | null): PlannedTime[] | null {
  const text = cleanLine(typed);
  if (/^(?:x|v|✓|✔|√)$/iu.test(text)) return period === null ? null : [{ month: period, day: null }];
  const parts = plannedParts(typed.replace(/,\s*/gu, ';'));
  const times = parts.map((part) => timeOf(part, year));
  const read = times.filter((time) => time !== null);
  return read.length === 0 || read.length < times.length ? null : read;
}

function timeOf(part: string, year: number | null): PlannedTime | null {
  const monthAlone = /^(?:tháng|t)?\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?$/iu.exec(part);
  if (monthAlone) return inMonth(Number(monthAlone[2] ?? year), Number(monthAlone[1]));
  const groups = dayBefore.exec(part)?.groups;
  if (!groups || groups.cell !== undefined) return null;
  const day = toIsoDate(Number(groups.year ?? year), Number(groups.month), Number(groups.day));
  const month = day === null ? null : parseMonth(day.slice(0, 7));
  return day === null || month === null ? null : { month, day };
}

function inMonth(year: number, number: number): PlannedTime | null {
  const month = year === 0 ? null : parseMonth(`${year}-${String(number).padStart(2, '0')}`);
  return month === null ? null : { month, day: null };
}
