import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';

/** A transaction that takes another back. */
export interface Undoing {
  id: number;
  undoes: number;
}

/** What stands taken back: undone by a transaction that was not itself undone later. */
export function takenBack(undoings: readonly Undoing[]): ReadonlySet<number> {
  const undone = new Set<number>();
  for (const { id, undoes } of [...undoings].sort((a, b) => b.id - a.id)) {
    if (!undone.has(id)) undone.add(undoes);
  }
  return undone;
}

/** The transactions of an office that stand taken back. */
export async function readTakenBack(db: Kysely<Tables>): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('audit_transaction')
    .select(['id', 'undoes'])
    .where('undoes', 'is not', null)
    .execute();
  return takenBack(rows.flatMap(({ id, undoes }) => (undoes === null ? [] : [{ id, undoes }])));
}
