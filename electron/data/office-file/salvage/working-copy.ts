import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { SochiboError, systemCode } from '../../errors.ts';
import { applicationId, integerPragma, openConnection } from '../connection.ts';
import type { Keyring } from '../keys/office-key.ts';
import { needsMigration } from '../migrate.ts';
import { describeStorageError } from '../open-errors.ts';
import { withMendedSchema } from './mended-schema.ts';

/** A copy of a damaged file that may be opened and mended; the file itself is only ever read. */
export interface WorkingCopy {
  connection: Database.Database;
  folder: string;
  /** Schema version of the file. */
  version: number;
  /** The end of the file is missing: its last pages are not there at all. */
  isCutOff: boolean;
  remove(): void;
}

/** How many times longer than it is a file that was cut off is tried to be; the added pages do not read. */
const lengthenings = [2, 8, 64] as const;

/**
 * Copies an office file with its logs to a folder of its own and opens the copy so that every table can be asked for,
 * whatever of its schema does not read. Throws `office_not_found`, `office_not_an_office` (of another program, or its
 * first page is lost), `office_newer`, `disk_full`. `keyring`: that of the office; the copy stays under its key.
 */
export function openWorkingCopy(path: string, keyring: Keyring): WorkingCopy {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-cuu-'));
  const copy = join(folder, 'hong.sochibo');
  try {
    for (const part of ['', '-wal', '-journal']) {
      if (!existsSync(path + part)) continue;
      copyFileSync(path + part, copy + part);
      chmodSync(copy + part, 0o600);
    }
    const size = statSync(copy).size;
    const pages = countPages(copy, path, keyring);
    const { connection, version } = withMendedSchema(copy, pages, keyring);
    const remove = () => {
      connection.close();
      rmSync(folder, { recursive: true, force: true });
    };
    return { connection, folder, version, isCutOff: pages * 4096 > size, remove };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw describeStorageError(error, path);
  }
}

/** How many pages the file has by its own account, its log written back into it; the copy is at least so long afterwards. */
function countPages(copy: string, path: string, { keys }: Keyring): number {
  const present = Math.ceil(statSync(copy).size / 4096);
  for (const times of lengthenings) {
    truncateSync(copy, present * times * 4096);
    const connection = openConnection(copy, { mustExist: true, lenient: true, keys });
    try {
      if (integerPragma(connection, 'application_id') !== applicationId) {
        throw new SochiboError('office_not_an_office', `Tệp ${path} không phải sổ của Sổ Chi bộ.`);
      }
      needsMigration(connection);
      const pages = Number(connection.pragma('page_count', { simple: true }));
      // As many as the lengthened file has: what its first page says may be more.
      if (pages >= present * times) continue;
      writeLogBack(connection);
      return pages;
    } finally {
      connection.close();
    }
  }
  throw new SochiboError(
    'office_damaged',
    `Tệp ${path} bị cắt mất gần hết nên không cứu được. Khôi phục từ bản sao lưu.`,
  );
}

function writeLogBack(connection: Database.Database): void {
  try {
    connection.pragma('journal_mode=DELETE');
  } catch (error) {
    if (!systemCode(error).startsWith('SQLITE_CORRUPT')) throw error;
  }
}
