import type { MemberRow } from '../schema/member-tables.ts';
import { nameKey, searchKey } from '../vietnamese/fold.ts';
import { remembered } from '../vietnamese/remembered.ts';
import { sortKey } from '../vietnamese/sort-key.ts';

type NameColumns = Pick<MemberRow, 'full_name' | 'search_key' | 'sort_key' | 'name_key'>;

/** The columns that follow from a person's name. Names repeat, in a province more than anywhere. */
export const personNameColumns = remembered(
  (name): NameColumns => ({
    full_name: name,
    search_key: searchKey(name),
    sort_key: sortKey(name),
    name_key: nameKey(name),
  }),
  20_000,
);
