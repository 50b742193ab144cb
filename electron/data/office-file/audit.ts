import { createHash, type Hash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { ask, askEither, performNow, type Steps, tell } from './steps.ts';

export interface AuditedAction {
  actor: string;
  /** What was done, as the clerk would say it: `Nhập dữ liệu`, `Sửa buổi sinh hoạt`. */
  action: string;
  detail: string;
  /** The transaction this one takes back. */
  undoes?: number;
}

interface LogRow {
  sequence: number;
  entity: string;
  entity_id: string;
  operation: string;
  before: string | null;
  after: string | null;
}

interface SealRow extends Omit<AuditedAction, 'undoes'> {
  id: number;
  at: string;
  undoes: number | null;
  rows: number;
  previous_hash: string;
  hash: string;
}

/** Rows of the log as their JSON, one after the other; `last`: the number of the last of them. */
interface LogText {
  text: Buffer | null;
  rows: number;
  last: number | null;
}

/**
 * Rows of the log held at a time: an import of a district has tens of thousands, each with the whole row as text. It stands in
 * the statements themselves (`file-dialect.ts`).
 */
const BATCH = 2000;

const BATCH_OF_ROWS = `SELECT sequence, entity, entity_id, operation, before, after FROM audit_log
  WHERE transaction_id = ? AND sequence > ? ORDER BY sequence LIMIT ${BATCH}`;

/**
 * SQLite writes the JSON of a row exactly as `JSON.stringify` does (`audit-text.test.ts`), and in half the time: what is
 * hashed is never made a string of ours. A server's JSON is laid out otherwise, so its rows are asked for.
 */
const asText = (
  table: string,
) => `SELECT cast(group_concat(line, '') AS BLOB) AS text, count(*) AS rows, max(sequence) AS last FROM (
  SELECT sequence, json_array(sequence, entity, entity_id, operation, before, after) AS line FROM ${table}
  WHERE transaction_id = ? AND sequence > ? ORDER BY sequence LIMIT ${BATCH})`;

const BATCH_AS_TEXT = asText('audit_log');

/** The rows of the running transaction are the last ones: they are read where they stand, without the index. */
const NEWEST_AS_TEXT = asText('audit_log NOT INDEXED');

const FIRST_HASH = '0'.repeat(64);

/** The running transaction with what of its seal is taken. */
export interface OpenSeal {
  readonly transaction: number;
  readonly audited: AuditedAction;
  readonly at: string;
  readonly previousHash: string;
  readonly hashed: Hashed;
}

/** A hash that is being taken: over so many rows, up to the one of that number. */
interface Hashed {
  readonly hash: Hash;
  rows: number;
  last: number;
}

/** Names the running transaction, so that the triggers can write the audit log, and begins its seal. */
export function* beginAudit(audited: AuditedAction): Steps<OpenSeal> {
  const [previous] = yield* ask<{ id: number; hash: string; last: number | null }>(
    `SELECT id, hash, (SELECT max(sequence) FROM audit_log) AS last FROM audit_transaction ORDER BY id DESC LIMIT 1`,
  );
  const transaction = (previous?.id ?? 0) + 1;
  const at = new Date().toISOString();
  const previousHash = previous?.hash ?? FIRST_HASH;
  yield* tell('UPDATE audit_context SET transaction_id = ? WHERE id = 1', transaction);
  const hash = hashOfHead(transaction, { ...audited, at, previousHash });
  return { transaction, audited, at, previousHash, hashed: { hash, rows: 0, last: previous?.last ?? 0 } };
}

/**
 * Takes the seal of what was logged up to now: while it is still in the cache, for to read the log of an import again at its
 * end costs as much as its JSON. The log is only ever appended to.
 */
export function* sealSoFar({ transaction, hashed }: OpenSeal): Steps<void> {
  yield* hashRows(hashed, transaction, NEWEST_AS_TEXT);
}

/** Seals the rows of the running transaction with a hash chained to the one before. A transaction without rows leaves no seal. */
export function* sealAudit(seal: OpenSeal): Steps<number> {
  yield* sealSoFar(seal);
  const { transaction, audited, at, previousHash, hashed } = seal;
  const { hash, rows } = hashed;
  if (rows > 0) {
    const { actor, action, detail, undoes = null } = audited;
    yield* tell(
      `INSERT INTO audit_transaction (id, at, actor, action, detail, undoes, rows, previous_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[transaction, at, actor, action, detail, undoes, rows, previousHash, hash.digest('hex')],
    );
  }
  yield* tell('UPDATE audit_context SET transaction_id = NULL WHERE id = 1');
  return rows;
}

/** Transactions whose seal no longer fits their rows or the seal before them; empty when the log is whole. */
export function brokenSeals(connection: Database.Database): number[] {
  return performNow(connection, findBrokenSeals());
}

/** The same for whichever database the log is in. */
export function* findBrokenSeals(): Steps<number[]> {
  const seals = yield* ask<SealRow>('SELECT * FROM audit_transaction ORDER BY id');
  const broken: number[] = [];
  let previousHash = FIRST_HASH;
  for (const seal of seals) {
    const { undoes, ...rest } = seal;
    const hash = hashOfHead(seal.id, { ...rest, ...(undoes === null ? {} : { undoes }), previousHash });
    const hashed = { hash, rows: 0, last: 0 };
    yield* hashRows(hashed, seal.id, BATCH_AS_TEXT);
    if (hash.digest('hex') !== seal.hash || hashed.rows !== seal.rows || seal.previous_hash !== previousHash)
      broken.push(seal.id);
    previousHash = seal.hash;
  }
  const unsealed = yield* ask<{ transaction_id: number }>(
    'SELECT DISTINCT transaction_id FROM audit_log WHERE transaction_id NOT IN (SELECT id FROM audit_transaction)',
  );
  return [...broken, ...unsealed.map((row) => row.transaction_id)];
}

function hashOfHead(transaction: number, seal: AuditedAction & { at: string; previousHash: string }): Hash {
  const { previousHash, at, actor, action, detail, undoes = null } = seal;
  return createHash('sha256').update(JSON.stringify([previousHash, transaction, at, actor, action, detail, undoes]));
}

/** Hashes the rows of a transaction after the last that was, in their order. */
function* hashRows(hashed: Hashed, transaction: number, inFile: string): Steps<void> {
  for (let isMore = true; isMore; ) {
    const batch = textOf(yield* askEither<LogRow | LogText>(BATCH_OF_ROWS, inFile, transaction, hashed.last));
    hashed.hash.update(batch.text ?? '');
    hashed.rows += batch.rows;
    hashed.last = batch.last ?? hashed.last;
    isMore = batch.rows === BATCH;
  }
}

function textOf(batch: readonly (LogRow | LogText)[]): {
  text: Buffer | string | null;
  rows: number;
  last: number | null;
} {
  const [first] = batch;
  if (first && 'text' in first) return first;
  const rows = batch.filter((row) => 'sequence' in row);
  const lines = rows.map((row) =>
    JSON.stringify([row.sequence, row.entity, row.entity_id, row.operation, row.before, row.after]),
  );
  return { text: lines.join(''), rows: rows.length, last: rows.at(-1)?.sequence ?? null };
}
