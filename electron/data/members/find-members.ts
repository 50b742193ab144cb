import type { Kysely, SelectQueryBuilder } from 'kysely';
import { sql } from 'kysely';
import type { MemberQuery } from '../../contract/members.ts';
import { organisationsUnder } from '../organisations/organisations-under.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import type { MemberStatusRow } from '../schema/member-tables.ts';
import { searchWords } from '../search/closeness.ts';
import { searchKey } from '../vietnamese/fold.ts';
import { countedKinds, isCounted } from './counted.ts';
import { readPlaces } from './places.ts';
import { dayOf } from './plan-event.ts';

type Joined = Tables & { status: MemberStatusRow };
type MemberStatusQuery<O> = SelectQueryBuilder<Joined, 'member' | 'status', O>;

export interface FoundMembers {
  ids: string[];
  counts: { total: number; women: number; probationary: number; exempt: number };
}

/** Ids of the members that fit, in the asked order (names by given name), with the counts of all of them. */
export async function findMembers(db: Kysely<Tables>, query: MemberQuery, asOf: string): Promise<FoundMembers> {
  const places = query.sort === 'cell' ? await readPlaces(db, asOf) : null;
  const select = ordered(fitting(db, query, asOf), query).select(['member.id', 'member.gender']);
  const { sort, organisation_id } = query;
  const under = organisation_id ? await organisationsUnder(db, organisation_id, dayOf(asOf)) : null;
  const rows = await (under ? select.where('status.cell_id', 'in', under) : select)
    .select(['status.standing', 'status.kind', 'status.cell_id', 'status.valid_from', 'status.valid_to'])
    .execute();
  const once = withoutRepeats(rows);
  const found = places && sort === 'cell' ? byCell(once, places.order, query.descending ?? false) : once;
  return {
    ids: found.map((row) => row.id),
    counts: {
      total: found.length,
      women: found.filter((row) => row.gender === 'female').length,
      probationary: found.filter((row) => row.standing === 'probationary').length,
      exempt: found.filter((row) => row.kind === 'exempt').length,
    },
  };
}

function fitting(db: Kysely<Tables>, query: MemberQuery, asOf: string): MemberStatusQuery<unknown> {
  let select = db
    .selectFrom('member')
    .innerJoin('member_status as status', 'status.member_id', 'member.id')
    .where(inForce('status', asOf));
  if (query.counted_only ?? query.status === undefined) select = select.where('status.kind', 'in', countedKinds);
  if (query.status) select = select.where('status.kind', '=', query.status);
  if (query.standing) select = select.where('status.standing', '=', query.standing);
  if (query.gender) select = select.where('member.gender', '=', query.gender);
  for (const word of searchWords(searchKey(query.text ?? ''))) select = select.where(matchable, 'like', `%${word}%`);
  return select;
}

/** Name without diacritics and the numbers a clerk may type. */
const matchable = sql<string>`member.search_key || ' ' || coalesce(member.old_card_no, '') || ' ' || coalesce(member.party_card_no, '') || ' ' || coalesce(member.personal_id, '')`;

function ordered(select: MemberStatusQuery<unknown>, query: MemberQuery): MemberStatusQuery<unknown> {
  const direction = query.descending && query.sort !== 'cell' ? 'desc' : 'asc';
  const byName = (sorted: MemberStatusQuery<unknown>) =>
    sorted.orderBy('member.sort_key', direction).orderBy('member.id', direction);
  switch (query.sort ?? 'name') {
    case 'name':
    case 'cell':
      return byName(select);
    case 'birth_date':
      return byName(select.orderBy('member.birth_date', direction));
    case 'admission_date':
      return byName(select.orderBy('member.admission_date', direction));
  }
}

type StatusOnce = Pick<MemberStatusRow, 'kind' | 'standing' | 'cell_id' | 'valid_from' | 'valid_to'> & { id: string };

/** A member who is away in another cell of the office has a status in both: once is enough, in the home cell first. */
function withoutRepeats<T extends StatusOnce>(rows: readonly T[]): T[] {
  const kept = new Map<string, T>();
  for (const row of rows) {
    const before = kept.get(row.id);
    if (!before || placeOf(row) < placeOf(before)) kept.set(row.id, row);
  }
  return [...kept.values()];
}

/** What the statuses of a member are sorted by: those that count first, else as in the roll (`byMember` of `roll/read-roll.ts`). */
function placeOf({ kind, standing, cell_id, valid_from, valid_to }: StatusOnce): string {
  return [isCounted(kind) ? 0 : 1, valid_from ?? '', valid_to ?? '', kind, standing, cell_id].join('\0');
}

/** By cell, within a cell as they came: by name. */
function byCell<T extends { cell_id: string }>(
  rows: readonly T[],
  order: (cellId: string) => number,
  descending: boolean,
) {
  return rows.toSorted((a, b) => (order(a.cell_id) - order(b.cell_id)) * (descending ? -1 : 1));
}
