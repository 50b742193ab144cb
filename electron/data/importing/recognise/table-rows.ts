import type { CellValue, GridRow, SheetRows } from '../workbook/sheet-grid.ts';
import { type FieldColumn, SheetRow, ValuesInPlace } from './sheet-row.ts';

/** Where the fields of a table stand; one for all its rows. */
export interface TableLayout {
  /** Fields that are a box of their own, with their columns. */
  places: ReadonlyMap<string, number>;
  headings: ReadonlyMap<string, FieldColumn>;
}

/** The rows of a table in order: an array is one. */
export interface RowsOfTable extends Iterable<SheetRow> {
  readonly length: number;
}

const noOther: ReadonlyMap<string, CellValue> = new Map();

/**
 * The rows of a table in order. Of a plain row of data only its position in the sheet is kept, and the row is made when it
 * is walked over: a hundred thousand of them would weigh more than the sheet.
 */
export class TableRows implements RowsOfTable {
  readonly #sheet: SheetRows;
  readonly #layout: TableLayout;
  readonly #rows: (number | SheetRow)[] = [];
  #ofData = 0;

  constructor(sheet: SheetRows, layout: TableLayout) {
    this.#sheet = sheet;
    this.#layout = layout;
  }

  get length(): number {
    return this.#rows.length;
  }

  /** How many of them are no headings of groups. */
  get ofData(): number {
    return this.#ofData;
  }

  /** A row of data that is read as it stands, by its position in the sheet. */
  addPlain(position: number): void {
    this.#rows.push(position);
    this.#ofData += 1;
  }

  add(row: SheetRow): void {
    this.#rows.push(row);
    if (row.kind === 'data') this.#ofData += 1;
  }

  /** Without the rows of these numbers. */
  without(numbers: ReadonlySet<number>): TableRows {
    if (numbers.size === 0) return this;
    const rest = new TableRows(this.#sheet, this.#layout);
    for (const row of this.#rows) {
      const number = typeof row === 'number' ? this.#sheet.at(row)?.number : row.number;
      if (number === undefined || numbers.has(number)) continue;
      if (typeof row === 'number') rest.addPlain(row);
      else rest.add(row);
    }
    return rest;
  }

  *[Symbol.iterator](): Generator<SheetRow> {
    for (const row of this.#rows) {
      const plain = typeof row === 'number' ? this.#sheet.at(row) : undefined;
      if (plain) yield this.#plainRow(plain);
      else if (typeof row !== 'number') yield row;
    }
  }

  #plainRow({ number, hidden, cells }: GridRow): SheetRow {
    const { places, headings: columns } = this.#layout;
    const values = new ValuesInPlace(cells, places, noOther);
    return new SheetRow({ number, hidden, kind: 'data', continues: false, values, columns });
  }
}
