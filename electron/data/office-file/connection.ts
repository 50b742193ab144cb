import Database from 'better-sqlite3';
import { nameKey } from '../vietnamese/fold.ts';

/** 'SCB1' as a 32-bit integer: tells an office file from any other database. */
export const applicationId = 0x53434231;

/**
 * Without a passphrase the key is this published constant: it hides nothing, but the cipher authenticates every page,
 * so a flipped bit is noticed before a wrong value is read (reliability finding 3).
 */
const PUBLISHED_KEY = '536f204368692062e1bb99202d206b686f6120636f6e6720626f000000000001';

/**
 * Opens a connection with the settings every office file has (reliability findings 1 and 3): page-authenticating
 * cipher, WAL with full sync, one writer, foreign keys, no trust in the file's own schema. Statements may ask for the
 * `name_key` of a text, for SQLite has no lower case of Vietnamese.
 * Throws SQLite's own errors; `describeOpenError` turns them into words.
 */
export function openConnection(path: string, options: { mustExist: boolean; readonly?: boolean }): Database.Database {
  const connection = new Database(path, {
    fileMustExist: options.mustExist,
    readonly: options.readonly ?? false,
    timeout: 200,
  });
  try {
    connection.pragma("cipher='aegis'");
    connection.pragma(`key='raw:${PUBLISHED_KEY}'`);
    connection.pragma('trusted_schema=OFF');
    connection.pragma('cell_size_check=ON');
    connection.pragma('mmap_size=0');
    connection.pragma('temp_store=MEMORY');
    connection.pragma('foreign_keys=ON');
    // Without it the rows that INSERT OR REPLACE throws out go round the audit triggers.
    connection.pragma('recursive_triggers=ON');
    connection.pragma('locking_mode=EXCLUSIVE');
    connection.pragma('synchronous=FULL');
    connection.function('name_key', { deterministic: true, directOnly: true }, (text) => nameKey(String(text)));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Switches to the write-ahead log; only after the file is known to be ours, for this writes to it. */
export function startWriteAheadLog(connection: Database.Database): void {
  connection.pragma('journal_mode=WAL');
}

/** Reads a pragma that holds one integer. */
export function integerPragma(connection: Database.Database, name: 'application_id' | 'user_version'): number {
  return Number(connection.pragma(name, { simple: true }));
}
