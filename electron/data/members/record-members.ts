import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import type {
  CellCommitteeMemberRow,
  MemberDetailRow,
  MemberRow,
  MemberStatusRow,
  MembershipEventRow,
} from '../schema/member-tables.ts';
import type { RowChanges } from '../schema/row-changes.ts';
import { writeRows } from '../schema/write-rows.ts';

export interface MemberChanges {
  member: RowChanges<MemberRow>;
  member_status: RowChanges<MemberStatusRow>;
  membership_event: RowChanges<MembershipEventRow>;
  cell_committee_member: RowChanges<CellCommitteeMemberRow>;
}

/** Writes members with their dated statuses, events and posts, inside the running transaction. */
export async function recordMembers(db: Kysely<Tables>, changes: MemberChanges): Promise<void> {
  await writeRows(
    db,
    changes.member,
    (rows) => db.insertInto('member').values(rows),
    (id, values) => db.updateTable('member').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.member_status,
    (rows) => db.insertInto('member_status').values(rows),
    (id, values) => db.updateTable('member_status').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.membership_event,
    (rows) => db.insertInto('membership_event').values(rows),
    (id, values) => db.updateTable('membership_event').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.cell_committee_member,
    (rows) => db.insertInto('cell_committee_member').values(rows),
    (id, values) => db.updateTable('cell_committee_member').set(values).where('id', '=', id).execute(),
  );
}

/** Writes members' second rows, inside the running transaction. */
export async function recordMemberDetails(db: Kysely<Tables>, changes: RowChanges<MemberDetailRow>): Promise<void> {
  await writeRows(
    db,
    changes,
    (rows) => db.insertInto('member_detail').values(rows),
    (id, values) => db.updateTable('member_detail').set(values).where('id', '=', id).execute(),
  );
}
