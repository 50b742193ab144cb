import type { Kysely } from 'kysely';
import { isRegular, isThematic } from '../meetings/meeting-kinds.ts';
import { type RegisterMeeting, readRegister, type Span } from '../meetings/register.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import { type Rules, readRules } from '../rules/read-rules.ts';
import type { RuleValue } from '../rules/rule-values.ts';
import type { Grade, ScorerRole } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import type { PeriodGradeRow } from '../schema/rating-tables.ts';
import { firstDayOfMonth, type IsoDate, lastDayOfMonth, type Month } from '../vietnamese/dates.ts';
import { applicableSheet, type Sheet, sheetsOn } from './applicable-sheet.ts';
import { type Proposal, proposePeriodGrade } from './period-grade.ts';
import { readSheets } from './read-sheets.ts';

/** What one scorer gave a meeting. */
export interface GivenRating {
  role: ScorerRole;
  total: number | null;
  grade: Grade | null;
}

/** Everything ratings of a span are summed up from. */
export interface GradeBook {
  organisations: OrganisationHistory;
  rules: Rules;
  meetings: readonly RegisterMeeting[];
  ratings: ReadonlyMap<string, readonly GivenRating[]>;
  sheets: readonly Sheet[];
  periodGrades: readonly PeriodGradeRow[];
}

/** A period to sum up; `asOf` is the last day that is known of. */
export interface GradedSpan {
  /** `2024`, `2024-Q3`; other periods have no grade. */
  key: string;
  months: readonly Month[];
  dateTo: IsoDate;
  quarters: readonly Span<IsoDate>[];
  asOf: IsoDate;
}

/** One month of a cell: its regular meeting, or why there is none. */
export interface GradedMonth {
  month: Month;
  /** `not_expected`: the cell was not there yet, or the month is still to come. */
  state: 'held' | 'not_held' | 'not_reported' | 'not_expected';
  meeting: RegisterMeeting | null;
  rating: GivenRating | null;
  /** The cell's own grade and the superior's differ. */
  apart: boolean;
}

export interface CellGrades {
  months: GradedMonth[];
  /** Thematic meetings held in each quarter, by date (R5). */
  thematic: { meeting: RegisterMeeting; rating: GivenRating | null }[][];
  proposed: Proposal;
  /** The sheet has rules for a period of this length. */
  hasRules: boolean;
  decided: PeriodGradeRow | null;
}

/** Reads a span in a fixed number of statements whatever the number of cells. */
export async function readGradeBook(
  db: Kysely<Tables>,
  span: { months: Span<Month>; days: Span<IsoDate> },
): Promise<GradeBook> {
  const [organisations, rules, meetings, ratings, sheets, periodGrades] = await Promise.all([
    readOrganisationHistory(db),
    readRules(db),
    readRegister(db, span),
    db
      .selectFrom('rating')
      .innerJoin('meeting', 'meeting.id', 'rating.meeting_id')
      .select(['rating.meeting_id', 'rating.scorer_role', 'rating.total', 'rating.grade'])
      .where((eb) =>
        eb.or([
          eb.and([eb('meeting.period', '>=', span.months.from), eb('meeting.period', '<=', span.months.to)]),
          eb.and([eb('meeting.date', '>=', span.days.from), eb('meeting.date', '<=', span.days.to)]),
        ]),
      )
      .execute(),
    readSheets(db),
    db.selectFrom('period_grade').selectAll().execute(),
  ]);
  const given = ratings.map(({ meeting_id, scorer_role, total, grade }) => ({
    meetingId: meeting_id,
    rating: { role: scorer_role, total, grade },
  }));
  const byMeeting = Map.groupBy(given, ({ meetingId }) => meetingId);
  return {
    organisations,
    rules,
    meetings,
    ratings: new Map([...byMeeting].map(([id, list]) => [id, list.map(({ rating }) => rating)])),
    sheets,
    periodGrades,
  };
}

