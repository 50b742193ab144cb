import type { IsoDate } from '../vietnamese/dates.ts';
import type { Workbook } from './workbook.ts';

export type FormValue = string | number | null;

/** A column of a form. `key` stands in a hidden row: it says what the column is, whatever becomes of its heading. */
export interface FormColumn {
  key: string;
  heading: string;
  /** A heading over this one and its neighbours with the same. */
  group?: string;
  /** The heading stands on end: for narrow columns of numbers. */
  upright?: boolean;
  /** In characters. */
  width: number;
  type: 'text' | 'int' | 'decimal1' | 'date' | 'time';
  /** People may write in it; the others are locked. */
  input: boolean;
  /** A drop-down; `open`: other words may be typed too. */
  choices?: { labels: readonly string[]; open: boolean };
  /** What is let in without a word: numbers from 0 on; other days are asked about, not refused. */
  range?: { from: number; to: number } | { from: IsoDate; to: IsoDate };
  /** Shown when the cell is chosen. */
  prompt?: string;
}

/** One line to fill in; `id` stands in a hidden column and moves with the line. */
export interface FormRow {
  id: string;
  values: Readonly<Record<string, FormValue>>;
  /** A line above others that belong to it: set bold. */
  leads?: boolean;
  /** Keys of columns that this line leaves locked. */
  closed?: readonly string[];
}

/** A workbook that is sent, filled in and read again. */
export interface FormWorkbook extends Pick<Workbook, 'title' | 'author' | 'date'> {
  sheet: string;
  /** Lines above the table: who asks, what, for when. The first is set as the title. */
  lines: readonly string[];
  columns: readonly FormColumn[];
  rows: readonly FormRow[];
  /** The hidden sheet that says which form this is. */
  identity: { sheet: string; rows: readonly (readonly FormValue[])[] };
  /** What marks the hidden row of keys, and the rows of the hidden sheet that hold long drop-downs. */
  marks: { row: string; list: string };
}
