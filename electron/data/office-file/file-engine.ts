import type Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
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

  constructor(connection: Database.Database) {
    this.connection = connection;
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

  async deferReferences(): Promise<void> {
    this.connection.pragma('defer_foreign_keys=ON');
  }

  close(): void {
    this.connection.close();
  }
}
