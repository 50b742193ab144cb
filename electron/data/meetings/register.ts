import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { RuleValue } from '../rules/rule-values.ts';
import type { Grade, MeetingKind, MeetingState, ScorerRole } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { oncePerRun } from '../schema/one-run.ts';
import { type IsoDate, lastDayOfMonth, type Month, parseIsoDate, parseMonth } from '../vietnamese/dates.ts';
import { compareKeys } from '../vietnamese/sort-key.ts';
import { heldMinutes } from './duration.ts';

/** What the figures are made of: one meeting, or one month without, as the register has it. Counts null = not recorded. */
export interface RegisterMeeting {
  id: string;
  cellId: string;
  /** The month it is the meeting of, even if held in another. */
  period: Month;
  kind: MeetingKind | null;
  state: MeetingState;
  date: IsoDate | null;
  /** Without breaks. */
  minutes: number | null;
  otherDayApproved: boolean;
  membersTotal: number | null;
  fullMembers: number | null;
  probationary: number | null;
  exempt: number | null;
  workingAway: number | null;
  temporarilyAway: number | null;
  temporarilyReceived: number | null;
  due: number | null;
  present: number | null;
  presentExempt: number | null;
  absentExcused: number | null;
  absentUnexcused: number | null;
  /** A conclusion is written down or a resolution has a number. */
  hasConclusion: boolean;
  /** What each scorer gave; a null grade: points only. */
  grades: readonly { role: ScorerRole; grade: Grade | null }[];
}

export interface Span<T> {
  from: T;
  to: T;
}

/** What one scorer gave a meeting. */
export interface RegisterRating {
  role: ScorerRole;
  total: number | null;
  grade: Grade | null;
}

/** A meeting as far as its rating asks. */
export type RatedMeeting = Pick<RegisterMeeting, 'id' | 'cellId' | 'period' | 'kind' | 'state' | 'date'>;

export interface RatedRegister {
  /** By month and cell. */
  meetings: readonly RatedMeeting[];
  /** By meeting; of one that nobody scored there is none. */
  ratings: ReadonlyMap<string, readonly RegisterRating[]>;
}

interface RegisterSpans {
  months: Span<Month>;
  days: Span<IsoDate>;
}

/** Meetings whose month is in `months` or whose day is in `days`, with what was given to each; once in a run. */
export const readRatedRegister = oncePerRun(ratedRegister, (spans) => JSON.stringify(spans));

/** The same meetings with all that is counted of them; once in a run. */
export const readRegister = oncePerRun(register, (spans) => JSON.stringify(spans));

async function ratedRegister(db: Kysely<Tables>, spans: RegisterSpans): Promise<RatedRegister> {
  const rows = await rowsInOrder(() => ratedMeetings(db), spans);
  const ratings = ratingsOf(rows);
  return { meetings: onePerMeeting(rows).map(ratedMeeting), ratings };
}

async function register(db: Kysely<Tables>, spans: RegisterSpans): Promise<readonly RegisterMeeting[]> {
  const rows = await rowsInOrder(() => countedMeetings(db), spans);
  const ratings = ratingsOf(rows);
  return onePerMeeting(rows).map((row) => registerMeeting(row, ratings.get(row.id) ?? noGrades));
}

/** A meeting has a line for each who scored it, one after the other. */
function onePerMeeting<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return rows.filter((row, at) => row.id !== rows[at - 1]?.id);
}

function ratingsOf(
  rows: readonly { id: string; scorer_role: ScorerRole | null; total: number | null; grade: Grade | null }[],
): Map<string, RegisterRating[]> {
  const ratings = new Map<string, RegisterRating[]>();
  for (const { id, scorer_role: role, total, grade } of rows) {
    if (role === null) continue;
    const given = ratings.get(id);
    if (given) given.push({ role, total, grade });
    else ratings.set(id, [{ role, total, grade }]);
  }
  return ratings;
}

/** What the order of the register goes by. */
interface InOrder {
  id: string;
  cell_id: string;
  period: string;
  date: string | null;
}

/** By month, then those of other months held on one of the days: each through its own index, which one question would not use. */
async function rowsInOrder<Row extends InOrder>(
  select: () => RegisterQuery<Row>,
  { months, days }: RegisterSpans,
): Promise<Row[]> {
  const [ofMonths, ofOthers] = await Promise.all([
    // The index of the months has them in this order; the rest is put in order below, which takes a sixth of the time.
    select()
      .where('period', '>=', months.from)
      .where('period', '<=', months.to)
      .orderBy('period')
      .orderBy('cell_id')
      .execute(),
    select()
      .where('date', '>=', days.from)
      .where('date', '<=', days.to)
      .where((eb) => eb.or([eb('period', '<', months.from), eb('period', '>', months.to)]))
      .execute(),
  ]);
  return sorted(ofOthers.length === 0 ? ofMonths : [...ofMonths, ...ofOthers]);
}

