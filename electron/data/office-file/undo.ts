import type Database from 'better-sqlite3';
import { SochiboError, systemCode } from '../errors.ts';
import { takenBack, type Undoing } from './taken-back.ts';

interface LogRow {
  sequence: number;
  entity: string;
  entity_id: string;
  operation: 'insert' | 'update' | 'delete';
  before: string | null;
}

type Values = Record<string, string | number | null>;

/** Rows of the log held at a time: an import of a district has tens of thousands, each with the whole row as text. */
const BATCH = 2000;

/**
 * Takes back every row change of one audited transaction, newest first, inside the running one.
 * Throws `not_found` when there is nothing to undo; `conflict` when it created the office, is taken back already, or a
 * later transaction has touched one of its rows.
 */
export function undoRows(connection: Database.Database, transaction: number): void {
  refuseCreation(connection, transaction);
  refuseLog(connection, transaction);
  refuseChangedSince(connection, transaction);
  connection.pragma('defer_foreign_keys=ON');
  const restore = restorer(connection);
  const batch = connection.prepare<[number, number, number], LogRow>(
    `SELECT sequence, entity, entity_id, operation, before FROM audit_log
     WHERE transaction_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?`,
  );
  let below = Number.MAX_SAFE_INTEGER;
  for (let rows = batch.all(transaction, below, BATCH); rows.length > 0; ) {
    for (const row of rows) restore(row);
    below = rows.at(-1)?.sequence ?? 0;
    rows = batch.all(transaction, below, BATCH);
  }
  if (below === Number.MAX_SAFE_INTEGER) {
    throw new SochiboError('not_found', 'Không có thay đổi nào để hoàn tác.');
  }
}

/** A key that a later row took or points to stops an undo as much as a later edit does: the same words for both. */
export function describeUndoError(error: unknown): unknown {
  return systemCode(error).startsWith('SQLITE_CONSTRAINT') ? standsInTheWay(error) : error;
}

/** Without its own row, code lists and rules an office would be a file that nothing can open. */
function refuseCreation(connection: Database.Database, transaction: number): void {
  const created = connection
    .prepare("SELECT 1 FROM audit_log WHERE transaction_id = ? AND entity = 'office' AND operation = 'insert'")
    .get(transaction);
  if (created) {
    throw new SochiboError('conflict', 'Không hoàn tác được việc tạo sổ. Không dùng sổ này nữa thì đóng và xóa tệp.');
  }
}

/** What has left the office has left it. */
function refuseLog(connection: Database.Database, transaction: number): void {
  const logged = connection
    .prepare("SELECT 1 FROM audit_log WHERE transaction_id = ? AND entity = 'handed_over'")
    .get(transaction);
  if (logged) throw new SochiboError('conflict', 'Không hoàn tác được nhật ký xuất, in: tệp đã ra khỏi sổ.');
}

function refuseChangedSince(connection: Database.Database, transaction: number): void {
  const undoings = connection
    .prepare<[], Undoing>('SELECT id, undoes FROM audit_transaction WHERE undoes IS NOT NULL')
    .all();
  const undone = takenBack(undoings);
  if (undone.has(transaction)) throw new SochiboError('conflict', 'Lần ghi này đã được hoàn tác rồi.');
  // A later change and what took it back leave the rows as they were: neither stands in the way.
  const passed = undoings.flatMap(({ id, undoes }) => (undoes > transaction && undone.has(undoes) ? [id, undoes] : []));
  const changed = connection
    .prepare<[number, string, number], { entity: string }>(
      `SELECT later.entity FROM audit_log later
       WHERE later.transaction_id > ? AND later.transaction_id NOT IN (SELECT value FROM json_each(?)) AND EXISTS (
         SELECT 1 FROM audit_log mine WHERE mine.entity_id = later.entity_id AND mine.entity = later.entity
           AND mine.transaction_id = ?)
       LIMIT 1`,
    )
    .get(transaction, JSON.stringify(passed), transaction);
  if (changed) throw standsInTheWay();
}

function standsInTheWay(cause?: unknown): SochiboError {
  return new SochiboError(
    'conflict',
    'Không hoàn tác được: dữ liệu của lần ghi này đã được sửa hoặc dùng ở lần ghi sau. Hoàn tác các lần ghi sau trước.',
    { cause },
  );
}

/** Restores rows one by one; each statement is prepared once a table and, for updates, once a set of columns. */
function restorer(connection: Database.Database): (row: LogRow) => void {
  const statements = new Map<string, Database.Statement<(string | number | null)[]>>();
  const run = (sql: string, values: (string | number | null)[]): void => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = connection.prepare<(string | number | null)[]>(sql);
      statements.set(sql, statement);
    }
    statement.run(...values);
  };
  return ({ entity, entity_id, operation, before }) => {
    if (operation === 'insert') {
      run(`DELETE FROM main."${entity}" WHERE id = ?`, [entity_id]);
      return;
    }
    const values: Values = JSON.parse(before ?? '{}');
    const columns = Object.keys(values).map((column) => `"${column}"`);
    if (operation === 'delete') {
      const places = columns.map(() => '?').join(', ');
      run(`INSERT INTO main."${entity}" (${columns.join(', ')}) VALUES (${places})`, Object.values(values));
    } else {
      const assignments = columns.map((column) => `${column} = ?`).join(', ');
      run(`UPDATE main."${entity}" SET ${assignments} WHERE id = ?`, [...Object.values(values), entity_id]);
    }
  };
}
