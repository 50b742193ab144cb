import type { Kysely } from 'kysely';
import type { AuditedTables, Tables } from '../../../electron/data/schema/database.ts';
import { insertRows } from '../../../electron/data/schema/insert-rows.ts';

/** Rows in one statement: their JSON is held twice. */
const rowsAtOnce = 5_000;

/** Writes new rows of one table, all with the same columns. */
export async function insertAll<Table extends keyof AuditedTables>(
  db: Kysely<Tables>,
  table: Table,
  rows: readonly Partial<AuditedTables[Table]>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const some = rows.slice(start, start + rowsAtOnce);
    await insertRows(
      db,
      table,
      columns,
      some.map((row) => Object.values(row)),
    );
  }
}
