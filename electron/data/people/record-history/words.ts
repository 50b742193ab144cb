import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../schema/database.ts';
import { formatDate, parsePartialIso } from '../../vietnamese/dates.ts';
import type { NamedTable } from './fields.ts';
import type { LogLine, Words } from './tell-lines.ts';

/** What each kind of record is called, as SQL over its table; an organisation as it is called last. */
const names: Readonly<Record<NamedTable, string>> = {
  organisation:
    '(select name from organisation_version v where v.organisation_id = organisation.id order by valid_from desc limit 1)',
  member: 'full_name',
  official: 'full_name',
  decision: 'number_symbol',
  meeting: 'coalesce(date, period)',
  handling_body: 'name',
  term: 'name',
  team: 'name',
  theme: 'title',
  petition: 'code',
};

const isNamedTable = (table: string): table is NamedTable => table in names;

/** The words that rows of the log need: labels of code lists, and what the records they speak of are called. */
export async function readWords(db: Kysely<Tables>, lines: readonly LogLine[], numbersMasked: boolean): Promise<Words> {
  const asked = new Map<NamedTable, Set<string>>();
  for (const { told, before, after } of lines) {
    for (const [column, field] of Object.entries(told.fields)) {
      if (!field?.of) continue;
      const ids = asked.get(field.of) ?? new Set();
      for (const id of [before[column], after[column]]) if (typeof id === 'string') ids.add(id);
      asked.set(field.of, ids);
    }
  }
  const called = new Map<string, string>();
  for (const [table, ids] of asked) {
    const { rows } = await sql<{ id: string; name: string | null }>`
      select id, ${sql.raw(names[table])} as name from ${sql.table(table)}
      where id in (select value from json_each(${JSON.stringify([...ids])}))`.execute(db);
    for (const { id, name } of rows) if (name !== null) called.set(`${table} ${id}`, readable(table, name));
  }
  const codes = await db.selectFrom('code_list').select(['list', 'code', 'label']).execute();
  const labels = new Map(codes.map(({ list, code, label }) => [`${list} ${code}`, label]));
  return {
    ofList: (list, code) => labels.get(`${list} ${code}`) ?? null,
    ofRecord: (table, id) => (isNamedTable(table) ? (called.get(`${table} ${id}`) ?? null) : null),
    numbersMasked,
  };
}

function readable(table: NamedTable, name: string): string {
  const date = table === 'meeting' ? parsePartialIso(name) : null;
  return date === null ? name : `buổi ${formatDate(date)}`;
}
