import type { SheetContext } from '../sheet-context.ts';
import { committeeKey, isAllCapitals, saysCommittee } from '../values/organisation-names.ts';
import type { Spellings } from './plan-organisations.ts';

/**
 * How committees are spelled where they are not in CAPITALS: in the group headings of other sheets of the same import,
 * else in the names of sheets.
 */
export function collectSpellings(contexts: readonly SheetContext[]): Spellings {
  const spellings = new Map<string, string>();
  for (const { recognised, rows } of contexts) {
    for (const row of rows) {
      const name = row.kind === 'group' ? row.line(recognised.dictionary.subject) : row.line('grassroots');
      if (name !== null && saysCommittee(name) && !isAllCapitals(name)) spellings.set(committeeKey(name), name);
    }
  }
  for (const { sheet } of contexts) {
    const key = committeeKey(sheet);
    if (!spellings.has(key) && !isAllCapitals(sheet)) spellings.set(key, sheet);
  }
  return spellings;
}
