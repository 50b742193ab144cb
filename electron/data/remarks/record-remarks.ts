import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import type { YearlyRemarkRow } from '../schema/petition-tables.ts';
import type { RowChanges } from '../schema/row-changes.ts';
import { writeRows } from '../schema/write-rows.ts';

export interface RemarkChanges {
  yearly_remark: RowChanges<YearlyRemarkRow>;
}

/** Writes remarks of an import inside the running transaction. */
export async function recordRemarks(db: Kysely<Tables>, { yearly_remark }: RemarkChanges): Promise<void> {
  await writeRows(
    db,
    yearly_remark,
    (rows) => db.insertInto('yearly_remark').values(rows),
    (id, values) => db.updateTable('yearly_remark').set(values).where('id', '=', id).execute(),
  );
}
