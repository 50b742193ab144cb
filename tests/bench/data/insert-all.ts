import type { Row } from '../../../electron/data/schema/column-types.ts';
import { writeRows } from '../../../electron/data/schema/write-rows.ts';

/** Writes new rows of one table in statements of a size that SQLite takes. */
export async function insertAll<R extends Row>(rows: R[], insert: (some: R[]) => Promise<unknown>): Promise<void> {
  await writeRows({ inserts: rows, updates: [] }, insert, async () => undefined);
}
