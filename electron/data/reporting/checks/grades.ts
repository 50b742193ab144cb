import type { Figures } from '../report.ts';
import { type CrossCheck, notAmong, type RawFinding, rowsOf } from './check.ts';

const grades = [
  { bc05: 'grade_good', bc07: 'months_good', word: 'Tốt' },
  { bc05: 'grade_fair', bc07: 'months_fair', word: 'Khá' },
  { bc05: 'grade_average', bc07: 'months_average', word: 'Trung bình' },
  { bc05: 'grade_poor', bc07: 'months_poor', word: 'Kém' },
  { bc05: 'not_graded', bc07: 'months_not_graded', word: 'Chưa xếp loại' },
] as const;

/** BC-05 counts meetings by grade, BC-07 the months by the grade of their regular meeting: these are among those. */
export const gradesOfBoth: CrossCheck = {
  code: 'grades',
  title: 'Số buổi theo xếp loại: BC-05 với BC-07',
  of: ['BC-05', 'BC-07'],
  run: async ({ report }) => gradesApart((await report('BC-05')).total, (await report('BC-07')).total),
};

/** By grade, from the last lines of the two reports. */
export function gradesApart(bc05: Figures, bc07: Figures): RawFinding[] {
  return grades.flatMap(({ word, ...columns }): RawFinding[] => {
    const [meetings, months] = [rowsOf(bc05, columns.bc05), rowsOf(bc07, columns.bc07)];
    const strange = notAmong(months, meetings);
    const others = notAmong(meetings, months);
    return [
      ...(strange.length === 0
        ? []
        : [
            {
              weight: 'disagrees' as const,
              message: `Loại ${word}: BC-07 có ${strange.length} kỳ mà BC-05 không tính vào loại này.`,
              rows: strange,
            },
          ]),
      ...(others.length === 0
        ? []
        : [
            {
              weight: 'notice' as const,
              message: `Loại ${word}: BC-05 có ${meetings.length} buổi, BC-07 có ${months.length} kỳ; BC-07 lấy mỗi tháng một buổi thường kỳ, không lấy ${others.length} buổi này.`,
              rows: others,
            },
          ]),
    ];
  });
}
