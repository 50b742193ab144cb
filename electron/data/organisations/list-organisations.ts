import type { Kysely } from 'kysely';
import type { OrganisationRecord } from '../../contract/organisations.ts';
import { countedKinds } from '../members/counted.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { parseIsoDate } from '../vietnamese/dates.ts';
import { nearestVersion } from './organisation-history.ts';

/**
 * Organisations as they were on `asOf`, in the order of the office's list: the root, then each grassroots organisation
 * with its cells. With `all`, those that ended or had not begun are there too, with the version nearest to the day.
 */
export async function listOrganisations(
  db: Kysely<Tables>,
  { asOf, all = false }: { asOf: string; all?: boolean },
): Promise<OrganisationRecord[]> {
  const [known, memberCounts, secretaries, days] = await Promise.all([
    versionsNear(db, asOf),
    countMembers(db, asOf),
    secretariesOn(db, asOf),
    meetingDaysOn(db, asOf),
  ]);
  const nameOf = new Map(known.map((version) => [version.organisation_id, version.name]));
  const versions = all ? known : known.filter((version) => version.in_force === 1);
  const records = versions.map((version): OrganisationRecord & { position: number } => ({
    id: version.organisation_id,
    name: version.name,
    kind: version.kind,
    parent_id: version.parent_id,
    parent: version.parent_id === null ? null : (nameOf.get(version.parent_id) ?? null),
    cell_type: version.cell_type,
    cell_type_label: version.cell_type_label,
    is_residential: version.is_residential === null ? null : version.is_residential === 1,
    meeting_day: days.get(version.organisation_id) ?? null,
    difficulty_flags: JSON.parse(version.difficulty_flags),
    secretary: secretaries.get(version.organisation_id) ?? null,
    members: memberCounts.get(version.organisation_id)?.members ?? 0,
    exempt: memberCounts.get(version.organisation_id)?.exempt ?? 0,
    valid_from: version.valid_from,
    valid_to: version.valid_to,
    position: version.position,
  }));
  return inTreeOrder(records).map(({ position: _, ...record }) => record);
}

/** The organisation the office belongs to: the one without a parent, the last where one followed another. */
export async function rootOrganisationId(db: Kysely<Tables>): Promise<string> {
  const roots = await db
    .selectFrom('organisation_version as version')
    .innerJoin('organisation', 'organisation.id', 'version.organisation_id')
    .select(['organisation.id', 'organisation.valid_to'])
    .where('version.parent_id', 'is', null)
    .orderBy('version.position')
    .orderBy('version.id')
    .execute();
  const root = roots.find(({ valid_to }) => valid_to === null) ?? roots.at(-1);
  if (!root) throw new TypeError('the office has no organisation of its own');
  return root.id;
}

/** Every organisation, in force or not, with its version of the day or the one nearest to it. */
async function versionsNear(db: Kysely<Tables>, asOf: string) {
  const day = parseIsoDate(asOf);
  if (day === null) throw new RangeError(`not a day: ${asOf}`);
  const rows = await db
    .selectFrom('organisation_version as version')
    .innerJoin('organisation', 'organisation.id', 'version.organisation_id')
    .leftJoin('code_list as type', (join) =>
      join.onRef('type.code', '=', 'version.cell_type').on('type.list', '=', 'cell_types'),
    )
    .select((eb) => [
      'version.organisation_id',
      'version.name',
      'version.parent_id',
      'version.cell_type',
      'version.is_residential',
      'version.difficulty_flags',
      'version.position',
      'version.valid_from as version_from',
      'version.valid_to as version_to',
      'organisation.kind',
      'organisation.valid_from',
      'organisation.valid_to',
      'type.label as cell_type_label',
      eb.case().when(inForce('organisation', asOf)).then(1).else(0).end().as('in_force'),
    ])
    .orderBy('version.valid_from')
    .execute();
  const versionsOf = Map.groupBy(rows, (row) => row.organisation_id);
  return [...versionsOf.values()].flatMap((versions) => {
    const dated = versions.map((row) => ({ row, valid_from: row.version_from, valid_to: row.version_to }));
    return nearestVersion(dated, day)?.row ?? [];
  });
}

async function countMembers(
  db: Kysely<Tables>,
  asOf: string,
): Promise<Map<string, { members: number; exempt: number }>> {
  const rows = await db
    .selectFrom('member_status as status')
    .select((eb) => ['status.cell_id', 'status.kind', eb.fn.countAll<number>().as('count')])
    .where(inForce('status', asOf))
    .where('status.kind', 'in', countedKinds)
    .groupBy(['status.cell_id', 'status.kind'])
    .execute();
  const counts = new Map<string, { members: number; exempt: number }>();
  for (const row of rows) {
    const count = counts.get(row.cell_id) ?? { members: 0, exempt: 0 };
    count.members += row.count;
    if (row.kind === 'exempt') count.exempt += row.count;
    counts.set(row.cell_id, count);
  }
  return counts;
}

async function secretariesOn(db: Kysely<Tables>, asOf: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('cell_committee_member as post')
    .innerJoin('member', 'member.id', 'post.member_id')
    .select(['post.organisation_id', 'member.full_name'])
    .where('post.position', '=', 'secretary')
    .where(inForce('post', asOf))
    .execute();
  return new Map(rows.map((row) => [row.organisation_id, row.full_name]));
}

async function meetingDaysOn(db: Kysely<Tables>, asOf: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('meeting_day as set_day')
    .select(['set_day.organisation_id', 'set_day.day'])
    .where(inForce('set_day', asOf))
    .execute();
  return new Map(rows.map((row) => [row.organisation_id, row.day]));
}

/** Depth first, siblings by their position in the office's list; counts are summed upward (handbook R41). */
function inTreeOrder<T extends OrganisationRecord & { position: number }>(records: T[]): T[] {
  const children = new Map<string | null, T[]>();
  const known = new Set(records.map((record) => record.id));
  for (const record of records) {
    const parent = record.parent_id !== null && known.has(record.parent_id) ? record.parent_id : null;
    children.set(parent, [...(children.get(parent) ?? []), record]);
  }
  const ordered: T[] = [];
  const visit = (record: T): void => {
    ordered.push(record);
    const below = (children.get(record.id) ?? []).sort((a, b) => a.position - b.position);
    for (const child of below) {
      visit(child);
      record.members += child.members;
      record.exempt += child.exempt;
    }
  };
  for (const root of children.get(null) ?? []) visit(root);
  return ordered;
}
