import { type Kysely, sql } from 'kysely';
import type { Tables } from './database.ts';

type Value = string | number | null;

/**
 * All rows of a table in one statement with one bound value: fast, and free to refer to one another. Columns that no row
 * says anything of are left out (none has a default): to find a value costs a walk along its row, so members, of whose 29
 * columns a package fills ten, go in in half the time (20,000 with their log entries 0.64 s of processor instead of 1.26).
 */
export async function insertRows(
  db: Kysely<Tables>,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const used = columns.flatMap((_, at) => (rows.some((row) => row[at] !== null) ? [at] : []));
  const names = sql.join(used.map((at) => sql.ref(columns[at] ?? '')));
  const values = sql.join(used.map((_, place) => sql`value ->> ${sql.lit(place)}`));
  const json = JSON.stringify(rows.map((row) => used.map((at) => row[at])));
  await sql`insert into ${sql.table(table)} (${names}) select ${values} from json_each(${json})`.execute(db);
}
