import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';

export interface CellName {
  name: string;
  /** The grassroots organisation it belongs to; a grassroots cell is its own. */
  grassroots: string;
  grassroots_id: string;
  /** Place in the office's list. */
  order: number;
}

/**
 * Every organisation's name on `day`; one not in force then has the last name it had, so that a record of the past
 * never loses its cell.
 */
export async function cellNamesOn(db: Kysely<Tables>, day: string): Promise<Map<string, CellName>> {
  const versions = await db
    .selectFrom('organisation_version as version')
    .innerJoin('organisation', 'organisation.id', 'version.organisation_id')
    .select((eb) => [
      'version.organisation_id',
      'version.name',
      'version.parent_id',
      'version.position',
      'organisation.kind',
      eb.case().when(inForce('version', day)).then(1).else(0).end().as('in_force'),
    ])
    .orderBy('version.valid_from')
    .execute();
  const chosen = new Map<string, (typeof versions)[number]>();
  for (const version of versions) {
    const before = chosen.get(version.organisation_id);
    if (!before || version.in_force >= before.in_force) chosen.set(version.organisation_id, version);
  }
  return new Map([...chosen.values()].map((version) => [version.organisation_id, named(version, chosen)]));
}

interface Version {
  organisation_id: string;
  name: string;
  parent_id: string | null;
  position: number;
  kind: string;
}

function named(version: Version, all: ReadonlyMap<string, Version>): CellName {
  const parent = version.kind === 'cell' && version.parent_id !== null ? all.get(version.parent_id) : undefined;
  const grassroots = parent ?? version;
  return {
    name: version.name,
    grassroots: grassroots.name,
    grassroots_id: grassroots.organisation_id,
    order: grassroots.position * 10_000 + (parent ? version.position : 0),
  };
}
