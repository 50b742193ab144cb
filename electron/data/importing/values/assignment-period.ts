import { earliestDay, type IsoDate, isIsoDate, lastDayOfMonth, parseMonth, toIsoDate } from '../../vietnamese/dates.ts';

export interface AssignmentPeriod {
  from: IsoDate | null;
  to: IsoDate | null;
}

const when = String.raw`(?:tháng\s*)?(?:(\d{1,2})[/.\-])?(\d{1,2})[/.\-](\d{4})`;
const fromPattern = new RegExp(String.raw`từ\s+(?:ngày\s+)?${when}`, 'iu');
const toPattern = new RegExp(String.raw`đến\s+(?:hết\s+)?(?:ngày\s+)?${when}`, 'iu');

/**
 * How long an assignment holds: `Từ tháng 5/2024`, `Năm 2024` (from its first day, until replaced), `Đến hết tháng 4/2024`
 * (from the first day of the year), `Từ 01/5/2024 đến 31/8/2024`. Null when there is no date in it.
 */
export function parseAssignmentPeriod(written: string): AssignmentPeriod | null {
  const begins = fromPattern.exec(written);
  const ends = toPattern.exec(written);
  const to = ends ? dayOf(ends, 'last') : null;
  if (begins) return { from: dayOf(begins, 'first'), to };
  if (to !== null) return { from: yearBegin(to.slice(0, 4)), to };
  const year = /^(?:cả\s+)?năm\s+(\d{4})$/iu.exec(written.trim())?.[1];
  return year === undefined ? null : { from: yearBegin(year), to: null };
}

function yearBegin(year: string): IsoDate | null {
  return toIsoDate(Number(year), 1, 1);
}

function dayOf([, day, month, year]: RegExpExecArray, side: 'first' | 'last'): IsoDate | null {
  if (day !== undefined) return toIsoDate(Number(year), Number(month), Number(day));
  const whole = parseMonth(`${year}-${String(month).padStart(2, '0')}`);
  if (whole === null) return null;
  const bound = side === 'first' ? earliestDay(whole) : lastDayOfMonth(whole);
  return isIsoDate(bound) ? bound : null;
}
