import type { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import { readCellMeetingDays } from '../meetings/cell-days.ts';
import { meetingMinutes } from '../meetings/duration.ts';
import { isRegular, isThematic } from '../meetings/meeting-kinds.ts';
import { dayOfMeeting, registerMonth } from '../meetings/register.ts';
import { type Rules, readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import type { MeetingRow } from '../schema/meeting-tables.ts';
import { addDays, firstDayOfMonth, lastDayOfMonth, monthOf, parseIsoDate } from '../vietnamese/dates.ts';
import { nameKey } from '../vietnamese/fold.ts';
import { type Evidence, type FactRules, longestExcusedStreak } from './meeting-facts.ts';

export interface MeetingEvidence {
  meeting: MeetingRow;
  evidence: Evidence;
  rules: FactRules;
}

/** Reads what is recorded around a meeting, and the rules of its day. Throws `not_found`. */
export async function readEvidence(db: Kysely<Tables>, meetingId: string): Promise<MeetingEvidence> {
  const meeting = await db.selectFrom('meeting').selectAll().where('id', '=', meetingId).executeTakeFirst();
  if (!meeting) throw new SochiboError('not_found', 'Không có buổi sinh hoạt này trong sổ.');
  const day = dayOfMeeting(meeting);
  const [rules, days, preparation, committee, version, spoken] = await Promise.all([
    readRules(db),
    readCellMeetingDays(db),
    db.selectFrom('meeting_preparation').selectAll().where('meeting_id', '=', meetingId).executeTakeFirst(),
    db
      .selectFrom('cell_committee_member as post')
      .select('post.position')
      .where('post.organisation_id', '=', meeting.cell_id)
      .where(inForce('post', day))
      .execute(),
    db
      .selectFrom('organisation_version as version')
      .select('version.own_min_minutes')
      .where('version.organisation_id', '=', meeting.cell_id)
      .where(inForce('version', day))
      .executeTakeFirst(),
    db.selectFrom('attendance').select('spoke').where('meeting_id', '=', meetingId).execute(),
  ]);
  const kinds = rules.on('meeting_kinds', day).value;
  const date = meeting.date === null ? null : parseIsoDate(meeting.date);
  const others = await meetingsOfYear(db, meeting);
  const sameMonth = others.filter(({ period, state }) => period === meeting.period && state === 'held');
  const saysWhoSpoke = spoken.some(({ spoke }) => spoke !== null);
  const evidence: Evidence = {
    date,
    kind: meeting.kind,
    minutes: meetingMinutes(meeting.started_at, meeting.ended_at),
    due: meeting.due,
    present: meeting.present,
    presentExempt: meeting.present_exempt,
    absentUnexcused: meeting.absent_unexcused,
    membersTotal: meeting.members_total,
    dayOutcome:
      date === null
        ? null
        : days.outcomeOf(meeting.cell_id, {
            period: registerMonth(meeting.period),
            date,
            otherDayApproved: meeting.other_day_approved === 1,
          }),
    ownMinMinutes: version?.own_min_minutes ?? null,
    preparation: preparation ?? null,
    spoke: saysWhoSpoke ? spoken.filter(({ spoke }) => spoke === 1).length : null,
    priorTasks: await priorTasks(db, meeting, rules),
    thematicInMonth: sameMonth.some(({ kind }) => isThematic(kind, kinds)),
    committeeMet: sameMonth.some(
      ({ kind, date }) => kind === 'cell_committee' && (date === null || meeting.date === null || date <= meeting.date),
    ),
    committee: committee.map(({ position }) => position),
    excusedStreak: await streak(
      db,
      others.filter(
        ({ kind, state, period }) => state === 'held' && isRegular(kind, kinds) && period <= meeting.period,
      ),
    ),
  };
  return {
    meeting,
    evidence,
    rules: {
      exemptPresent: rules.on('exempt_present', day).value,
      themeCountsIn: rules.on('theme_counts_in', day).value,
      thematicKinds: kinds.thematic,
    },
  };
}

type OtherMeeting = Pick<MeetingRow, 'id' | 'period' | 'kind' | 'state' | 'date' | 'absent_excused'>;

/** The cell's meetings of the calendar year, this one among them, by month. */
function meetingsOfYear(db: Kysely<Tables>, { cell_id, period }: MeetingRow): Promise<OtherMeeting[]> {
  const year = period.slice(0, 4);
  return db
    .selectFrom('meeting')
    .select(['id', 'period', 'kind', 'state', 'date', 'absent_excused'])
    .where('cell_id', '=', cell_id)
    .where('period', '>=', `${year}-01`)
    .where('period', '<=', `${year}-12`)
    .orderBy('period')
    .orderBy('date')
    .execute();
}

/** R14: who was away is known by member, else by name. */
async function streak(db: Kysely<Tables>, meetings: readonly OtherMeeting[]): Promise<number | null> {
  const away = await db
    .selectFrom('attendance')
    .select(['meeting_id', 'member_id', 'name', 'result'])
    .where(
      'meeting_id',
      'in',
      meetings.map(({ id }) => id),
    )
    .where('result', '!=', 'present')
    .execute();
  const awayOf = Map.groupBy(away, ({ meeting_id }) => meeting_id);
  return longestExcusedStreak(
    meetings.map(({ id, period, absent_excused }) => ({
      month: registerMonth(period),
      absentExcused: absent_excused,
      away: (awayOf.get(id) ?? []).map(({ member_id, name, result }) => ({ who: member_id ?? nameKey(name), result })),
    })),
  );
}

/** Tasks given in the regular meeting of the month before. */
async function priorTasks(db: Kysely<Tables>, meeting: MeetingRow, rules: Rules): Promise<Evidence['priorTasks']> {
  const before = monthOf(addDays(firstDayOfMonth(registerMonth(meeting.period)), -1));
  const { regular } = rules.on('meeting_kinds', lastDayOfMonth(before)).value;
  const tasks = await db
    .selectFrom('task')
    .innerJoin('meeting', 'meeting.id', 'task.meeting_id')
    .select('task.done')
    .where('meeting.cell_id', '=', meeting.cell_id)
    .where('meeting.period', '=', before)
    .where('meeting.kind', 'in', regular)
    .execute();
  if (tasks.length === 0) return null;
  return {
    set: tasks.length,
    met: tasks.filter(({ done }) => done === 1).length,
    unheard: tasks.filter(({ done }) => done === null).length,
  };
}
