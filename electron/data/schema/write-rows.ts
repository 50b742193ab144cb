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
  const empty = first ? emptyColumns(inserts, first) : new Set<string>();
  const size = first ? Math.floor(boundValues / (columns.length - empty.size)) : 1;
  let last: CompiledQuery<unknown> | null = null;
  for (let start = 0; start < inserts.length; start += size) {
    const rows = inserts.slice(start, start + size);
    const values = valuesOf(rows, columns, empty);
    const compile = () => insert(rows.map((row) => without(row, empty))).compile();
    const statement: CompiledQuery<unknown> = values === null ? compile() : withValues(last, values, compile);
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

/**
 * Columns in which no row says anything: they are left out, and none has a default. Of a member's 28 a roster fills 23, of a
 * status' twelve eight: a tenth of the time that their statements take.
 */
function emptyColumns<R extends Row>(rows: readonly R[], first: R): Set<string> {
  const empty = new Set<string>();
  for (const column in first) if (rows.every((row) => row[column] === null)) empty.add(column);
  return empty;
}

function without<R extends Row>(row: R, columns: ReadonlySet<string>): R {
  const rest = { ...row };
  for (const column of columns) Reflect.deleteProperty(rest, column);
  return rest;
}

/** The values of rows one after the other, but for empty columns; null where a row has other columns than `columns`. */
function valuesOf<R extends Row>(
  rows: readonly R[],
  columns: readonly string[],
  empty: ReadonlySet<string>,
): unknown[] | null {
  const values: unknown[] = [];
  for (const row of rows) {
    let at = 0;
    for (const column in row) {
      if (column !== columns[at] || row[column] === undefined) return null;
      if (!empty.has(column)) values.push(row[column]);
      at += 1;
    }
    if (at !== columns.length) return null;
  }
  return values;
}
