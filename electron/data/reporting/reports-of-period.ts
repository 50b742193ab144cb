import type { ReportLine } from '../../contract/reports.ts';
import { reportsOfWholeOffice } from '../../contract/scope.ts';
import type { Office } from '../office-file/office.ts';
import { today } from '../today.ts';
import { addDays, addMonths, firstDayOfMonth, type IsoDate, lastDayOfMonth, monthOf } from '../vietnamese/dates.ts';
import { listFrozen } from './frozen/read-frozen.ts';
import { layoutOn } from './layouts/saved-layouts.ts';
import type { Period } from './period.ts';
import type { Report } from './report.ts';
import { reports } from './reports/index.ts';

/**
 * The reports of a period as the office sends them: to whom, by when, and whether the figures are frozen (R40). To somebody who has a
 * part of it, those that can be made of a part; deadlines and what is frozen are the whole office's.
 */
export async function reportsOfPeriod(
  { db, part }: Pick<Office, 'db' | 'part'>,
  period: Period,
  now: IsoDate = today(),
): Promise<ReportLine[]> {
  const [{ report_receiver: receiver }, frozen] = await Promise.all([
    db.selectFrom('office').select('report_receiver').executeTakeFirstOrThrow(),
    listFrozen(db, { period: period.key }),
  ]);
  const lines: ReportLine[] = [];
  for (const { code, title } of reportsWithin(part)) {
    const own = (await layoutOn(db, code, period.dateTo))?.layout;
    const due = own?.due && part === null ? dueDay(period, own.due) : null;
    const last = frozen.find((one) => one.kind === 'report' && one.code === code && one.unit === null);
    lines.push({
      code,
      title: own?.title ?? title,
      receiver: own?.receiver ?? receiver,
      due,
      frozen: last ? { id: last.id, frozen_at: last.frozen_at, number_symbol: last.number_symbol } : null,
      overdue: due !== null && !last && due < now,
    });
  }
  return lines;
}

/** The reports that may be made of a part of the office; null: of the whole, all of them. */
export function reportsWithin(part: Office['part']): readonly Report[] {
  return part === null ? reports : reports.filter(({ code }) => !reportsOfWholeOffice.includes(code));
}

/** The day of the month so many months after the period's last; of a shorter month its last day. */
export function dueDay({ dateTo }: Pick<Period, 'dateTo'>, rule: { months_after: number; day: number }): IsoDate {
  const first = addMonths(firstDayOfMonth(monthOf(dateTo)), rule.months_after);
  const last = lastDayOfMonth(monthOf(first));
  const wanted = addDays(first, rule.day - 1);
  return wanted < last ? wanted : last;
}
