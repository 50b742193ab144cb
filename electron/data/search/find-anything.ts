import { type Kysely, sql } from 'kysely';
import { cellNamesOf } from '../organisations/cell-names.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { closeness, typedWords } from './closeness.ts';
import { findMeetings } from './find-meetings.ts';
import { type FindNamed, namedInTable } from './find-named.ts';
import { findPetitions } from './find-petitions.ts';
import type { Found, Ranked } from './found.ts';

const LIMIT = 12;

/**
 * Officials, organisations and members whose name holds every word typed, without diacritics, petitions by their code or
 * words, and meetings by cell and month; at most 12 of each. Those closest to what was typed come first. `findNamed` finds
 * the members where not every name is to be read anew for each letter that is typed.
 */
export async function findAnything(
  db: Kysely<Tables>,
  text: string,
  asOf: string,
  findNamed: FindNamed = namedInTable,
): Promise<Found[]> {
  const words = typedWords(text);
  if (words.folded.length === 0) return [];
  const like = words.folded.map((word) => `%${word}%`);
  const [officials, organisations, members, petitions, meetings] = await Promise.all([
    db
      .selectFrom('official')
      .select(['id', 'full_name', 'agency'])
      .select((eb) => closeness(words, { nameKey: eb.ref('name_key'), searchKey: eb.ref('search_key') }).as('rank'))
      .where((eb) => eb.and(like.map((pattern) => eb('search_key', 'like', pattern))))
      .orderBy('rank')
      .orderBy('sort_key')
      .limit(LIMIT)
      .execute(),
    db
      .selectFrom('organisation_version as version')
      .select(['organisation_id as id', 'name'])
      .select((eb) =>
        closeness(words, {
          nameKey: sql<string>`name_key(${eb.ref('name')})`,
          searchKey: eb.ref('search_key'),
        }).as('rank'),
      )
      .where(inForce('version', asOf))
      .where((eb) => eb.and(like.map((pattern) => eb('search_key', 'like', pattern))))
      .orderBy('rank')
      .orderBy('sort_key')
      .limit(LIMIT)
      .execute(),
    findNamed(db, words, { asOf, limit: LIMIT }),
    findPetitions(db, text, LIMIT),
    findMeetings(db, text, LIMIT),
  ]);
  const inCells = [...members, ...petitions].map(({ cell_id }) => cell_id);
  const names = await cellNamesOf(db, [...new Set([...organisations.map(({ id }) => id), ...inCells])], asOf);
  const place = (id: string): string => {
    const cell = names.get(id);
    if (!cell) return '';
    return cell.name === cell.grassroots ? cell.name : `${cell.name} — ${cell.grassroots}`;
  };
  const ranked: Ranked[] = [
    ...meetings,
    ...officials.map(({ rank, id, full_name, agency }) => ({
      rank,
      found: { entity: 'official' as const, id, label: full_name, context: agency ?? '' },
    })),
    ...organisations.map(({ rank, id, name }) => ({
      rank,
      found: { entity: 'organisation' as const, id, label: name, context: names.get(id)?.grassroots ?? '' },
    })),
    ...members.map(({ rank, id, full_name, cell_id }) => ({
      rank,
      found: { entity: 'member' as const, id, label: full_name, context: place(cell_id) },
    })),
    ...petitions.map(({ rank, id, label, cell_id }) => ({
      rank,
      found: { entity: 'petition' as const, id, label, context: place(cell_id) },
    })),
  ];
  return ranked.sort((a, b) => a.rank - b.rank).map(({ found }) => found);
}
