import { unguarded } from '../../documents/xlsx-cells.ts';
import { cleanLine, cleanText } from '../../vietnamese/clean-text.ts';
import { formatDate, parseIsoDate } from '../../vietnamese/dates.ts';
import { remembered } from '../../vietnamese/remembered.ts';
import type { CellValue, Merge, SheetGrid } from '../workbook/sheet-grid.ts';

/**
 * What a box says, cleaned, line breaks kept; numbers as typed, dates as `19/05/1980`; null when there is nothing to read.
 * The apostrophe that our own files put before what could be run as a formula is no part of it.
 */
export function textOf(value: CellValue | undefined): string | null {
  switch (value?.type) {
    case 'text':
      return unguarded(cleanText(value.text)) || null;
    case 'number':
      return numberText(value.value, value.format);
    case 'date':
      return shownDate(value.date);
    case 'time':
      return value.time;
    case 'boolean':
      return value.value ? 'x' : null;
    default:
      return null;
  }
}

/** The same on one line. */
export function lineOf(value: CellValue | undefined): string | null {
  const text = textOf(value);
  // What was cleaned is clean: only line breaks are left, and what the apostrophe may have stood before.
  return text === null || (value?.type === 'text' && text === value.text && !text.includes('\n'))
    ? text
    : cleanLine(text);
}

/** The day as people write it; the file may hold a text in its place that is no day. */
const shownDate = remembered((written) => {
  const day = parseIsoDate(written);
  return day === null ? written : formatDate(day);
}, 40_000);

/** Digits as they are shown: a format of zeros keeps the leading ones (pitfall 5). */
function numberText(value: number, format: string | null): string {
  const width = format !== null && /^0+$/u.test(format) ? format.length : 0;
  return String(value).padStart(width, '0');
}

/** Merges by their left column, for looking up what a covered box belongs to without unrolling any range. */
export class MergeIndex {
  readonly #byColumn = new Map<number, Merge[]>();
  readonly #wide: Merge[] = [];

  /** The last row that any of them reaches. */
  readonly bottom: number;

  constructor(sheet: SheetGrid) {
    this.bottom = sheet.merges.reduce((last, merge) => Math.max(last, merge.bottom), 0);
    for (const merge of sheet.merges) {
      if (merge.right > merge.left) this.#wide.push(merge);
      this.#byColumn.set(merge.left, [...(this.#byColumn.get(merge.left) ?? []), merge]);
    }
    for (const merges of this.#byColumn.values()) merges.sort((a, b) => a.top - b.top);
  }

  /** The merge that covers the box, also from the left. */
  covering(row: number, column: number): Merge | null {
    const inColumn = this.above(row, column);
    if (inColumn) return inColumn;
    return this.#wide.find((merge) => covers(merge, row) && merge.left <= column && merge.right >= column) ?? null;
  }

  /** The merge that covers the box and begins in its column. */
  above(row: number, column: number): Merge | null {
    const merges = this.#byColumn.get(column);
    if (!merges) return null;
    let low = 0;
    let high = merges.length - 1;
    let candidate: Merge | null = null;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const merge = merges[middle];
      if (!merge) break;
      if (merge.top <= row) {
        candidate = merge;
        low = middle + 1;
      } else high = middle - 1;
    }
    return candidate && covers(candidate, row) ? candidate : null;
  }
}

function covers(merge: Merge, row: number): boolean {
  return merge.top <= row && merge.bottom >= row;
}
