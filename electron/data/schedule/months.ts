import { addMonths, firstDayOfMonth, type Month, monthOf } from '../vietnamese/dates.ts';

/** The month `count` months later. */
export function monthsLater(month: Month, count: number): Month {
  return monthOf(addMonths(firstDayOfMonth(month), count));
}

/** `count` months from `first` on. */
export function monthsFrom(first: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => monthsLater(first, index));
}

/** The twelve months of the year that a month is in. */
export function monthsOfYear(month: Month): Month[] {
  return monthsFrom(monthsLater(month, 1 - Number(month.slice(5))), 12);
}
