import { closeSync, openSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { keepsWriteAheadLog } from './connection.ts';
import type { StillFile } from './copying/copy-message.ts';
import type { Hands, OfficeEngine } from './engine.ts';
import { FileDialect } from './file-dialect.ts';
import { KeptStatements } from './kept-statements.ts';
import { describeStorageError } from './open-errors.ts';
import { ScopeLimit } from './scope/limit.ts';
import { writesToTheFile } from './scope/write-target.ts';
import { withIndexesAside } from './set-indexes-aside.ts';
import { performInTurns, performNow } from './steps.ts';

/** An office in one file: one connection, which is whoever reads and whoever writes (decision 0003). */
export class FileEngine implements OfficeEngine {
  readonly connection: Database.Database;
  readonly db: Kysely<Tables>;
  readonly limit: ScopeLimit;
  readonly describe = describeStorageError;
  readonly #statements: KeptStatements;
  /**
   * For reading the file beside the connection. Opened and closed with it, because closing any handle of a file lets go of every lock
   * that the process has on it.
   */
  readonly #handle: number;
  #isStill = false;

  constructor(connection: Database.Database) {
    this.connection = connection;
    this.#handle = openSync(connection.name, 'r');
    this.#statements = new KeptStatements(connection);
    const dialect = new FileDialect({ database: this.#statements });
    this.db = new Kysely<Tables>({ dialect, plugins: [writesToTheFile] });
    this.limit = new ScopeLimit(connection);
  }

  get isOpen(): boolean {
    return this.connection.open;
  }

  async transaction<T>(work: (hands: Hands) => Promise<T>): Promise<T> {
    const { connection, db } = this;
    const statements = this.#statements;
    try {
      statements.prepare('BEGIN IMMEDIATE').run();
      const result = await work({
        db,
        perform: async (steps, pause) =>
          pause ? performInTurns(statements, steps, pause) : performNow(statements, steps),
        // Under a limit views stand before the tables, and an index is none of a view's.
        inBulk: (inserts, insert) =>
          this.limit.part === null ? withIndexesAside(connection, inserts, insert) : insert(),
      });
      statements.prepare('COMMIT').run();
      return result;
    } catch (error) {
      if (connection.open && connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    }
  }

  /** Work on the whole file, whatever part of it is shown: checks and backups. */
  lifted<T>(work: (connection: Database.Database) => T): T {
    return this.limit.lifted(() => work(this.connection));
  }

  /** Whether changes are kept in a log of their own until they are written back. */
  get keepsLog(): boolean {
    return keepsWriteAheadLog(this.connection);
  }

  /** The file with all changes written back; until `letGo`, those that follow stay in the log. Between two changes only. */
  keepStill(): StillFile {
    if (this.#isStill) throw new SochiboError('conflict', 'Đang sao lưu sổ. Chờ sao lưu xong rồi làm lại.');
    const { connection } = this;
    if (connection.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0) {
      throw new Error('the log could not be written back');
    }
    connection.pragma('wal_autocheckpoint=0');
    this.#isStill = true;
    return this.file;
  }

  /** What to read of the file while nothing writes to it. */
  get file(): StillFile {
    const { connection } = this;
    const ask = (pragma: string) => Number(connection.pragma(pragma, { simple: true }));
    const pageSize = ask('page_size');
    return { path: connection.name, handle: this.#handle, pageSize, size: ask('page_count') * pageSize };
  }

  /** Nobody reads the file any more. */
  letGo(): void {
    this.#isStill = false;
    if (this.isOpen) this.connection.pragma('wal_autocheckpoint=1000');
  }

  async deferReferences(): Promise<void> {
    this.connection.pragma('defer_foreign_keys=ON');
  }

  close(): void {
    try {
      this.connection.close();
    } finally {
      closeSync(this.#handle);
    }
  }
}
