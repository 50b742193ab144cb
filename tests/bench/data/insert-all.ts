import type { Kysely } from 'kysely';
import type { AuditedTables, Tables } from '../../../electron/data/schema/database.ts';
import { insertRows } from '../../../electron/data/schema/insert-rows.ts';

/** Rows in one statement: their JSON is held twice. */
const rowsAtOnce = 5_000;

/** Writes new rows of one table, all with the same columns, as they come: half a million need not be there at once. */
export async function insertAll<Table extends keyof AuditedTables>(
  db: Kysely<Tables>,
  table: Table,
  rows: Iterable<Partial<AuditedTables[Table]>>,
): Promise<void> {
  let columns: string[] = [];
  let some: (string | number | null)[][] = [];
  for (const row of rows) {
    if (columns.length === 0) columns = Object.keys(row);
    some.push(Object.values(row));
    if (some.length < rowsAtOnce) continue;
    await insertRows(db, table, columns, some);
    some = [];
  }
  await insertRows(db, table, columns, some);
}
