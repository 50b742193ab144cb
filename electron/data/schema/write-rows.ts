import { setImmediate } from 'node:timers/promises';
import type { Row } from './column-types.ts';
import type { RowChanges } from './row-changes.ts';

/** Values in one statement: so many that it is still short enough to be kept prepared (`office-file/kept-statements.ts`). */
const boundValues = 1_500;

/**
 * Writes the changes of one table: inserts by some dozens of rows, then updates. Other work goes on between the
 * statements; without that their memory, outside JavaScript's, is not given back before the end (500 MB for 100,000
 * members).
 */
export async function writeRows<R extends Row>(
  { inserts, updates }: RowChanges<R>,
  insert: (rows: R[]) => Promise<unknown>,
  update: (id: string, values: Partial<R>) => Promise<unknown>,
): Promise<void> {
  const [first] = inserts;
  const size = first ? Math.floor(boundValues / Object.keys(first).length) : 1;
  for (let start = 0; start < inserts.length; start += size) {
    await insert(inserts.slice(start, start + size));
    if (inserts.length > size) await setImmediate();
  }
  for (const { id, values } of updates) await update(id, values);
}
