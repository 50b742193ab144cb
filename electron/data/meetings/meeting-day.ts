import type { RuleValue } from '../rules/rule-values.ts';
import { type IsoDate, lastDayOfMonth, type Month, parseIsoDate } from '../vietnamese/dates.ts';

export type DayOutcome = 'on_set_day' | 'other_day_approved' | 'other_day_unapproved';

/** The days of the month (1-31) on which a cell may meet in one month; null = none is set. */
export interface MonthDays {
  /** The cell's own day, else the general one (handbook R2). */
  setDay: number | null;
  /** The approved other day while it is in force (handbook R3). */
  approvedDay: number | null;
}

/** The day the cell is expected on: the approved exception while it is in force, else the set day (handbook R2, R3). */
export function effectiveDay({ setDay, approvedDay }: MonthDays): number | null {
  return approvedDay ?? setDay;
}

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
 * Whether a regular meeting was held on the day of its period (handbook R2, R3): on the set day, on another day that was
 * approved (for this meeting, or by an exception in force) and so complies, or on another day. Where no day is set none
 * is wrong: null.
 */
export function dayOutcome(
  meeting: { period: Month; date: IsoDate; otherDayApproved: boolean },
  { setDay, approvedDay }: MonthDays,
  shortMonth: RuleValue<'short_month_day'>,
): DayOutcome | null {
  const isOn = (day: number | null) => day !== null && meeting.date === dueDay(meeting.period, day, shortMonth);
  if (setDay === null && approvedDay === null) return null;
  if (isOn(setDay)) return 'on_set_day';
  return meeting.otherDayApproved || isOn(approvedDay) ? 'other_day_approved' : 'other_day_unapproved';
}
