import type { ReactNode } from 'react';
import { matchesWords } from '../fold.ts';

/** One column of a data table. Widths are pixels at 100 % zoom. */
export type Column<T> = {
  key: string;
  heading: string;
  /** A heading over this column and its neighbours of the same group. */
  group?: string | null;
  width: number;
  /** Takes the room that is left. */
  grow?: boolean;
  /** Left out where there is no room for all columns; the highest goes first. The clipboard still gets it. */
  spare?: number | undefined;
  align?: 'right';
  /** What is shown, and what Ctrl+C copies. */
  text: (row: T) => string;
  /** The number that is shown, for the clipboard: spreadsheets then need not guess at its commas. */
  number?: (row: T) => number | null;
  /** The day, month or year that is shown (ISO), for Excel. */
  date?: (row: T) => string | null;
  /** Drawn instead of the text. */
  cell?: (row: T) => ReactNode;
  /** Sorting in the window; `sortable` alone means that the data side sorts. */
  sortBy?: (row: T) => string | number | null;
  sortable?: boolean;
};

/** Whether every word of `wanted` begins a word of what the row shows, diacritics aside. */
export function rowMatches<T>(row: T, columns: readonly Column<T>[], wanted: string): boolean {
  return !wanted.trim() || matchesWords(columns.map(({ text }) => text(row)).join(' '), wanted);
}

export type Sort = { key: string; descending: boolean };

const collator = new Intl.Collator('vi', { numeric: true });

/** The columns that fit into `room` pixels: those that can be spared go, the highest `spare` first. */
export function fittingColumns<T>(columns: readonly Column<T>[], room: number): readonly Column<T>[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const [first] = columns
    .filter(({ spare }) => spare !== undefined)
    .sort((left, right) => (right.spare ?? 0) - (left.spare ?? 0));
  if (total <= room || !first) return columns;
  return fittingColumns(
    columns.filter((column) => column !== first),
    room,
  );
}

/** Order of two values: missing last, numbers by size, text in Vietnamese order (`thôn 2` before `thôn 10`). */
function compareValues(left: string | number | null, right: string | number | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left), String(right));
}

/** A sorted copy; rows without a value stay at the end in both directions. Equal rows keep their order. */
export function sortRows<T>(rows: readonly T[], columns: readonly Column<T>[], sort: Sort | null): T[] {
  const value = columns.find((column) => column.key === sort?.key)?.sortBy;
  if (!sort || !value) return [...rows];
  return [...rows].sort((left, right) => {
    const [a, b] = [value(left), value(right)];
    const order = compareValues(a, b);
    return sort.descending && a !== null && b !== null ? -order : order;
  });
}

/** For sorting people: given name first, then the whole name (handbook R43). */
export function givenNameFirst(name: string): string {
  const words = name.trim().split(/\s+/u);
  const given = words.findLast((word) => !word.startsWith('(')) ?? '';
  return `${given} ${words.filter((word) => word !== given).join(' ')}`;
}

export type HeadingGroup = { label: string | null; first: number; span: number };

/** Neighbouring columns of one group under one heading; a column of no group stands by itself. */
export function headingGroups<T>(columns: readonly Column<T>[]): HeadingGroup[] {
  const groups: HeadingGroup[] = [];
  for (const [first, { group }] of columns.entries()) {
    const label = group ?? null;
    const last = groups.at(-1);
    if (last && label !== null && last.label === label) last.span += 1;
    else groups.push({ label, first, span: 1 });
  }
  return groups;
}
