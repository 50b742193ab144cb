import type { ListExport } from '../../contract/lists.ts';
import { PackedTexts } from './packed-texts.ts';

export type ListRow = ListExport['rows'][number];

/**
 * The rows of a list, packed as they come: a list of 100,000 rows of 20 columns takes 35 MB where its values as objects took
 * 210. They are unpacked one by one, in order, as often as they are gone through.
 */
export class ListRows implements Iterable<ListRow> {
  readonly #texts = new PackedTexts();
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

  /** Puts rows behind those that are there. */
  add(rows: readonly ListRow[], numbers: { covered: boolean }): void {
    for (const row of rows) this.put(this.#count, row, numbers);
  }

  /** Puts a row into its place in the list, counted from 0; places may stay free. */
  put(place: number, row: ListRow, numbers: { covered: boolean }): void {
    this.#isUncovered ||= !numbers.covered;
    for (let column = 0; column < row.length; column += 1) {
      const value = row[column] ?? '';
      const { length } = typeof value === 'string' ? value : String(value);
      if (length > this.longest(column)) this.#longest[column] = length;
    }
    this.#texts.put(place, JSON.stringify(row));
    this.#count += 1;
  }

  *[Symbol.iterator](): Generator<ListRow> {
    for (const text of this.#texts) yield JSON.parse(text);
  }
}
