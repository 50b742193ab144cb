import type { Kysely } from 'kysely';
import type { CodeChoice } from '../../contract/values.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import type { IsoDate } from '../vietnamese/dates.ts';

/** The entries of some code lists (all, where none is named) in the office's order, each marked where it is not in force on the day. */
export async function readCodeChoices(
  db: Kysely<Tables>,
  on: IsoDate,
  lists?: readonly string[],
): Promise<(CodeChoice & { list: string })[]> {
  let query = db
    .selectFrom('code_list')
    .select(['list', 'code', 'label', 'valid_from', 'valid_to'])
    .orderBy('list')
    .orderBy('position')
    .orderBy('id');
  if (lists) query = query.where('list', 'in', lists);
  const rows = await query.execute();
  return rows.map(({ list, code, label, ...dated }) => ({ list, code, label, ended: !isInForce(dated, on) }));
}

/** The entries of one list. */
export async function codeChoicesOf(db: Kysely<Tables>, list: string, on: IsoDate): Promise<CodeChoice[]> {
  return (await readCodeChoices(db, on, [list])).map(({ list: _, ...choice }) => choice);
}
