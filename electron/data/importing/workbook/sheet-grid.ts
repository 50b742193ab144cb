import type { LegacyEncoding } from '../../vietnamese/legacy-encodings.ts';
import type { LegacyFont } from './legacy-fonts.ts';

/** One filled box of a sheet, as the file has it: text is raw (not yet cleaned), true dates are local calendar days. */
export type CellValue =
  /** `font`: it is drawn by a font of the time before Unicode; only until the text is decoded. */
  | { type: 'text'; text: string; font?: LegacyFont }
  /** `format` is the number format when it is not General: `00000000` keeps leading zeros (pitfall 5). */
  | { type: 'number'; value: number; format: string | null }
  | { type: 'date'; date: string; time: string | null }
  | { type: 'time'; time: string }
  | { type: 'boolean'; value: boolean }
  /** `#N/A` and its kin. */
  | { type: 'error'; text: string }
  /** A formula whose result is not in the file (pitfall 14e). */
  | { type: 'uncached' };

/** The filled boxes of a row by their column. A `Map` is one; those of a packed sheet are unpacked when asked for. */
export interface RowCells extends Iterable<[number, CellValue]> {
  readonly size: number;
  get(column: number): CellValue | undefined;
  has(column: number): boolean;
  keys(): Iterable<number>;
  values(): Iterable<CellValue>;
}

/** Rows and columns count from 1, as Excel shows them. */
export interface GridRow {
  number: number;
  hidden: boolean;
  cells: RowCells;
}

/**
 * The rows of a sheet in order: an array, or packed (`PackedRows`), where rows are made as they are walked over. Walk,
 * look at single ones, or take a short slice; a copy of all of them may be two million boxes.
 */
export interface SheetRows extends Iterable<GridRow> {
  readonly length: number;
  /** By position, not by number; a negative one counts from the end. */
  at(position: number): GridRow | undefined;
  slice(start?: number, end?: number): GridRow[];
}

export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Text of a column that was typed before Unicode and has been decoded (pitfall 6: never in silence). */
export interface DecodedColumn {
  column: number;
  encoding: LegacyEncoding;
  /** How many boxes. */
  boxes: number;
  /** The first of them. */
  samples: { row: number; before: string; after: string }[];
  /** What each decoded text was, by what it says now: the clerk may read the column otherwise. */
  originals: Map<string, string>;
}

/** One of several tables on a sheet, taken for a sheet of its own; `to` null: to the end of the sheet. */
export interface SheetTable {
  number: number;
  of: number;
  rows: { from: number; to: number | null };
  columns: { from: number; to: number | null };
  /** What the sheet is called in the file. */
  sheet: string;
  /** The lines above the first table: what they say holds for those below that say nothing of their own. */
  above: readonly string[];
}

export interface SheetGrid {
  /** As in the file; with the number of the table where a sheet holds several. */
  name: string;
  table?: SheetTable;
  hidden: boolean;
  /** Only rows with at least one filled box, in order. */
  rows: SheetRows;
  merges: Merge[];
  hiddenColumns: { from: number; to: number }[];
  decoded: DecodedColumn[];
  /** Serial numbers count from 1904, as on an old Macintosh: also those that are no true dates (pitfall 4e). */
  date1904?: true;
}

export interface WorkbookGrid {
  sheets: SheetGrid[];
}

/** The row with this number, by halving; undefined when nothing stands in it. */
export function rowNumbered(rows: SheetRows, number: number): GridRow | undefined {
  let [low, high] = [0, rows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = rows.at(middle);
    if (row === undefined || row.number === number) return row;
    if (row.number < number) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** The same rows, each changed as it is looked at: nothing is copied. */
export function mapRows(rows: SheetRows, change: (row: GridRow) => GridRow): SheetRows {
  return {
    get length() {
      return rows.length;
    },
    at(position) {
      const row = rows.at(position);
      return row && change(row);
    },
    slice: (start, end) => rows.slice(start, end).map(change),
    *[Symbol.iterator]() {
      for (const row of rows) yield change(row);
    },
  };
}

/** `1` -> `A`, `28` -> `AB`. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `AB12`, `$AB$12` -> column 28, row 12; null for anything else. Called for every box: no regular expression. */
export function parseReference(reference: string): { column: number; row: number } | null {
  let at = 0;
  let [column, letters, row, digits] = [0, 0, 0, 0];
  if (reference.charCodeAt(at) === dollar) at += 1;
  for (let code = reference.charCodeAt(at); code >= 65 && code <= 90; code = reference.charCodeAt(at)) {
    column = column * 26 + code - 64;
    letters += 1;
    at += 1;
  }
  if (reference.charCodeAt(at) === dollar) at += 1;
  for (let code = reference.charCodeAt(at); code >= 48 && code <= 57; code = reference.charCodeAt(at)) {
    row = row * 10 + code - 48;
    digits += 1;
    at += 1;
  }
  const isWhole = at === reference.length && letters > 0 && letters <= 3 && digits > 0 && digits <= 7;
  return isWhole ? { column, row } : null;
}

const dollar = 36;
