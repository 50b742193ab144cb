import type { Kysely } from 'kysely';
import { fromRoll } from '../members/roll/list-members.ts';
import type { Office } from '../office-file/office.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { closeness, closenessOf, type TypedWords } from './closeness.ts';

interface NamedMember {
  id: string;
  full_name: string;
  cell_id: string;
  rank: number;
}

/** The day on which they have a status, and how many are wanted. */
interface Bounds {
  asOf: string;
  limit: number;
}

export type FindNamed = (db: Kysely<Tables>, words: TypedWords, bounds: Bounds) => Promise<NamedMember[]>;

/** Of those with a status on the day; whoever is in two cells then is found in both. */
export function namedInTable(db: Kysely<Tables>, words: TypedWords, { asOf, limit }: Bounds): Promise<NamedMember[]> {
  return db
    .selectFrom('member')
    .innerJoin('member_status as status', 'status.member_id', 'member.id')
    .select(['member.id', 'member.full_name', 'status.cell_id'])
    .select((eb) =>
      closeness(words, { nameKey: eb.ref('member.name_key'), searchKey: eb.ref('member.search_key') }).as('rank'),
    )
    .where(inForce('status', asOf))
    .where((eb) => eb.and(words.folded.map((word) => eb('member.search_key', 'like', `%${word}%`))))
    .orderBy('rank')
    .orderBy('member.sort_key')
    .limit(limit)
    .execute();
}

/** The same picked from the roll of an office, where it has one. */
export function namedInRoll(office: Office): FindNamed {
  return async (db, words, bounds) => {
    const { asOf, limit } = bounds;
    const rankOf = (keys: { nameKey: string; searchKey: string }) => closenessOf(words, keys);
    const found = await fromRoll(office, (roll) => roll.closest(words.folded, rankOf, bounds));
    if (found === null) return namedInTable(db, words, bounds);
    const ids = found.map(({ id }) => id);
    const rows = await db
      .selectFrom('member')
      .innerJoin('member_status as status', 'status.member_id', 'member.id')
      .select(['member.id', 'member.full_name', 'status.cell_id'])
      .where('member.id', 'in', ids)
      .where(inForce('status', asOf))
      .execute();
    const byId = Map.groupBy(rows, ({ id }) => id);
    return found.flatMap(({ id, rank }) => byId.get(id)?.map((row) => ({ ...row, rank })) ?? []).slice(0, limit);
  };
}
