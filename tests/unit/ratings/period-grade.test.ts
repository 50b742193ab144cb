import { describe, expect, it } from 'vitest';
import { proposePeriodGrade } from '../../../electron/data/ratings/period-grade.ts';
import type { Grade, MeetingKind } from '../../../electron/data/schema/column-types.ts';
import { preset } from '../../support/scoring-sheets.ts';

const [phuTho = null] = preset('phu-tho-khoi-hd12').period_grade_rules;

const year = (grades: readonly (Grade | null)[], complete = true) =>
  proposePeriodGrade(phuTho, {
    meetings: grades.map((grade) => ({ kind: 'regular' as MeetingKind, grade })),
    complete,
  });
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('the year grade of Phú Thọ (handbook 5.4)', () => {
  it('Tốt: every regular meeting Khá or better and at least 7 Tốt', () => {
    expect(year([...times(7, 'good' as const), ...times(5, 'fair' as const)]).grade).toBe('good');
  });

  it('6 Tốt, or one Trung bình: only the incomplete rule is left, and it proposes nothing and says so', () => {
    const why = 'Quy tắc xếp loại Khá chưa đầy đủ: cấp trên quyết định';
    expect(year([...times(6, 'good' as const), ...times(6, 'fair' as const)])).toEqual({ grade: null, why });
    expect(year([...times(11, 'good' as const), 'average'])).toEqual({ grade: null, why });
  });

  it('one Kém: no rule is known', () => {
    expect(year([...times(11, 'good' as const), 'poor']).why).toContain('Không quy tắc nào');
  });

  it('R42: nothing is proposed while a meeting has no grade, or the year is not complete', () => {
    expect(year([...times(11, 'good' as const), null])).toEqual({ grade: null, why: 'Còn 1 buổi chưa xếp loại' });
    expect(year(times(8, 'good'), false).grade).toBeNull();
  });

  it('thematic meetings of their own are not asked; a combined one is a regular one as well (R5)', () => {
    const meetings = [
      ...times(11, { kind: 'regular' as MeetingKind, grade: 'good' as Grade }),
      { kind: 'thematic' as MeetingKind, grade: 'poor' as Grade },
    ];
    const and = (grade: Grade) => ({ kind: 'regular_with_thematic' as MeetingKind, grade });
    expect(proposePeriodGrade(phuTho, { meetings: [...meetings, and('fair')], complete: true }).grade).toBe('good');
    expect(proposePeriodGrade(phuTho, { meetings: [...meetings, and('poor')], complete: true }).grade).toBeNull();
  });
});
