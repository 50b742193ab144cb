import type { RatedMeeting } from '../../../meetings/register.ts';
import type { CellGrades, GivenRating, GradedMonth } from '../../../ratings/grade-book.ts';
import type { RuleValue } from '../../../rules/rule-values.ts';
import type { Grade } from '../../../schema/column-types.ts';
import { count, type Figure, notApplicable, unknown } from '../../figure.ts';
import type { Period } from '../../period.ts';

type Texts = Record<string, string | null>;

/** How the form writes grades. */
export const gradeWords: Readonly<Record<Grade, string>> = {
  good: 'Tốt',
  fair: 'Khá',
  average: 'Trung bình',
  poor: 'Kém',
};

/** As the narrow columns of the months write them. */
const shortWords: Readonly<Record<Grade, string>> = { ...gradeWords, average: 'TB' };

/** Whose rating it is. */
export const scorerWords: Readonly<Record<RuleValue<'printed_grade'>[number], string>> = {
  superior_decision: 'cấp trên quyết định',
  visiting_official: 'cấp ủy viên dự chấm',
  cell_committee: 'chi ủy chấm',
  self: 'chi bộ tự chấm',
};

/** The columns of each month and quarter. */
const monthColumns = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0')).map((number) => ({
  ...{ number, score: `score_${number}`, grade: `grade_${number}` },
}));
const quarterColumns = ([1, 2, 3, 4] as const).map((number) => ({
  ...{ number, mean: `thematic_q${number}`, grade: `thematic_grade_q${number}` },
}));

/** The columns that hold figures. */
export const figureKeys: readonly string[] = [
  ...monthColumns.map(({ score }) => score),
  ...quarterColumns.map(({ mean }) => mean),
  ...['months_good', 'months_fair', 'months_average', 'months_poor', 'months_not_graded', 'average_score'],
];

/** The figures of one cell (handbook section 4, BC-07); a cell of which nothing is recorded has none (R42). */
export function figuresOf({ months, thematic }: CellGrades, period: Period): Record<string, Figure> {
  const figures: Record<string, Figure> = {};
  const monthOf = byNumber(months);
  for (const { number, score } of monthColumns) figures[score] = monthScore(monthOf.get(number) ?? null);
  for (const { number, mean } of quarterColumns) {
    const index = period.quarters.findIndex((quarter) => quarter.number === number);
    const meetings = index < 0 ? null : (thematic[index] ?? []);
    figures[mean] = meetings === null ? notApplicable : scores(meetings);
  }
  const held = months.flatMap(({ meeting, rating, state }) =>
    state === 'held' && meeting !== null ? [{ meeting, rating }] : [],
  );
  const recorded = months.some(({ state }) => state === 'held' || state === 'not_held');
  const graded = (grade: Grade | null): Figure => {
    const ids = held.filter(({ rating }) => (rating?.grade ?? null) === grade).map(({ meeting }) => meeting.id);
    return recorded ? count('meeting', ids) : unknown;
  };
  return {
    ...figures,
    ...{ months_good: graded('good'), months_fair: graded('fair'), months_average: graded('average') },
    ...{ months_poor: graded('poor'), months_not_graded: graded(null) },
    average_score: scores(held),
  };
}

/** The words of one cell beside its figures. */
export function textsOf(cell: CellGrades, period: Period): Texts {
  const texts: Texts = {};
  const monthOf = byNumber(cell.months);
  for (const column of monthColumns) {
    const grade = monthOf.get(column.number)?.rating?.grade ?? null;
    texts[column.grade] = grade === null ? null : shortWords[grade];
  }
  for (const [index, { number }] of period.quarters.entries()) {
    const grades = (cell.thematic[index] ?? []).map(({ rating }) => rating?.grade ?? null);
    const words = grades.map((grade) => (grade === null ? '…' : shortWords[grade]));
    texts[`thematic_grade_q${number}`] = words.length === 0 ? null : words.join(', ');
  }
  const { proposed, decided } = cell;
  const hasGrade = period.kind === 'year' || period.kind === 'quarter';
  return {
    ...texts,
    proposed_grade: hasGrade && proposed.grade !== null ? gradeWords[proposed.grade] : null,
    decided_grade: hasGrade && decided?.decided ? gradeWords[decided.decided] : null,
    warnings: warningsOf(cell, hasGrade),
  };
}

/**
 * The words of one row from the cells that are one today (R26): the grades of all, each warning with whose it is; a grade
 * of the period, which nobody gave the cells together, is that of the cell there is today.
 */
export function foldedTexts(cells: readonly { isSuccessor: boolean; name: string; texts: Texts }[]): Texts {
  const [first] = cells;
  if (!first || (cells.length === 1 && first.isSuccessor)) return first?.texts ?? {};
  return Object.fromEntries(
    Object.keys(first.texts).map((key) => {
      const said = cells.flatMap(({ isSuccessor, name, texts }) => {
        const text = texts[key] ?? null;
        if (text === null || (ofThePeriod.includes(key) && !isSuccessor)) return [];
        return [key === 'warnings' ? `${name}: ${text}` : text];
      });
      return [key, said.length === 0 ? null : said.join(key === 'warnings' ? '. ' : ', ')];
    }),
  );
}

const ofThePeriod: readonly string[] = ['proposed_grade', 'decided_grade'];

/** Months without meeting or without a grade, and where the cell and its superior differ; null when there is nothing. */
function warningsOf({ months, proposed, hasRules }: CellGrades, hasGrade: boolean): string | null {
  const listed = (label: string, wanted: (month: GradedMonth) => boolean) => {
    const found = months.filter(wanted).map(({ month }) => `T${Number(month.slice(5))}`);
    return found.length === 0 ? [] : [`${label}: ${found.join(', ')}`];
  };
  const parts = [
    ...listed('Không sinh hoạt', ({ state }) => state === 'not_held'),
    ...listed('Chưa báo cáo', ({ state }) => state === 'not_reported'),
    ...listed('Chưa xếp loại', ({ state, rating }) => state === 'held' && (rating?.grade ?? null) === null),
    ...listed('Tự chấm khác quyết định', ({ apart }) => apart),
    ...(hasGrade && hasRules && proposed.grade === null ? [`Chưa đề nghị xếp loại: ${proposed.why}`] : []),
  ];
  return parts.length === 0 ? null : parts.join('. ');
}

function byNumber(months: readonly GradedMonth[]): ReadonlyMap<string, GradedMonth> {
  return new Map(months.map((month) => [month.month.slice(5), month]));
}

/** The points of the month's regular meeting; `-` where the month is not of the period or had none to hold. */
function monthScore(month: GradedMonth | null): Figure {
  if (month === null || month.state === 'not_expected' || month.state === 'not_held') return notApplicable;
  const { meeting, rating } = month;
  return meeting === null ? unknown : scores([{ meeting, rating }]);
}

/** The mean of the points given; meetings without points are left out, and of nothing but those it is not known (R42). */
function scores(meetings: readonly { meeting: RatedMeeting; rating: GivenRating | null }[]): Figure {
  const rows = meetings.flatMap(({ meeting, rating }) =>
    rating === null || rating.total === null
      ? []
      : [{ entity: 'meeting' as const, id: meeting.id, amount: rating.total, note: scorerWords[rating.role] }],
  );
  return rows.length === 0 ? unknown : { how: 'average', decimals: 1, rows };
}
