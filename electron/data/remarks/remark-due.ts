import type { RuleValue } from '../rules/rule-values.ts';
import { addDays, type IsoDate, lastDayOfMonth, parseIsoDate, parseMonth } from '../vietnamese/dates.ts';

type DueRule = RuleValue<'yearly_remark_due'>;

export type RemarkStanding = 'sent' | 'not_yet' | 'reminded' | 'overdue';

/** The day the remarks of a year are due (QĐ 1390: once a year; the day is the office's). 29/02 is the last of February. */
export function remarkDueDate(year: number, { month_day }: DueRule): IsoDate {
  const text = `${String(year).padStart(4, '0')}-${month_day}`;
  const day = parseIsoDate(text);
  if (day !== null) return day;
  const month = parseMonth(text.slice(0, 7));
  if (month === null) throw new RangeError(`no month of the year: ${month_day}`);
  return lastDayOfMonth(month);
}

/** Where a remark stands on a day: the reminder begins some days before it is due; on the due day it is not overdue. */
export function remarkStanding(
  { sentOn, dueDate }: { sentOn: string | null; dueDate: IsoDate },
  { remind_days }: DueRule,
  day: IsoDate,
): RemarkStanding {
  if (sentOn !== null && sentOn <= day) return 'sent';
  if (day > dueDate) return 'overdue';
  return day >= addDays(dueDate, -remind_days) ? 'reminded' : 'not_yet';
}
