import type { Kysely } from 'kysely';
import type { RuleValue } from '../rules/rule-values.ts';
import type { Grade, MeetingKind, MeetingState, ScorerRole } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { oncePerRun } from '../schema/one-run.ts';
import { type IsoDate, lastDayOfMonth, type Month, parseIsoDate, parseMonth } from '../vietnamese/dates.ts';
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
  grades: readonly { role: ScorerRole; grade: Grade }[];
}

export interface Span<T> {
  from: T;
  to: T;
}

/** Meetings whose month is in `months` or whose day is in `days`, by month and cell; once in a run. */
export const readRegister = oncePerRun(register, (spans) => JSON.stringify(spans));

async function register(
  db: Kysely<Tables>,
  { months, days }: { months: Span<Month>; days: Span<IsoDate> },
): Promise<RegisterMeeting[]> {
  const wanted = db
    .selectFrom('meeting')
    .where((eb) =>
      eb.or([
        eb.and([eb('period', '>=', months.from), eb('period', '<=', months.to)]),
        eb.and([eb('date', '>=', days.from), eb('date', '<=', days.to)]),
      ]),
    );
  const [meetings, ratings] = await Promise.all([
    wanted
      .leftJoin('meeting_preparation', 'meeting_preparation.meeting_id', 'meeting.id')
      .select(['meeting.id', 'cell_id', 'period', 'kind', 'state', 'date', 'started_at', 'ended_at'])
      .select(['other_day_approved', 'meeting_preparation.break_minutes'])
      .select(['members_total', 'full_members', 'probationary', 'exempt', 'working_away', 'temporarily_away'])
      .select(['temporarily_received', 'due', 'present', 'present_exempt', 'absent_excused', 'absent_unexcused'])
      .select((eb) =>
        eb.or([eb('conclusion', 'is not', null), eb('resolution_number', 'is not', null)]).as('has_conclusion'),
      )
      .orderBy('period')
      .orderBy('cell_id')
      .orderBy('date')
      .orderBy('meeting.id')
      .execute(),
    db
      .selectFrom('rating')
      .select(['meeting_id', 'scorer_role', 'grade'])
      .where('grade', 'is not', null)
      .where('meeting_id', 'in', wanted.select('meeting.id'))
      .execute(),
  ]);
  const gradesOf = new Map<string, { role: ScorerRole; grade: Grade }[]>();
  for (const { meeting_id, scorer_role, grade } of ratings) {
    if (grade === null) continue;
    const known = gradesOf.get(meeting_id);
    if (known) known.push({ role: scorer_role, grade });
    else gradesOf.set(meeting_id, [{ role: scorer_role, grade }]);
  }
  return meetings.map((row) => ({
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
    grades: gradesOf.get(row.id) ?? [],
  }));
}

/** The grade that is printed: that of the first scorer in the rule who gave one (BC-05); null = not graded. */
export function printedGrade(
  { grades }: Pick<RegisterMeeting, 'grades'>,
  rule: RuleValue<'printed_grade'>,
): Grade | null {
  for (const role of rule) {
    const given = grades.find((rating) => rating.role === role);
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
