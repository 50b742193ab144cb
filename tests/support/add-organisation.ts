import type { Office } from '../../electron/data/office-file/office.ts';
import type { OrganisationKind } from '../../electron/data/schema/column-types.ts';
import { searchKey } from '../../electron/data/vietnamese/fold.ts';
import { collationKey } from '../../electron/data/vietnamese/sort-key.ts';

/** Writes one organisation that has always been there, under the id the test gives it. */
export async function addOrganisation(
  office: Office,
  { id, name, kind, parent }: { id: string; name: string; kind: OrganisationKind; parent: string },
): Promise<void> {
  const always = { valid_from: null, valid_to: null };
  await office.write('Thêm tổ chức', name, async (db) => {
    const { position } = await db
      .selectFrom('organisation_version')
      .select(({ fn }) => fn.countAll<number>().as('position'))
      .executeTakeFirstOrThrow();
    await db
      .insertInto('organisation')
      .values({ id, code: id, kind, ...always })
      .execute();
    await db
      .insertInto('organisation_version')
      .values({
        id: `${id} version`,
        organisation_id: id,
        name,
        search_key: searchKey(name),
        sort_key: collationKey(name),
        parent_id: parent,
        cell_type: null,
        is_residential: null,
        difficulty_flags: '[]',
        phone: null,
        note: null,
        position,
        ...always,
      })
      .execute();
  });
}
