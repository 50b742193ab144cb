import type { Row } from './column-types.ts';

/** What is to be written to one table: new rows, and changed columns of rows that are there. */
export interface RowChanges<R extends Row> {
  inserts: R[];
  updates: { id: string; values: Partial<R> }[];
}

/** The columns of `after` that differ from the row as it stands; null when none does. */
export function changedColumns<R extends Row>(before: R, after: Partial<R>): Partial<R> | null {
  const values: Partial<R> = {};
  let changed = false;
  for (const column in after) {
    if (after[column] === before[column]) continue;
    values[column] = after[column];
    changed = true;
  }
  return changed ? values : null;
}
