import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { TeamForm } from '../../contract/assignments.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { changedColumns } from '../schema/row-changes.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { addDays, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { writeEntry } from './assign.ts';
import { endAssignments } from './end-assignments.ts';

/**
 * Writes a guidance team with its members and returns its id. With `assign_from` the members are assigned to the area as
 * leader or members from that day on, and the team's assignments of those who left end the day before.
 * Throws `wrong_arguments` for a team without a name, with two leaders, or assigned without an area; `not_found`.
 */
export async function saveTeam(db: Kysely<Tables>, id: string | null, form: TeamForm): Promise<string> {
  const { members, assign_from, ...typed } = form;
  const fields = { ...typed, name: cleanLine(typed.name) };
  refuseContradictions(fields.name, form);
  const teamId = id ?? newId();
  if (id === null) {
    await db
      .insertInto('team')
      .values({ id: teamId, ...fields, decision_id: null })
      .execute();
  } else {
    const row = await db.selectFrom('team').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw new SochiboError('not_found', 'Không có tổ chỉ đạo này trong sổ.');
    const changes = changedColumns(row, fields);
    if (changes !== null) await db.updateTable('team').set(changes).where('id', '=', id).execute();
  }
  await saveMembers(db, teamId, members);
  const from = assign_from === null ? null : parseIsoDate(assign_from);
  if (from !== null && fields.area_id !== null) await assignTeam(db, { teamId, areaId: fields.area_id, members, from });
  return teamId;
}

/** Ends a team with the assignments it gave. Throws `not_found`, `wrong_arguments`. */
export async function endTeam(db: Kysely<Tables>, id: string, validTo: IsoDate, reason: string): Promise<void> {
  const row = await db.selectFrom('team').select('id').where('id', '=', id).executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Không có tổ chỉ đạo này trong sổ.');
  await db.updateTable('team').set({ valid_to: validTo }).where('id', '=', id).execute();
  const open = await teamAssignments(db, id, validTo);
  if (open.length > 0) {
    await endAssignments(
      db,
      open.map((assignment) => assignment.id),
      validTo,
      reason,
    );
  }
}

async function assignTeam(
  db: Kysely<Tables>,
  { teamId, areaId, members, from }: { teamId: string; areaId: string; members: TeamForm['members']; from: IsoDate },
): Promise<void> {
  const open = await teamAssignments(db, teamId, from);
  const roleOf = (official: string) => {
    const member = members.find(({ official_id }) => official_id === official);
    return member && (member.role === 'leader' ? 'team_leader' : 'team_member');
  };
  const stays = open.filter(({ official_id, role, target_id }) => target_id === areaId && roleOf(official_id) === role);
  const ends = open.filter((assignment) => !stays.includes(assignment)).map(({ id }) => id);
  if (ends.length > 0) await endAssignments(db, ends, addDays(from, -1), 'Thay đổi thành viên tổ chỉ đạo');
  for (const { official_id, role } of members) {
    if (stays.some((assignment) => assignment.official_id === official_id)) continue;
    await writeEntry(db, {
      officialId: official_id,
      targets: [areaId],
      role: role === 'leader' ? 'team_leader' : 'team_member',
      decisionId: null,
      minVisits: null,
      note: null,
      teamId,
      valid_from: from,
      valid_to: null,
    });
  }
}

function teamAssignments(db: Kysely<Tables>, teamId: string, day: string) {
  return db
    .selectFrom('assignment')
    .select(['id', 'official_id', 'role', 'target_id'])
    .where('team_id', '=', teamId)
    .where(inForce('assignment', day))
    .execute();
}

async function saveMembers(db: Kysely<Tables>, teamId: string, members: TeamForm['members']): Promise<void> {
  const present = await db.selectFrom('team_member').selectAll().where('team_id', '=', teamId).execute();
  for (const row of present) {
    const member = members.find(({ official_id }) => official_id === row.official_id);
    if (!member) await db.deleteFrom('team_member').where('id', '=', row.id).execute();
    else if (member.role !== row.role) {
      await db.updateTable('team_member').set({ role: member.role }).where('id', '=', row.id).execute();
    }
  }
  for (const member of members) {
    if (present.some(({ official_id }) => official_id === member.official_id)) continue;
    await db
      .insertInto('team_member')
      .values({ id: newId(), team_id: teamId, ...member })
      .execute();
  }
}

function refuseContradictions(name: string, { members, area_id, assign_from }: TeamForm): void {
  const refuse = (message: string) => {
    throw new SochiboError('wrong_arguments', message);
  };
  if (name === '') refuse('Tổ chỉ đạo chưa có tên. Ghi tên tổ rồi lưu lại.');
  if (members.filter(({ role }) => role === 'leader').length > 1)
    refuse('Tổ chỉ đạo chỉ có một tổ trưởng. Sửa vai trò của một người.');
  if (new Set(members.map(({ official_id }) => official_id)).size < members.length) {
    refuse('Một cán bộ có tên hai lần trong tổ. Bỏ bớt một dòng.');
  }
  if (assign_from !== null && area_id === null) refuse('Chọn địa bàn của tổ trước khi phân công cả tổ về địa bàn.');
}
