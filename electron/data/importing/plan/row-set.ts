import type { Row } from '../../schema/column-types.ts';
import { newId } from '../../schema/new-id.ts';
import { changedColumns, type RowChanges } from '../../schema/row-changes.ts';
import { RowIndex } from './row-index.ts';

/**
 * The rows of one table while a plan is made: those of the office file, which may be edited in place, and new ones.
 * Nothing is written; `changes` says what would be.
 */
export class RowSet<R extends Row> {
  readonly #rows = new Map<string, R>();
  readonly #originals = new Map<string, R>();
  readonly #ownerOf: (row: R) => string;
  /** Null where a row is a record of its own. */
  readonly #byOwner: RowIndex<R> | null;

  /** `ownerOf`: the record that a row is a part of, which never changes; a row of its own by default. */
  constructor(existing: readonly R[], ownerOf: ((row: R) => string) | null = null) {
    this.#ownerOf = ownerOf ?? ((row) => row.id);
    this.#byOwner = ownerOf === null ? null : new RowIndex();
    for (const row of existing) {
      this.#originals.set(row.id, { ...row });
      this.#keep(row);
    }
  }

  /** The rows that are parts of a record. */
  of(owner: string): readonly R[] {
    if (this.#byOwner !== null) return this.#byOwner.of(owner);
    const row = this.#rows.get(owner);
    return row === undefined ? [] : [row];
  }

  /** The records with a new or a changed row. */
  changedOwners(): Set<string> {
    const { inserts, updates } = this.changes();
    const updated = updates.flatMap(({ id }) => this.#rows.get(id) ?? []);
    return new Set([...inserts, ...updated].map(this.#ownerOf));
  }

  #keep(row: R): void {
    this.#rows.set(row.id, row);
    this.#byOwner?.add(this.#ownerOf(row), row);
  }

  all(): IterableIterator<R> {
    return this.#rows.values();
  }

  get(id: string): R | undefined {
    return this.#rows.get(id);
  }

  /** The row as the office file has it; undefined for a new one. */
  original(id: string): R | undefined {
    return this.#originals.get(id);
  }

  isNew(id: string): boolean {
    return !this.#originals.has(id);
  }

  /** Adds a row under a new id. */
  add(create: (id: string) => R): R {
    const row = create(newId());
    this.#keep(row);
    return row;
  }

  /** Rows to insert and the changed columns of those that were there. */
  changes(): RowChanges<R> {
    const changes: RowChanges<R> = { inserts: [], updates: [] };
    for (const row of this.#rows.values()) {
      const original = this.#originals.get(row.id);
      if (!original) changes.inserts.push(row);
      else {
        const values = changedColumns(original, row);
        if (values !== null) changes.updates.push({ id: row.id, values });
      }
    }
    return changes;
  }
}

/** Sets the given columns where there is something to set: a blank never overwrites (pitfall 10b). */
export function fillIn<R extends object>(row: R, values: Partial<R>): void {
  for (const column in values) {
    const value = values[column];
    if (value !== null && value !== undefined) row[column] = value;
  }
}
