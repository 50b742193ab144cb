import { searchKey } from '../vietnamese/fold.ts';

/** Share of words two petitions must have in common to be proposed as one matter; the clerk decides. */
const alike = 0.5;

/** Words that say nothing of the matter: every second petition begins with them. */
const empty = new Set([
  'de',
  'nghi',
  'kien',
  'cap',
  'tren',
  'xem',
  'xet',
  'quan',
  'tam',
  'som',
  'cho',
  'cac',
  'va',
  'la',
  'cua',
]);

/** How alike two contents are, 0 to 1: words in common of all words, marks and order aside (R37). */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const all = new Set([...a, ...b]).size;
  return all === 0 ? 0 : [...a].filter((word) => b.has(word)).length / all;
}

function wordsOf(content: string): Set<string> {
  const words = searchKey(content).split(' ').filter(Boolean);
  const telling = words.filter((word) => !empty.has(word));
  return new Set(telling.length === 0 ? words : telling);
}

/** What a proposal looks at. */
export interface Mention {
  id: string;
  cellId: string;
  grassrootsId: string;
  content: string;
  duplicateOfId: string | null;
}

/**
 * Petitions that may be the same matter (R37): of the same cell first, then of the same commune, the most alike first.
 * Only first mentions: a repeated one leads to its first.
 */
export function sameMatter<M extends Mention>(
  petition: Pick<Mention, 'cellId' | 'grassrootsId' | 'content'> & { id: string | null },
  others: readonly M[],
): { mention: M; likeness: number }[] {
  return others
    .filter(({ id, duplicateOfId }) => id !== petition.id && duplicateOfId === null)
    .filter(({ cellId, grassrootsId }) => cellId === petition.cellId || grassrootsId === petition.grassrootsId)
    .map((mention) => ({ mention, likeness: likeness(petition.content, mention.content) }))
    .filter((found) => found.likeness >= alike)
    .sort(
      (a, b) =>
        Number(b.mention.cellId === petition.cellId) - Number(a.mention.cellId === petition.cellId) ||
        b.likeness - a.likeness,
    );
}
