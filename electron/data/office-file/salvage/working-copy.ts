import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { SochiboError, systemCode } from '../../errors.ts';
import { applicationId, integerPragma, openConnection } from '../connection.ts';
import { describeStorageError } from '../open-errors.ts';

/** A copy of a damaged file that may be opened and mended; the file itself is only ever read. */
export interface WorkingCopy {
  connection: Database.Database;
  folder: string;
  /** The end of the file is missing: its last pages are not there at all. */
  isCutOff: boolean;
  remove(): void;
}

/** How many times longer than it is a file that was cut off is taken to have been; the hole takes no room on the disk. */
const lengthenings = [1, 2, 8, 64, 512] as const;

/**
 * Copies an office file with its logs to a folder of its own and opens the copy. Throws `office_not_found`,
 * `office_not_an_office` (of another program, or its first page is lost), `disk_full`.
 */
export function openWorkingCopy(path: string): WorkingCopy {
  if (!existsSync(path)) throw new SochiboError('office_not_found', `Không có tệp ${path}.`);
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-cuu-'));
  const copy = join(folder, 'hong.sochibo');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (const part of ['', '-wal', '-journal']) {
      if (!existsSync(path + part)) continue;
      copyFileSync(path + part, copy + part);
      chmodSync(copy + part, 0o600);
    }
    const { connection, isCutOff } = openLengthened(copy);
    if (integerPragma(connection, 'application_id') === applicationId) {
      return {
        connection,
        folder,
        isCutOff,
        remove: () => {
          connection.close();
          remove();
        },
      };
    }
    connection.close();
    throw new SochiboError('office_not_an_office', `Tệp ${path} không phải sổ của Sổ Chi bộ.`);
  } catch (error) {
    remove();
    throw describeStorageError(error, path);
  }
}

/** SQLite refuses a file that is shorter than its first page says; the missing pages are then given as pages that do not read. */
function openLengthened(copy: string): { connection: Database.Database; isCutOff: boolean } {
  const { size } = statSync(copy);
  let refused: unknown;
  for (const times of lengthenings) {
    if (times > 1) truncateSync(copy, Math.ceil(size / 4096) * 4096 * times);
    try {
      const connection = openConnection(copy, { mustExist: true });
      try {
        integerPragma(connection, 'application_id');
        return { connection, isCutOff: times > 1 };
      } catch (error) {
        connection.close();
        throw error;
      }
    } catch (error) {
      if (systemCode(error) !== 'SQLITE_CORRUPT') throw error;
      refused = error;
    }
  }
  throw refused;
}
