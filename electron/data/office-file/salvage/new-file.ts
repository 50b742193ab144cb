import type Database from 'better-sqlite3';
import { systemCode } from '../../errors.ts';
import { migrations } from '../../schema/migrations/index.ts';
import { applicationId, openConnection } from '../connection.ts';
import type { OfficeKey } from '../keys/office-key.ts';
import { migrate } from '../migrate.ts';
import type { RefusedRow } from './lost-references.ts';
import type { PutRow, StoredValue } from './read-table.ts';

/**
 * An empty office file of the schema version `version`, into which rows are put as they were stored: references are
 * checked at the end and nothing is written to the audit log, which is copied itself. It is under `key` from its first byte on.
 */
export class NewFile {
  readonly connection: Database.Database;
  /** Rows that were read and do not keep the rules of their table. */
  readonly refused: RefusedRow[] = [];
  readonly #triggers: readonly string[];

  constructor(path: string, version: number, key: OfficeKey | null) {
    this.connection = openConnection(path, { mustExist: false, newUnder: key });
    this.connection.pragma(`application_id=${applicationId}`);
    migrate(
      this.connection,
      migrations.filter((migration) => migration.version <= version),
    );
    this.connection.pragma('foreign_keys=OFF');
    this.connection.exec('BEGIN');
    const triggers = this.connection
      .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      .all();
    for (const { name } of triggers) this.connection.exec(`DROP TRIGGER "${name}"`);
    this.#triggers = triggers.map(({ sql }) => sql);
  }

  /** Tables that hold data of the office, in the order they were created. */
  tables(): string[] {
    return this.connection
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'audit_context' ORDER BY rowid`,
      )
      .pluck()
      .all();
  }

  /**
   * A way to put rows with these columns into a table. False for a row that the table does not take: its values are such as the program
   * never writes. Throws what else SQLite says.
   */
  putter(table: string, columns: readonly string[]): PutRow {
    const names = columns.map((column) => `"${column}"`).join(', ');
    const places = columns.map(() => '?').join(', ');
    const insert = this.connection.prepare<StoredValue[]>(`INSERT INTO "${table}" (${names}) VALUES (${places})`);
    return (values) => {
      try {
        insert.run(...values);
        return true;
      } catch (error) {
        if (!systemCode(error).startsWith('SQLITE_CONSTRAINT')) throw error;
        const row = columns.map((column, index) => [column, values[index] ?? null] as const);
        this.refused.push({ table, row: Object.fromEntries(row.filter(([, value]) => value !== null)) });
        return false;
      }
    };
  }

  /** Ends the putting: the triggers stand again, and the file comes to the newest schema. */
  finish(): void {
    for (const sql of this.#triggers) this.connection.exec(sql);
    this.connection.exec('COMMIT');
    this.connection.pragma('foreign_keys=ON');
    migrate(this.connection);
  }
}
