import Database from 'better-sqlite3';
import { KeptStatements } from '../../electron/data/office-file/kept-statements.ts';

/** A statement that was asked of an office file, with how SQLite answers it. */
export interface AskedStatement {
  sql: string;
  /** The lines of its query plan: `SEARCH m USING INDEX meeting_by_cell (cell_id=?)`. */
  plan: readonly string[];
}

/** A table that a statement goes through from end to end. */
export interface WholeScan {
  table: string;
  /** The line of the plan, with the alias that the statement gives the table. */
  detail: string;
  sql: string;
}

/**
 * Every different statement that `work` asks through any connection, whichever way it goes (Kysely, a log's steps, by hand),
 * with its plan. The product keeps no statistics of its tables, so that the plan is the same whatever the file holds.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<AskedStatement[]> {
  const asked = new Map<string, AskedStatement>();
  const { prepare } = Database.prototype;
  // What was asked before `work` is asked anew.
  const { prepare: prepareOnce, prepareAnew } = KeptStatements.prototype;
  KeptStatements.prototype.prepare = prepareAnew;
  Database.prototype.prepare = new Proxy(prepare, {
    apply(target, connection: Database.Database, [sql]: [string]) {
      const statement: unknown = Reflect.apply(target, connection, [sql]);
      if (/^\s*(?:select|with|insert|update|delete)\b/iu.test(sql) && !asked.has(sql)) {
        const explain = prepare.bind(connection)<unknown[], { detail: string }>(
          `EXPLAIN QUERY PLAN ${withPlaces(sql)}`,
        );
        // The values are left open: they change no plan of a file without statistics.
        const open = Array.from({ length: withPlaces(sql).split('?').length - 1 }, () => null);
        asked.set(sql, { sql, plan: explain.all(...open).map(({ detail }) => detail) });
      }
      return statement;
    },
  });
  try {
    await work();
  } finally {
    Database.prototype.prepare = prepare;
    KeptStatements.prototype.prepare = prepareOnce;
  }
  return [...asked.values()];
}

/** Tables, of those named, that are read from end to end, by themselves or through an index that is made for the statement. */
export function wholeScans(statements: readonly AskedStatement[], tables: readonly string[]): WholeScan[] {
  return statements.flatMap(({ sql, plan }) =>
    plan.flatMap((detail) => {
      const alias = /^SCAN (\S+)/u.exec(detail)?.[1] ?? /^SEARCH (\S+) USING AUTOMATIC/u.exec(detail)?.[1];
      const table = alias === undefined ? undefined : tableOf(alias, sql, tables);
      return table === undefined ? [] : [{ table, detail, sql }];
    }),
  );
}

/** The table behind the name a plan uses: a table's own or one the statement gave it. */
function tableOf(alias: string, sql: string, tables: readonly string[]): string | undefined {
  const given = new RegExp(`"?(\\w+)"? +(?:as +)?"?${alias}"?(?!\\w|"?\\.)`, 'giu');
  const named = [...sql.matchAll(given)].map(([, name = '']) => name);
  return tables.find((table) => named.includes(table)) ?? tables.find((table) => table === alias);
}

/** The statement with `?` for its values only: none in texts, no names of values. */
function withPlaces(sql: string): string {
  return sql.replaceAll(/'[^']*'|"[^"]*"|[:@$]\w+/gu, (part) =>
    /^["']/u.test(part) ? part.replaceAll('?', '.') : '?',
  );
}
