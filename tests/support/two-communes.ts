import type { Kysely } from 'kysely';
import type { Tables } from '../../electron/data/schema/database.ts';
import { versionRow } from './rows.ts';

/** Two grassroots committees, the first with two cells, the second with one. */
export async function addTwoCommunes(db: Kysely<Tables>): Promise<void> {
  const open = { code: null, valid_from: null, valid_to: null };
  for (const [id, kind, parent] of [
    ['xa-1', 'grassroots_committee', null],
    ['xa-2', 'grassroots_committee', null],
    ['thon-1', 'cell', 'xa-1'],
    ['thon-2', 'cell', 'xa-1'],
    ['thon-3', 'cell', 'xa-2'],
  ] as const) {
    await db
      .insertInto('organisation')
      .values({ id, kind, ...open })
      .execute();
    await db
      .insertInto('organisation_version')
      .values(versionRow(`v-${id}`, id, id, { parent_id: parent }))
      .execute();
  }
}
