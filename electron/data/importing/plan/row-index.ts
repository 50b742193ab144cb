/** Rows by a key that few or many of them share. Most keys have one row: that costs no list. */
export class RowIndex<R extends object> {
  readonly #rows = new Map<string, R | R[]>();

  /** A row that is there already is not added again. */
  add(key: string, row: R): void {
    const known = this.#rows.get(key);
    if (known === undefined) this.#rows.set(key, row);
    else if (!Array.isArray(known)) {
      if (known !== row) this.#rows.set(key, [known, row]);
    } else if (!known.includes(row)) known.push(row);
  }

  of(key: string): readonly R[] {
    const known = this.#rows.get(key);
    if (known === undefined) return [];
    return Array.isArray(known) ? known : [known];
  }
}
