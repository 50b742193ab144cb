import type { PeriodGradeRules } from '../../contract/scoring-sheet.ts';
import type { Grade, MeetingKind } from '../schema/column-types.ts';

/** A grade that is proposed, and why; or why none is. */
export interface Proposal {
  grade: Grade | null;
  why: string;
}

/** What is known of a cell's period when its grade is proposed. */
export interface GradedPeriod {
  /** Held meetings with their printed grade, null = not graded. */
  meetings: readonly { kind: MeetingKind | null; grade: Grade | null }[];
  /** The period is over, and every month of it is recorded. */
  complete: boolean;
}

const order: readonly Grade[] = ['poor', 'average', 'fair', 'good'];
const names: Readonly<Record<Grade, string>> = { good: 'Tốt', fair: 'Khá', average: 'Trung bình', poor: 'Kém' };

/** At least as good. */
export function atLeast(given: Grade, wanted: Grade): boolean {
  return order.indexOf(given) >= order.indexOf(wanted);
}

/**
 * The grade of a quarter or a year by the sheet's rules, first match from the top (cells handbook 5.4, 5.7). Nothing is
 * proposed before the period is over and every meeting has its grade (R42), nor by a rule of which a part is not known.
 */
export function proposePeriodGrade(rules: PeriodGradeRules | null, { meetings, complete }: GradedPeriod): Proposal {
  if (rules === null) return none('Mẫu không có quy tắc xếp loại kỳ');
  // A combined meeting is a regular one as well (R5).
  const kinds = rules.meeting_kinds.includes('regular')
    ? [...rules.meeting_kinds, 'regular_with_thematic']
    : rules.meeting_kinds;
  const counted = meetings.filter(({ kind }) => kind !== null && kinds.includes(kind));
  const grades = counted.map(({ grade }) => grade).filter((grade) => grade !== null);
  if (counted.length === 0) return none('Chưa có buổi sinh hoạt nào trong kỳ');
  if (grades.length < counted.length) return none(`Còn ${counted.length - grades.length} buổi chưa xếp loại`);
  if (!complete) return none('Chưa hết kỳ hoặc còn tháng chưa báo cáo');
  const match = rules.rules.find(
    ({ all_at_least, min_count }) =>
      (all_at_least === null || grades.every((grade) => atLeast(grade, all_at_least))) &&
      (min_count === null || grades.filter((grade) => atLeast(grade, min_count.grade)).length >= min_count.count),
  );
  if (!match) return none('Không quy tắc nào của mẫu khớp: cấp trên quyết định');
  if (match.further_condition === 'unknown') {
    return none(`Quy tắc xếp loại ${names[match.grade]} chưa đầy đủ: cấp trên quyết định`);
  }
  const good = grades.filter((grade) => grade === 'good').length;
  return { grade: match.grade, why: `${grades.length} buổi, ${good} buổi Tốt` };
}

function none(why: string): Proposal {
  return { grade: null, why };
}
