import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { PackageContent } from '../../contract/packages.ts';
import type { Period } from '../reporting/period.ts';
import type { Tables } from '../schema/database.ts';
import type { Part } from './package-file.ts';
import { type PartTable, partTables, personalColumns, personalTables } from './part-tables.ts';
import { type Cells, tableColumns } from './row-values.ts';

/** What the sender chose. */
export interface PackageChoice {
  period: Period;
  contents: readonly PackageContent[];
  personal: boolean;
}

/**
 * The rows of the office that belong to a package, one part a table, ordered by id. Organisations, members and assignments with
 * their dates; meetings, visits and plans of the months of the period; petitions raised up to its end, as they stand now. `onPart` is awaited before each.
 */
export async function readParts(
  db: Kysely<Tables>,
  choice: PackageChoice,
  onPart: (done: number, of: number) => Promise<void> = async () => undefined,
): Promise<Part[]> {
  const chosen = partTables.filter(
    ({ content, table }) => choice.contents.includes(content) && (choice.personal || !personalTables.has(table)),
  );
  const columns = await tableColumns(
    db,
    chosen.map(({ table }) => table),
  );
  const parts: Part[] = [];
  for (const { table } of chosen) {
    await onPart(parts.length, chosen.length);
    const names = columns.get(table)?.map(({ name }) => name) ?? [];
    parts.push(await readPart(db, table, names, choice));
  }
  return parts;
}

async function readPart(
  db: Kysely<Tables>,
  table: PartTable['table'],
  names: readonly string[],
  choice: PackageChoice,
): Promise<Part> {
  const withheld = choice.personal ? [] : (personalColumns[table] ?? []);
  const columns = names.filter((name) => !withheld.includes(name));
  const values = sql.join(columns.map((name) => sql`${sql.ref(`t.${name}`)}`));
  const { rows } = await sql<{ line: string }>`
    select json_array(${values}) as line from ${sql.table(table)} as t
    where ${belongs(table, choice.period)} order by t.id`.execute(db);
  const lines = [JSON.stringify(columns), ...rows.map(({ line }) => line)];
  return { table, text: Buffer.from(`${lines.join('\n')}\n`, 'utf8'), rows: rows.length };
}

/** Which rows of `t` belong to the period. What carries its own dates is true of any period, and comes whole. */
function belongs(table: PartTable['table'], { dateFrom, dateTo, months, lastMonth }: Period): RawBuilder<unknown> {
  const meetings = sql`(select id from meeting where period between ${months[0]} and ${lastMonth})`;
  const year = lastMonth.slice(0, 4);
  switch (table) {
    case 'thematic_plan':
      return sql`t.year = ${Number(year)}`;
    case 'meeting':
    case 'planned_visit':
      return sql`t.period between ${months[0]} and ${lastMonth}`;
    case 'attendance':
    case 'task':
    case 'rating':
    case 'meeting_preparation':
    case 'visit':
      return sql`t.meeting_id in ${meetings}`;
    case 'rating_item':
      return sql`t.rating_id in (select id from rating where meeting_id in ${meetings})`;
    case 'visit_report':
      return sql`t.visit_id in (select id from visit where meeting_id in ${meetings})`;
    case 'event':
      return sql`t.date between ${dateFrom} and ${dateTo}`;
    case 'event_visit':
      return sql`t.event_id in (select id from event where date between ${dateFrom} and ${dateTo})`;
    case 'period_grade':
      return sql`substr(t.period, 1, 4) = ${year}`;
    case 'petition':
      return sql`(t.date is null or t.date <= ${dateTo})`;
    default:
      return sql`1 = 1`;
  }
}

/** The rows of a part, and the columns at its head. Throws SyntaxError on what is no JSON. */
export function parsePart(text: string): { columns: unknown; rows: unknown[] } {
  const [columns, ...rows]: unknown[] = JSON.parse(`[${text.trimEnd().replaceAll('\n', ',')}]`);
  return { columns, rows };
}

export function isRow(row: unknown, width: number): row is Cells {
  return Array.isArray(row) && row.length === width;
}
