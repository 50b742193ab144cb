import type { Comparison, Condition, FactCode } from '../../contract/scoring-sheet.ts';

/** An exact share, compared as the fraction and never as the printed decimal (cells handbook 5.7). */
export interface Fraction {
  numerator: number;
  denominator: number;
}

/** Percentages are fractions; what is not known is null and never counts as 0 (R42). */
export type FactValue = number | boolean | Fraction | null;

export interface Fact {
  value: FactValue;
  /** What it came from, or what is missing, in words: `có mặt 9/10`. */
  words: string;
}

export type Facts = Readonly<Record<FactCode, Fact>>;

/** Where nothing is known of a meeting. */
export const unknownFact: Fact = { value: null, words: 'chưa có số liệu' };

/** Names of the facts, as the sheet editor and the rating form print them. */
export const factLabels: Readonly<Record<FactCode, string>> = {
  attendance_percent: 'Tỷ lệ dự (%)',
  absent_unexcused_count: 'Số đảng viên vắng không lý do',
  max_excused_streak: 'Số lần vắng có lý do liên tiếp nhiều nhất trong năm',
  on_day: 'Đúng ngày sinh hoạt',
  duration_minutes: 'Thời lượng (phút)',
  required_minutes: 'Thời lượng quy định (phút)',
  duration_surplus_minutes: 'Thời lượng thừa (+), thiếu (−) so với quy định (phút)',
  duration_percent: 'Thời lượng so với quy định (%)',
  speaker_percent: 'Tỷ lệ người phát biểu (%)',
  prior_resolution_percent: 'Kết quả thực hiện nghị quyết tháng trước (%)',
  has_theme: 'Có sinh hoạt chuyên đề',
  only_secretary: 'Chi bộ chỉ có bí thư',
  cell_committee_met_before: 'Họp chi ủy trước',
  notified_members: 'Đã thông báo đảng viên',
  notified_superior: 'Đã thông báo cấp ủy cấp trên',
  documents_lead_days: 'Số ngày đăng tài liệu trước',
  documents_on_app: 'Tài liệu có trên Sổ tay đảng viên điện tử',
  minutes_posted_days: 'Số ngày đăng biên bản sau buổi họp',
};

/** Whether the sheet may ask for it. */
export function isFactCode(fact: string): fact is FactCode {
  return Object.hasOwn(factLabels, fact);
}

/** All facts, each unknown unless given. */
export function factsWith(known: Partial<Record<FactCode, FactValue | Fact>>): Facts {
  const given = (code: FactCode): Fact => {
    const fact = known[code];
    if (fact === undefined || fact === null) return unknownFact;
    if (typeof fact === 'object' && 'words' in fact) return fact;
    return { value: fact, words: String(fact) };
  };
  return {
    attendance_percent: given('attendance_percent'),
    absent_unexcused_count: given('absent_unexcused_count'),
    max_excused_streak: given('max_excused_streak'),
    on_day: given('on_day'),
    duration_minutes: given('duration_minutes'),
    required_minutes: given('required_minutes'),
    duration_surplus_minutes: given('duration_surplus_minutes'),
    duration_percent: given('duration_percent'),
    speaker_percent: given('speaker_percent'),
    prior_resolution_percent: given('prior_resolution_percent'),
    has_theme: given('has_theme'),
    only_secretary: given('only_secretary'),
    cell_committee_met_before: given('cell_committee_met_before'),
    notified_members: given('notified_members'),
    notified_superior: given('notified_superior'),
    documents_lead_days: given('documents_lead_days'),
    documents_on_app: given('documents_on_app'),
    minutes_posted_days: given('minutes_posted_days'),
  };
}

/** Negative, 0 or positive as the fact is below, at or above the value; null when it is not known or no number. */
export function compareFact(value: FactValue, bound: number): number | null {
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'number') return value - bound;
  if (value.denominator === 0) return null;
  // Thousandths, so that both sides are whole: 19/20 against 95 is equal and 0.1 does not stray.
  return value.numerator * 100_000 - Math.round(bound * 1000) * value.denominator;
}

/** Whether a condition holds; null when a fact it needs is not known, unless another already says no. */
export function holds(asked: Condition, facts: Facts): boolean | null {
  const answers = comparisonsOf(asked).map((comparison) => compare(comparison, facts));
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

export function comparisonsOf(asked: Condition): readonly Comparison[] {
  return 'all' in asked ? asked.all : [asked];
}

/** The words of the facts a condition asks for, for the scorer. */
export function conditionWords(asked: Condition, facts: Facts): string {
  return comparisonsOf(asked)
    .map(({ fact }) => factOf(fact, facts).words)
    .join('; ');
}

export function factOf(code: string, facts: Facts): Fact {
  return isFactCode(code) ? facts[code] : unknownFact;
}

function compare({ fact, op, value: bound }: Comparison, facts: Facts): boolean | null {
  const { value } = factOf(fact, facts);
  if (value === null) return null;
  if (typeof bound === 'boolean' || typeof value === 'boolean') {
    if (op === '==') return value === bound;
    return op === '!=' ? value !== bound : null;
  }
  const difference = compareFact(value, bound);
  if (difference === null) return null;
  switch (op) {
    case '==':
      return difference === 0;
    case '!=':
      return difference !== 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
  }
}
