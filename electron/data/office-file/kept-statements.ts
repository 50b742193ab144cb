import type Database from 'better-sqlite3';

/** Statements that are kept; a page asks a few dozen, each again and again. */
const mostKept = 200;
/** Characters. Longer ones are lists of values, hardly ever of the same length twice. */
const longestKept = 6000;

type Statement = Database.Statement<unknown[], unknown>;

/** What prepares statements: a connection, or one that keeps them. */
export interface Preparing {
  prepare(sql: string): Statement;
}

/**
 * Prepares a statement once: SQLite takes several times as long to read an UPDATE of a member, with the triggers of the log, as to
 * do it. What a change of the schema has put out of date (a view that now stands before a table, `scope/limit.ts`) SQLite
 * itself reads anew.
 */
export class KeptStatements implements Preparing {
  readonly #connection: Database.Database;
  readonly #kept = new Map<string, Statement>();

  constructor(connection: Database.Database) {
    this.#connection = connection;
  }

  prepare(sql: string): Statement {
    const known = this.#kept.get(sql);
    // Two readings of one question at a time need one statement each.
    if (known?.busy) return this.prepareAnew(sql);
    const statement = known ?? this.prepareAnew(sql);
    if (sql.length <= longestKept) this.#keep(sql, statement);
    return statement;
  }

  prepareAnew(sql: string): Statement {
    return this.#connection.prepare(sql);
  }

  close(): void {
    this.#connection.close();
  }

  /** The one asked for last stands last; the first goes first. */
  #keep(sql: string, statement: Statement): void {
    this.#kept.delete(sql);
    this.#kept.set(sql, statement);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }
}
