import { type Kysely, sql } from 'kysely';
import { readTakenBack } from '../../office-file/taken-back.ts';
import type { Tables } from '../../schema/database.ts';
import { nameKey } from '../../vietnamese/fold.ts';

/** The tables whose rows a clerk may delete, or change beyond recognition, after a file brought them. */
type FormerTable = 'visit' | 'petition' | 'meeting';

/** What a row was known by, as a file has it: for a visit its meeting and person, for a petition cell, day and words. */
export function visitKey(visit: { meeting_id: string; official_id: string | null; name_key: string }): string {
  return `visit|${visit.meeting_id}|${visit.official_id ?? visit.name_key}`;
}

export function petitionKey(petition: { cell_id: string; date: string | null; content: string }): string {
  return `petition|${petition.cell_id}|${petition.date ?? ''}|${nameKey(petition.content)}`;
}

export function meetingKey(meeting: { cell_id: string; period: string; kind: string | null; state: string }): string {
  return `meeting|${meeting.cell_id}|${meeting.period}|${meeting.kind ?? ''}|${meeting.state}`;
}

/** What files brought and the clerk took away or changed since; a file imported again finds it here (pitfall 10d). */
export class FormerRecords {
  readonly #idOf: ReadonlyMap<string, string | null>;

  /** Key -> the record that it is now; null: it was deleted. */
  constructor(idOf: ReadonlyMap<string, string | null>) {
    this.#idOf = idOf;
  }

  /** Whether the clerk deleted what goes by the key. */
  isRemoved(key: string): boolean {
    return this.#idOf.get(key) === null;
  }

  /** The id of the record that went by the key before the clerk changed it. */
  changed(key: string): string | undefined {
    return this.#idOf.get(key) ?? undefined;
  }
}

const removable: readonly FormerTable[] = ['visit', 'petition', 'meeting'];

/**
 * Reads the audit log: deletions by the clerk of rows that an import wrote, and what rows were known by before the clerk
 * changed them. What was taken back does not count, nor does the undoing of an import.
 */
export async function readFormerRecords(db: Kysely<Tables>): Promise<FormerRecords> {
  const [changes, imports, undone] = await Promise.all([
    db
      .selectFrom('audit_log as log')
      .innerJoin('audit_transaction as change', 'change.id', 'log.transaction_id')
      .select(['log.entity', 'log.entity_id as id', 'log.operation', 'log.transaction_id'])
      .select(identityOf)
      .where('log.entity', 'in', removable)
      .where('log.operation', 'in', ['update', 'delete'])
      .where('change.undoes', 'is', null)
      .orderBy('log.sequence')
      .execute(),
    db.selectFrom('audit_log').select('transaction_id').where('entity', '=', 'import_run').distinct().execute(),
    readTakenBack(db),
  ]);
  const byFile = new Set(imports.map(({ transaction_id }) => transaction_id));
  const here = changes.filter(({ transaction_id: change }) => !byFile.has(change) && !undone.has(change));
  const deleted = here.filter(({ operation }) => operation === 'delete').map(({ id }) => id);
  const brought = await broughtByFiles(db, deleted, byFile);
  const gone = new Set(deleted);
  const idOf = new Map<string, string | null>();
  for (const { id, ...row } of here) {
    if (!gone.has(id)) idOf.set(keyOf(row), id);
    else if (brought.has(id)) idOf.set(keyOf(row), null);
  }
  return new FormerRecords(idOf);
}

const columns = [
  'meeting_id',
  'official_id',
  'name_key',
  'cell_id',
  'date',
  'content',
  'period',
  'kind',
  'state',
] as const;

/** The few columns a row is known by, out of the log's image of it. */
function identityOf() {
  return columns.map((column) => sql<string | null>`json_extract(before, ${`$.${column}`})`.as(column));
}

type Identity = Record<(typeof columns)[number], string | null> & { entity: string };

function keyOf({ entity, meeting_id, official_id, name_key, cell_id, date, content, period, kind, state }: Identity) {
  if (entity === 'visit') return visitKey({ meeting_id: meeting_id ?? '', official_id, name_key: name_key ?? '' });
  if (entity === 'petition') return petitionKey({ cell_id: cell_id ?? '', date, content: content ?? '' });
  return meetingKey({ cell_id: cell_id ?? '', period: period ?? '', kind, state: state ?? '' });
}

/** Those of the records that an import wrote first. */
async function broughtByFiles(
  db: Kysely<Tables>,
  ids: readonly string[],
  byFile: ReadonlySet<number>,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('audit_log')
    .select(['entity_id', 'transaction_id'])
    .where('entity', 'in', removable)
    .where('operation', '=', 'insert')
    .where('entity_id', 'in', sql<string>`(select value from json_each(${JSON.stringify(ids)}))`)
    .execute();
  return new Set(rows.filter(({ transaction_id }) => byFile.has(transaction_id)).map(({ entity_id }) => entity_id));
}
