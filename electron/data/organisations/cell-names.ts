import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { parseIsoDate } from '../vietnamese/dates.ts';
import { type Place, readOrganisationHistory } from './organisation-history.ts';

/** Every organisation's name and place on `day`, by id. Throws RangeError when that is no day. */
export async function cellNamesOn(db: Kysely<Tables>, day: string): Promise<ReadonlyMap<string, Place>> {
  const date = parseIsoDate(day);
  if (date === null) throw new RangeError(`not a day: ${day}`);
  return (await readOrganisationHistory(db)).placesOn(date);
}
