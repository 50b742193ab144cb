import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { newId } from '../schema/new-id.ts';
import { jsonList } from './match-records.ts';
import type { PartTable } from './part-tables.ts';
import type { TheirPart } from './read-part.ts';
import { refusals } from './refusals.ts';
import type { Cell, Cells } from './row-values.ts';
import type { SenderMemory } from './sender-memory.ts';

/** What a package does to one table. Nothing is written. */
export interface TablePlan {
  part: PartTable;
  columns: readonly string[];
  rows: number;
  inserts: Cells[];
  updates: { id: string; values: Record<string, Cell> }[];
  unchanged: number;
  matched: number;
  kept: number;
  /** Rows here that the package speaks of: those its sender brought, and those the office knew before. */
  own: string[];
  known: string[];
  /** Line of the part, by id here, of what is new or changed. */
  lines: Map<string, number>;
}

/** A value that the office has otherwise. `taken`: theirs is written. */
export interface Difference {
  table: string;
  id: string;
  column: string;
  ours: Cell;
  theirs: Cell;
  taken: boolean;
}

/** What a package has settled so far, table by table. */
export interface Planning {
  db: Kysely<Tables>;
  file: string;
  memory: SenderMemory;
  madeAt: string;
  /** Ids here by table and their id. */
  ids: Map<string, Map<string, string>>;
  /** Rows that are new with this package, by table. */
  fresh: Map<string, Set<string>>;
  /** Their ids that are not ours: to be remembered. */
  identities: { entity: string; their_id: string; our_id: string }[];
  differences: Difference[];
}

type Known = ReadonlyMap<string, Cells>;

/**
 * Settles one part: each row is one the sender brought before, one the office knows (`found`: by a rule of the table's own;
 * else by the table's natural key), or new. Throws `package_refused` for a row that refers to nothing.
 */
export async function planTable(
  planning: Planning,
  their: TheirPart,
  found: ReadonlyMap<string, string>,
): Promise<TablePlan> {
  const { part } = their;
  const idAt = their.at('id');
  const rows = translate(planning, their);
  const theirIds = their.rows.map((row) => String(row[idAt]));
  const remembered = theirIds.map((id) => planning.memory.ourIdOf(part.table, id) ?? found.get(id) ?? null);
  const standing = await readRows(planning.db, their, [
    ...new Set([...theirIds, ...remembered.filter((id) => id !== null)]),
  ]);
  const claimed = new Set(remembered.filter((id) => id !== null && standing.has(id)));
  const neighbours = await readNeighbours(planning, their, rows, remembered, standing);
  const plan: TablePlan = {
    ...{ part, columns: their.columns.map(({ name }) => name), rows: their.rows.length, inserts: [], updates: [] },
    ...{ unchanged: 0, matched: 0, kept: 0, own: [], known: [], lines: new Map() },
  };
  const ids = new Map<string, string>();
  const fresh = new Set<string>();
  const settled: { row: Cells; before: Cells | null; line: number }[] = [];
  for (const [index, row] of rows.entries()) {
    const theirId = theirIds[index] ?? '';
    if (row === null) continue;
    let id = remembered[index] ?? null;
    let before = id === null ? null : (standing.get(id) ?? null);
    if (before === null) {
      const neighbour = neighbours.find(row, claimed);
      if (neighbour !== null) {
        id = String(neighbour[idAt]);
        before = neighbour;
        claimed.add(id);
      } else if (part.lookedUp) continue;
      else if (neighbours.hasOwnFacts(row)) {
        plan.kept += 1;
        continue;
      }
    }
    // An id that somebody else's record has here is no reason to touch that record.
    if (before === null) {
      id = standing.has(theirId) ? newId() : theirId;
      fresh.add(id);
    }
    if (id === null) continue;
    ids.set(theirId, id);
    if (id !== theirId && planning.memory.ourIdOf(part.table, theirId) !== id) {
      planning.identities.push({ entity: part.table, their_id: theirId, our_id: id });
    }
    row[idAt] = id;
    settled.push({ row, before, line: index + 2 });
  }
  planning.ids.set(part.table, ids);
  planning.fresh.set(part.table, fresh);
  referWithin(their, settled, ids);
  compare(planning, their, plan, settled);
  return plan;
}

/** Their references as ours. Null: a row that stands on something only looked up and not found here. */
function translate(planning: Planning, their: TheirPart): (Cells | null)[] {
  const references = their.columns.flatMap(({ refersTo, required, name }, at) =>
    refersTo === null || refersTo === their.part.table ? [] : [{ at, required, name, ids: planning.ids.get(refersTo) }],
  );
  return their.rows.map((theirRow, index) => {
    const row = [...theirRow];
    for (const { at, required, name, ids } of references) {
      const value = row[at];
      if (value === null) continue;
      const id = ids?.get(String(value)) ?? null;
      if (id === null && required) {
        if (their.part.lookedUp) return null;
        throw refusals.missingRecord(planning.file, their.part.table, index + 2, name);
      }
      row[at] = id;
    }
    return row;
  });
}

