import { type Kysely, sql } from 'kysely';
import { systemCode } from '../errors.ts';
import { parsePeriod } from '../reporting/period.ts';
import type { Tables } from '../schema/database.ts';
import { insertRows } from '../schema/insert-rows.ts';
import { newId } from '../schema/new-id.ts';
import type { SourceRowRow } from '../schema/office-tables.ts';
import { addDays, parseIsoDate } from '../vietnamese/dates.ts';
import { headOf } from './manifest.ts';
import { jsonList } from './match-records.ts';
import type { OpenPackage } from './package-file.ts';
import { partTables } from './part-tables.ts';
import type { PackagePlan } from './plan-package.ts';
import type { TablePlan } from './plan-table.ts';
import { refusals } from './refusals.ts';
import type { Cell } from './row-values.ts';
import { keepContents, type PackageContents } from './sender-memory.ts';

/** What was written, in rows. */
export interface Written {
  importId: string;
  created: number;
  updated: number;
  takenBack: number;
}

/**
 * Writes a plan inside the running transaction: rows as whole rows of another office that keeps the same rules, then what is
 * taken back, then the import with where each record came from, and the package. Throws `package_refused` for rows that
 * contradict one another or what the file allows.
 */
export async function writePlan(
  db: Kysely<Tables>,
  plan: PackagePlan,
  opened: OpenPackage,
  file: string,
): Promise<Written> {
  try {
    for (const table of plan.tables) {
      await insertRows(db, table.part.table, table.columns, table.inserts);
      for (const { id, values } of table.updates) await updateRow(db, table.part.table, id, values);
    }
    await endRows(db, plan, opened);
    await removeRows(db, plan);
    return await recordPackage(db, plan, opened, file);
  } catch (error) {
    if (systemCode(error).startsWith('SQLITE_CONSTRAINT')) throw refusals.inconsistent(file, error);
    throw error;
  }
}

async function updateRow(db: Kysely<Tables>, table: string, id: string, values: Readonly<Record<string, Cell>>) {
  const changes = sql.join(Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`));
  await sql`update ${sql.table(table)} set ${changes} where id = ${id}`.execute(db);
}

const dated: ReadonlySet<string> = new Set([
  ...['organisation', 'organisation_version', 'meeting_day', 'member_status', 'cell_committee_member'],
  ...['official', 'official_title', 'assignment_entry', 'assignment'],
]);

/** Ends on the eve of the period what stays because something here stands on it. */
async function endRows(db: Kysely<Tables>, { takeBack }: PackagePlan, { manifest }: OpenPackage): Promise<void> {
  const first = parseIsoDate(parsePeriod(manifest.period).dateFrom);
  if (first === null) throw new RangeError(`not a period: ${manifest.period}`);
  const eve = addDays(first, -1);
  for (const [table, ids] of takeBack.ended) {
    if (!dated.has(table)) continue;
    await sql`update ${sql.table(table)} set valid_to = ${eve}
      where id in ${jsonList(ids)} and (valid_to is null or valid_to > ${eve})`.execute(db);
  }
}

/** What refers before what it refers to. */
async function removeRows(db: Kysely<Tables>, { takeBack }: PackagePlan): Promise<void> {
  for (const { table, named } of partTables.toReversed()) {
    const ids = takeBack.removed.get(table);
    if (!ids) continue;
    await sql`delete from ${sql.table(table)} where id in ${jsonList(ids)}`.execute(db);
    if (named) await db.deleteFrom('source_row').where('entity_id', 'in', jsonList(ids)).execute();
  }
}

async function recordPackage(
  db: Kysely<Tables>,
  plan: PackagePlan,
  opened: OpenPackage,
  file: string,
): Promise<Written> {
  const { manifest, hash } = opened;
  const head = headOf(manifest, hash);
  const importId = newId();
  const packageId = newId();
  const sum = (count: (table: TablePlan) => number) => plan.tables.reduce((total, table) => total + count(table), 0);
  const created = sum(({ inserts }) => inserts.length);
  const updated = sum(({ updates }) => updates.length);
  await db
    .insertInto('import_run')
    .values({
      id: importId,
      at: new Date().toISOString(),
      files: JSON.stringify([{ name: file, sha256: hash }]),
      counts: JSON.stringify({
        ...{ read: sum(({ rows }) => rows), created, updated, unchanged: sum(({ unchanged }) => unchanged) },
      }),
    })
    .execute();
  const origin = `Gói dữ liệu của ${head.sender_name}, ${head.period_label} (${file})`;
  await insertRecords<SourceRowRow>(
    db,
    'source_row',
    plan.tables.flatMap(({ part, lines }) =>
      part.named
        ? [...lines].map(([entity_id, row]) => ({
            ...{ id: newId(), entity: part.table, entity_id, import_id: importId, file: origin },
            ...{ sheet: part.title, row },
          }))
        : [],
    ),
  );
  await insertRecords(
    db,
    'package_identity',
    plan.identities.map((identity) => ({ id: newId(), sender: manifest.office.id, ...identity })),
  );
  await db
    .insertInto('data_package')
    .values({
      ...{ id: packageId, direction: 'received', sender: head.sender, sender_name: head.sender_name },
      ...{ unit_id: plan.unitId, period: head.period, contents: JSON.stringify(head.contents) },
      counts: JSON.stringify(Object.fromEntries(head.parts.map(({ table, rows }) => [table, rows]))),
      ...{ made_at: head.made_at, file_name: file, sha256: hash, import_id: importId },
      replaces_id: plan.replaced?.id ?? null,
    })
    .execute();
  await keepContents(db, packageId, contentsOf(plan));
  const takenBack = [...plan.takeBack.removed.values()].reduce((total, ids) => total + ids.length, 0);
  return { importId, created, updated, takenBack };
}

/** Small records in the same manner; an identity that is learnt anew takes the place of the old. */
async function insertRecords<R extends object>(db: Kysely<Tables>, table: string, rows: readonly R[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  await insertRows(
    db,
    table,
    columns,
    rows.map((row) => Object.values(row)),
  );
}

/** Ids here of what the package holds, with what it carries on from the one it replaces. */
function contentsOf({ tables, takeBack }: PackagePlan): PackageContents {
  const contents: PackageContents = {};
  for (const { part, own, known } of tables) {
    if (own.length + known.length > 0) contents[part.table] = { own: [...own], known: [...known] };
  }
  for (const [table, ids] of [...takeBack.carried, ...takeBack.ended]) {
    const { own = [], known = [] } = contents[table] ?? {};
    contents[table] = { own: [...own, ...ids], known };
  }
  return contents;
}
