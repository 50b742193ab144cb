import type { Kysely, Selectable } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Tables } from '../schema/database.ts';
import { addDays, type IsoDate } from '../vietnamese/dates.ts';
import { carryPlannedVisits } from './carry-plans.ts';

type Assignment = Selectable<Tables['assignment']>;

export interface AssignmentsMove {
  from: string;
  /** Who follows; nobody: the assignments end. */
  to: readonly string[];
  date: IsoDate;
  /** Why they end there. */
  reason: string;
}

/**
 * Assignments to an organisation that closes end on the eve with the reason; each goes on with its successors, by the
 * same row of the annex, unless that row names the successor already. What was planned goes along.
 */
export async function carryAssignments(db: Kysely<Tables>, { from, to, date, reason }: AssignmentsMove): Promise<void> {
  const rows = await db
    .selectFrom('assignment')
    .selectAll()
    .where('target_id', '=', from)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', date)]))
    .execute();
  const known = new Set((await assignmentsTo(db, to, date)).map(keyOf));
  const following = new Map<string, string>();
  for (const row of rows) {
    for (const target_id of to) {
      const copy: Assignment = {
        ...row,
        id: newId(),
        target_id,
        valid_from: begun(row, date) ? date : row.valid_from,
        replaces_id: begun(row, date) ? row.id : row.replaces_id,
      };
      if (known.has(keyOf(copy))) continue;
      known.add(keyOf(copy));
      await db.insertInto('assignment').values(copy).execute();
      if (!following.has(row.id)) following.set(row.id, copy.id);
    }
  }
  await carryPlannedVisits(db, { from, to: to[0] ?? null, date, reason }, following);
  for (const row of rows) {
    if (begun(row, date)) await end(db, row.id, date, reason);
    else await replace(db, row.id, following.get(row.id) ?? null);
  }
}

async function end(db: Kysely<Tables>, id: string, date: IsoDate, reason: string): Promise<void> {
  await db
    .updateTable('assignment')
    .set({ valid_to: addDays(date, -1), end_reason: reason })
    .where('id', '=', id)
    .execute();
}

/** An assignment that had not begun never comes into force: whatever names it names the one that follows. */
async function replace(db: Kysely<Tables>, id: string, follower: string | null): Promise<void> {
  await db.updateTable('planned_visit').set({ assignment_id: follower }).where('assignment_id', '=', id).execute();
  await db.updateTable('assignment').set({ replaces_id: follower }).where('replaces_id', '=', id).execute();
  await db.deleteFrom('assignment').where('id', '=', id).execute();
}

const begun = ({ valid_from }: Assignment, date: IsoDate) => valid_from === null || valid_from < date;

const keyOf = ({ entry_id, official_id, target_id, role }: Assignment) =>
  [entry_id, official_id, target_id, role].join('\n');

async function assignmentsTo(db: Kysely<Tables>, targets: readonly string[], date: IsoDate): Promise<Assignment[]> {
  if (targets.length === 0) return [];
  return db
    .selectFrom('assignment')
    .selectAll()
    .where('target_id', 'in', [...targets])
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', date)]))
    .execute();
}
