import type { Office } from '../../electron/data/office-file/office.ts';
import { rootOrganisationId } from '../../electron/data/organisations/list-organisations.ts';
import type { OrganisationKind } from '../../electron/data/schema/column-types.ts';
import { searchKey } from '../../electron/data/vietnamese/fold.ts';
import { collationKey } from '../../electron/data/vietnamese/sort-key.ts';

export interface NewOrganisation {
  id: string;
  kind: OrganisationKind;
  name: string;
  /** null: directly under the office's own organisation. */
  parent: string | null;
  setDay?: number;
  to?: string;
}

/** Writes organisations, residential cells among them, in the order given. */
export async function addOrganisations(office: Office, organisations: readonly NewOrganisation[]): Promise<void> {
  const root = await rootOrganisationId(office.db);
  await office.write('Ghi tổ chức', '', async (db) => {
    for (const [position, { id, kind, name, parent, setDay, to = null }] of organisations.entries()) {
      const isCell = kind === 'cell' || kind === 'grassroots_cell';
      const dated = { valid_from: null, valid_to: to };
      await db
        .insertInto('organisation')
        .values({ id, code: id, kind, ...dated })
        .execute();
      await db
        .insertInto('organisation_version')
        .values({
          id: `${id} version`,
          organisation_id: id,
          name,
          search_key: searchKey(name),
          sort_key: collationKey(name),
          parent_id: parent ?? root,
          cell_type: isCell ? 'residential' : null,
          is_residential: isCell ? 1 : null,
          difficulty_flags: '[]',
          phone: null,
          note: null,
          position,
          ...dated,
        })
        .execute();
      if (setDay === undefined) continue;
      await db
        .insertInto('meeting_day')
        .values({ id: `${id} day`, organisation_id: id, day: setDay, document: null, valid_from: null, valid_to: null })
        .execute();
    }
  });
}