function sorted<Row extends InOrder>(rows: Row[]): Row[] {
  return rows.sort(
    (a, b) =>
      compareKeys(a.period, b.period) ||
      compareKeys(a.cell_id, b.cell_id) ||
      compareKeys(a.date ?? '', b.date ?? '') ||
      compareKeys(a.id, b.id),
  );
}

type RegisterQuery<Row> =
  ReturnType<typeof ratedMeetings> extends SelectQueryBuilder<infer Database, infer Joined, unknown>
    ? SelectQueryBuilder<Database, Joined, Row>
    : never;

/** A line for each who scored the meeting; one where nobody did. */
function ratedMeetings(db: Kysely<Tables>) {
  return db
    .selectFrom('meeting')
    .leftJoin('rating', 'rating.meeting_id', 'meeting.id')
    .select(['meeting.id', 'cell_id', 'period', 'kind', 'state', 'date'])
    .select(['rating.scorer_role', 'rating.total', 'rating.grade']);
}

function countedMeetings(db: Kysely<Tables>) {
  return ratedMeetings(db)
    .select(['started_at', 'ended_at', 'other_day_approved'])
    .select((eb) =>
      eb
        .selectFrom('meeting_preparation as preparation')
        .select('break_minutes')
        .whereRef('preparation.meeting_id', '=', 'meeting.id')
        .as('break_minutes'),
    )
    .select(['members_total', 'full_members', 'probationary', 'exempt', 'working_away', 'temporarily_away'])
    .select(['temporarily_received', 'due', 'present', 'present_exempt', 'absent_excused', 'absent_unexcused'])
    .select((eb) =>
      eb.or([eb('conclusion', 'is not', null), eb('resolution_number', 'is not', null)]).as('has_conclusion'),
    );
}

const noGrades: readonly RegisterRating[] = [];

type RatedRow = Awaited<ReturnType<ReturnType<typeof ratedMeetings>['execute']>>[number];
type RegisterRow = Awaited<ReturnType<ReturnType<typeof countedMeetings>['execute']>>[number];

function ratedMeeting({ id, cell_id, period, kind, state, date }: RatedRow): RatedMeeting {
  return {
    ...{ id, cellId: cell_id, period: registerMonth(period), kind, state },
    date: date === null ? null : parseIsoDate(date),
  };
}

function registerMeeting(row: RegisterRow, grades: RegisterMeeting['grades']): RegisterMeeting {
  return {
    id: row.id,
    cellId: row.cell_id,
    period: registerMonth(row.period),
    kind: row.kind,
    state: row.state,
    date: row.date === null ? null : parseIsoDate(row.date),
    minutes: heldMinutes(row.started_at, row.ended_at, row.break_minutes),
    otherDayApproved: row.other_day_approved === 1,
    membersTotal: row.members_total,
    fullMembers: row.full_members,
    probationary: row.probationary,
    exempt: row.exempt,
    workingAway: row.working_away,
    temporarilyAway: row.temporarily_away,
    temporarilyReceived: row.temporarily_received,
    due: row.due,
    present: row.present,
    presentExempt: row.present_exempt,
    absentExcused: row.absent_excused,
    absentUnexcused: row.absent_unexcused,
    hasConclusion: Boolean(row.has_conclusion),
    grades,
  };
}

/** The grade that is printed: that of the first scorer in the rule who gave one (BC-05); null = not graded. */
export function printedGrade(
  { grades }: Pick<RegisterMeeting, 'grades'>,
  rule: RuleValue<'printed_grade'>,
): Grade | null {
  for (const role of rule) {
    const given = grades.find((rating) => rating.role === role && rating.grade !== null);
    if (given) return given.grade;
  }
  return null;
}

/** The month of a register row. Throws TypeError on a damaged file: every way in checks it. */
export function registerMonth(period: string): Month {
  const known = knownMonths.get(period);
  if (known !== undefined) return known;
  const month = parseMonth(period);
  if (month === null) throw new TypeError(`the register holds a period that is no month: ${period}`);
  knownMonths.set(month, month);
  return month;
}

/** One text for each month of the register: a year of a province has it from the file fifty thousand times. */
const knownMonths = new Map<string, Month>();

/** The day that names, statuses and rules of a meeting are asked of: its own, else the last of its month. */
export function dayOfMeeting({ date, period }: { date: string | null; period: string }): IsoDate {
  return (date === null ? null : parseIsoDate(date)) ?? lastDayOfMonth(registerMonth(period));
}
