import type { FigureRow } from '../figure.ts';
import type { Figures } from '../report.ts';
import { type CrossCheck, type RawFinding, rowsOf } from './check.ts';

/** No more can be present than were due (R10, R11). */
export const presentAndDue: CrossCheck = {
  code: 'present-and-due',
  title: 'BC-05: có mặt không quá phải dự',
  of: ['BC-05'],
  run: async ({ report }) => presentOverDue((await report('BC-05')).total),
};

/** Meeting by meeting: a rate over all of them hides it. */
export function presentOverDue(bc05: Figures): RawFinding[] {
  const due = new Map(rowsOf(bc05, 'due').map(({ id, amount }) => [id, amount]));
  const over = rowsOf(bc05, 'present').flatMap((row): FigureRow[] => {
    const expected = due.get(row.id);
    if (expected === undefined || row.amount <= expected) return [];
    return [{ ...row, amount: row.amount - expected, note: `có mặt ${row.amount}, phải dự ${expected}` }];
  });
  if (over.length === 0) return [];
  const message = `${over.length} buổi ghi số có mặt nhiều hơn số phải dự.`;
  return [{ weight: 'disagrees', message, rows: over }];
}
