import type { Kysely } from 'kysely';
import type { OrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import { today } from '../today.ts';
import { formatDate, parsePartialIso } from '../vietnamese/dates.ts';
import type { Description } from './description.ts';

/** Members with the cell they were last in. */
export async function describeMembers(
  db: Kysely<Tables>,
  ids: readonly string[],
  places: OrganisationHistory,
): Promise<[string, Description][]> {
  const [members, statuses] = await Promise.all([
    db.selectFrom('member').select(['id', 'full_name', 'birth_date']).where('id', 'in', ids).execute(),
    db
      .selectFrom('member_status')
      .select(['member_id', 'cell_id'])
      .where('member_id', 'in', ids)
      .orderBy('valid_from')
      .execute(),
  ]);
  const cellOf = new Map(statuses.map(({ member_id, cell_id }) => [member_id, cell_id]));
  return members.map(({ id, full_name, birth_date }) => {
    const cell = cellOf.get(id);
    const place = cell === undefined ? null : places.placeOn(cell, today());
    const born = birth_date === null ? null : parsePartialIso(birth_date);
    const where = place === null ? [] : [...new Set([place.name, place.grassroots])];
    return [
      id,
      { label: full_name, context: [...(born === null ? [] : [`sinh ${formatDate(born)}`]), ...where].join(', ') },
    ];
  });
}

/** Entries of the cells' thematic plans. */
export async function describeThematicPlans(
  db: Kysely<Tables>,
  ids: readonly string[],
  places: OrganisationHistory,
): Promise<[string, Description][]> {
  const plans = await db
    .selectFrom('thematic_plan')
    .select(['id', 'cell_id', 'year', 'quarter', 'title', 'preparer'])
    .where('id', 'in', ids)
    .execute();
  return plans.map(({ id, cell_id, year, quarter, title, preparer }) => [
    id,
    {
      label: title,
      context: [places.nameOn(cell_id, today()), `quý ${quarter}/${year}`, ...(preparer ? [preparer] : [])].join(', '),
    },
  ]);
}
