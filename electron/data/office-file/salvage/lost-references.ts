import type Database from 'better-sqlite3';
import { tableWords } from './table-words.ts';

/** A row that pointed to a row that is lost. */
export interface LooseRow {
  table: string;
  /** The row as it was, without what it does not say. */
  row: Record<string, unknown>;
  /** The column that pointed nowhere. */
  column: string;
  /** `emptied`: the reference was taken out; `left_out`: the row makes no sense without it and stays out of the new file. */
  outcome: 'emptied' | 'left_out';
}

/** A row that was read and that its table does not take: a value of it is none that the program writes. */
export interface RefusedRow {
  table: string;
  row: Record<string, unknown>;
}

/** Such a row in words, whole, so that it can be looked at. */
export function refusedWords({ table, row }: RefusedRow): string {
  return `${tableWords(table)}: ${valueWords(row)}`;
}

/** A row that pointed nowhere in words, whole, so that it can be typed again. */
export function looseWords({ table, row, column, outcome }: LooseRow): string {
  const done = outcome === 'emptied' ? `để trống ${column}` : 'không đưa vào';
  return `${tableWords(table)} (${done}): ${valueWords(row)}`;
}

function valueWords(row: Record<string, unknown>): string {
  return Object.entries(row)
    .map(([name, value]) => `${name}=${Buffer.isBuffer(value) ? '…' : String(value)}`)
    .join('; ');
}

interface Violation {
  table: string;
  rowid: number;
  fkid: number;
}

/**
 * Makes every reference of a salvaged file point to a row that is there: one that may be empty is emptied, any other
 * takes its row out, and so on until all hold. Returns what was done, row by row.
 */
export function settleReferences(connection: Database.Database): LooseRow[] {
  const settled: LooseRow[] = [];
  for (;;) {
    const violations = connection.prepare<[], Violation>('PRAGMA foreign_key_check').all();
    if (violations.length === 0) return settled;
    for (const { table, rowid, fkid } of violations) {
      const row = connection
        .prepare<[number], Record<string, unknown>>(`SELECT * FROM "${table}" WHERE rowid = ?`)
        .get(rowid);
      const column = referenceColumn(connection, table, fkid);
      // Taken out for another of its references a moment ago.
      if (!row) continue;
      const outcome = mayBeEmpty(connection, table, column) ? 'emptied' : 'left_out';
      connection
        .prepare<[number]>(
          outcome === 'emptied'
            ? `UPDATE "${table}" SET "${column}" = NULL WHERE rowid = ?`
            : `DELETE FROM "${table}" WHERE rowid = ?`,
        )
        .run(rowid);
      settled.push({ table, row: withoutEmpty(row), column, outcome });
    }
  }
}

function referenceColumn(connection: Database.Database, table: string, fkid: number): string {
  const column = connection
    .prepare<[string, number], string>('SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?')
    .pluck()
    .get(table, fkid);
  if (column === undefined) throw new Error(`no foreign key ${fkid} in ${table}`);
  return column;
}

function mayBeEmpty(connection: Database.Database, table: string, column: string): boolean {
  const notNull = connection
    .prepare<[string, string], number>('SELECT "notnull" FROM pragma_table_info(?) WHERE name = ?')
    .pluck()
    .get(table, column);
  return notNull === 0;
}

function withoutEmpty(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== ''));
}
