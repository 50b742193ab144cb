import { setImmediate } from 'node:timers/promises';
import type { CompiledQuery, Kysely } from 'kysely';
import type { Row } from './column-types.ts';
import type { Tables } from './database.ts';
import type { RowChanges } from './row-changes.ts';

/** Values in one statement: so many that it is still short enough to be kept prepared (`office-file/kept-statements.ts`). */
const boundValues = 1_500;

/** A statement that Kysely has put together and not yet run. */
interface Unsent {
  compile(): CompiledQuery<unknown>;
}

/**
 * Writes the changes of one table: inserts by some dozens of rows, then updates. Other work goes on between the
 * statements; without that their memory, outside JavaScript's, is not given back before the end (500 MB for 100,000
 * members).
 */
export async function writeRows<R extends Row>(
  db: Kysely<Tables>,
  { inserts, updates }: RowChanges<R>,
  insert: (rows: R[]) => Unsent,
  update: (id: string, values: Partial<R>) => Promise<unknown>,
): Promise<void> {
  const [first] = inserts;
  const columns = first ? Object.keys(first) : [];
  const size = first ? Math.floor(boundValues / columns.length) : 1;
  let last: CompiledQuery<unknown> | null = null;
  for (let start = 0; start < inserts.length; start += size) {
    const rows = inserts.slice(start, start + size);
    const values = valuesOf(rows, columns);
    const statement: CompiledQuery<unknown> =
      values === null ? insert(rows).compile() : withValues(last, values, () => insert(rows).compile());
    if (values !== null) last = statement;
    await db.executeQuery(statement);
    if (inserts.length > size) await setImmediate();
  }
  for (const { id, values } of updates) await update(id, values);
}

/**
 * The last statement with other values, where it takes as many: to put one together takes Kysely as long as SQLite needs to
 * run it.
 */
function withValues(
  last: CompiledQuery<unknown> | null,
  values: readonly unknown[],
  compile: () => CompiledQuery<unknown>,
): CompiledQuery<unknown> {
  return last?.parameters.length === values.length ? { ...last, parameters: values } : compile();
}

/** The values of rows one after the other; null where one of them has other columns than `columns`. */
function valuesOf<R extends Row>(rows: readonly R[], columns: readonly string[]): unknown[] | null {
  const values: unknown[] = [];
  for (const row of rows) {
    let at = 0;
    for (const column in row) {
      if (column !== columns[at] || row[column] === undefined) return null;
      values.push(row[column]);
      at += 1;
    }
    if (at !== columns.length) return null;
  }
  return values;
}
