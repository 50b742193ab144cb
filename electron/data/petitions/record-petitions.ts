import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import type { HandlingBodyRow, PetitionRow } from '../schema/petition-tables.ts';
import type { RowChanges } from '../schema/row-changes.ts';
import { writeRows } from '../schema/write-rows.ts';

export interface PetitionChanges {
  handling_body: RowChanges<HandlingBodyRow>;
  petition: RowChanges<PetitionRow>;
}

/** Writes bodies, then petitions, inside the running transaction. A first mention stands before those that repeat it. */
export async function recordPetitions(db: Kysely<Tables>, changes: PetitionChanges): Promise<void> {
  await writeRows(
    db,
    changes.handling_body,
    (rows) => db.insertInto('handling_body').values(rows),
    (id, values) => db.updateTable('handling_body').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.petition,
    (rows) => db.insertInto('petition').values(rows),
    (id, values) => db.updateTable('petition').set(values).where('id', '=', id).execute(),
  );
}
