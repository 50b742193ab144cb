import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { searchKey } from '../vietnamese/fold.ts';

/** A record of a package that the office may know under another id; by column. */
export type TheirRecord = Readonly<Record<string, string | number | null>>;

const full = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * Members that the office knows: by identity number or card, else by name and full birth date in the same cell.
 * `cellsOf`: cells here that a member of the package has belonged to.
 */
export async function matchMembers(
  db: Kysely<Tables>,
  members: readonly TheirRecord[],
  cellsOf: (theirId: string) => readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const column of ['personal_id', 'party_card_no', 'old_card_no'] as const) {
    const open = members.filter((member) => !found.has(text(member.id)) && typeof member[column] === 'string');
    if (open.length === 0) continue;
    const rows = await db
      .selectFrom('member')
      .select(['id', column])
      .where(column, 'in', jsonList(open.map((member) => text(member[column]))))
      .execute();
    const byNumber = Map.groupBy(rows, (row) => text(row[column]));
    for (const member of open) {
      const [only, ...others] = byNumber.get(text(member[column])) ?? [];
      if (only && others.length === 0) found.set(text(member.id), only.id);
    }
  }
  const named = members.filter(
    ({ id, birth_date }) => !found.has(text(id)) && full.test(text(birth_date)) && cellsOf(text(id)).length > 0,
  );
  if (named.length === 0) return found;
  const rows = await db
    .selectFrom('member')
    .innerJoin('member_status as status', 'status.member_id', 'member.id')
    .select(['member.id', 'member.name_key', 'member.birth_date', 'status.cell_id'])
    .where('member.name_key', 'in', jsonList(named.map(({ name_key }) => text(name_key))))
    .distinct()
    .execute();
  const byPerson = Map.groupBy(rows, (row) => [row.name_key, row.birth_date, row.cell_id].join('|'));
  for (const member of named) {
    const ids = cellsOf(text(member.id)).flatMap(
      (cell) => byPerson.get([member.name_key, member.birth_date, cell].join('|'))?.map(({ id }) => id) ?? [],
    );
    const [only, ...others] = new Set(ids);
    if (only !== undefined && others.length === 0) found.set(text(member.id), only);
  }
  return found;
}

/** Officials that the office entered itself, of the same name and agency; of what senders bring none is taken for another's. */
export async function matchOfficials(
  db: Kysely<Tables>,
  officials: readonly TheirRecord[],
): Promise<Map<string, string>> {
  const placed = officials.filter(({ agency }) => typeof agency === 'string');
  if (placed.length === 0) return new Map();
  const rows = await db
    .selectFrom('official')
    .select(['id', 'name_key', 'agency'])
    .where('name_key', 'in', jsonList(placed.map(({ name_key }) => text(name_key))))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('source_row')
            .innerJoin('data_package', 'data_package.import_id', 'source_row.import_id')
            .select('source_row.id')
            .whereRef('source_row.entity_id', '=', 'official.id'),
        ),
      ),
    )
    .execute();
  const key = (name: unknown, agency: unknown) => `${text(name)}|${searchKey(text(agency))}`;
  const known = Map.groupBy(rows, ({ name_key, agency }) => key(name_key, agency ?? ''));
  return new Map(
    placed.flatMap((official): [string, string][] => {
      const [only, ...others] = known.get(key(official.name_key, official.agency)) ?? [];
      return only && others.length === 0 ? [[text(official.id), only.id]] : [];
    }),
  );
}

/** An organisation of a package with its names and the organisations it stood under, theirs. */
export interface TheirOrganisation {
  id: string;
  kind: string;
  names: readonly string[];
  parents: readonly string[];
}

/**
 * Organisations that the office knows: the sender itself is `unit`; below it one of the same kind and name under the same
 * parent, now or before. What has two namesakes is nobody's.
 */
export async function matchOrganisations(
  db: Kysely<Tables>,
  organisations: readonly TheirOrganisation[],
  known: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const claimed = new Set(known.values());
  const ourIdOf = (id: string) => known.get(id) ?? found.get(id);
  let parents = [...known.values()];
  while (parents.length > 0) {
    const rows = await db
      .selectFrom('organisation_version as version')
      .innerJoin('organisation', 'organisation.id', 'version.organisation_id')
      .select(['organisation.id', 'organisation.kind', 'version.search_key', 'version.parent_id'])
      .where('version.parent_id', 'in', jsonList(parents))
      .execute();
    const children = Map.groupBy(rows, ({ parent_id, kind, search_key }) => [parent_id, kind, search_key].join('|'));
    parents = [];
    for (const one of organisations) {
      if (ourIdOf(one.id) !== undefined) continue;
      const ids = new Set(
        one.parents.flatMap((parent) =>
          one.names.flatMap((name) => {
            const key = [ourIdOf(parent), one.kind, searchKey(name)].join('|');
            return children.get(key)?.map(({ id }) => id) ?? [];
          }),
        ),
      );
      const [only, ...others] = ids;
      if (only === undefined || others.length > 0 || claimed.has(only)) continue;
      found.set(one.id, only);
      claimed.add(only);
      parents.push(only);
    }
  }
  return found;
}

/** Many values as one bound value: SQLite takes at most 32,766. */
export function jsonList(values: readonly string[]) {
  return sql<string>`(select value from json_each(${JSON.stringify(values)}))`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
