import type { CellStyle } from './workbook-parts.ts';

/** What a sheet is read with. */
export interface SheetContext {
  /** For messages. */
  file: string;
  strings: readonly string[];
  styles: readonly CellStyle[];
  date1904: boolean;
  /** Filled boxes still allowed, over all sheets of the workbook. */
  budget: { cells: number };
}

/** As many as Excel has. */
export const sheetSize = { rows: 1_048_576, columns: 16_384 } as const;

/** Of a box without a style. */
export const plainStyle: CellStyle = { format: { kind: 'number', format: null }, font: null };
