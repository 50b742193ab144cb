import type { Figures } from '../report.ts';
import { type CrossCheck, notAmong, type RawFinding, rowsOf } from './check.ts';

/** Petitions heard at the visits of BC-02 are among those raised in the period of BC-04. */
export const petitionsOfBoth: CrossCheck = {
  code: 'petitions',
  title: 'Ý kiến, kiến nghị: BC-04 với BC-02',
  of: ['BC-02', 'BC-04'],
  run: async ({ report, unit }) =>
    unit === null ? petitionsApart((await report('BC-04')).total, (await report('BC-02')).total) : [],
};

/** Nothing is said where the office keeps no petitions. */
export function petitionsApart(bc04: Figures, bc02: Figures): RawFinding[] {
  const [raised, heard] = [bc04.petitions, bc02.petitions];
  if (raised?.how !== 'count' || heard?.how !== 'count') return [];
  const strange = notAmong(rowsOf(bc02, 'petitions'), raised.rows);
  const others = notAmong(raised.rows, heard.rows);
  return [
    ...(strange.length === 0
      ? []
      : [
          {
            weight: 'disagrees' as const,
            message: `BC-02 có ${strange.length} ý kiến, kiến nghị nghe tại buổi dự mà BC-04 của kỳ không có: xem lại ngày nêu.`,
            rows: strange,
          },
        ]),
    ...(others.length === 0
      ? []
      : [
          {
            weight: 'notice' as const,
            message: `BC-04 có ${raised.rows.length} lượt nêu, BC-02 có ${heard.rows.length}; ${others.length} lượt không gắn với buổi dự nào tính vào định mức.`,
            rows: others,
          },
        ]),
  ];
}
