import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/database.ts';

export type Cell = string | number | null;
/** A row as it travels: its values in the order of the columns that head the part. */
export type Cells = Cell[];

/** A column as the office file defines it. */
export interface TableColumn {
  name: string;
  type: 'TEXT' | 'INTEGER' | 'REAL';
  required: boolean;
  /** The table whose id it holds. */
  refersTo: string | null;
}

/** The columns of each table in the order of the file, in one statement for all. */
export async function tableColumns(
  db: Kysely<Tables>,
  tables: readonly string[],
): Promise<ReadonlyMap<string, readonly TableColumn[]>> {
  const { rows } = await sql<{ of: string; name: string; type: string; required: number; refers_to: string | null }>`
    with part as materialized (select key as place, value as "of" from json_each(${JSON.stringify(tables)})),
      reference as materialized (
        select "of", listed."from" as name, listed."table" as refers_to
        from part join pragma_foreign_key_list("of") as listed)
    select part."of", info.name, info.type, info."notnull" as required, reference.refers_to
    from part join pragma_table_info(part."of") as info
    left join reference on reference."of" = part."of" and reference.name = info.name
    order by part.place, info.cid`.execute(db);
  const columns = new Map<string, TableColumn[]>(tables.map((table) => [table, []]));
  for (const { of, name, type, required, refers_to } of rows) {
    columns.get(of)?.push({
      name,
      type: type === 'INTEGER' || type === 'REAL' ? type : 'TEXT',
      required: required === 1,
      refersTo: refers_to,
    });
  }
  return columns;
}

/** Longest text of one value: the minutes of a long meeting are shorter. */
const longestText = 50_000;

const partial = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u;
const reportPeriod = /^\d{4}(?:-(?:\d{2}|Q[1-4]|H[12]|9M))?$/u;
/** What XML forbids: such a text would spoil every document it stands in (reliability, finding 9). */
const unprintable = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]--[\t\n\r]]/v;
const idText = /^[^\p{Cc}]{1,100}$/u;

/**
 * What a column takes. The file's own checks (lists of words, truth values) hold besides; these are what they do not see:
 * days that are days, JSON that is a list of words, text without what cannot be printed.
 */
export function valueCheck({ name, type, required, refersTo }: TableColumn): (value: unknown) => boolean {
  const accepts = typeCheck(name, type, refersTo !== null || name === 'id');
  return (value) => (value === null ? !required : accepts(value));
}

function typeCheck(name: string, type: TableColumn['type'], isId: boolean): (value: unknown) => boolean {
  if (type === 'INTEGER') return (value) => Number.isSafeInteger(value);
  if (type === 'REAL') return (value) => typeof value === 'number' && Number.isFinite(value);
  if (isId) return (value) => typeof value === 'string' && idText.test(value);
  if (isDay(name)) return (value) => typeof value === 'string' && partial.test(value);
  if (name === 'period') return (value) => typeof value === 'string' && reportPeriod.test(value);
  if (isJson(name)) return (value) => typeof value === 'string' && isJsonText(value, name);
  return (value) => typeof value === 'string' && value.length <= longestText && !unprintable.test(value);
}

function isDay(name: string): boolean {
  return name === 'valid_from' || name === 'valid_to' || /(?:^|_)(?:date|on|as_of)$/u.test(name);
}

function isJson(name: string): boolean {
  return name === 'difficulty_flags' || name === 'counted_kinds' || name === 'definition';
}

function isJsonText(text: string, name: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    if (name === 'definition') return typeof value === 'object' && value !== null;
    return Array.isArray(value) && value.every((each) => typeof each === 'string');
  } catch {
    return false;
  }
}
