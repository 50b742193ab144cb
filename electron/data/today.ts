import { type IsoDate, toIsoDate } from './vietnamese/dates.ts';

/** Today by the local calendar (never UTC: before 7 a.m. in Vietnam that is yesterday). */
export function today(): IsoDate {
  const now = new Date();
  const date = toIsoDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (date === null) throw new RangeError('the system clock shows no valid date');
  return date;
}
