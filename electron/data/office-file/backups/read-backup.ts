import { existsSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { BackupCounts } from '../../../contract/backups.ts';
import { SochiboError } from '../../errors.ts';
import { applicationId, integerPragma, keyOf, openConnection } from '../connection.ts';
import { keyIdOf, type OfficeKey } from '../keys/office-key.ts';
import { needsMigration } from '../migrate.ts';
import { describeStorageError } from '../open-errors.ts';

/** What a backup holds, read from the backup itself. */
export interface BackupContent {
  office: string;
  /** Bytes. */
  size: number;
  /** The last change in it, as the history says it; null: nothing was changed since it was created. */
  last: { transaction: number; at: string; action: string; detail: string } | null;
  counts: BackupCounts;
}

/**
 * Opens a backup for reading only, checks every page of it and says what it holds. Throws `backup_passphrase_needed` for one under a key that is not known, `office_not_found`,
 * `office_not_an_office`, `office_newer`, `office_damaged`; the file is left as it was.
 */
export function readBackup(path: string, keys: readonly OfficeKey[] = []): BackupContent {
  if (!existsSync(path)) throw new SochiboError('office_not_found', `Không còn bản sao lưu ${path}.`);
  if (keyIdOf(path) !== null && keyOf(path, keys) === null) {
    throw new SochiboError(
      'backup_passphrase_needed',
      'Bản sao lưu này có mật khẩu khác với sổ hiện nay. Nhập mật khẩu hoặc mã khôi phục dùng khi sao lưu.',
    );
  }
  try {
    const connection = openConnection(path, { mustExist: true, readonly: true, keys });
    try {
      return contentOf(connection, path);
    } finally {
      connection.close();
    }
  } catch (error) {
    throw describeStorageError(error, path);
  }
}

function contentOf(connection: Database.Database, path: string): BackupContent {
  if (integerPragma(connection, 'application_id') !== applicationId) {
    throw new SochiboError('office_not_an_office', `Tệp ${path} không phải bản sao lưu của Sổ Chi bộ.`);
  }
  needsMigration(connection);
  const integrity = String(connection.pragma('integrity_check', { simple: true }));
  if (integrity !== 'ok') {
    throw new SochiboError('office_damaged', `Bản sao lưu ${path} đã hỏng một phần. Chọn bản khác.`);
  }
  const office = connection.prepare<[], { name: string }>('SELECT name FROM office').get();
  return {
    office: office?.name ?? '',
    size: statSync(path).size,
    last: lastChange(connection),
    counts: countRecords(connection),
  };
}

/** Records of each kind, all that there ever were. */
export function countRecords(connection: Database.Database): BackupCounts {
  const count = (table: string) =>
    connection.prepare<[], { count: number }>(`SELECT count(*) AS count FROM ${table}`).get()?.count ?? 0;
  return {
    organisations: count('organisation'),
    members: count('member'),
    meetings: count('meeting'),
    visits: count('visit'),
    petitions: count('petition'),
  };
}

interface LastChange {
  transaction: number;
  at: string;
  action: string;
  detail: string;
}

/** The newest sealed change of an office file. */
export function lastChange(connection: Database.Database): LastChange | null {
  return (
    connection
      .prepare<[], LastChange>(
        'SELECT id AS "transaction", at, action, detail FROM audit_transaction ORDER BY id DESC LIMIT 1',
      )
      .get() ?? null
  );
}
