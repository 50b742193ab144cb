import type { Kysely, SelectQueryBuilder } from 'kysely';
import { sql } from 'kysely';
import type { MemberQuery } from '../../contract/members.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import type { MemberRow, MemberStatusRow } from '../schema/member-tables.ts';
import { searchKey } from '../vietnamese/fold.ts';
import { countedKinds } from './counted.ts';

type Joined = Tables & { status: MemberStatusRow };
type MemberStatusQuery<O> = SelectQueryBuilder<Joined, 'member' | 'status', O>;

export interface FoundMembers {
  ids: string[];
  counts: { total: number; women: number; probationary: number; exempt: number };
}

/** Ids of the members that fit, in the asked order (names by given name), with the counts of all of them. */
export async function findMembers(db: Kysely<Tables>, query: MemberQuery, asOf: string): Promise<FoundMembers> {
  const found = await ordered(fitting(db, query, asOf), query)
    .select(['member.id', 'member.gender', 'status.standing', 'status.kind'])
    .execute();
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
  if (query.counted_only ?? true) select = select.where('status.kind', 'in', countedKinds);
  if (query.status) select = select.where('status.kind', '=', query.status);
  if (query.standing) select = select.where('status.standing', '=', query.standing);
  if (query.gender) select = select.where('member.gender', '=', query.gender);
  if (query.organisation_id) {
    const under = query.organisation_id;
    select = select.where('status.cell_id', 'in', (eb) =>
      eb
        .selectFrom('organisation_version as place')
        .select('place.organisation_id')
        .where(inForce('place', asOf))
        .where((inner) =>
          inner.or([
            inner('place.organisation_id', '=', under),
            inner('place.parent_id', '=', under),
            inner('place.parent_id', 'in', (grand) =>
              grand.selectFrom('organisation_version').select('organisation_id').where('parent_id', '=', under),
            ),
          ]),
        ),
    );
  }
  const words = searchKey(query.text ?? '');
  if (words !== '')
    select = select.where((eb) => eb.and(words.split(' ').map((word) => eb(matchable, 'like', `%${word}%`))));
  return select;
}

/** Name without diacritics and the numbers a clerk may type. */
const matchable = sql<string>`member.search_key || ' ' || ifnull(member.old_card_no, '') || ' ' || ifnull(member.party_card_no, '') || ' ' || ifnull(member.personal_id, '')`;

function ordered(select: MemberStatusQuery<unknown>, query: MemberQuery): MemberStatusQuery<unknown> {
  const direction = query.descending ? 'desc' : 'asc';
  const byName = (sorted: MemberStatusQuery<unknown>) =>
    sorted.orderBy('member.sort_key', direction).orderBy('member.id', direction);
  const byDate = (column: keyof MemberRow & ('birth_date' | 'admission_date')) =>
    byName(select.orderBy(`member.${column}`, direction));
  switch (query.sort ?? 'name') {
    case 'name':
      return byName(select);
    case 'birth_date':
      return byDate('birth_date');
    case 'admission_date':
      return byDate('admission_date');
    case 'cell':
      return select.orderBy('status.cell_id', direction).orderBy('member.sort_key');
  }
}
