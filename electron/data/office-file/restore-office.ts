import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { SochiboError, systemCode } from '../errors.ts';
import { backupOffice, type CopyKeys } from './backup-office.ts';
import { applicationId, integerPragma, openConnection } from './connection.ts';
import { needsMigration } from './migrate.ts';
import { describeStorageError } from './open-errors.ts';

/**
 * Puts a backup, or an office file somebody copied by hand, in place as a new office file; the copy is only read.
 * Never overwrites: an office already at `target` is refused, and so is a write-ahead log left there, which would
 * silently undo the restore (reliability finding 4). It is under the key of the copy, or under `key`.
 * Throws as `openOffice`, and `office_exists`.
 */
export function restoreOffice(copy: string, target: string, keys: CopyKeys = {}): void {
  for (const present of [target, `${target}-wal`, `${target}-journal`]) {
    if (existsSync(present)) {
      throw new SochiboError('office_exists', `Đã có tệp ${present}. Chuyển tệp đó đi hoặc khôi phục sang tên khác.`);
    }
  }
  if (!existsSync(copy)) throw new SochiboError('office_not_found', `Không có bản sao lưu ${copy}.`);
  try {
    restoreFrom({ copy, opened: copy, target, keys });
  } catch (error) {
    // A file in use until it was copied has a write-ahead log, which SQLite does not open for reading only.
    if (systemCode(error) !== 'SQLITE_IOERR_LOCK') throw describeStorageError(error, copy);
    restoreWithLog(copy, target, keys);
  }
}

interface Restoring {
  copy: string;
  /** The copy itself, for reading only, or a working copy of it. */
  opened: string;
  target: string;
  keys: CopyKeys;
}

function restoreFrom({ copy, opened, target, keys }: Restoring): void {
  const connection = openConnection(opened, { mustExist: true, readonly: opened === copy, keys: keys.keys ?? [] });
  try {
    refuseOther(connection, copy);
    backupOffice(connection, target, keys);
  } finally {
    connection.close();
  }
}

function refuseOther(connection: Database.Database, copy: string): void {
  if (integerPragma(connection, 'application_id') !== applicationId) {
    throw new SochiboError('office_not_an_office', `Tệp ${copy} không phải bản sao lưu của Sổ Chi bộ.`);
  }
  // Of a newer program: refused as when opening it.
  needsMigration(connection);
}

function restoreWithLog(copy: string, target: string, keys: CopyKeys): void {
  const working = `${target}.${randomUUID()}.tmp`;
  try {
    copyFileSync(copy, working);
    // What comes from a read-only medium is read-only itself.
    chmodSync(working, 0o600);
    if (existsSync(`${copy}-wal`)) copyFileSync(`${copy}-wal`, `${working}-wal`);
    restoreFrom({ copy, opened: working, target, keys });
  } catch (error) {
    throw describeStorageError(error, copy);
  } finally {
    for (const leftover of [working, `${working}-wal`, `${working}-shm`]) rmSync(leftover, { force: true });
  }
}
