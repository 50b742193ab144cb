import type { Kysely } from 'kysely';
import type { OfficialRecord } from '../../contract/assignments.ts';
import { cellNamesOn } from '../organisations/cell-names.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { oncePerRun } from '../schema/one-run.ts';
import { searchWords } from '../search/closeness.ts';
import { searchKey } from '../vietnamese/fold.ts';

/** Visiting officials by given name, with the title they hold on `asOf`; `text` searches names without diacritics. */
export async function listOfficials(
  db: Kysely<Tables>,
  { asOf, text = '' }: { asOf: string; text?: string },
): Promise<OfficialRecord[]> {
  let select = db
    .selectFrom('official')
    .select(['id', 'full_name', 'agency', 'phone', 'own_cell_id', 'valid_to'])
    .select('search_key')
    .orderBy('sort_key')
    .orderBy('id');
  for (const word of searchWords(searchKey(text))) select = select.where('search_key', 'like', `%${word}%`);
  const [officials, titles, cells] = await Promise.all([select.execute(), titlesOn(db, asOf), cellNamesOn(db, asOf)]);
  return officials.map(({ search_key: _, ...official }) => ({
    ...official,
    title: titles.get(official.id)?.title ?? null,
    title_group: titles.get(official.id)?.title_group ?? null,
    title_group_label: titles.get(official.id)?.title_group_label ?? null,
    own_cell: official.own_cell_id === null ? null : (cells.get(official.own_cell_id)?.name ?? null),
  }));
}

/** The title of each official on the day; one without a title then has the latest known (the quota rule R27 asks by date). */
export const titlesOn = oncePerRun(readTitles, (asOf) => asOf);

async function readTitles(
  db: Kysely<Tables>,
  asOf: string,
): Promise<Map<string, { title: string; title_group: string | null; title_group_label: string | null }>> {
  const rows = await db
    .selectFrom('official_title as held')
    .leftJoin('code_list as title_group', (join) =>
      join.onRef('title_group.code', '=', 'held.title_group').on('title_group.list', '=', 'title_groups'),
    )
    .select((eb) => [
      'held.official_id',
      'held.title',
      'held.title_group',
      'title_group.label as title_group_label',
      eb.case().when(inForce('held', asOf)).then(1).else(0).end().as('in_force'),
    ])
    .orderBy('in_force')
    .orderBy('held.valid_from')
    .execute();
  return new Map(rows.map(({ official_id, ...held }) => [official_id, held]));
}
