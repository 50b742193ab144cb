import type { ListExport } from '../../contract/lists.ts';

export type ListRow = ListExport['rows'][number];

/** Rows packed together: the text of more would be too large for where V8 keeps what is soon forgotten. */
const pageRows = 100;

/**
 * The rows of a list, as packed as they come: the text of each page, by which a list of 100,000 rows of 20 columns takes
 * 35 MB where its values as objects took 210. They are unpacked page by page, in order, as often as they are gone through.
 */
export class ListRows implements Iterable<ListRow> {
  readonly #pages: Buffer[] = [];
  readonly #longest: number[] = [];
  #count = 0;
  #isUncovered = false;

  static of(rows: readonly ListRow[]): ListRows {
    const list = new ListRows();
    list.add(rows, { covered: true });
    return list;
  }

  /** Whether some came while identity numbers were shown whole. */
  get isUncovered(): boolean {
    return this.#isUncovered;
  }

  get count(): number {
    return this.#count;
  }

  /** Letters of the longest value of a column, from 0. */
  longest(column: number): number {
    return this.#longest[column] ?? 0;
  }

  add(rows: readonly ListRow[], numbers: { covered: boolean }): void {
    if (rows.length === 0) return;
    this.#isUncovered ||= !numbers.covered;
    for (const row of rows) {
      for (let column = 0; column < row.length; column += 1) {
        const value = row[column] ?? '';
        const { length } = typeof value === 'string' ? value : String(value);
        if (length > this.longest(column)) this.#longest[column] = length;
      }
    }
    for (let start = 0; start < rows.length; start += pageRows) {
      this.#pages.push(Buffer.from(JSON.stringify(rows.slice(start, start + pageRows))));
    }
    this.#count += rows.length;
  }

  *[Symbol.iterator](): Generator<ListRow> {
    for (const page of this.#pages) {
      const rows: ListRow[] = JSON.parse(page.toString());
      yield* rows;
    }
  }
}
