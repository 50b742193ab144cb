import { v7 as newId } from 'uuid';
import type { Row } from '../schema/column-types.ts';
import { changedColumns, type RowChanges } from '../schema/row-changes.ts';

/** A row of a list that belongs to a meeting. */
export interface ListRow extends Row {
  position: number;
}

/** What a saved list does to its table; `ids` are those of the entries, in their order. */
export interface ListChanges<R extends ListRow> extends RowChanges<R> {
  deletes: string[];
  ids: string[];
}

/**
 * What changes when a list is saved as `entries`: an entry is the row whose id it carries, else a row that says the same
 * (`isSame`), else a new one made by `create`. Rows keep what the entries do not speak of; rows without an entry go.
 */
export function listChanges<R extends ListRow, E extends { id?: string | undefined }>(
  rows: readonly R[],
  entries: readonly E[],
  {
    isSame,
    said,
    create,
  }: {
    isSame: (row: R, entry: E) => boolean;
    /** The columns that the entry and its place speak of. */
    said: (entry: E, position: number) => Partial<R>;
    create: (id: string, entry: E, position: number) => R;
  },
): ListChanges<R> {
  const left = new Map(rows.map((row) => [row.id, row]));
  const take = (row: R | undefined): R | undefined => {
    if (row) left.delete(row.id);
    return row;
  };
  const byId = entries.map((entry) => (entry.id === undefined ? undefined : take(left.get(entry.id))));
  const found = entries.map(
    (entry, index) => byId[index] ?? take([...left.values()].find((row) => isSame(row, entry))),
  );
  const changes: ListChanges<R> = { inserts: [], updates: [], deletes: [...left.keys()], ids: [] };
  for (const [position, entry] of entries.entries()) {
    const row = found[position];
    if (row) {
      const values = changedColumns(row, said(entry, position));
      if (values !== null) changes.updates.push({ id: row.id, values });
      changes.ids.push(row.id);
    } else {
      const id = newId();
      changes.inserts.push(create(id, entry, position));
      changes.ids.push(id);
    }
  }
  return changes;
}
