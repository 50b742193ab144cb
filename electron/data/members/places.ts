import type { Kysely } from 'kysely';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import { dayOf } from './plan-event.ts';

/** What is where on the day: the order of cells is that of the office's list, which SQL does not know. */
export async function readPlaces(db: Kysely<Tables>, asOf: string) {
  const day = dayOf(asOf);
  const history = await readOrganisationHistory(db);
  const places = history.placesOn(day);
  const asked = new Map<string, ReadonlySet<string>>();
  return {
    order: (cellId: string) => places.get(cellId)?.order ?? 0,
    /** It and all that is under it. Each is looked for once: of a province that goes through thousands. */
    under: (id: string): ReadonlySet<string> => {
      const known = asked.get(id) ?? new Set(history.under(id, day));
      asked.set(id, known);
      return known;
    },
  };
}
