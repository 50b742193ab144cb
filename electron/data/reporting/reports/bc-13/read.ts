import type { Kysely } from 'kysely';
import type { ExpiringRecord } from '../../../../contract/member-events.ts';
import { type CellMeeting, calledMeetings } from '../../../meetings/list-absences.ts';
import { type RegisterMeeting, readRegister } from '../../../meetings/register.ts';
import { statusesToExpire } from '../../../members/expiring.ts';
import { statusSince } from '../../../members/status-since.ts';
import { type OrganisationHistory, readOrganisationHistory } from '../../../organisations/organisation-history.ts';
import { type Rules, readRules } from '../../../rules/read-rules.ts';
import type { StatusKind } from '../../../schema/column-types.ts';
import type { Tables } from '../../../schema/database.ts';
import { inForce } from '../../../schema/in-force.ts';
import { yearToDate } from '../../period.ts';
import type { ReportScope } from '../../report.ts';

/** A status in force on the last day that is known of. */
export interface WatchedStatus {
  memberId: string;
  name: string;
  birthDate: string | null;
  admissionDate: string | null;
  cellId: string;
  kind: StatusKind;
  since: string | null;
  expectedEnd: string | null;
  reviewOn: string | null;
  place: string | null;
  document: string | null;
}

/** An unexcused absence of somebody the list of the meeting names. */
export interface NamedAbsence {
  meetingId: string;
  memberId: string | null;
  name: string;
}

export interface Bc13Data {
  scope: ReportScope;
  organisations: OrganisationHistory;
  rules: Rules;
  /** Meetings of the year up to the end of the period. */
  meetings: readonly RegisterMeeting[];
  /** Unexcused absences of the period by name. */
  named: readonly NamedAbsence[];
  /** Regular meetings of the year up to the end of the period, with the names on their lists. */
  called: readonly CellMeeting[];
  /** In the order of names. */
  statuses: readonly WatchedStatus[];
  expiring: readonly ExpiringRecord[];
}

/** Everything BC-13 is made of. */
export async function readBc13(db: Kysely<Tables>, scope: ReportScope): Promise<Bc13Data> {
  const { period, asOf } = scope;
  const rules = await readRules(db);
  const [organisations, meetings, named, called, rows, expiring] = await Promise.all([
    readOrganisationHistory(db),
    readRegister(db, {
      months: { from: yearToDate(period)[0], to: period.lastMonth },
      days: { from: period.dateFrom, to: period.dateTo },
    }),
    db
      .selectFrom('attendance')
      .innerJoin('meeting', 'meeting.id', 'attendance.meeting_id')
      .select(['attendance.meeting_id', 'attendance.member_id', 'attendance.name'])
      .where('attendance.result', '=', 'absent_unexcused')
      .where('meeting.state', '=', 'held')
      .where('meeting.period', '>=', period.months[0])
      .where('meeting.period', '<=', period.lastMonth)
      .orderBy('meeting.date')
      .orderBy('attendance.position')
      .execute(),
    calledMeetings(db, rules, { year: period.year, cellId: null }),
    db
      .selectFrom('member_status as status')
      .innerJoin('member', 'member.id', 'status.member_id')
      .select(['member.id as member_id', 'member.full_name', 'member.birth_date', 'member.admission_date'])
      .select(['status.cell_id', 'status.kind', 'status.expected_end', 'status.review_on'])
      .select(['status.place', 'status.document'])
      .where(inForce('status', asOf))
      .orderBy('member.sort_key')
      .orderBy('member.id')
      .execute(),
    statusesToExpire(db, asOf),
  ]);
  const since = await statusSince(db, [...new Set(rows.map(({ member_id }) => member_id))], asOf);
  return {
    scope,
    organisations,
    rules,
    meetings: meetings.filter((meeting) => meeting.period <= period.lastMonth),
    named: named.map(({ meeting_id, member_id, name }) => ({ meetingId: meeting_id, memberId: member_id, name })),
    called: called.filter(({ month }) => month <= period.lastMonth),
    statuses: rows.map((row) => ({
      memberId: row.member_id,
      name: row.full_name,
      birthDate: row.birth_date,
      admissionDate: row.admission_date,
      cellId: row.cell_id,
      kind: row.kind,
      since: since(row.member_id, row.kind),
      expectedEnd: row.expected_end,
      reviewOn: row.review_on,
      place: row.place,
      document: row.document,
    })),
    expiring,
  };
}
