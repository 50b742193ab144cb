import type { Kysely } from 'kysely';
import { cellNamesOn } from '../organisations/cell-names.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { searchKey } from '../vietnamese/fold.ts';

export interface Found {
  entity: 'member' | 'organisation' | 'official';
  id: string;
  label: string;
  context: string;
}

const LIMIT = 12;

/** Officials, organisations and members whose name holds every word typed, without diacritics; at most 12 of each. */
export async function findAnything(db: Kysely<Tables>, text: string, asOf: string): Promise<Found[]> {
  const words = searchKey(text).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const like = words.map((word) => `%${word}%`);
  const [officials, organisations, members, names] = await Promise.all([
    db
      .selectFrom('official')
      .select(['id', 'full_name', 'agency'])
      .where((eb) => eb.and(like.map((pattern) => eb('search_key', 'like', pattern))))
      .orderBy('sort_key')
      .limit(LIMIT)
      .execute(),
    db
      .selectFrom('organisation_version as version')
      .select(['organisation_id as id', 'name'])
      .where(inForce('version', asOf))
      .where((eb) => eb.and(like.map((pattern) => eb('search_key', 'like', pattern))))
      .orderBy('sort_key')
      .limit(LIMIT)
      .execute(),
    db
      .selectFrom('member')
      .innerJoin('member_status as status', 'status.member_id', 'member.id')
      .select(['member.id', 'member.full_name', 'status.cell_id'])
      .where(inForce('status', asOf))
      .where((eb) => eb.and(like.map((pattern) => eb('member.search_key', 'like', pattern))))
      .orderBy('member.sort_key')
      .limit(LIMIT)
      .execute(),
    cellNamesOn(db, asOf),
  ]);
  const place = (id: string): string => {
    const cell = names.get(id);
    if (!cell) return '';
    return cell.name === cell.grassroots ? cell.name : `${cell.name} — ${cell.grassroots}`;
  };
  return [
    ...officials.map(
      (row): Found => ({ entity: 'official', id: row.id, label: row.full_name, context: row.agency ?? '' }),
    ),
    ...organisations.map(
      (row): Found => ({
        entity: 'organisation',
        id: row.id,
        label: row.name,
        context: names.get(row.id)?.grassroots ?? '',
      }),
    ),
    ...members.map(
      (row): Found => ({ entity: 'member', id: row.id, label: row.full_name, context: place(row.cell_id) }),
    ),
  ];
}
