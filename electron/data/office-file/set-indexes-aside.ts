import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';

/** Fewer rows than this are inserted faster than indices are made. */
const fewest = 5_000;
/** Milliseconds in which the cache of pages is never filled anew. */
const often = 50;

interface Index {
  name: string;
  sql: string;
}

/**
 * Runs `work` without the indices of the tables it fills. An index takes rows in its own order: a hundred thousand new
 * ones, each at another place of an index bigger than the cache, are written and encrypted page by page many times over
 * (14 of 23 s of an import); made of all rows at once it is sorted and written once. Only for tables that grow to more
 * than half as much again, for the old rows are sorted with the new ones; the log of the changes, which grows by all of
 * them, is such a table or not as well. What keeps values from coming twice stays, and so does the log's index of removals: an import
 * has next to none, and to make it again all of the log is read. What throws is for the transaction to take back.
 */
export async function withIndexesAside<T>(
  connection: Database.Database,
  inserts: ReadonlyMap<string, number>,
  work: () => Promise<T>,
): Promise<T> {
  const logged = [...inserts.values()].reduce((sum, count) => sum + count, 0);
  const indexes = [...inserts, ['audit_log', logged] as const].flatMap(([table, count]) =>
    count >= fewest && count > rowsUpTo(connection, table) / 2 ? indexesOf(connection, table) : [],
  );
  for (const { name } of indexes) connection.exec(`DROP INDEX main."${name}"`);
  const keepNear = pagesWrittenTwice(connection);
  const timer = setInterval(keepNear, often);
  try {
    const result = await work();
    for (const { sql } of indexes) {
      // Other work has its turn between two indices.
      await setImmediate();
      connection.exec(sql);
      keepNear();
    }
    return result;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Reads the pages that are changed at the beginning and at the end, so that they stay in the cache. Were one written to the
 * write-ahead log early and again at the end, SQLite would take the checksums of all that came between anew, page by page: for
 * 100,000 members 105,000 writes on top of 315,000 and 430 MB read again, of which a sixth is left.
 */
function pagesWrittenTwice(connection: Database.Database): () => void {
  const read = connection.prepare(
    'SELECT max(rowid), (SELECT transaction_id FROM main.audit_context) FROM main.sqlite_schema',
  );
  return () => {
    try {
      read.get();
    } catch {
      // Called by a timer, that nobody hears: a file that was closed or does not read is met by the work's own statements.
    }
  };
}

/** At most so many rows; without counting them. */
function rowsUpTo(connection: Database.Database, table: string): number {
  return Number(connection.prepare(`SELECT coalesce(max(rowid), 0) FROM main."${table}"`).pluck().get());
}

function indexesOf(connection: Database.Database, table: string): Index[] {
  return connection
    .prepare<[string], Index>(
      `SELECT i.name, s.sql FROM pragma_index_list(?, 'main') i JOIN main.sqlite_master s ON s.name = i.name
       WHERE i.origin = 'c' AND i."unique" = 0 AND i.name <> 'audit_log_removals' ORDER BY s.rowid`,
    )
    .all(table);
}
