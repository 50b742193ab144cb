import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { today } from '../today.ts';

/** The entries of one of the office's code lists, in its order, for a drop-down. */
export async function listLabels(db: Kysely<Tables>, list: string): Promise<string[]> {
  const entries = await db
    .selectFrom('code_list as entry')
    .select('entry.label')
    .where('entry.list', '=', list)
    .where(inForce('entry', today()))
    .orderBy('entry.position')
    .execute();
  return entries.map(({ label }) => label);
}
