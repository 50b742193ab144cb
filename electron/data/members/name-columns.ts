import type { MemberRow } from '../schema/member-tables.ts';
import { nameKey, searchKey } from '../vietnamese/fold.ts';
import { sortKey } from '../vietnamese/sort-key.ts';

type NameColumns = Pick<MemberRow, 'full_name' | 'search_key' | 'sort_key' | 'name_key'>;

/** Names repeat, in a province more than anywhere: what follows from the last thousands of them is kept. */
const known = new Map<string, NameColumns>();
const mostKnown = 20_000;

/** The columns that follow from a person's name. */
export function personNameColumns(name: string): NameColumns {
  const columns = known.get(name);
  if (columns) return columns;
  const computed = { full_name: name, search_key: searchKey(name), sort_key: sortKey(name), name_key: nameKey(name) };
  if (known.size === mostKnown) known.clear();
  known.set(name, computed);
  return computed;
}
