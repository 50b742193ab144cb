import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import { presentKinds } from '../members/counted.ts';
import { recordMembers } from '../members/record-members.ts';
import type { Tables } from '../schema/database.ts';
import type { MemberStatusRow, MembershipEventRow } from '../schema/member-tables.ts';
import { addDays, type IsoDate } from '../vietnamese/dates.ts';

export interface MembersMove {
  from: string;
  /** null: they leave the office together with their organisation. */
  to: string | null;
  date: IsoDate;
  document: string | null;
  /** Why, for the member's own timeline. */
  note: string;
  /** Only these members; all who are in the cell when left out. */
  only?: ReadonlySet<string>;
}

/**
 * Moves the members of a cell from a day on: each status ends on the eve and goes on with all it says in the other cell,
 * so that every member is counted before and after. Noted as an internal transfer (NOI_BO), or as a transfer away
 * (CHUYEN_DI). Returns the members moved.
 */
export async function moveMembers(db: Kysely<Tables>, move: MembersMove): Promise<Set<string>> {
  const { from, to, date, document, note, only } = move;
  const rows = await db
    .selectFrom('member_status')
    .selectAll()
    .where('cell_id', '=', from)
    .where('kind', 'in', presentKinds)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', date)]))
    .execute();
  const isToCome = ({ valid_from }: MemberStatusRow) => valid_from !== null && valid_from >= date;
  const here = new Set(rows.filter((row) => !isToCome(row)).map(({ member_id }) => member_id));
  const moved = only ? rows.filter(({ member_id }) => only.has(member_id)) : rows;
  const statuses: { inserts: MemberStatusRow[]; updates: { id: string; values: Partial<MemberStatusRow> }[] } = {
    inserts: [],
    updates: [],
  };
  const events = new Map<string, MembershipEventRow>();
  for (const row of moved) {
    const cut = { id: row.id, values: { valid_to: addDays(date, -1) } };
    if (to === null && (row.kind === 'temporarily_received' || (isToCome(row) && here.has(row.member_id)))) {
      // Who was received for a time is of another cell and stays in it; what was to follow here never does.
      if (isToCome(row)) await db.deleteFrom('member_status').where('id', '=', row.id).execute();
      else statuses.updates.push(cut);
      continue;
    }
    const after: Partial<MemberStatusRow> =
      to === null ? { kind: 'transferred_out', valid_to: null, basis: note } : { cell_id: to };
    if (isToCome(row)) {
      statuses.updates.push({ id: row.id, values: after });
    } else {
      statuses.updates.push(cut);
      statuses.inserts.push({ ...row, ...after, id: newId(), valid_from: date });
    }
    if (row.kind === 'temporarily_received') continue;
    events.set(row.member_id, {
      id: newId(),
      member_id: row.member_id,
      code: to === null ? 'CHUYEN_DI' : 'NOI_BO',
      date,
      from_cell_id: from,
      to_cell_id: to,
      from_text: null,
      to_text: null,
      document,
      note,
    });
  }
  const nothing = { inserts: [], updates: [] };
  await recordMembers(db, {
    member: nothing,
    member_status: statuses,
    membership_event: { inserts: [...events.values()], updates: [] },
    cell_committee_member: nothing,
  });
  return new Set(moved.map(({ member_id }) => member_id));
}
