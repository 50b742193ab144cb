import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { parseIsoDate } from '../vietnamese/dates.ts';
import { OrganisationHistory, type Place, readOrganisationHistory } from './organisation-history.ts';

/** Every organisation's name and place on `day`, by id. Throws RangeError when that is no day. */
export async function cellNamesOn(db: Kysely<Tables>, day: string): Promise<ReadonlyMap<string, Place>> {
  const date = parseIsoDate(day);
  if (date === null) throw new RangeError(`not a day: ${day}`);
  return (await readOrganisationHistory(db)).placesOn(date);
}

/** Below SQLite's limit on bound values; more are asked for with the whole office. */
const fewCells = 500;

/**
 * The same of some organisations only: they and what they stood below are read, not the thousands of a province. Throws
 * RangeError when `day` is none.
 */
export async function cellNamesOf(
  db: Kysely<Tables>,
  ids: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, Place>> {
  const date = parseIsoDate(day);
  if (date === null) throw new RangeError(`not a day: ${day}`);
  if (ids.length > fewCells) return cellNamesOn(db, day);
  const history = await readWithAbove(db, ids);
  return new Map(
    ids.flatMap((id): [string, Place][] => {
      const place = history.placeOn(id, date);
      return place ? [[id, place]] : [];
    }),
  );
}

/** Some organisations with all that they ever stood below. */
async function readWithAbove(db: Kysely<Tables>, ids: readonly string[]): Promise<OrganisationHistory> {
  const known = new Map<string, ConstructorParameters<typeof OrganisationHistory>[0][number]>();
  for (let wanted = ids; wanted.length > 0; ) {
    const [organisations, versions] = await Promise.all([
      db
        .selectFrom('organisation')
        .select(['id', 'kind', 'valid_from', 'valid_to'])
        .where('id', 'in', wanted)
        .execute(),
      db
        .selectFrom('organisation_version')
        .select(['organisation_id', 'name', 'parent_id', 'cell_type', 'is_residential', 'position', 'sort_key'])
        .select(['own_min_minutes', 'valid_from', 'valid_to'])
        .where('organisation_id', 'in', wanted)
        .orderBy('valid_from')
        .execute(),
    ]);
    const byId = Map.groupBy(versions, ({ organisation_id }) => organisation_id);
    for (const one of organisations) known.set(one.id, { ...one, versions: byId.get(one.id) ?? [], setDays: [] });
    const above = new Set(versions.flatMap(({ parent_id }) => parent_id ?? []));
    wanted = [...above].filter((id) => !known.has(id));
  }
  return new OrganisationHistory([...known.values()]);
}
