import { formatInteger } from '../../vietnamese/numbers.ts';
import type { Figures } from '../report.ts';
import type { ReportColumn } from '../report-forms.ts';
import { type CrossCheck, notAmong, type RawFinding, rowsOf, valueIn } from './check.ts';

/** What happens in a month and adds up over months; stocks such as membership, and what is owed by the quarter, do not. */
const adding: Readonly<Record<string, readonly string[]>> = {
  'BC-02': [
    ...['visits_regular', 'visits_thematic', 'visits_other', 'visits'],
    ...['missed_with_reason', 'missed_without_reason', 'substitute_sent', 'petitions', 'petitions_answered_on_spot'],
  ],
  'BC-04': ['petitions'],
  'BC-05': [
    ...['met_on_set_day', 'met_other_day_approved', 'met_other_day_unapproved', 'cells_not_met', 'due', 'present'],
    ...['absent_excused', 'absent_unexcused', 'thematic_meetings', 'meetings_below_minimum'],
    ...['grade_good', 'grade_fair', 'grade_average', 'grade_poor', 'not_graded', 'visits', 'resolutions'],
  ],
  'BC-07': ['months_good', 'months_fair', 'months_average', 'months_poor', 'months_not_graded'],
};

/** A quarter or a year against the months that were sent: only where every month of it is frozen. */
export const frozenMonths = (code: string): CrossCheck => ({
  code: `frozen-months:${code}`,
  title: `${code}: số của kỳ với tổng các tháng đã chốt`,
  of: [code],
  async run({ report, frozen, period }) {
    if (period.months.length === 1) return [];
    const months: Figures[] = [];
    for (const month of period.months) {
      const content = await frozen(code, month);
      if (content === null) return [];
      months.push(content.total.figures);
    }
    const { total, form } = await report(code);
    return monthsApart(
      total,
      months,
      form.columns.filter(({ key }) => adding[code]?.includes(key)),
    );
  },
});

export function monthsApart(
  total: Figures,
  months: readonly Figures[],
  columns: readonly Pick<ReportColumn, 'key' | 'label'>[],
): RawFinding[] {
  return columns.flatMap(({ key, label }): RawFinding[] => {
    const values = months.map((month) => valueIn(month, key));
    const now = valueIn(total, key);
    if (now === null || values.every((value) => value === null)) return [];
    const sent = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    if (sent === now) return [];
    const [own, theirs] = [rowsOf(total, key), months.flatMap((month) => rowsOf(month, key))];
    return [
      {
        weight: 'disagrees',
        message: `Cột “${label}”: kỳ này ${formatInteger(now)}, cộng các tháng đã chốt được ${formatInteger(sent)}. Số liệu các tháng đã sửa sau khi chốt.`,
        rows: [...notAmong(own, theirs), ...notAmong(theirs, own)],
      },
    ];
  });
}
