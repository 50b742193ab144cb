import { createHash } from 'node:crypto';
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
const BATCH_AS_TEXT = `SELECT cast(group_concat(line, '') AS BLOB) AS text, count(*) AS rows, max(sequence) AS last FROM (
  SELECT sequence, json_array(sequence, entity, entity_id, operation, before, after) AS line FROM audit_log
  WHERE transaction_id = ? AND sequence > ? ORDER BY sequence LIMIT ${BATCH})`;

const FIRST_HASH = '0'.repeat(64);

/** Names the running transaction, so that the triggers can write the audit log. Returns its number. */
export function* beginAudit(): Steps<number> {
  const [row] = yield* ask<{ next: number }>('SELECT coalesce(max(id), 0) + 1 AS next FROM audit_transaction');
  const transaction = row?.next ?? 1;
  yield* tell('UPDATE audit_context SET transaction_id = ? WHERE id = 1', transaction);
  return transaction;
}

/** Seals the rows of the running transaction with a hash chained to the one before. A transaction without rows leaves no seal. */
export function* sealAudit(transaction: number, audited: AuditedAction): Steps<number> {
  const [previous] = yield* ask<{ hash: string }>('SELECT hash FROM audit_transaction ORDER BY id DESC LIMIT 1');
  const at = new Date().toISOString();
  const previousHash = previous?.hash ?? FIRST_HASH;
  const { hash, rows } = yield* hashTransaction(transaction, { ...audited, at, previousHash });
  if (rows > 0) {
    const { actor, action, detail, undoes = null } = audited;
    yield* tell(
      `INSERT INTO audit_transaction (id, at, actor, action, detail, undoes, rows, previous_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[transaction, at, actor, action, detail, undoes, rows, previousHash, hash],
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
    const computed = yield* hashTransaction(seal.id, {
      ...rest,
      ...(undoes === null ? {} : { undoes }),
      previousHash,
    });
    if (computed.hash !== seal.hash || computed.rows !== seal.rows || seal.previous_hash !== previousHash)
      broken.push(seal.id);
    previousHash = seal.hash;
  }
  const unsealed = yield* ask<{ transaction_id: number }>(
    'SELECT DISTINCT transaction_id FROM audit_log WHERE transaction_id NOT IN (SELECT id FROM audit_transaction)',
  );
  return [...broken, ...unsealed.map((row) => row.transaction_id)];
}

function* hashTransaction(
  transaction: number,
  seal: AuditedAction & { at: string; previousHash: string },
): Steps<{ hash: string; rows: number }> {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([
      seal.previousHash,
      transaction,
      seal.at,
      seal.actor,
      seal.action,
      seal.detail,
      seal.undoes ?? null,
    ]),
  );
  let rows = 0;
  let after = 0;
  for (let isMore = true; isMore; ) {
    const batch = textOf(yield* askEither<LogRow | LogText>(BATCH_OF_ROWS, BATCH_AS_TEXT, transaction, after));
    hash.update(batch.text ?? '');
    rows += batch.rows;
    after = batch.last ?? after;
    isMore = batch.rows === BATCH;
  }
  return { hash: hash.digest('hex'), rows };
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
