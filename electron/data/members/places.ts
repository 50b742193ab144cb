import type { Kysely } from 'kysely';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import { dayOf } from './plan-event.ts';

/** What is where on the day: the order of cells is that of the office's list, which SQL does not know. */
export async function readPlaces(db: Kysely<Tables>, asOf: string) {
  const day = dayOf(asOf);
  const history = await readOrganisationHistory(db);
  const places = history.placesOn(day);
  return {
    order: (cellId: string) => places.get(cellId)?.order ?? 0,
    under: (id: string) => history.under(id, day),
  };
}
