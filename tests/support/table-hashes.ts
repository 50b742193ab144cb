import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

/** A hash of every table of an office file, the audit log too: equal hashes are equal content. */
export function tableHashes(connection: Database.Database): Record<string, string> {
  const tables = connection
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => {
      const rows = connection.prepare(`SELECT * FROM "${name}" ORDER BY 1`).raw().all();
      return [name, createHash('sha256').update(JSON.stringify(rows)).digest('hex')];
    }),
  );
}
