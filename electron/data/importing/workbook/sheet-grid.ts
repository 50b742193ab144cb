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

/** Rows and columns count from 1, as Excel shows them. */
export interface GridRow {
  number: number;
  hidden: boolean;
  cells: Map<number, CellValue>;
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
}

export interface SheetGrid {
  name: string;
  hidden: boolean;
  /** Only rows with at least one filled box, in order. */
  rows: GridRow[];
  merges: Merge[];
  hiddenColumns: { from: number; to: number }[];
  decoded: DecodedColumn[];
}

export interface WorkbookGrid {
  sheets: SheetGrid[];
}

/** `1` -> `A`, `28` -> `AB`. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `AB12` -> column 28, row 12; null for anything else. */
export function parseReference(reference: string): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(reference);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + (letter.codePointAt(0) ?? 64) - 64;
  return { column, row: Number(match[2]) };
}
