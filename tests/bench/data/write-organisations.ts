import type { Kysely } from 'kysely';
import type { OrganisationKind } from '../../../electron/data/schema/column-types.ts';
import type { Tables } from '../../../electron/data/schema/database.ts';
import { versionRow } from '../../support/rows.ts';
import { insertAll } from './insert-all.ts';
import type { Plan } from './plan.ts';

/** Communes under the office, cells under them (in a commune's own office under it), and each cell's day of meeting. */
export async function writeOrganisations(db: Kysely<Tables>, rootId: string, plan: Plan): Promise<void> {
  const { communes, cells, nextId } = plan;
  const dated = { valid_from: null, valid_to: null };
  const all: { id: string; name: string; kind: OrganisationKind; parent: string }[] = [
    ...communes.map(({ id, name }) => ({ id, name, kind: 'grassroots_committee' as const, parent: rootId })),
    ...(communes.length === 0
      ? cells.map(({ id, name }) => ({ id, name, kind: 'cell' as const, parent: rootId }))
      : communes.flatMap((commune) =>
          commune.cells.map(({ id, name }) => ({ id, name, kind: 'cell' as const, parent: commune.id })),
        )),
  ];
  await insertAll(
    db,
    'organisation',
    all.map(({ id, kind }) => ({ id, kind, code: null, ...dated })),
  );
  await insertAll(
    db,
    'organisation_version',
    all.map(({ id, name, parent }, position) =>
      versionRow(nextId(), id, name, { parent_id: parent, position, is_residential: 1 }),
    ),
  );
  await insertAll(
    db,
    'meeting_day',
    cells.map(({ id, day }) => ({ id: nextId(), organisation_id: id, day, document: null, ...dated })),
  );
}
