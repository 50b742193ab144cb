import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { NewOrganisation } from '../../electron/contract/organisations.ts';
import { countedKinds } from '../../electron/data/members/counted.ts';
import { createOrganisation } from '../../electron/data/organisations/create-organisation.ts';
import { rootOrganisationId } from '../../electron/data/organisations/list-organisations.ts';
import type { Tables } from '../../electron/data/schema/database.ts';
import { inForce } from '../../electron/data/schema/in-force.ts';
import type { MemberStatusRow } from '../../electron/data/schema/member-tables.ts';
import { type IsoDate, parseIsoDate } from '../../electron/data/vietnamese/dates.ts';
import { memberRow, statusRow } from './rows.ts';

export function day(text: string): IsoDate {
  const parsed = parseIsoDate(text);
  if (parsed === null) throw new RangeError(text);
  return parsed;
}

/** What is to be created, with nothing known of it but name, kind and parent. */
export function organisationOf(
  name: string,
  parent_id: string | null,
  kind: NewOrganisation['kind'] = 'cell',
): NewOrganisation {
  return {
    kind,
    meeting_day: null,
    facts: {
      name,
      short_name: null,
      parent_id,
      cell_type: null,
      is_residential: null,
      difficulty_flags: [],
      area: null,
      phone: null,
      note: null,
      own_min_minutes: null,
      default_time: null,
      default_place: null,
    },
  };
}

/** A commune under the office with cells A, B and C since 2020. */
export async function addCommune(db: Kysely<Tables>, name = 'Đảng bộ xã Một') {
  const from = day('2020-01-01');
  const root = await rootOrganisationId(db);
  const add = (organisation: NewOrganisation) => createOrganisation(db, { ...organisation, from, document: null });
  const commune = await add(organisationOf(name, root, 'grassroots_committee'));
  const [a, b, c] = [
    await add(organisationOf('Chi bộ thôn A', commune)),
    await add(organisationOf('Chi bộ thôn B', commune)),
    await add(organisationOf('Chi bộ thôn C', commune)),
  ];
  return { root, commune, a, b, c };
}

/** A member of a cell since 2020, full and active unless `given` says otherwise. Returns the member's id. */
export async function addMember(
  db: Kysely<Tables>,
  cell: string,
  given: Partial<MemberStatusRow> = {},
): Promise<string> {
  const id = newId();
  await db
    .insertInto('member')
    .values(memberRow(id, `Đảng viên ${id.slice(-4)}`))
    .execute();
  await db
    .insertInto('member_status')
    .values(statusRow(newId(), id, cell, { valid_from: '2020-01-01', ...given }))
    .execute();
  return id;
}

/** An official assigned to an organisation since 2024. Returns the assignment's id. */
export async function addAssignment(db: Kysely<Tables>, targets: readonly string[]): Promise<string[]> {
  const [official, entry] = [newId(), newId()];
  const span = { valid_from: '2024-01-01', valid_to: null };
  await db
    .insertInto('official')
    .values({
      ...span,
      id: official,
      full_name: 'Lê Văn Cán',
      search_key: 'le van can',
      sort_key: 'can',
      name_key: 'le van can',
      member_id: null,
      own_cell_id: null,
      agency: null,
      phone: null,
      note: null,
    })
    .execute();
  await db
    .insertInto('assignment_entry')
    .values({
      ...span,
      id: entry,
      official_id: official,
      decision_id: null,
      title: null,
      title_group: null,
      min_visits: 3,
    })
    .execute();
  const ids = targets.map(() => newId());
  for (const [index, target_id] of targets.entries()) {
    await db
      .insertInto('assignment')
      .values({
        ...span,
        id: ids[index] ?? '',
        entry_id: entry,
        official_id: official,
        target_id,
        role: 'attend',
        end_reason: null,
      })
      .execute();
  }
  return ids;
}

/** Members counted in a cell, or everywhere, on a day. */
export async function countedOn(db: Kysely<Tables>, on: string, cell?: string): Promise<number> {
  let query = db
    .selectFrom('member_status')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', 'in', countedKinds)
    .where(inForce('member_status', on));
  if (cell !== undefined) query = query.where('cell_id', '=', cell);
  return (await query.executeTakeFirstOrThrow()).count;
}
