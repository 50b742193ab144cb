import type { CellValue, RowCells } from '../workbook/sheet-grid.ts';
import { lineOf, textOf } from './sheet-text.ts';

/** Where a value stands, for messages: the letter and the headings of its column. */
export interface FieldColumn {
  letter: string;
  heading: string;
}

export interface SheetRowContent {
  number: number;
  kind: 'data' | 'group';
  continues: boolean;
  hidden: boolean;
  values: FieldValues;
  columns: ReadonlyMap<string, FieldColumn>;
}

/** What a row has, by field. A `Map` is one. */
export interface FieldValues extends Iterable<[string, CellValue]> {
  get(field: string): CellValue | undefined;
}

/** Read from the row's own boxes when asked for, so that a hundred thousand rows hold no values of their own. */
export class ValuesInPlace implements FieldValues {
  readonly #cells: RowCells;
  /** Fields that are a box of their own; one for all rows. */
  readonly #columns: ReadonlyMap<string, number>;
  /** What no box of the row says as it stands: parts of a box, boxes merged downward, the text of a group. */
  readonly #other: ReadonlyMap<string, CellValue> | null;

  constructor(cells: RowCells, columns: ReadonlyMap<string, number>, other: ReadonlyMap<string, CellValue>) {
    this.#cells = cells;
    this.#columns = columns;
    this.#other = other.size === 0 ? null : other;
  }

  get(field: string): CellValue | undefined {
    const other = this.#other?.get(field);
    if (other) return other;
    const column = this.#columns.get(field);
    return column === undefined ? undefined : this.#cells.get(column);
  }

  *[Symbol.iterator](): Generator<[string, CellValue]> {
    for (const [field, column] of this.#columns) {
      const value = this.#other?.has(field) ? undefined : this.#cells.get(column);
      if (value) yield [field, value];
    }
    if (this.#other) yield* this.#other;
  }
}

const nowhere: FieldColumn = { letter: '', heading: '' };

/** Where a row stands and what its columns are: all that a message about it needs, without its values. */
export class RowPlace {
  /** As Excel shows it. */
  readonly number: number;
  readonly #columns: ReadonlyMap<string, FieldColumn>;

  constructor({ number, columns }: Pick<SheetRowContent, 'number' | 'columns'>) {
    this.number = number;
    this.#columns = columns;
  }

  /** Whether the sheet has a column for the field at all. */
  has(field: string): boolean {
    return this.#columns.has(field);
  }

  column(field: string): FieldColumn {
    return this.#columns.get(field) ?? nowhere;
  }

  /** What may be kept of the row when its values have been read. */
  get place(): RowPlace {
    return new RowPlace({ number: this.number, columns: this.#columns });
  }
}

/** One row of a table, read by field. `T1` … `T12` are fields with a number: `plan:1`. */
export class SheetRow extends RowPlace {
  /** `group`: a heading inside the table, with one filled box (figures aside). */
  readonly kind: 'data' | 'group';
  /** Belongs to the record above: its subject is in a box merged downward, or is missing beside other values. */
  readonly continues: boolean;
  readonly hidden: boolean;
  readonly #values: FieldValues;

  constructor(content: SheetRowContent) {
    super(content);
    this.kind = content.kind;
    this.continues = content.continues;
    this.hidden = content.hidden;
    this.#values = content.values;
  }

  value(field: string): CellValue | undefined {
    return this.#values.get(field);
  }

  /** Cleaned text with its line breaks; null when empty. */
  text(field: string): string | null {
    return textOf(this.#values.get(field));
  }

  /** Cleaned text on one line; null when empty. */
  line(field: string): string | null {
    return lineOf(this.#values.get(field));
  }

  /** Fields whose formula has no result in the file (pitfall 14e) or shows an error such as `#N/A`. */
  unreadable(): string[] {
    const fields: string[] = [];
    for (const [field, { type }] of this.#values) if (type === 'uncached' || type === 'error') fields.push(field);
    return fields;
  }
}
