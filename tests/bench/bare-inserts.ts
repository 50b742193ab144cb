import type Database from 'better-sqlite3';
import { openConnection, startWriteAheadLog } from '../../electron/data/office-file/connection.ts';

/** What a roster becomes, in the order in which it is written. */
const tables = ['member', 'member_status', 'membership_event', 'cell_committee_member', 'source_row'] as const;

type Values = (string | number | null)[];

/** Reads what an import wrote out of a filled office, for `insertAgain`. */
export function writtenRows(path: string): { table: string; rows: Values[] }[] {
  const connection = openConnection(path, { mustExist: true });
  try {
    const read = (table: string, where: string) =>
      connection.prepare<[], Values>(`SELECT * FROM ${table} ${where}`).raw().all();
    // The first brought the organisations.
    const run = read('import_run', 'WHERE id > (SELECT min(id) FROM import_run)');
    const ofMembers = tables.map((table) => ({
      table,
      rows: read(table, table === 'source_row' ? "WHERE entity = 'member'" : ''),
    }));
    return [{ table: 'import_run', rows: run }, ...ofMembers];
  } finally {
    connection.close();
  }
}

/**
 * The floor of writing: the same rows by one prepared statement each into an office without members, flushed; with the
 * log that the triggers write, or without (a bare insert, which no office may do).
 */
export function insertAgain(
  path: string,
  written: readonly { table: string; rows: Values[] }[],
  isLogged: boolean,
): string {
  const connection = openConnection(path, { mustExist: true });
  try {
    startWriteAheadLog(connection);
    const count = insertAll(connection, written, isLogged);
    return `${count} rows`;
  } finally {
    connection.close();
  }
}

function insertAll(
  connection: Database.Database,
  written: readonly { table: string; rows: Values[] }[],
  isLogged: boolean,
): number {
  let count = 0;
  connection.exec('BEGIN IMMEDIATE');
  connection.prepare('UPDATE audit_context SET transaction_id = 999').run();
  for (const { table, rows } of written) {
    if (!isLogged) connection.exec(`DROP TRIGGER audit_${table}_insert`);
    const insert = connection.prepare(`INSERT INTO ${table} VALUES (${rows[0]?.map(() => '?').join(', ') ?? ''})`);
    for (const row of rows) insert.run(...row);
    count += rows.length;
  }
  connection.prepare('UPDATE audit_context SET transaction_id = NULL').run();
  connection.exec('COMMIT');
  return count;
}
