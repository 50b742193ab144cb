import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { nameKey, searchKey } from '../vietnamese/fold.ts';

/** The words of a search: as typed, and without diacritics. */
export interface TypedWords {
  exact: readonly string[];
  folded: readonly string[];
}

export function typedWords(text: string): TypedWords {
  return { exact: searchWords(nameKey(text)), folded: searchWords(searchKey(text)) };
}

/**
 * How close a name comes to what was typed, 0 the closest: it has the words as typed; with diacritics typed, it has words
 * that begin so; else, without diacritics, it has the words, has words that begin so, or holds them anywhere.
 */
export function closeness(
  { exact, folded }: TypedWords,
  columns: { nameKey: Expression<string>; searchKey: Expression<string> },
): RawBuilder<number> {
  const hasDiacritics = exact.join(' ') !== folded.join(' ');
  return sql<number>`case
    when ${hasEach(columns.nameKey, exact, ' ')} then 0
    when ${hasDiacritics ? hasEach(columns.nameKey, exact, '') : sql<SqlBool>`false`} then 1
    when ${hasEach(columns.searchKey, folded, ' ')} then 2
    when ${hasEach(columns.searchKey, folded, '')} then 3
    else 4 end`;
}

/** The same of one name: `closeness` where the names are at hand. */
export function closenessOf({ exact, folded }: TypedWords, keys: { nameKey: string; searchKey: string }): number {
  const holds = (key: string, words: readonly string[], end: ' ' | '') =>
    words.every((word) => ` ${key} `.includes(` ${word}${end}`));
  if (holds(keys.nameKey, exact, ' ')) return 0;
  if (exact.join(' ') !== folded.join(' ') && holds(keys.nameKey, exact, '')) return 1;
  if (holds(keys.searchKey, folded, ' ')) return 2;
  return holds(keys.searchKey, folded, '') ? 3 : 4;
}

/** SQLite's own matching knows no Vietnamese; the keys need none. */
function hasEach(key: Expression<string>, words: readonly string[], end: ' ' | ''): RawBuilder<SqlBool> {
  const has = words.map((word) => sql<SqlBool>`instr(' ' || ${key} || ' ', ${` ${word}${end}`}) > 0`);
  return sql<SqlBool>`${sql.join(has, sql` and `)}`;
}

/**
 * Words of a search key, as many as a query can look for at once: a whole page that was pasted is found by how it begins
 * (SQLite takes a pattern of 50,000 bytes and a thousand conditions, and asks each of every row).
 */
export function searchWords(key: string): string[] {
  return key
    .slice(0, longestSearch)
    .split(' ')
    .filter(Boolean)
    .slice(0, mostWords)
    .map((word) => [...word].slice(0, longestWord).join(''));
}

const mostWords = 20;
/** Characters. */
const longestWord = 60;
const longestSearch = 4 * mostWords * longestWord;
