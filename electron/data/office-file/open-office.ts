import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { SochiboError, systemCode } from '../errors.ts';
import { keepBackup } from './backups/backup-store.ts';
import { finishPutting, forgetAside } from './backups/put-in-place.ts';
import { lastChange } from './backups/read-backup.ts';
import {
  applicationId,
  integerPragma,
  keepsWriteAheadLog,
  openConnection,
  startRollbackJournal,
  startWriteAheadLog,
} from './connection.ts';
import { FileEngine } from './file-engine.ts';
import { type Keyring, noKeys } from './keys/office-key.ts';
import { findSlots } from './keys/slots-file.ts';
import { migrate, needsMigration } from './migrate.ts';
import { addNewDefaults } from './new-defaults.ts';
import { Office } from './office.ts';
import { describeStorageError } from './open-errors.ts';
import { holdOffice, readLockNote } from './places/lock-note.ts';
import { readPlace } from './places/read-place.ts';
import { refuseDamaged, refuseDamagedBehind, refuseUnreadable } from './refuse-damaged.ts';
import { refuseLostChanges } from './refuse-lost-changes.ts';

export interface OpeningEnvironment {
  actor: string;
  resourcesDir: string;
  keyring?: Keyring;
  /** Refuse a place that is not the machine's own disk; otherwise such a file is opened with settings made safe. */
  askAboutPlace?: boolean;
  /**
   * Where opening writes nothing, only read every page first: the check of the whole file follows (`Office.checkWhole`), at the
   * latest before the first change.
   */
  checkBehind?: boolean;
}

/**
 * Opens an office file, after a backup and a migration where the file is of an older version.
 * `keyring`: what a passphrase or the recovery code has opened (`unlockFile`).
 * Throws `office_passphrase_needed`, `office_not_found`, `office_not_an_office`, `office_locked`, `office_newer`, `office_damaged`,
 * `office_read_only`, `office_place`; a file that is refused is left exactly as it was.
 */
export async function openOffice(path: string, environment: OpeningEnvironment): Promise<Office> {
  const keyring = environment.keyring ?? noKeys;
  let connection: Database.Database | null = null;
  try {
    finishPutting(path);
    refuseAtSight(path);
    const place = readPlace(path);
    if (place && environment.askAboutPlace) throw new SochiboError('office_place', place.words);
    const wasClosed = readLockNote(path) === null && !existsSync(`${path}-wal`);
    connection = openConnection(path, { mustExist: true, keys: keyring.keys });
    if (integerPragma(connection, 'application_id') !== applicationId) throw notAnOffice(path);
    if (integerPragma(connection, 'user_version') === 0) throw unfinished(path);
    const isOlder = needsMigration(connection);
    const behind = environment.checkBehind && wasClosed && !place && !isOlder && keepsWriteAheadLog(connection);
    if (behind) refuseUnreadable(connection, path);
    else refuseDamaged(connection, path);
    refuseLostChanges(connection, path);
    if (isOlder) {
      keepBackup(connection, path, 'migration', keyring);
      migrate(connection);
    }
    if (place) startRollbackJournal(connection);
    else startWriteAheadLog(connection);
    const hold = holdOffice(path, environment.actor, lastChange(connection)?.transaction);
    const engine = new FileEngine(connection);
    const check = behind ? { check: () => refuseDamagedBehind(engine, path) } : {};
    const office = new Office(path, engine, environment.actor, keyring, { hold, ...check });
    await addNewDefaults(office, environment.resourcesDir);
    // The file as it was before its key was changed: this one is a checked copy of it, and it may be plain.
    forgetAside(path, 'new_key');
    return office;
  } catch (error) {
    connection?.close();
    throw describeStorageError(ofFirstPage(error, path, keyring) ?? error, path);
  }
}

/** A first page that does not read. Its head may no longer say that it is encrypted: the slots beside it still do. */
function ofFirstPage(error: unknown, path: string, keyring: Keyring): SochiboError | null {
  if (!systemCode(error).startsWith('SQLITE_NOTADB')) return null;
  if (keyring.current) {
    return new SochiboError(
      'office_not_an_office',
      `Mật khẩu đúng nhưng trang đầu của sổ ${path} đã hỏng nên không mở được. Tệp được giữ nguyên. Khôi phục từ bản sao lưu.`,
      { cause: error },
    );
  }
  if (findSlots(path) === null) return null;
  return new SochiboError(
    'office_passphrase_needed',
    `Sổ ${path} có mật khẩu, hoặc trang đầu đã hỏng. Nhập mật khẩu hoặc mã khôi phục; nếu vẫn không mở được, khôi phục từ bản sao lưu.`,
    { cause: error },
  );
}

function refuseAtSight(path: string): void {
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new SochiboError('office_not_found', `Không có tệp ${path}. Kiểm tra đường dẫn hoặc chọn tệp khác.`);
  }
  if (statSync(path).size === 0) {
    throw new SochiboError('office_not_an_office', `Tệp ${path} trống (0 byte), không phải sổ của Sổ Chi bộ.`);
  }
  if (firstBytes(path, 15) === 'SQLite format 3') throw notAnOffice(path);
}

/** Opened for writing, so that a file that may only be read is refused with its own words and not by SQLite's lock. */
function firstBytes(path: string, count: number): string {
  const handle = openSync(path, 'r+');
  try {
    const bytes = Buffer.alloc(count);
    readSync(handle, bytes);
    return bytes.toString('latin1');
  } finally {
    closeSync(handle);
  }
}

function unfinished(path: string): SochiboError {
  return new SochiboError(
    'office_not_an_office',
    `Tệp ${path} là sổ chưa tạo xong, chưa có dữ liệu. Xóa tệp đó rồi tạo sổ mới. Tệp không bị thay đổi.`,
  );
}

function notAnOffice(path: string): SochiboError {
  return new SochiboError(
    'office_not_an_office',
    `Tệp ${path} là cơ sở dữ liệu của chương trình khác, không phải sổ của Sổ Chi bộ. Tệp không bị thay đổi.`,
  );
}
