import type { Row } from './column-types.ts';

/** What is to be written to one table: new rows, and changed columns of rows that are there. */
export interface RowChanges<R extends Row> {
  inserts: R[];
  updates: { id: string; values: Partial<R> }[];
}
