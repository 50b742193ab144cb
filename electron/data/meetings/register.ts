import type { Kysely } from 'kysely';
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

export interface RatedRegister {
  /** By month and cell. */
  meetings: readonly RegisterMeeting[];
  /** By meeting; of one that nobody scored there is none. */
  ratings: ReadonlyMap<string, readonly RegisterRating[]>;
}

/** Meetings whose month is in `months` or whose day is in `days`, with what was given to each; once in a run. */
export const readRatedRegister = oncePerRun(ratedRegister, (spans) => JSON.stringify(spans));

/** The meetings alone. */
export async function readRegister(db: Kysely<Tables>, spans: RegisterSpans): Promise<readonly RegisterMeeting[]> {
  return (await readRatedRegister(db, spans)).meetings;
}

interface RegisterSpans {
  months: Span<Month>;
  days: Span<IsoDate>;
}

async function ratedRegister(db: Kysely<Tables>, spans: RegisterSpans): Promise<RatedRegister> {
  const rows = await registerRows(db, spans);
  const ratings = new Map<string, RegisterRating[]>();
  const meetings: RegisterMeeting[] = [];
  // A meeting has a line for each who scored it, one after the other.
  let last: string | null = null;
  for (const row of rows) {
    if (row.scorer_role !== null) {
      const rating: RegisterRating = { role: row.scorer_role, total: row.total, grade: row.grade };
      const given = ratings.get(row.id);
      if (given) given.push(rating);
      else ratings.set(row.id, [rating]);
    }
    if (row.id !== last) meetings.push(registerMeeting(row, ratings));
    last = row.id;
  }
  return { meetings, ratings };
}

/** By month, then those of other months held on one of the days: each through its own index, which one question would not use. */
async function registerRows(db: Kysely<Tables>, { months, days }: RegisterSpans): Promise<RegisterRow[]> {
  const [ofMonths, ofOthers] = await Promise.all([
    rowsInOrder(db).where('period', '>=', months.from).where('period', '<=', months.to).execute(),
    rowsInOrder(db)
      .where('date', '>=', days.from)
      .where('date', '<=', days.to)
      .where((eb) => eb.or([eb('period', '<', months.from), eb('period', '>', months.to)]))
      .execute(),
  ]);
  if (ofOthers.length === 0) return ofMonths;
  return [...ofMonths, ...ofOthers].sort(
    (a, b) =>
      compareKeys(a.period, b.period) ||
      compareKeys(a.cell_id, b.cell_id) ||
      compareKeys(a.date ?? '', b.date ?? '') ||
      compareKeys(a.id, b.id),
  );
}

function rowsInOrder(db: Kysely<Tables>) {
  return db
    .selectFrom('meeting')
    .leftJoin('meeting_preparation', 'meeting_preparation.meeting_id', 'meeting.id')
    .leftJoin('rating', 'rating.meeting_id', 'meeting.id')
    .select(['meeting.id', 'cell_id', 'period', 'kind', 'state', 'date', 'started_at', 'ended_at'])
    .select(['other_day_approved', 'meeting_preparation.break_minutes'])
    .select(['members_total', 'full_members', 'probationary', 'exempt', 'working_away', 'temporarily_away'])
    .select(['temporarily_received', 'due', 'present', 'present_exempt', 'absent_excused', 'absent_unexcused'])
    .select((eb) =>
      eb.or([eb('conclusion', 'is not', null), eb('resolution_number', 'is not', null)]).as('has_conclusion'),
    )
    .select(['rating.scorer_role', 'rating.total', 'rating.grade'])
    .orderBy('period')
    .orderBy('cell_id')
    .orderBy('date')
    .orderBy('meeting.id');
}

const noGrades: readonly RegisterRating[] = [];

type RegisterRow = Awaited<ReturnType<ReturnType<typeof rowsInOrder>['execute']>>[number];

function registerMeeting(row: RegisterRow, ratings: RatedRegister['ratings']): RegisterMeeting {
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
    grades: ratings.get(row.id) ?? noGrades,
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
  const month = parseMonth(period);
  if (month === null) throw new TypeError(`the register holds a period that is no month: ${period}`);
  return month;
}

/** The day that names, statuses and rules of a meeting are asked of: its own, else the last of its month. */
export function dayOfMeeting({ date, period }: { date: string | null; period: string }): IsoDate {
  return (date === null ? null : parseIsoDate(date)) ?? lastDayOfMonth(registerMonth(period));
}
