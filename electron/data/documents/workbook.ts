import type { IsoDate, PartialDate } from '../vietnamese/dates.ts';
import type { PlaceAndDate } from './model.ts';

/** Return forms and lists as data. One sheet is one printed form; the writer knows fonts, borders and page set-up. */
export type Workbook = {
  /** Title in the file's properties. */
  title: string;
  /** The issuing body, as the file's author. */
  author: string;
  /** The report's own day, as the file's date: the machine's clock stays out, so that the same report is the same file. */
  date: IsoDate;
  /** Of a file that was issued: printed small at the foot of each page, and among the file's properties. */
  mark?: string | null;
  sheets: readonly Sheet[];
};

export type Sheet = {
  /** Made safe and unique by the writer (31 characters, no `:\/?*[]'`). */
  name: string;
  /** Only on a form that is sent by itself; an annex of a signed document has none (document format, section 7). */
  header: SheetHeader | null;
  /** `Biểu số 05`, top right. */
  annexLine: string | null;
  /** Bold capitals, centred. */
  titleLines: readonly string[];
  /** Italic, centred, under the title: the period, `(kèm theo …)`. */
  subtitleLines: readonly string[];
  /** `Đơn vị tính: người`, right, above the table. */
  unitLine: string | null;
  columns: readonly SheetColumn[];
  /** A row `(1) (2) (3) …` under the head. */
  columnNumbers: boolean;
  /** How many columns from the left stay in view when scrolling sideways. */
  frozenColumns: number;
  rows: readonly SheetRow[];
  /**
   * Of a long list: after `rows`, values in the order of the columns, each row taken as it is written and not kept. Plain
   * rows without formulas, on a sheet without signature, and written to .xlsx only.
   */
  comingRows?: Iterable<readonly CellValue[]>;
  notes: readonly string[];
  signature: SheetSignature | null;
  /** `auto`: landscape when the table is wider than the text of an upright page (165 mm). */
  orientation: 'portrait' | 'landscape' | 'auto';
  /** Printed for a value that is null: nothing, `…` or `chưa báo cáo`; never 0 (handbook R42). */
  missingText: string;
};

export type SheetHeader = { superior: string | null; issuer: readonly string[]; placeAndDate: PlaceAndDate | null };

/** `percent1`: a percentage such as 92.3, one decimal, no sign. `date`: a day becomes a real date, a month or year text. */
export type ColumnType = 'text' | 'int' | 'percent1' | 'date';

export type SheetColumn = {
  key: string;
  label: string;
  /** Labels of the groups above, outermost first; neighbours with the same path share merged cells. At most two. */
  under?: readonly string[];
  type: ColumnType;
  /** In characters of the body font. */
  width: number;
  /** By default text left, numbers right, dates centred. */
  align?: 'left' | 'center' | 'right';
};

/** null = not known. In a number or date column a string is printed as it is (`-` for "not applicable"). */
export type CellValue = string | number | PartialDate | null;

/**
 * A figure that Excel can recompute. The writer checks that it gives the figure in `cells` and throws RangeError if not:
 * what is printed and what Excel recalculates must never differ.
 */
export type CellFormula =
  /** The sum of the same column over these rows, by index in `Sheet.rows`. */
  | { kind: 'sum'; rows: readonly number[] }
  /** `of` / `base` of the same row in percent, one decimal, half up (handbook R12). Keys of columns. */
  | { kind: 'percent'; of: string; base: string };

export type SheetRow = {
  kind: 'group' | 'data' | 'subtotal' | 'total';
  /** By column key; a missing key is null. */
  cells: Readonly<Record<string, CellValue>>;
  formulas?: Readonly<Record<string, CellFormula>>;
};

export type SheetSignature = {
  /** `Người lập biểu` with its hint `(Ký, ghi rõ họ tên)`. */
  left: { role: string; hint: string | null; name: string | null };
  right: {
    placeAndDate: PlaceAndDate | null;
    authority: string;
    position: string | null;
    hint: string | null;
    name: string | null;
  };
};
