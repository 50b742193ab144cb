import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { PutRow } from './read-table.ts';

const storedRow = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

interface LastEntry {
  after: string | null;
}

/**
 * Writes the rows of an audited table that did not read, as the audit log says they last were; every change of a row is in
 * it, whole. Only for a log that was read to the last row: with one missing, a row might come back as it was before.
 * Returns how many came back, and how many the log knows of that did not.
 */
export function putRowsFromLog(
  target: Database.Database,
  table: string,
  columns: readonly string[],
  put: PutRow,
): { came: number; lost: number } {
  const entries = target
    .prepare<[string], LastEntry>(
      `SELECT after FROM audit_log WHERE sequence IN
         (SELECT max(sequence) FROM audit_log WHERE entity = ? GROUP BY entity_id)
       AND operation <> 'delete' AND entity_id NOT IN (SELECT id FROM "${table}") ORDER BY sequence`,
    )
    .all(table);
  let came = 0;
  for (const { after } of entries) {
    const row = storedRow.parse(JSON.parse(after ?? '{}'));
    // Written before a migration gave the table a column: what that holds now the log does not know.
    if (columns.some((column) => !(column in row))) continue;
    if (put(columns.map((column) => row[column] ?? null))) came += 1;
  }
  return { came, lost: entries.length - came };
}
