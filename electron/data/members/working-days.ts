import { addDays, type IsoDate } from '../vietnamese/dates.ts';

/** Monday to Friday. Public holidays are not known to the program: where they fall in between, a deadline is later. */
function isWorkingDay(day: IsoDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The day on which `count` working days after `day` have passed; `day` itself does not count (R25). */
export function addWorkingDays(day: IsoDate, count: number): IsoDate {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}
