import { CompiledQuery, type Kysely, type PostgresPool, sql } from 'kysely';
import { findBrokenSeals } from '../office-file/audit.ts';
import { fillOffice, type NewOffice } from '../office-file/create-office.ts';
import { Office } from '../office-file/office.ts';
import type { Tables } from '../schema/database.ts';
import { migrations } from '../schema/migrations/index.ts';
import { prelude } from './prelude.ts';
import { recordMigrations } from './record-migrations.ts';
import { performLater, ServerEngine } from './server-engine.ts';

/** A database of a server: a `pg` pool with `types: columnTypes` (`dialect.ts`), and what to call it on the screen. */
export interface ServedAt {
  pool: PostgresPool;
  name: string;
}

/** Opens the office that a server keeps, for one clerk. */
export function openServedOffice({ pool, name }: ServedAt, actor: string): Office {
  return new Office(name, new ServerEngine(pool), actor);
}

/** Makes the tables in an empty database and the office in them, as `createOffice` does in a file. */
export async function createServedOffice(
  at: ServedAt,
  newOffice: Omit<NewOffice, 'path'>,
  environment: { resourcesDir: string; actor: string },
): Promise<Office> {
  const { db } = new ServerEngine(at.pool);
  await db.transaction().execute(async (making) => {
    await run(making, prelude);
    await migrateServer(making);
  });
  const office = openServedOffice(at, environment.actor);
  await fillOffice(office, newOffice, environment.resourcesDir);
  return office;
}

/** Changes whose seal no longer fits the log; empty when it is whole. */
export function checkServedLog({ pool }: ServedAt): Promise<number[]> {
  return performLater(new ServerEngine(pool).db, findBrokenSeals());
}

/** Brings the tables to the newest schema inside the running transaction; the whole of it or nothing. */
async function migrateServer(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ version: number }>`select version from schema_version for update`.execute(db);
  for (const statement of recordMigrations(migrations, rows[0]?.version ?? 0)) await run(db, statement);
  await sql`update schema_version set version = ${migrations.at(-1)?.version ?? 0}`.execute(db);
}

async function run(db: Kysely<Tables>, text: string): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(text));
}
