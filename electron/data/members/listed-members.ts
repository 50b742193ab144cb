import type { Kysely } from 'kysely';
import type { ListedMember } from '../../contract/member-columns.ts';
import { cellNamesOf } from '../organisations/cell-names.ts';
import type { Tables } from '../schema/database.ts';
import { homeFirst, membersInTransit, withStatuses } from './member-records.ts';

/** Members asked for at once: of more, the rows live until V8 moves them where it forgets late (from sources 344 MB with 2,000, 240 with 500). */
const atOnce = 500;

export interface PlacedMember {
  /** In the list, from 0. */
  place: number;
  member: ListedMember;
}

/**
 * What the list shows of members, as `memberRecords` has it, some hundreds at a time: in the order of their ids, not of the list.
 * Ids are made in the order of time and so are the rows of a file: neighbours lie on one page, which in the order of names is read and
 * deciphered anew for nearly each of them (measured: 0.6 s against 1.3 s for 100,000). Ids that are not there are left out.
 */
export async function* listedMembers(
  db: Kysely<Tables>,
  ids: readonly string[],
  asOf: string,
): AsyncGenerator<PlacedMember[]> {
  const places = ids.map((id, place) => ({ id, place })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const cells: CellNames = new Map();
  for (let start = 0; start < places.length; start += atOnce) {
    const some = places.slice(start, start + atOnce);
    const members = await read(
      db,
      some.map(({ id }) => id),
      asOf,
      cells,
    );
    yield some.flatMap(({ id, place }) => {
      const member = members.get(id);
      return member ? [{ place, member }] : [];
    });
  }
}

type CellNames = Map<string, { name: string; grassroots: string | null }>;

async function read(
  db: Kysely<Tables>,
  ids: readonly string[],
  asOf: string,
  cells: CellNames,
): Promise<Map<string, ListedMember>> {
  const rows = await withStatuses(db, ids, asOf)
    .select(['member.id', 'member.full_name', 'member.gender', 'member.birth_date', 'member.admission_date'])
    .select(['member.full_member_date', 'member.old_card_no', 'member.party_card_no', 'member.personal_id'])
    .select(['status.cell_id', 'status.standing', 'status.kind'])
    .execute();
  const unnamed = new Set(rows.flatMap(({ cell_id }) => (cell_id === null || cells.has(cell_id) ? [] : [cell_id])));
  if (unnamed.size > 0) {
    for (const [id, place] of await cellNamesOf(db, [...unnamed], asOf)) cells.set(id, place);
  }
  const gone = rows.filter(({ kind }) => kind === 'transferred_out').map(({ id }) => id);
  const inTransit = await membersInTransit(db, gone, asOf);
  const members = new Map<string, ListedMember>();
  for (const { id, cell_id, kind, ...member } of homeFirst(rows)) {
    const cell = cell_id === null ? undefined : cells.get(cell_id);
    members.set(id, {
      ...member,
      cell: cell?.name ?? null,
      grassroots: cell?.grassroots ?? null,
      status: kind,
      in_transit: kind === 'transferred_out' && inTransit.has(id),
    });
  }
  return members;
}
