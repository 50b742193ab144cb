import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Tables } from '../../electron/data/schema/database.ts';

/** The office file of a try. */
export function officeIn(folder: string): string {
  return join(folder, 'so.sochibo');
}

/** A file of the person's that an export is to replace. */
export function oldFileIn(folder: string): string {
  return join(folder, 'mine', 'cu.bin');
}

/** The number of the newest sealed change. */
export async function stateOf(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('audit_transaction')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirst();
  return Number(row?.id ?? 0);
}
