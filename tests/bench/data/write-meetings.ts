import type { Kysely } from 'kysely';
import { emptyMeeting } from '../../../electron/data/meetings/empty-meeting.ts';
import type { Grade } from '../../../electron/data/schema/column-types.ts';
import type { Tables } from '../../../electron/data/schema/database.ts';
import type { AttendanceRow, MeetingRow, RatingRow } from '../../../electron/data/schema/meeting-tables.ts';
import type { VisitRow } from '../../../electron/data/schema/visit-tables.ts';
import { nameKey, searchKey } from '../../../electron/data/vietnamese/fold.ts';
import { insertAll } from './insert-all.ts';
import type { CellPlan, Plan } from './plan.ts';
import type { OfficialPlan } from './write-officials.ts';

const grades: readonly Grade[] = ['good', 'good', 'good', 'fair', 'fair', 'average', 'poor'];

interface Month {
  meetings: MeetingRow[];
  attendance: AttendanceRow[];
  visits: VisitRow[];
  ratings: RatingRow[];
  petitions: { id: string; meeting: string; cell: string; date: string }[];
}

/** A month of every cell that reports: the meeting, each member's attendance, visits, the score, a petition here and there. */
export async function writeMeetings(
  db: Kysely<Tables>,
  plan: Plan,
  officials: readonly OfficialPlan[],
  period: string,
): Promise<void> {
  const month: Month = { meetings: [], attendance: [], visits: [], ratings: [], petitions: [] };
  for (const official of officials) {
    for (const cell of official.cells) addMeeting(month, plan, cell, official, period);
  }
  await insertAll(db, 'meeting', month.meetings);
  await insertAll(db, 'attendance', month.attendance);
  await insertAll(db, 'visit', month.visits);
  await insertAll(db, 'rating', month.ratings);
  await insertAll(
    db,
    'petition',
    month.petitions.map((petition, index) => petitionRow(petition, `KN ${period} ${index + 1}`)),
  );
}

/** Nine meetings in ten are held on the set day, one in fifty not at all; every third has its official. */
function addMeeting(month: Month, plan: Plan, cell: CellPlan, official: OfficialPlan, period: string): void {
  const { random, pick, nextId } = plan;
  if (random() >= cell.reports) return;
  const id = nextId();
  if (random() < 0.02) {
    const reason = 'Thiên tai';
    month.meetings.push({ ...emptyMeeting(id, cell.id, period), state: 'not_held', not_held_reason: reason });
    return;
  }
  const date = `${period}-${String(random() < 0.9 ? cell.day : cell.day + 7).padStart(2, '0')}`;
  const roll = cell.members.map(({ id: member, name, exempt }, position): AttendanceRow => {
    const chance = random();
    const absent = chance < 0.06 ? 'absent_excused' : chance < 0.08 ? 'absent_unexcused' : 'present';
    return {
      ...{ id: nextId(), meeting_id: id, member_id: member, name, standing_then: null, status_then: null },
      ...{ result: exempt ? 'not_due' : absent, reason: null, late_or_left_early: null, position },
    };
  });
  month.attendance.push(...roll);
  month.meetings.push(heldMeeting(plan, cell, { id, period, date, roll }));
  if (random() < 1 / 3) {
    month.visits.push({
      ...{ id: nextId(), meeting_id: id, official_id: official.id, name: official.name, title: null },
      ...{ name_key: nameKey(official.name), level: null, on_behalf_of_id: null, on_behalf_of_name: null },
    });
  }
  const grade = pick(grades);
  month.ratings.push({
    ...{ id: nextId(), meeting_id: id, scorer_role: 'self', total: 60 + Math.floor(random() * 40), grade, note: null },
  });
  if (random() < 1 / 30) month.petitions.push({ id: nextId(), meeting: id, cell: cell.id, date });
}

function heldMeeting(
  { random }: Plan,
  { id: cellId, members }: CellPlan,
  { id, period, date, roll }: { id: string; period: string; date: string; roll: readonly AttendanceRow[] },
): MeetingRow {
  const count = (result: AttendanceRow['result']) => roll.filter((row) => row.result === result).length;
  const exempt = count('not_due');
  return {
    ...emptyMeeting(id, cellId, period),
    ...{ kind: random() < 0.25 ? 'regular_with_thematic' : 'regular', state: 'held', date, mode: 'in_person' },
    ...{ started_at: '19:30', ended_at: '21:15', members_total: members.length, exempt },
    full_members: members.filter(({ probationary }) => !probationary).length,
    probationary: members.filter(({ probationary }) => probationary).length,
    ...{ working_away: 0, temporarily_away: 0, temporarily_received: 0, suspended: 0, due: members.length - exempt },
    ...{ present: count('present'), present_exempt: 0 },
    ...{ absent_excused: count('absent_excused'), absent_unexcused: count('absent_unexcused') },
  };
}

function petitionRow({ id, meeting, cell, date }: Month['petitions'][number], code: string) {
  const content = 'Đề nghị sửa đường liên thôn';
  return {
    ...{ id, code, cell_id: cell, meeting_id: meeting, visit_id: null, date, raised_by: null },
    ...{ raised_by_member_id: null, content, search_key: searchKey(content), kind: null, field: null, authority: null },
    ...{ responsible_body_id: null, received_on: date, forwarded_on: null, forward_document: null, due_date: null },
    ...{ state: 'received' as const, answered_on: null, reply_document: null, outcome: null, unresolved_reason: null },
    ...{ cell_told_on: null, duplicate_of_id: null, note: null },
  };
}
