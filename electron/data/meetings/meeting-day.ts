import type { RuleValue } from '../rules/rule-values.ts';
import { type IsoDate, lastDayOfMonth, type Month, parseIsoDate } from '../vietnamese/dates.ts';

export type DayOutcome = 'on_set_day' | 'other_day_approved' | 'other_day_unapproved';

/**
 * The day a cell with this set day meets in a month; never shifted for weekends or holidays (handbook R3). A month
 * without the day (31 in June) has its last day or, by the rule `short_month_day`, none: then every day is another day.
 */
export function dueDay(month: Month, setDay: number, shortMonth: RuleValue<'short_month_day'>): IsoDate | null {
  const day = parseIsoDate(`${month}-${String(setDay).padStart(2, '0')}`);
  if (day !== null) return day;
  return shortMonth === 'last_day' ? lastDayOfMonth(month) : null;
}

/**
 * Whether a regular meeting was held on the cell's set day of its period (handbook R2, R3). `setDay` is the one in force
 * in that month: the cell's own, else the general one; null when there is none, and then no day is wrong: null.
 */
export function dayOutcome(
  meeting: { period: Month; date: IsoDate; otherDayApproved: boolean },
  setDay: number | null,
  shortMonth: RuleValue<'short_month_day'>,
): DayOutcome | null {
  if (setDay === null) return null;
  if (meeting.date === dueDay(meeting.period, setDay, shortMonth)) return 'on_set_day';
  return meeting.otherDayApproved ? 'other_day_approved' : 'other_day_unapproved';
}