/** The rating that is printed: of the first scorer in the rule who gave a grade (BC-05), else who gave points. */
export function printedRating(ratings: readonly GivenRating[], rule: RuleValue<'printed_grade'>): GivenRating | null {
  const inOrder = rule.flatMap((role) => ratings.filter((rating) => rating.role === role));
  return inOrder.find(({ grade }) => grade !== null) ?? inOrder.find(({ total }) => total !== null) ?? null;
}

/** The months, quarters and the grade of the period of each cell asked for. */
export function gradesOfCells(book: GradeBook, cellIds: readonly string[], span: GradedSpan): Map<string, CellGrades> {
  const meetingsOf = Map.groupBy(book.meetings, ({ cellId }) => cellId);
  return new Map(cellIds.map((id) => [id, gradesOfCell(book, id, meetingsOf.get(id) ?? [], span)]));
}

function gradesOfCell(
  book: GradeBook,
  cellId: string,
  meetings: readonly RegisterMeeting[],
  span: GradedSpan,
): CellGrades {
  const kinds = book.rules.on('meeting_kinds', span.dateTo).value;
  const printed = book.rules.on('printed_grade', span.dateTo).value;
  const ratingOf = ({ id }: RegisterMeeting) => printedRating(book.ratings.get(id) ?? [], printed);
  const held = meetings.filter(({ state }) => state === 'held');
  const months = span.months.map((month): GradedMonth => {
    const regular = held.find((meeting) => meeting.period === month && isRegular(meeting.kind, kinds));
    if (regular) {
      const apart = isApart(book.ratings.get(regular.id) ?? []);
      return { month, state: 'held', meeting: regular, rating: ratingOf(regular), apart };
    }
    const without = meetings.find(
      ({ period, state }) => period === month && (state === 'not_held' || state === 'postponed'),
    );
    if (without) return { month, state: 'not_held', meeting: without, rating: null, apart: false };
    const expected = firstDayOfMonth(month) <= span.asOf && book.organisations.isInForce(cellId, lastDayOfMonth(month));
    return { month, state: expected ? 'not_reported' : 'not_expected', meeting: null, rating: null, apart: false };
  });
  const thematic = span.quarters.map(({ from, to }) =>
    held
      .filter(({ kind, date }) => isThematic(kind, kinds) && date !== null && date >= from && date <= to)
      .map((meeting) => ({ meeting, rating: ratingOf(meeting) })),
  );
  const rules = rulesOf(book, cellId, span);
  const inSpan = held.filter(({ period }) => span.months.includes(period));
  return {
    months,
    thematic,
    proposed: proposePeriodGrade(rules, {
      meetings: inSpan.map((meeting) => ({ kind: meeting.kind, grade: ratingOf(meeting)?.grade ?? null })),
      complete: span.asOf >= span.dateTo && months.every(({ state }) => state !== 'not_reported'),
    }),
    hasRules: rules !== null,
    decided: book.periodGrades.find(({ cell_id, period }) => cell_id === cellId && period === span.key) ?? null,
  };
}

/** The rules of the sheet that scores the cell's regular meetings at the end of the period. */
function rulesOf({ sheets, organisations }: GradeBook, cellId: string, { key, dateTo }: GradedSpan) {
  const period = key.includes('-Q') ? 'quarter' : 'year';
  const sheet = applicableSheet(sheetsOn(sheets, organisations, dateTo), {
    kind: 'regular',
    cellType: organisations.versionOn(cellId, dateTo)?.cell_type ?? null,
    chain: organisations.chainOn(cellId, dateTo),
    day: dateTo,
  });
  return sheet?.definition.period_grade_rules.find((rules) => rules.period === period) ?? null;
}

function isApart(ratings: readonly GivenRating[]): boolean {
  const gradeBy = (role: ScorerRole) => ratings.find((rating) => rating.role === role)?.grade ?? null;
  const [own, decided] = [gradeBy('self'), gradeBy('superior_decision')];
  return own !== null && decided !== null && own !== decided;
}
