import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { type Place, readHistoryOf, readOrganisationHistory } from './organisation-history.ts';
import { dayOf } from './versions.ts';

/** Every organisation's name and place on `day`, by id. Throws RangeError when that is no day. */
export async function cellNamesOn(db: Kysely<Tables>, day: string): Promise<ReadonlyMap<string, Place>> {
  return (await readOrganisationHistory(db)).placesOn(dayOf(day));
}

/**
 * The same of some organisations, of which alone the tree is read, not of the thousands of a province. Throws RangeError
 * when `day` is none.
 */
export async function cellNamesOf(
  db: Kysely<Tables>,
  ids: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, Place>> {
  const date = dayOf(day);
  const history = await readHistoryOf(db, ids, 'any');
  return new Map(
    ids.flatMap((id): [string, Place][] => {
      const place = history.placeOn(id, date);
      return place ? [[id, place]] : [];
    }),
  );
}
