import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { SochiboError, systemCode } from '../errors.ts';
import { changeKey, openConnection } from './connection.ts';
import { flush, flushFolder } from './flush.ts';
import { keyIdOf, type OfficeKey } from './keys/office-key.ts';
import { describeStorageError } from './open-errors.ts';

/** `keys`: those of the office that is copied. `key`: what the copy is to be under; as its source when left out. */
export interface CopyKeys {
  keys?: readonly OfficeKey[];
  key?: OfficeKey | null;
}

/**
 * Writes a checked copy of a file that has been opened, but is no open office yet, to `target` (never over an existing file): VACUUM INTO a temporary file,
 * reopened and checked, flushed, then renamed (reliability finding 5). The copy is under the key of its source, or under `key`. An open
 * office is copied behind its clerk (`copying/`).
 */
export function backupOffice(connection: Database.Database, target: string, { keys = [], key }: CopyKeys = {}): void {
  if (existsSync(target)) {
    throw new SochiboError('office_exists', `Đã có tệp ${target}. Chọn tên khác cho bản sao lưu.`);
  }
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    connection.prepare('VACUUM INTO ?').run(temporary);
    // Under another key every page is written anew: only where it is another one.
    if (key !== undefined && keyIdOf(temporary) !== (key?.id ?? null)) rekey(temporary, keys, key);
    checkCopy(connection, temporary, key ? [...keys, key] : keys);
    // Where flushing it failed, SQLite leaves the journal of a copy that is whole.
    rmSync(`${temporary}-journal`, { force: true });
    flush(temporary);
    renameSync(temporary, target);
    flushFolder(dirname(target));
  } catch (error) {
    removeUnfinished(temporary);
    throw describeStorageError(error, isOfReading(error) ? connection.name : target);
  }
}

/** A copy that was not finished, and SQLite's logs of it. */
export function removeUnfinished(temporary: string): void {
  for (const part of ['', '-journal', '-wal', '-shm']) rmSync(temporary + part, { force: true });
}

/** What only reading the source can say; all else is about the copy. */
function isOfReading(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|IOERR_(DATA|READ|SHORT_READ))/u.test(systemCode(error));
}

function rekey(path: string, keys: readonly OfficeKey[], key: OfficeKey | null): void {
  const copy = openConnection(path, { mustExist: true, keys });
  try {
    changeKey(copy, key);
  } finally {
    copy.close();
  }
}

/** Every page of the copy, and as many rows in each table as its source has. */
function checkCopy(source: Database.Database, path: string, keys: readonly OfficeKey[]): void {
  const copy = openConnection(path, { mustExist: true, readonly: true, keys });
  try {
    const result = copy.pragma('integrity_check', { simple: true });
    const found = result === 'ok' ? differentTables(source, copy) : String(result);
    if (found === '') return;
    throw new SochiboError('office_damaged', `Bản sao lưu ${path} không đạt kiểm tra: ${found}.`);
  } finally {
    copy.close();
  }
}

function differentTables(source: Database.Database, copy: Database.Database): string {
  const tables = source
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  const rows = (connection: Database.Database, name: string) =>
    connection.prepare<[], { count: number }>(`SELECT count(*) AS count FROM "${name}"`).get()?.count;
  return tables
    .map(({ name }) => name)
    .filter((name) => rows(source, name) !== rows(copy, name))
    .join(', ');
}
