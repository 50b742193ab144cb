import type { Figures } from '../report.ts';
import { type CrossCheck, notAmong, type RawFinding, rowsOf } from './check.ts';

/** Visits of BC-05 (all) and of BC-02 (those toward the quota). Of a unit BC-02 shows officials whole, so only for the office. */
export const visitsOfBoth: CrossCheck = {
  code: 'visits',
  title: 'Lượt cấp trên dự: BC-05 với BC-02',
  of: ['BC-02', 'BC-05'],
  run: async ({ report, unit }) =>
    unit === null ? visitsApart((await report('BC-05')).total, (await report('BC-02')).total) : [],
};

export function visitsApart(bc05: Figures, bc02: Figures): RawFinding[] {
  const made = rowsOf(bc05, 'visits');
  const counted = rowsOf(bc02, 'visits').filter(({ entity }) => entity === 'visit');
  const strange = notAmong(counted, made);
  const others = notAmong(made, counted);
  return [
    ...finding(strange, 'disagrees', `BC-02 tính ${strange.length} lượt dự mà BC-05 không có.`),
    ...finding(
      others,
      'notice',
      `BC-05 có ${made.length} lượt cấp trên dự, BC-02 có ${counted.length} lượt tính vào định mức; ${others.length} lượt còn lại ngoài phân công hoặc người dự không có trong danh sách.`,
    ),
  ];
}

function finding(rows: RawFinding['rows'], weight: RawFinding['weight'], message: string): RawFinding[] {
  return rows.length === 0 ? [] : [{ weight, message, rows }];
}
