import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { jsonList } from './match-records.ts';
import { type PartTable, partTables } from './part-tables.ts';
import type { TablePlan } from './plan-table.ts';
import type { SenderMemory, StandingPackage } from './sender-memory.ts';

/** Rows that only the replaced package brought and that are no longer sent. */
export interface TakeBack {
  /** Nothing here stands on them: they go. */
  removed: Map<string, string[]>;
  /** Something here stands on them: they stay, ended where they have an end. */
  ended: Map<string, string[]>;
  /** Rows of parts that the new package does not carry: they stay as they were, and are its own from now on. */
  carried: Map<string, string[]>;
}

interface Replacing {
  tables: readonly TablePlan[];
  replaced: StandingPackage | null;
  memory: SenderMemory;
  /** Tables that the new package carries. */
  parts: ReadonlySet<string>;
}

/** What a later package of the same unit and period takes back. */
export async function takeBack(db: Kysely<Tables>, replacing: Replacing): Promise<TakeBack> {
  const { tables, replaced, memory, parts } = replacing;
  const gone = new Map<string, Set<string>>();
  const carried = new Map<string, string[]>();
  const ended = new Map<string, string[]>();
  if (replaced === null) return { removed: new Map(), ended, carried };
  const others = memory.standing.filter(({ id }) => id !== replaced.id);
  for (const [table, { own }] of Object.entries(replaced.contents)) {
    if (!parts.has(table)) {
      carried.set(table, own);
      continue;
    }
    const plan = tables.find(({ part }) => part.table === table);
    const still = new Set([...(plan?.own ?? []), ...(plan?.known ?? [])]);
    for (const { contents } of others) {
      for (const id of [...(contents[table]?.own ?? []), ...(contents[table]?.known ?? [])]) still.add(id);
    }
    const missing = own.filter((id) => !still.has(id));
    if (missing.length > 0) gone.set(table, new Set(missing));
  }
  if (gone.size > 0) await keepWhatIsUsed(db, { tables, gone, ended });
  const removed = new Map<string, string[]>();
  for (const [table, ids] of gone) if (ids.size > 0) removed.set(table, [...ids]);
  return { removed, ended, carried };
}

/** Moves from `gone` to `ended` what a row that stays refers to, and the parts of what stays, until nothing more moves. */
async function keepWhatIsUsed(
  db: Kysely<Tables>,
  {
    tables,
    gone,
    ended,
  }: { tables: readonly TablePlan[]; gone: Map<string, Set<string>>; ended: Map<string, string[]> },
): Promise<void> {
  const references = await readReferences(db);
  const letsGo = rewritten(tables);
  let moved = true;
  const keep = (table: string, ids: readonly string[]) => {
    for (const id of ids) {
      if (!gone.get(table)?.delete(id)) continue;
      ended.set(table, [...(ended.get(table) ?? []), id]);
      moved = true;
    }
  };
  while (moved) {
    moved = false;
    for (const { from, column, to } of references) {
      const ids = gone.get(to);
      if (!ids || ids.size === 0) continue;
      const leaving = gone.get(from) ?? new Set();
      const { rows } = await sql<{ id: string; target: string }>`
        select id, ${sql.ref(column)} as target from ${sql.table(from)}
        where ${sql.ref(column)} in ${jsonList([...ids])}`.execute(db);
      keep(
        to,
        rows.filter(({ id }) => !leaving.has(id) && !letsGo(from, id, column)).map(({ target }) => target),
      );
    }
    for (const part of partTables) {
      if (part.partOf !== undefined) keep(part.table, await partsOfKept(db, part, gone, ended));
    }
  }
}

/** Whether the package itself changes a reference, so that it no longer stands in the way. */
function rewritten(tables: readonly TablePlan[]): (table: string, id: string, column: string) => boolean {
  const changes = new Map<string, TablePlan['updates'][number]['values']>(
    tables.flatMap(({ part, updates }) => updates.map(({ id, values }) => [`${part.table} ${id}`, values] as const)),
  );
  return (table, id, column) => column in (changes.get(`${table} ${id}`) ?? {});
}

/** A record that stays keeps its parts: an organisation without a name would be none. */
async function partsOfKept(
  db: Kysely<Tables>,
  { table, partOf = '' }: PartTable,
  gone: ReadonlyMap<string, ReadonlySet<string>>,
  ended: ReadonlyMap<string, readonly string[]>,
): Promise<string[]> {
  const ids = gone.get(table);
  const kept = [...ended.values()].flat();
  if (!ids || ids.size === 0 || kept.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)}
    where id in ${jsonList([...ids])} and ${sql.ref(partOf)} in ${jsonList(kept)}`.execute(db);
  return rows.map(({ id }) => id);
}

interface Reference {
  from: string;
  column: string;
  to: string;
}

/** Every column of the file that refers to a table of ours. */
async function readReferences(db: Kysely<Tables>): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select tables.name as "from", reference."from" as "column", reference."table" as "to"
    from sqlite_schema as tables, pragma_foreign_key_list(tables.name) as reference
    where tables.type = 'table'`.execute(db);
  return rows.filter(({ to }) => partTables.some(({ table }) => table === to));
}
