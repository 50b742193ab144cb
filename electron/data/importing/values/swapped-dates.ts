import { addMonths, type IsoDate, isIsoDate, type PartialDate, toIsoDate } from '../../vietnamese/dates.ts';

/** A date column of one sheet: what each row has, true date or text. */
export interface DateCell {
  written: 'date' | 'text';
  date: PartialDate;
  /** The same person's other date, to judge by: admission and full membership share day and month. */
  companion: PartialDate | null;
}

const fewest = 3;

function dayOf(date: IsoDate): number {
  return Number(date.slice(8));
}

/** `1990-03-02` -> `1990-02-03`; null when there is no such day. */
export function swapDayAndMonth(date: PartialDate): IsoDate | null {
  if (!isIsoDate(date)) return null;
  return toIsoDate(Number(date.slice(0, 4)), Number(date.slice(8)), Number(date.slice(5, 7)));
}

/**
 * Pitfall 4i: an English-locale Excel stores `3/2/1990` as 2 March, while `19/5/1990` stays text. A column in which all
 * true dates have a day of 12 or less and all texts one above 12 was swapped.
 */
export function looksSwapped(cells: Iterable<DateCell>): boolean {
  let [trueDays, textDays] = [0, 0];
  for (const { written, date } of cells) {
    if (!isIsoDate(date)) continue;
    const isTrueDate = written === 'date';
    if (dayOf(date) <= 12 !== isTrueDate) return false;
    if (isTrueDate) trueDays += 1;
    else textDays += 1;
  }
  return trueDays >= fewest && textDays >= fewest;
}

/** Whether the other date of the same people proves it: swapped back, most true dates lie whole months from it. */
export function swapIsProven(cells: Iterable<DateCell>): boolean {
  let asWritten = 0;
  let swapped = 0;
  let judged = 0;
  for (const { written, date, companion } of cells) {
    const turned = swapDayAndMonth(date);
    if (written !== 'date' || companion === null || !isIsoDate(companion) || !isIsoDate(date)) continue;
    if (turned === null || turned === date) continue;
    judged += 1;
    if (fits(date, companion)) asWritten += 1;
    if (fits(turned, companion)) swapped += 1;
  }
  return judged >= fewest && swapped > judged / 2 && swapped > 2 * asWritten;
}

/** Probation lasts whole months: 12 today, 3 to 24 in the past. */
function fits(date: IsoDate, companion: IsoDate): boolean {
  return [3, 4, 6, 9, 12, 18, 24].some(
    (months) => addMonths(date, months) === companion || addMonths(companion, months) === date,
  );
}
