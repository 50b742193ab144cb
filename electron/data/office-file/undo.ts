import { SochiboError, systemCode } from '../errors.ts';
import { ask, type Steps, tell } from './steps.ts';
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
 * Takes back every row change of one audited transaction, newest first, inside the running one; references are checked at its end.
 * Throws `not_found` when there is nothing to undo; `conflict` when it created the office, is taken back already, or a
 * later transaction has touched one of its rows.
 */
export function* undoRows(transaction: number): Steps<void> {
  yield* refuseCreation(transaction);
  yield* refuseLog(transaction);
  yield* refuseChangedSince(transaction);
  let below = Number.MAX_SAFE_INTEGER;
  for (let isMore = true; isMore; ) {
    const rows = yield* ask<LogRow>(
      `SELECT sequence, entity, entity_id, operation, before FROM audit_log
       WHERE transaction_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ${BATCH}`,
      ...[transaction, below],
    );
    for (const row of rows) yield* restore(row);
    below = rows.at(-1)?.sequence ?? below;
    isMore = rows.length === BATCH;
  }
  if (below === Number.MAX_SAFE_INTEGER) {
    throw new SochiboError('not_found', 'Không có thay đổi nào để hoàn tác.');
  }
}

/** A key that a later row took or points to stops an undo as much as a later edit does: the same words for both. (A server's class 23.) */
export function describeUndoError(error: unknown): unknown {
  return /^(?:SQLITE_CONSTRAINT|23)/u.test(systemCode(error)) ? standsInTheWay(error) : error;
}

/** Without its own row, code lists and rules an office would be a file that nothing can open. */
function* refuseCreation(transaction: number): Steps<void> {
  const created = yield* ask(
    "SELECT 1 FROM audit_log WHERE transaction_id = ? AND entity = 'office' AND operation = 'insert' LIMIT 1",
    transaction,
  );
  if (created.length > 0) {
    throw new SochiboError('conflict', 'Không hoàn tác được việc tạo sổ. Không dùng sổ này nữa thì đóng và xóa tệp.');
  }
}

/** What has left the office has left it. */
function* refuseLog(transaction: number): Steps<void> {
  const logged = yield* ask(
    "SELECT 1 FROM audit_log WHERE transaction_id = ? AND entity = 'handed_over' LIMIT 1",
    transaction,
  );
  if (logged.length > 0) {
    throw new SochiboError('conflict', 'Không hoàn tác được nhật ký xuất, in: tệp đã ra khỏi sổ.');
  }
}

function* refuseChangedSince(transaction: number): Steps<void> {
  const undoings = yield* ask<Undoing>('SELECT id, undoes FROM audit_transaction WHERE undoes IS NOT NULL');
  const undone = takenBack(undoings);
  if (undone.has(transaction)) throw new SochiboError('conflict', 'Lần ghi này đã được hoàn tác rồi.');
  // A later change and what took it back leave the rows as they were: neither stands in the way.
  const passed = undoings.flatMap(({ id, undoes }) => (undoes > transaction && undone.has(undoes) ? [id, undoes] : []));
  const changed = yield* ask(
    `SELECT later.entity FROM audit_log later
     WHERE later.transaction_id > ? AND later.transaction_id NOT IN (${[0, ...passed].map(() => '?').join(', ')})
       AND EXISTS (
         SELECT 1 FROM audit_log mine WHERE mine.entity_id = later.entity_id AND mine.entity = later.entity
           AND mine.transaction_id = ?)
     LIMIT 1`,
    ...[transaction, 0, ...passed, transaction],
  );
  if (changed.length > 0) throw standsInTheWay();
}

function standsInTheWay(cause?: unknown): SochiboError {
  return new SochiboError(
    'conflict',
    'Không hoàn tác được: dữ liệu của lần ghi này đã được sửa hoặc dùng ở lần ghi sau. Hoàn tác các lần ghi sau trước.',
    { cause },
  );
}

function* restore({ entity, entity_id, operation, before }: LogRow): Steps<void> {
  if (operation === 'insert') return yield* tell(`DELETE FROM main."${entity}" WHERE id = ?`, entity_id);
  const values: Values = JSON.parse(before ?? '{}');
  const columns = Object.keys(values).map((column) => `"${column}"`);
  if (operation === 'delete') {
    const places = columns.map(() => '?').join(', ');
    yield* tell(`INSERT INTO main."${entity}" (${columns.join(', ')}) VALUES (${places})`, ...Object.values(values));
  } else {
    const assignments = columns.map((column) => `${column} = ?`).join(', ');
    yield* tell(`UPDATE main."${entity}" SET ${assignments} WHERE id = ?`, ...Object.values(values), entity_id);
  }
}
