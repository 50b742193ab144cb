import type { PartTable } from './part-tables.ts';
import { isRow, parsePart } from './read-content.ts';
import { refusals } from './refusals.ts';
import { type Cells, type TableColumn, valueCheck } from './row-values.ts';

/** The checked rows of one part, ids and references still the sender's. */
export interface TheirPart {
  part: PartTable;
  columns: readonly TableColumn[];
  rows: readonly Cells[];
  at(column: string): number;
}

/**
 * Reads a part and holds every value against its column. Columns may be missing (withheld, or of a later program), but none
 * may be unknown. Throws `package_refused`.
 */
export function readTheirPart(part: PartTable, text: string, known: readonly TableColumn[], file: string): TheirPart {
  let parsed: ReturnType<typeof parsePart>;
  try {
    parsed = parsePart(text);
  } catch (error) {
    throw refusals.damaged(file, error);
  }
  const columns = columnsOf(parsed.columns, known);
  if (columns === null) throw refusals.wrongValue(file, part.table, 1, 'tên cột');
  const checks = columns.map(valueCheck);
  const rows: Cells[] = [];
  const ids = new Set<unknown>();
  const idAt = columns.findIndex(({ name }) => name === 'id');
  for (const [index, row] of parsed.rows.entries()) {
    const wrong = isRow(row, columns.length) ? row.findIndex((value, at) => checks[at]?.(value) !== true) : 0;
    if (wrong !== -1 || !isRow(row, columns.length)) {
      throw refusals.wrongValue(file, part.table, index + 2, columns[wrong]?.name ?? '');
    }
    if (ids.has(row[idAt])) throw refusals.wrongValue(file, part.table, index + 2, 'id');
    ids.add(row[idAt]);
    rows.push(row);
  }
  const places = new Map(columns.map(({ name }, index) => [name, index]));
  return { part, columns, rows, at: (column) => places.get(column) ?? -1 };
}

/** The columns of the head as the office knows them; null when one is unknown, comes twice, or one that is needed is missing. */
function columnsOf(head: unknown, known: readonly TableColumn[]): TableColumn[] | null {
  if (!Array.isArray(head)) return null;
  const byName = new Map(known.map((column) => [column.name, column]));
  const columns = head.flatMap((name) => (typeof name === 'string' ? (byName.get(name) ?? []) : []));
  const isWhole = columns.length === head.length && new Set(columns).size === columns.length;
  const hasNeeded = known.every((column) => columns.includes(column) || !(column.required || column.name === 'id'));
  return isWhole && hasNeeded ? columns : null;
}
