import type { Row } from '../../schema/column-types.ts';
import { newId } from '../../schema/new-id.ts';
import { changedColumns, type RowChanges } from '../../schema/row-changes.ts';
import { RowIndex } from './row-index.ts';

/**
 * The rows of one table while a plan is made: those of the office file, which may be edited in place, and new ones.
 * Nothing is written; `changes` says what would be.
 */
export class RowSet<R extends Row> {
  /** Those of the office. */
  readonly #rows = new Map<string, R>();
  /** New ones, in order: an import may have hundreds of thousands, and hardly any is asked for by its id. */
  readonly #added: R[] = [];
  #addedById: Map<string, R> | null = null;
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
      this.#rows.set(row.id, row);
      this.#byOwner?.add(this.#ownerOf(row), row);
    }
  }

  /** The rows that are parts of a record. */
  of(owner: string): readonly R[] {
    if (this.#byOwner !== null) return this.#byOwner.of(owner);
    const row = this.get(owner);
    return row === undefined ? [] : [row];
  }

  /** The records with a new or a changed row. */
  changedOwners(): Set<string> {
    const owners = new Set<string>();
    for (const row of this.#added) owners.add(this.#ownerOf(row));
    for (const row of this.#rows.values()) {
      const original = this.#originals.get(row.id);
      if (original && changedColumns(original, row) !== null) owners.add(this.#ownerOf(row));
    }
    return owners;
  }

  *all(): Generator<R> {
    yield* this.#rows.values();
    yield* this.#added;
  }

  get(id: string): R | undefined {
    return this.#rows.get(id) ?? this.#newRows().get(id);
  }

  #newRows(): Map<string, R> {
    this.#addedById ??= new Map(this.#added.map((row) => [row.id, row]));
    return this.#addedById;
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
    this.#added.push(row);
    this.#addedById?.set(row.id, row);
    this.#byOwner?.add(this.#ownerOf(row), row);
    return row;
  }

  /** Rows to insert and the changed columns of those that were there. */
  changes(): RowChanges<R> {
    const changes: RowChanges<R> = { inserts: this.#added.slice(), updates: [] };
    for (const row of this.#rows.values()) {
      const original = this.#originals.get(row.id);
      const values = original ? changedColumns(original, row) : null;
      if (values !== null) changes.updates.push({ id: row.id, values });
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
