import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

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

const FIRST_HASH = '0'.repeat(64);

/** Names the running transaction, so that the triggers can write the audit log. Returns its number. */
export function beginAudit(connection: Database.Database): number {
  const row = connection
    .prepare<[], { next: number }>('SELECT coalesce(max(id), 0) + 1 AS next FROM audit_transaction')
    .get();
  const transaction = row?.next ?? 1;
  connection.prepare('UPDATE audit_context SET transaction_id = ? WHERE id = 1').run(transaction);
  return transaction;
}

/** Seals the rows of the running transaction with a hash chained to the one before. A transaction without rows leaves no seal. */
export function sealAudit(connection: Database.Database, transaction: number, audited: AuditedAction): number {
  const previous = connection
    .prepare<[], { hash: string }>('SELECT hash FROM audit_transaction ORDER BY id DESC LIMIT 1')
    .get();
  const at = new Date().toISOString();
  const previousHash = previous?.hash ?? FIRST_HASH;
  const { hash, rows } = hashTransaction(connection, transaction, { ...audited, at, previousHash });
  if (rows > 0) {
    connection
      .prepare(
        `INSERT INTO audit_transaction (id, at, actor, action, detail, undoes, rows, previous_hash, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        transaction,
        at,
        audited.actor,
        audited.action,
        audited.detail,
        audited.undoes ?? null,
        rows,
        previousHash,
        hash,
      );
  }
  connection.prepare('UPDATE audit_context SET transaction_id = NULL WHERE id = 1').run();
  return rows;
}

/** Transactions whose seal no longer fits their rows or the seal before them; empty when the log is whole. */
export function brokenSeals(connection: Database.Database): number[] {
  const seals = connection
    .prepare<
      [],
      AuditedAction & {
        id: number;
        at: string;
        undoes: number | null;
        rows: number;
        previous_hash: string;
        hash: string;
      }
    >('SELECT * FROM audit_transaction ORDER BY id')
    .all();
  const broken: number[] = [];
  let previousHash = FIRST_HASH;
  for (const seal of seals) {
    const { undoes, ...rest } = seal;
    const computed = hashTransaction(connection, seal.id, {
      ...rest,
      ...(undoes === null ? {} : { undoes }),
      previousHash,
    });
    if (computed.hash !== seal.hash || computed.rows !== seal.rows || seal.previous_hash !== previousHash)
      broken.push(seal.id);
    previousHash = seal.hash;
  }
  const unsealed = connection
    .prepare<[], { transaction_id: number }>(
      'SELECT DISTINCT transaction_id FROM audit_log WHERE transaction_id NOT IN (SELECT id FROM audit_transaction)',
    )
    .all();
  return [...broken, ...unsealed.map((row) => row.transaction_id)];
}

function hashTransaction(
  connection: Database.Database,
  transaction: number,
  seal: AuditedAction & { at: string; previousHash: string },
): { hash: string; rows: number } {
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
  const logRows = connection
    .prepare<[number], LogRow>(
      `SELECT sequence, entity, entity_id, operation, before, after FROM audit_log WHERE transaction_id = ? ORDER BY sequence`,
    )
    .iterate(transaction);
  let rows = 0;
  for (const row of logRows) {
    hash.update(JSON.stringify([row.sequence, row.entity, row.entity_id, row.operation, row.before, row.after]));
    rows += 1;
  }
  return { hash: hash.digest('hex'), rows };
}
