import type Database from 'better-sqlite3';
import { systemCode } from '../../errors.ts';

export type StoredValue = string | number | bigint | null | Buffer;

/** Puts a row somewhere; false where it is not taken. */
export type PutRow = (values: readonly StoredValue[]) => boolean;

/** What could be read of a table of a damaged file. */
export interface TableReading {
  columns: readonly string[];
  read: number;
  /** Row numbers known to have been there that do not read, or are not taken. */
  lost: ReadonlySet<number>;
  /** Whether an index of the table read to its end: only then are the lost rows counted exactly. */
  isExact: boolean;
}

/** Row numbers tried beyond the last known one, where the end of a table does not read and no index tells where it was. */
const beyond = 2000;

/**
 * Hands every row of a table that can be read, once each, to `take`, passing over pages that do not read: first in order,
 * then, behind each gap, row by row at the numbers the indexes know. Values are as stored: every page is authenticated
 * by the cipher, so a row reads whole or not at all. Throws only what is no damage.
 */
export function readTable(connection: Database.Database, table: string, take: PutRow): TableReading {
  const columns = columnsOf(connection, table);
  const list = columns.map((column) => `"${column}"`).join(', ');
  const onward = connection
    .prepare<[number], StoredValue[]>(
      `SELECT rowid, ${list} FROM "${table}" NOT INDEXED WHERE rowid > ? ORDER BY rowid`,
    )
    .raw();
  const one = connection
    .prepare<[number], StoredValue[]>(`SELECT rowid, ${list} FROM "${table}" NOT INDEXED WHERE rowid = ?`)
    .raw();
  const lost = new Set<number>();
  let read = 0;
  let last = 0;
  const taken = (row: StoredValue[]): void => {
    last = Number(row[0]);
    if (take(row.slice(1))) read += 1;
    else lost.add(last);
  };
  const readOnward = (): boolean => {
    try {
      for (const row of onward.iterate(last)) taken(row);
      return true;
    } catch (error) {
      return refuseUnlessDamage(error);
    }
  };
  if (readOnward()) return { columns, read, lost, isExact: true };

  const known = knownRows(connection, table);
  const stretch = known.isExact ? null : Math.max(last, lastRow(connection, table), ...known.rows.slice(-1)) + beyond;
  const knownRowids = new Set(known.rows);
  for (const candidate of stretch === null ? known.rows : upTo(stretch)) {
    if (candidate <= last) continue;
    try {
      const row = one.get(candidate);
      if (!row) continue;
      taken(row);
      if (readOnward()) break;
    } catch (error) {
      refuseUnlessDamage(error);
      if (knownRowids.has(candidate)) lost.add(candidate);
    }
  }
  return { columns, read, lost, isExact: known.isExact };
}

/** Names of the columns; of a table that the schema does not have, none. */
export function columnsOf(connection: Database.Database, table: string): string[] {
  return connection
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name);
}

/** False for a page that does not read. What the disk or the system refuses is no damage (Zotero's rule) and is thrown. */
export function refuseUnlessDamage(error: unknown): false {
  const code = systemCode(error);
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_IOERR_SHORT_READ' || code === 'SQLITE_NOTADB') return false;
  throw error;
}

/** Row numbers that the indexes of a table know, in order: exact where one of them reads to its end. */
function knownRows(connection: Database.Database, table: string): { rows: number[]; isExact: boolean } {
  const indexes = connection
    .prepare<[string], { name: string }>('SELECT name FROM pragma_index_list(?) WHERE partial = 0')
    .all(table);
  const rows = new Set<number>();
  for (const { name } of indexes) {
    for (const order of ['ASC', 'DESC']) {
      const found: number[] = [];
      const key = connection
        .prepare<[string], { name: string }>('SELECT name FROM pragma_index_info(?) WHERE seqno = 0')
        .get(name);
      const entries = connection
        .prepare<[], number>(`SELECT rowid FROM "${table}" INDEXED BY "${name}" ORDER BY "${key?.name}" ${order}`)
        .pluck();
      try {
        for (const rowid of entries.iterate()) found.push(rowid);
        return { rows: found.sort((a, b) => a - b), isExact: true };
      } catch (error) {
        refuseUnlessDamage(error);
        for (const rowid of found) rows.add(rowid);
      }
    }
  }
  return { rows: [...rows].sort((a, b) => a - b), isExact: false };
}

function lastRow(connection: Database.Database, table: string): number {
  try {
    const row = connection.prepare<[], number | null>(`SELECT max(rowid) FROM "${table}" NOT INDEXED`).pluck().get();
    return row ?? 0;
  } catch (error) {
    refuseUnlessDamage(error);
    return 0;
  }
}

function* upTo(end: number): Generator<number> {
  for (let number = 1; number <= end; number += 1) yield number;
}
