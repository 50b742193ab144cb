import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { closeness, typedWords } from './closeness.ts';

/** What fits on a line of the list. */
const shownLetters = 70;

/** Petitions by words of their code or of what was said, the latest first among those alike. */
export async function findPetitions(
  db: Kysely<Tables>,
  text: string,
  limit: number,
): Promise<{ rank: number; id: string; label: string; cell_id: string }[]> {
  const words = typedWords(text);
  // `KN-2024-001` is found by all of it or by a part.
  const key = sql<string>`search_key || ' ' || lower(replace(code, '-', ' '))`;
  const rows = await db
    .selectFrom('petition')
    .select(['id', 'code', 'content', 'cell_id'])
    .select(
      closeness(words, {
        nameKey: sql<string>`name_key(content) || ' ' || lower(replace(code, '-', ' '))`,
        searchKey: key,
      }).as('rank'),
    )
    .where((eb) => eb.and(words.folded.map((word) => eb(key, 'like', `%${word}%`))))
    .orderBy('rank')
    .orderBy('date', 'desc')
    .orderBy('code')
    .limit(limit)
    .execute();
  return rows.map(({ rank, id, code, content, cell_id }) => ({
    ...{ rank, id, cell_id },
    label: `${code}: ${content.length > shownLetters ? `${content.slice(0, shownLetters).trimEnd()}…` : content}`,
  }));
}
