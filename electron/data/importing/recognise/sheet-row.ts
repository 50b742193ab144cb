import type { CellValue } from '../workbook/sheet-grid.ts';
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
  values: ReadonlyMap<string, CellValue>;
  columns: ReadonlyMap<string, FieldColumn>;
}

const nowhere: FieldColumn = { letter: '', heading: '' };

/** One row of a table, read by field. `T1` … `T12` are fields with a number: `plan:1`. */
export class SheetRow {
  /** As Excel shows it. */
  readonly number: number;
  /** `group`: a heading inside the table, with one filled box (figures aside). */
  readonly kind: 'data' | 'group';
  /** Belongs to the record above: its subject is in a box merged downward, or is missing beside other values. */
  readonly continues: boolean;
  readonly hidden: boolean;
  readonly #values: ReadonlyMap<string, CellValue>;
  readonly #columns: ReadonlyMap<string, FieldColumn>;

  constructor(content: SheetRowContent) {
    this.number = content.number;
    this.kind = content.kind;
    this.continues = content.continues;
    this.hidden = content.hidden;
    this.#values = content.values;
    this.#columns = content.columns;
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

  /** Whether the sheet has a column for the field at all. */
  has(field: string): boolean {
    return this.#columns.has(field);
  }

  column(field: string): FieldColumn {
    return this.#columns.get(field) ?? nowhere;
  }

  /** Fields whose formula has no result in the file (pitfall 14e) or shows an error such as `#N/A`. */
  unreadable(): string[] {
    return [...this.#values].flatMap(([field, { type }]) => (type === 'uncached' || type === 'error' ? [field] : []));
  }
}
