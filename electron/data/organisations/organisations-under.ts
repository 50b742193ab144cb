import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { nearestVersion } from './organisation-history.ts';

/**
 * An organisation and everything under it on a day, as `OrganisationHistory.under` has it; level by level downwards, so that a
 * commune's cells are found without the thousands of its province.
 */
export async function organisationsUnder(db: Kysely<Tables>, id: string, day: IsoDate): Promise<string[]> {
  const top = await db.selectFrom('organisation').select('id').where('id', '=', id).executeTakeFirst();
  const found = new Set(top ? [top.id] : []);
  for (let above = [...found]; above.length > 0; ) {
    const ever = db.selectFrom('organisation_version').select('organisation_id').where('parent_id', 'in', above);
    const versions = await db
      .selectFrom('organisation_version')
      .select(['organisation_id', 'parent_id', 'valid_from', 'valid_to'])
      .where('organisation_id', 'in', ever)
      .orderBy('valid_from')
      .execute();
    const isAbove = new Set(above);
    const below = [...Map.groupBy(versions, ({ organisation_id }) => organisation_id)].flatMap(([each, all]) => {
      const parent = nearestVersion(all, day)?.parent_id ?? null;
      return parent !== null && isAbove.has(parent) && !found.has(each) ? [each] : [];
    });
    for (const each of below) found.add(each);
    above = below;
  }
  return [...found];
}
