import type { MemberRow } from '../schema/member-tables.ts';
import { nameKey, searchKey } from '../vietnamese/fold.ts';
import { sortKey } from '../vietnamese/sort-key.ts';

/** The columns that follow from a person's name. */
export function personNameColumns(name: string): Pick<MemberRow, 'full_name' | 'search_key' | 'sort_key' | 'name_key'> {
  return { full_name: name, search_key: searchKey(name), sort_key: sortKey(name), name_key: nameKey(name) };
}