/** References of a table to itself, once all its rows have their ids. */
function referWithin(their: TheirPart, settled: readonly { row: Cells }[], ids: ReadonlyMap<string, string>): void {
  const within = their.columns.flatMap(({ refersTo }, at) => (refersTo === their.part.table ? [at] : []));
  if (within.length === 0) return;
  for (const { row } of settled) {
    for (const at of within) row[at] = row[at] === null ? null : (ids.get(String(row[at])) ?? null);
  }
}

/** Columns that say no more than another, or that the office numbers itself. */
const derived: ReadonlySet<string> = new Set(['id', 'search_key', 'sort_key', 'name_key', 'position']);

function compare(
  planning: Planning,
  their: TheirPart,
  plan: TablePlan,
  settled: readonly { row: Cells; before: Cells | null; line: number }[],
): void {
  const { part, columns } = their;
  const idAt = their.at('id');
  const newer = planning.memory.spokenOfSince(planning.madeAt, part.table);
  for (const { row, before, line } of settled) {
    const id = String(row[idAt]);
    const isOwn = before === null || planning.memory.owns(part.table, id);
    (isOwn ? plan.own : plan.known).push(id);
    if (!isOwn) plan.matched += 1;
    if (before === null) {
      plan.inserts.push(row);
      plan.lines.set(id, line);
      continue;
    }
    const values: Record<string, Cell> = {};
    for (const [at, { name }] of columns.entries()) {
      const [ours = null, theirs = null] = [before[at], row[at]];
      if (at === idAt || ours === theirs || (part.table === 'petition' && name === 'code')) continue;
      const taken =
        !part.lookedUp && !newer.has(id) && (isOwn || ours === null || (theirs !== null && part.known === 'theirs'));
      if (taken && theirs !== values[name]) values[name] = theirs;
      if (!isOwn && ours !== null && theirs !== null && !derived.has(name)) {
        planning.differences.push({ table: part.table, id, column: name, ours, theirs, taken });
      }
    }
    if (Object.keys(values).length === 0) plan.unchanged += 1;
    else {
      plan.updates.push({ id, values });
      plan.lines.set(id, line);
    }
  }
}

/** Rows of the table here, with the columns of the part. */
async function readRows(db: Kysely<Tables>, their: TheirPart, ids: readonly string[]): Promise<Known> {
  if (ids.length === 0) return new Map();
  return byId(their, await selectRows(db, their, sql`id in ${jsonList(ids)}`));
}

async function selectRows(db: Kysely<Tables>, { part, columns }: TheirPart, where: ReturnType<typeof sql>) {
  const names = sql.join(columns.map(({ name }) => sql.ref(name)));
  const { rows } = await sql<
    Record<string, Cell>
  >`select ${names} from ${sql.table(part.table)} where ${where}`.execute(db);
  return rows.map((row) => columns.map(({ name }) => row[name] ?? null));
}

function byId(their: TheirPart, rows: readonly Cells[]): Map<string, Cells> {
  const idAt = their.at('id');
  return new Map(rows.map((row) => [String(row[idAt]), row]));
}

/** What the office has beside what the sender brought: a row with the same natural key, facts about the same thing. */
interface Neighbours {
  find(row: Cells, claimed: ReadonlySet<string | null>): Cells | null;
  hasOwnFacts(row: Cells): boolean;
}

const none: Neighbours = { find: () => null, hasOwnFacts: () => false };

async function readNeighbours(
  planning: Planning,
  their: TheirPart,
  rows: readonly (Cells | null)[],
  remembered: readonly (string | null)[],
  standing: Known,
): Promise<Neighbours> {
  const { natural, about = [], table } = their.part;
  const [first, second] = natural ?? [];
  if (natural === undefined || first === undefined) return none;
  const firstAt = their.at(first);
  const refersTo = their.columns[firstAt]?.refersTo ?? null;
  const isNew = (id: Cell | undefined) => refersTo !== null && (planning.fresh.get(refersTo)?.has(String(id)) ?? false);
  const open = rows.filter((row, index) => {
    const id = remembered[index] ?? null;
    return row !== null && (id === null || !standing.has(id)) && row[firstAt] !== null && !isNew(row[firstAt]);
  });
  if (open.length === 0) return none;
  const list = (at: number) => jsonList([...new Set(open.map((row) => String(row?.[at])))]);
  // Months keep what a year has gathered out of it; dates that are missing are found all the same.
  const narrow = second === 'period' ? sql`and period in ${list(their.at('period'))}` : sql``;
  const near = await selectRows(planning.db, their, sql`${sql.ref(first)} in ${list(firstAt)} ${narrow}`);
  const keyOf = (columns: readonly string[]) => {
    const places = columns.map((column) => their.at(column));
    return (row: Cells) => JSON.stringify(places.map((at) => row[at] ?? null));
  };
  const naturalKey = keyOf(natural);
  const aboutKey = keyOf(about);
  const idAt = their.at('id');
  const byNatural = Map.groupBy(near, naturalKey);
  const facts = new Set(near.filter((row) => !planning.memory.owns(table, String(row[idAt]))).map(aboutKey));
  return {
    find: (row, claimed) =>
      byNatural.get(naturalKey(row))?.find((candidate) => !claimed.has(String(candidate[idAt]))) ?? null,
    hasOwnFacts: (row) => about.length > 0 && facts.has(aboutKey(row)),
  };
}
