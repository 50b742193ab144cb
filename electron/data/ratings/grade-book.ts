import type { Kysely } from 'kysely';
import { isRegular, isThematic } from '../meetings/meeting-kinds.ts';
import { type RatedMeeting, type RegisterRating, readRatedRegister, type Span } from '../meetings/register.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../organisations/organisation-history.ts';
import { type Rules, readRules } from '../rules/read-rules.ts';
import type { RuleValue } from '../rules/rule-values.ts';
import type { ScorerRole } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import type { PeriodGradeRow } from '../schema/rating-tables.ts';
import { firstDayOfMonth, type IsoDate, lastDayOfMonth, type Month } from '../vietnamese/dates.ts';
import { applicableSheet, type Sheet, sheetsOn } from './applicable-sheet.ts';
import { type Proposal, proposePeriodGrade } from './period-grade.ts';
import { readSheets } from './read-sheets.ts';

/** What one scorer gave a meeting. */
export type GivenRating = RegisterRating;

/** Everything ratings of a span are summed up from. */
export interface GradeBook {
  organisations: OrganisationHistory;
  rules: Rules;
  meetings: readonly RatedMeeting[];
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
  meeting: RatedMeeting | null;
  rating: GivenRating | null;
  /** The cell's own grade and the superior's differ. */
  apart: boolean;
}

export interface CellGrades {
  months: GradedMonth[];
  /** Thematic meetings held in each quarter, by date (R5). */
  thematic: { meeting: RatedMeeting; rating: GivenRating | null }[][];
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
  const [organisations, rules, { meetings, ratings }, sheets, periodGrades] = await Promise.all([
    readOrganisationHistory(db),
    readRules(db),
    readRatedRegister(db, span),
    readSheets(db),
    db.selectFrom('period_grade').selectAll().execute(),
  ]);
  return { organisations, rules, meetings, ratings, sheets, periodGrades };
}

/** The rating that is printed: of the first scorer in the rule who gave a grade (BC-05), else who gave points. */
export function printedRating(ratings: readonly GivenRating[], rule: RuleValue<'printed_grade'>): GivenRating | null {
  const first = (fits: (rating: GivenRating) => boolean) => {
    for (const role of rule) {
      const found = ratings.find((rating) => rating.role === role && fits(rating));
      if (found) return found;
    }
    return null;
  };
  return first(({ grade }) => grade !== null) ?? first(({ total }) => total !== null);
}

/** What is the same for every cell of a span, asked for once. */
interface Common {
  kinds: RuleValue<'meeting_kinds'>;
  printed: RuleValue<'printed_grade'>;
  sheets: readonly Sheet[];
  /** The grades given for the period, by cell. */
  decided: ReadonlyMap<string, PeriodGradeRow>;
  months: readonly { month: Month; lastDay: IsoDate; begun: boolean }[];
}

/** The months, quarters and the grade of the period of each cell asked for. */
export function gradesOfCells(book: GradeBook, cellIds: readonly string[], span: GradedSpan): Map<string, CellGrades> {
  if (cellIds.length === 0) return new Map();
  const { rules, sheets, organisations, periodGrades } = book;
  const given = periodGrades.filter(({ period }) => period === span.key);
  const common: Common = {
    kinds: rules.on('meeting_kinds', span.dateTo).value,
    printed: rules.on('printed_grade', span.dateTo).value,
    sheets: sheetsOn(sheets, organisations, span.dateTo),
    // Of several, the first.
    decided: new Map(given.reverse().map((row) => [row.cell_id, row])),
    months: span.months.map((month) => ({
      ...{ month, lastDay: lastDayOfMonth(month), begun: firstDayOfMonth(month) <= span.asOf },
    })),
  };
  const meetingsOf = Map.groupBy(book.meetings, ({ cellId }) => cellId);
  return new Map(cellIds.map((id) => [id, gradesOfCell(book, common, id, meetingsOf.get(id) ?? [], span)]));
}

function gradesOfCell(
  book: GradeBook,
  common: Common,
  cellId: string,
  meetings: readonly RatedMeeting[],
  span: GradedSpan,
): CellGrades {
  const { kinds, printed, decided } = common;
  const ratingOf = ({ id }: RatedMeeting) => printedRating(book.ratings.get(id) ?? [], printed);
  const held = meetings.filter(({ state }) => state === 'held');
  const months = common.months.map(({ month, lastDay, begun }): GradedMonth => {
    const regular = held.find((meeting) => meeting.period === month && isRegular(meeting.kind, kinds));
    if (regular) {
      const apart = isApart(book.ratings.get(regular.id) ?? []);
      return { month, state: 'held', meeting: regular, rating: ratingOf(regular), apart };
    }
    const without = meetings.find(
      ({ period, state }) => period === month && (state === 'not_held' || state === 'postponed'),
    );
    if (without) return { month, state: 'not_held', meeting: without, rating: null, apart: false };
    const expected = begun && book.organisations.isInForce(cellId, lastDay);
    return { month, state: expected ? 'not_reported' : 'not_expected', meeting: null, rating: null, apart: false };
  });
  const thematic = span.quarters.map(({ from, to }) =>
    held
      .filter(({ kind, date }) => isThematic(kind, kinds) && date !== null && date >= from && date <= to)
      .map((meeting) => ({ meeting, rating: ratingOf(meeting) })),
  );
  const rules = rulesOf(book, common, cellId, span);
  const inSpan = held.filter(({ period }) => span.months.includes(period));
  return {
    months,
    thematic,
    proposed: proposePeriodGrade(rules, {
      meetings: inSpan.map((meeting) => ({ kind: meeting.kind, grade: ratingOf(meeting)?.grade ?? null })),
      complete: span.asOf >= span.dateTo && months.every(({ state }) => state !== 'not_reported'),
    }),
    hasRules: rules !== null,
    decided: decided.get(cellId) ?? null,
  };
}

/** The rules of the sheet that scores the cell's regular meetings at the end of the period. */
function rulesOf({ organisations }: GradeBook, { sheets }: Common, cellId: string, { key, dateTo }: GradedSpan) {
  const period = key.includes('-Q') ? 'quarter' : 'year';
  const sheet = applicableSheet(sheets, {
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
