import Database from 'better-sqlite3';
import { SochiboError, systemCode } from '../errors.ts';
import { nameKey } from '../vietnamese/fold.ts';
import { keyIdOf, type OfficeKey, rawKey } from './keys/office-key.ts';

/** 'SCB1' as a 32-bit integer: tells an office file from any other database. */
export const applicationId = 0x53434231;

/** The first byte of the page where SQLite's locks lie: it is never written to (sqlite.org, "The Lock-Byte Page"). */
export const lockedPage = 2 ** 30;

/**
 * Without a passphrase the key is this published constant: it hides nothing, but the cipher authenticates every page,
 * so a flipped bit is noticed before a wrong value is read (reliability finding 3).
 */
const PUBLISHED_KEY = '536f204368692062e1bb99202d206b686f6120636f6e6720626f000000000001';

/** How a file is opened. `keys`: those known of the office; the file itself says which of them it is under. */
export interface ConnectionOptions {
  mustExist: boolean;
  readonly?: boolean;
  keys?: readonly OfficeKey[];
  /** What a file that is to be made will be under; the published key when left out. */
  newUnder?: OfficeKey | null;
  /** For a copy of a damaged file, or one to be put together: what reads of its schema is used, and may be written. */
  lenient?: boolean;
}

/**
 * Opens a connection with the settings every office file has (reliability findings 1 and 3): page-authenticating
 * cipher, WAL with full sync, one writer, foreign keys, no trust in the file's own schema. Statements may ask for the
 * `name_key` of a text, for SQLite has no lower case of Vietnamese.
 * Throws `office_passphrase_needed` for an encrypted file whose key is not among `keys`, and SQLite's own errors;
 * `describeStorageError` turns them into words.
 */
export function openConnection(path: string, options: ConnectionOptions): Database.Database {
  const { keys = [], newUnder } = options;
  if (newUnder) return connect(path, options, newUnder);
  const id = keyIdOf(path);
  const named = keys.find((key) => key.id === id);
  if (named) return connect(path, options, named);
  // The head that names the key may itself be damaged: what opens the first page is right.
  for (const key of keys.length > 0 ? [null, ...keys] : []) {
    const connection = tryKey(path, options, key);
    if (connection) return connection;
  }
  if (id === null) return connect(path, options, null);
  throw new SochiboError('office_passphrase_needed', `Sổ ${path} có mật khẩu. Nhập mật khẩu hoặc mã khôi phục để mở.`);
}

/** The key of `keys` that a file is under: the one its head names or, where that is damaged, the one that opens its first page. */
export function keyOf(path: string, keys: readonly OfficeKey[]): OfficeKey | null {
  const id = keyIdOf(path);
  const opens = (key: OfficeKey) => {
    try {
      const connection = tryKey(path, { mustExist: true, readonly: true }, key);
      connection?.close();
      return connection !== null;
    } catch (error) {
      // A write-ahead log is not opened for reading only: that there is one stands in a first page that was read.
      if (systemCode(error) === 'SQLITE_IOERR_LOCK') return true;
      throw error;
    }
  };
  return keys.find((key) => key.id === id) ?? keys.find(opens) ?? null;
}

/** A connection whose first page reads under the key; null where it does not. */
function tryKey(path: string, options: ConnectionOptions, key: OfficeKey | null): Database.Database | null {
  let connection: Database.Database | null = null;
  try {
    connection = connect(path, options, key);
    integerPragma(connection, 'user_version');
    return connection;
  } catch (error) {
    connection?.close();
    if (systemCode(error).startsWith('SQLITE_NOTADB')) return null;
    throw error;
  }
}

function connect(path: string, options: ConnectionOptions, key: OfficeKey | null): Database.Database {
  const connection = new Database(path, {
    fileMustExist: options.mustExist,
    readonly: options.readonly ?? false,
    timeout: 200,
  });
  try {
    connection.pragma("cipher='aegis'");
    connection.pragma(`key='raw:${key ? rawKey(key) : PUBLISHED_KEY}'`);
    if (options.lenient) readDespiteDamage(connection);
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

/** Writes every page anew under another key; of a copy nobody else uses, not in WAL. `null`: the published one. */
export function changeKey(connection: Database.Database, key: OfficeKey | null): void {
  connection.pragma('journal_mode=DELETE');
  connection.pragma(`rekey='raw:${key ? rawKey(key) : PUBLISHED_KEY}'`);
}

function readDespiteDamage(connection: Database.Database): void {
  connection.unsafeMode(true);
  connection.pragma('writable_schema=ON');
}

/**
 * Where a write-ahead log is not safe (a network share, a synchronised folder, a stick): a rollback journal, flushed with its
 * folder, so that nothing of a change stands anywhere but in the one file once it is acknowledged.
 */
export function startRollbackJournal(connection: Database.Database): void {
  connection.pragma('journal_mode=DELETE');
  connection.pragma('synchronous=EXTRA');
}

/** Switches to the write-ahead log; only after the file is known to be ours, for this writes to it. */
export function startWriteAheadLog(connection: Database.Database): void {
  connection.pragma('journal_mode=WAL');
}

/** Whether the file is in that mode already, so that opening it writes nothing. */
export function keepsWriteAheadLog(connection: Database.Database): boolean {
  return connection.pragma('journal_mode', { simple: true }) === 'wal';
}

/** Reads a pragma that holds one integer. */
export function integerPragma(connection: Database.Database, name: 'application_id' | 'user_version'): number {
  return Number(connection.pragma(name, { simple: true }));
}
