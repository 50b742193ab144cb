import { type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';

/** A day that the contract or a column has checked already. Throws RangeError when it is none. */
export function asDay(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === null) throw new RangeError(`not a day: ${text}`);
  return day;
}
