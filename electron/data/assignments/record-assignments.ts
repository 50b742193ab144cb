import type { Kysely } from 'kysely';
import type {
  AssignmentEntryRow,
  AssignmentRow,
  DecisionRow,
  TeamMemberRow,
  TeamRow,
} from '../schema/assignment-tables.ts';
import type { Tables } from '../schema/database.ts';
import type { RowChanges } from '../schema/row-changes.ts';
import { writeRows } from '../schema/write-rows.ts';

export interface AssignmentChanges {
  decision: RowChanges<DecisionRow>;
  assignment_entry: RowChanges<AssignmentEntryRow>;
  assignment: RowChanges<AssignmentRow>;
  team: RowChanges<TeamRow>;
  team_member: RowChanges<TeamMemberRow>;
}

/** Writes decisions, annex entries with their assignments, and teams, inside the running transaction. */
export async function recordAssignments(db: Kysely<Tables>, changes: AssignmentChanges): Promise<void> {
  await writeRows(
    db,
    changes.decision,
    (rows) => db.insertInto('decision').values(rows),
    (id, values) => db.updateTable('decision').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.assignment_entry,
    (rows) => db.insertInto('assignment_entry').values(rows),
    (id, values) => db.updateTable('assignment_entry').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.assignment,
    (rows) => db.insertInto('assignment').values(rows),
    (id, values) => db.updateTable('assignment').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.team,
    (rows) => db.insertInto('team').values(rows),
    (id, values) => db.updateTable('team').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.team_member,
    (rows) => db.insertInto('team_member').values(rows),
    (id, values) => db.updateTable('team_member').set(values).where('id', '=', id).execute(),
  );
}
