import type { Row } from './column-types.ts';
import type { RowChanges } from './row-changes.ts';

/** SQLite takes at most 32,766 bound values in one statement. */
const boundValues = 30_000;

/** Writes the changes of one table: inserts in as few statements as the limit on bound values allows, then updates. */
export async function writeRows<R extends Row>(
  { inserts, updates }: RowChanges<R>,
  insert: (rows: R[]) => Promise<unknown>,
  update: (id: string, values: Partial<R>) => Promise<unknown>,
): Promise<void> {
  const [first] = inserts;
  const size = first ? Math.floor(boundValues / Object.keys(first).length) : 1;
  for (let start = 0; start < inserts.length; start += size) await insert(inserts.slice(start, start + size));
  for (const { id, values } of updates) await update(id, values);
}
