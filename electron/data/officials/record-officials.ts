import type { Kysely } from 'kysely';
import type { OfficialRow, OfficialTitleRow } from '../schema/assignment-tables.ts';
import type { Tables } from '../schema/database.ts';
import type { RowChanges } from '../schema/row-changes.ts';
import { writeRows } from '../schema/write-rows.ts';

export interface OfficialChanges {
  official: RowChanges<OfficialRow>;
  official_title: RowChanges<OfficialTitleRow>;
}

/** Writes officials and their dated titles, inside the running transaction. */
export async function recordOfficials(db: Kysely<Tables>, changes: OfficialChanges): Promise<void> {
  await writeRows(
    db,
    changes.official,
    (rows) => db.insertInto('official').values(rows),
    (id, values) => db.updateTable('official').set(values).where('id', '=', id).execute(),
  );
  await writeRows(
    db,
    changes.official_title,
    (rows) => db.insertInto('official_title').values(rows),
    (id, values) => db.updateTable('official_title').set(values).where('id', '=', id).execute(),
  );
}
