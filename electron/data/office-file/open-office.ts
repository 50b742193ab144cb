import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { SochiboError } from '../errors.ts';
import { keepBackup } from './backups/backup-store.ts';
import { finishRestore } from './backups/restore-in-place.ts';
import { applicationId, integerPragma, openConnection, startWriteAheadLog } from './connection.ts';
import { migrate, needsMigration } from './migrate.ts';
import { addNewDefaults } from './new-defaults.ts';
import { Office } from './office.ts';
import { describeStorageError } from './open-errors.ts';

/**
 * Opens an office file, after a backup and a migration where the file is of an older version.
 * Throws `office_not_found`, `office_not_an_office`, `office_locked`, `office_newer`, `office_damaged`,
 * `office_read_only`; a file that is refused is left exactly as it was.
 */
export async function openOffice(path: string, environment: { actor: string; resourcesDir: string }): Promise<Office> {
  let connection: Database.Database | null = null;
  try {
    finishRestore(path);
    refuseAtSight(path);
    connection = openConnection(path, { mustExist: true });
    if (integerPragma(connection, 'application_id') !== applicationId) throw notAnOffice(path);
    if (needsMigration(connection)) {
      keepBackup(connection, path, 'migration');
      migrate(connection);
    }
    startWriteAheadLog(connection);
    const office = new Office(path, connection, environment.actor);
    await addNewDefaults(office, environment.resourcesDir);
    return office;
  } catch (error) {
    connection?.close();
    throw describeStorageError(error, path);
  }
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

function notAnOffice(path: string): SochiboError {
  return new SochiboError(
    'office_not_an_office',
    `Tệp ${path} là cơ sở dữ liệu của chương trình khác, không phải sổ của Sổ Chi bộ. Tệp không bị thay đổi.`,
  );
}
