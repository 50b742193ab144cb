import type Database from 'better-sqlite3';
import { SochiboError } from '../errors.ts';

interface LogRow {
  sequence: number;
  entity: string;
  entity_id: string;
  operation: 'insert' | 'update' | 'delete';
  before: string | null;
}

type Values = Record<string, string | number | null>;

/**
 * Takes back every row change of one audited transaction, newest first, inside the running one.
 * Throws `conflict` when a later transaction has touched one of its rows, `not_found` when there is nothing to undo.
 */
export function undoRows(connection: Database.Database, transaction: number): void {
  const changed = connection
    .prepare<[number, number], { entity: string }>(
      `SELECT DISTINCT later.entity FROM audit_log later
       WHERE later.transaction_id > ? AND EXISTS (
         SELECT 1 FROM audit_log mine WHERE mine.transaction_id = ? AND mine.entity_id = later.entity_id AND mine.entity = later.entity)
       LIMIT 1`,
    )
    .get(transaction, transaction);
  if (changed) {
    throw new SochiboError(
      'conflict',
      'Không hoàn tác được: một số dòng của lần ghi này đã được sửa sau đó. Hoàn tác các lần sửa sau trước.',
    );
  }
  const rows = connection
    .prepare<[number], LogRow>(
      'SELECT sequence, entity, entity_id, operation, before FROM audit_log WHERE transaction_id = ? ORDER BY sequence DESC',
    )
    .all(transaction);
  if (rows.length === 0) throw new SochiboError('not_found', 'Không có thay đổi nào để hoàn tác.');
  connection.pragma('defer_foreign_keys=ON');
  for (const row of rows) restoreRow(connection, row);
}

function restoreRow(connection: Database.Database, row: LogRow): void {
  if (row.operation === 'insert') {
    connection.prepare(`DELETE FROM "${row.entity}" WHERE id = ?`).run(row.entity_id);
    return;
  }
  const before: Values = JSON.parse(row.before ?? '{}');
  const columns = Object.keys(before);
  if (row.operation === 'delete') {
    const names = columns.map((column) => `"${column}"`).join(', ');
    connection
      .prepare(`INSERT INTO "${row.entity}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
      .run(...Object.values(before));
    return;
  }
  connection
    .prepare(`UPDATE "${row.entity}" SET ${columns.map((column) => `"${column}" = ?`).join(', ')} WHERE id = ?`)
    .run(...Object.values(before), row.entity_id);
}
