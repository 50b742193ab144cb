import { deflateSync, inflateSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../schema/database.ts';

/** Ids here of what a package holds, by table: rows that it or an earlier one brought, and rows the office knew before. */
const packageContents = z.record(z.string(), z.object({ own: z.array(z.string()), known: z.array(z.string()) }));
export type PackageContents = z.infer<typeof packageContents>;

/** A package of the sender that nothing has replaced or taken back. */
export interface StandingPackage {
  id: string;
  period: string;
  /** When the sender made it. */
  madeAt: string;
  receivedAt: string;
  file: string;
  hash: string;
  unitId: string | null;
  senderName: string;
  contents: PackageContents;
}

/** What the office remembers of a sender. */
export class SenderMemory {
  readonly standing: readonly StandingPackage[];
  readonly #identities: ReadonlyMap<string, string>;
  readonly #own = new Map<string, Set<string>>();

  constructor(standing: readonly StandingPackage[], identities: ReadonlyMap<string, string>) {
    this.standing = standing;
    this.#identities = identities;
    for (const { contents } of standing) {
      for (const [table, { own }] of Object.entries(contents)) {
        const ids = this.#own.get(table);
        if (ids) for (const id of own) ids.add(id);
        else this.#own.set(table, new Set(own));
      }
    }
  }

  /** Whether a row here was brought by the sender. */
  owns(table: string, id: string): boolean {
    return this.#own.get(table)?.has(id) ?? false;
  }

  /** The row here that a record of the sender is, as far as is remembered. */
  ourIdOf(table: string, theirId: string): string | null {
    return this.#identities.get(`${table} ${theirId}`) ?? (this.owns(table, theirId) ? theirId : null);
  }

  /** Rows that a package made later than `madeAt` speaks of: what it says of them is the newer word. */
  spokenOfSince(madeAt: string, table: string): ReadonlySet<string> {
    return new Set(
      this.standing
        .filter((one) => one.madeAt > madeAt)
        .flatMap(({ contents }) => [...(contents[table]?.own ?? []), ...(contents[table]?.known ?? [])]),
    );
  }
}

export async function readSenderMemory(db: Kysely<Tables>, sender: string): Promise<SenderMemory> {
  const [packages, identities] = await Promise.all([
    db
      .selectFrom('data_package as package')
      .innerJoin('package_content as held', 'held.data_package_id', 'package.id')
      .leftJoin('import_run as run', 'run.id', 'package.import_id')
      .leftJoin('data_package as later', 'later.replaces_id', 'package.id')
      .selectAll('package')
      .select(['run.at', 'held.content'])
      .where('package.sender', '=', sender)
      .where('package.direction', '=', 'received')
      .where('later.id', 'is', null)
      .execute(),
    db.selectFrom('package_identity').selectAll().where('sender', '=', sender).execute(),
  ]);
  return new SenderMemory(
    packages.map((row) => ({
      ...{ id: row.id, period: row.period, madeAt: row.made_at, receivedAt: row.at ?? row.made_at },
      ...{ file: row.file_name, hash: row.sha256, unitId: row.unit_id, senderName: row.sender_name },
      contents: packageContents.parse(JSON.parse(inflateSync(row.content).toString('utf8'))),
    })),
    new Map(identities.map(({ entity, their_id, our_id }) => [`${entity} ${their_id}`, our_id])),
  );
}

/** Keeps what a package held beside its row: thousands of ids that an audit log need not repeat. */
export async function keepContents(db: Kysely<Tables>, packageId: string, contents: PackageContents): Promise<void> {
  const content = deflateSync(JSON.stringify(contents));
  await sql`insert into package_content (data_package_id, content) values (${packageId}, ${content})`.execute(db);
}
