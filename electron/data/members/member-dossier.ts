import type { Kysely } from 'kysely';
import type { MemberDossier } from '../../contract/members.ts';
import { SochiboError } from '../errors.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { eventRecords } from './event-records.ts';
import { readMemberForm } from './member-form.ts';
import { memberRecords } from './member-records.ts';
import { partyAgeOn } from './party-age.ts';
import { readStatusRows } from './plan-event.ts';
import { checkMember } from './save-member.ts';

/** Meetings shown of the attendance record. */
const LAST_MEETINGS = 36;

/** The full page of one member as of a day. Throws `not_found`. */
export async function memberDossier(db: Kysely<Tables>, id: string, asOf: IsoDate): Promise<MemberDossier> {
  const [[member], form] = await Promise.all([memberRecords(db, [id], asOf), readMemberForm(db, id)]);
  if (!member || !form) throw new SochiboError('not_found', 'Không có đảng viên này trong sổ.');
  const [statuses, names, history, relatives, rules] = await Promise.all([
    readStatusRows(db, id),
    readOrganisationHistory(db),
    db.selectFrom('member_history').selectAll().where('member_id', '=', id).orderBy('position').execute(),
    db.selectFrom('member_relative').selectAll().where('member_id', '=', id).orderBy('position').execute(),
    readRules(db),
  ]);
  const cellName = (cellId: string) => names.nameOn(cellId, asOf);
  const badges = rules.on('party_badge', asOf).value;
  return {
    member,
    form,
    check: await checkMember(db, id, form, member.standing, asOf),
    events: await eventRecords(db, id, statuses),
    statuses: statuses.toReversed().map(({ cell_id, member_id: _, basis: __, document: ___, ...status }) => ({
      ...status,
      cell: cellName(cell_id),
    })),
    history: history.map(({ member_id: _, position: __, ...entry }) => entry),
    relatives: relatives.map(({ member_id: _, position: __, ...entry }) => entry),
    posts: await readPosts(db, id, cellName),
    party_age: partyAgeOn(
      asOf,
      {
        override: form.party_age_date,
        decisionDate: form.admission_decision_date,
        ceremonyDate: form.admission_date,
        gaps: history.filter(({ kind }) => kind === 'gap').map((gap) => ({ from: gap.from_date, to: gap.to_date })),
        awarded: history.filter(({ kind }) => kind === 'badge').flatMap(({ content }) => markIn(content)),
      },
      badges,
    ),
    tasks: await readTasks(db, id, member.cell_id, form.full_name),
    attendance: await readAttendance(db, id, cellName),
  };
}

/** The mark named in the line of an award: "Huy hiệu 40 năm tuổi Đảng". */
function markIn(content: string): number[] {
  const found = /(?<!\d)\d{2}(?!\d)/u.exec(content)?.[0];
  return found === undefined ? [] : [Number(found)];
}

async function readPosts(db: Kysely<Tables>, memberId: string, cellName: (id: string) => string) {
  const rows = await db
    .selectFrom('cell_committee_member as post')
    .leftJoin('term', 'term.id', 'post.term_id')
    .select(['post.id', 'post.organisation_id as cell_id', 'post.position', 'post.decision', 'post.end_reason'])
    .select(['post.valid_from', 'post.valid_to', 'term.name as term'])
    .where('post.member_id', '=', memberId)
    .orderBy('post.valid_from', 'desc')
    .execute();
  return rows.map((post) => ({ ...post, cell: cellName(post.cell_id) }));
}

/** Tasks that name the member, or by name in a meeting of the own cell where no member is linked. */
async function readTasks(db: Kysely<Tables>, memberId: string, cellId: string | null, name: string) {
  const rows = await db
    .selectFrom('task')
    .innerJoin('meeting', 'meeting.id', 'task.meeting_id')
    .select(['task.id', 'task.meeting_id', 'meeting.date as meeting_date', 'task.content', 'task.due_date'])
    .select(['task.outcome', 'task.done'])
    .where((eb) =>
      eb.or([
        eb('task.member_id', '=', memberId),
        eb.and([eb('task.member_id', 'is', null), eb('task.person', '=', name), eb('meeting.cell_id', '=', cellId)]),
      ]),
    )
    .orderBy('meeting.date', 'desc')
    .execute();
  return rows.map(({ done, ...task }) => ({ ...task, done: done === null ? null : done === 1 }));
}

async function readAttendance(db: Kysely<Tables>, memberId: string, cellName: (id: string) => string) {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('meeting', 'meeting.id', 'attendance.meeting_id')
    .select(['meeting.id as meeting_id', 'meeting.date', 'meeting.cell_id', 'attendance.result', 'attendance.reason'])
    .where('attendance.member_id', '=', memberId)
    .orderBy('meeting.date', 'desc')
    .limit(LAST_MEETINGS)
    .execute();
  return rows.map(({ cell_id, ...line }) => ({ ...line, cell: cellName(cell_id) }));
}
