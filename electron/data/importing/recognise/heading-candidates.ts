import { headingKey } from '../../vietnamese/fold.ts';
import type { GridRow, SheetGrid } from '../workbook/sheet-grid.ts';
import { type Dictionary, fieldsMissing, type KindDictionary } from './dictionary.ts';
import { type HeadingColumn, headingColumns, type MatchedColumn, matchColumns } from './heading-columns.ts';
import { isArabicOrder } from './row-kinds.ts';
import { lineOf, MergeIndex } from './sheet-text.ts';

/** Columns side by side taken for one kind of sheet. The score is how well. */
export interface KindMatch {
  dictionary: KindDictionary;
  columns: MatchedColumn[];
  score: number;
}

/** Rows that may be the headings of a table in columns `left` to `right`. */
export interface HeadingCandidate {
  top: number;
  bottom: number;
  left: number;
  right: number;
  score: number;
  /** Fields understood: several in a stacked column. */
  fields: number;
  /** The kinds with that score: more than one are equally good. */
  matches: KindMatch[];
}

export const deepestHeading = 3;

/** In the first rows every row is looked at closely; further down one that begins with a number is data. */
const rowsSearchedClosely = 60;
/** A heading is told by its first boxes; looking at all of 100,000 rows would take as long as reading them. */
const boxesSearched = { closely: 200, further: 8 } as const;
/** A sheet with more headings than this is no workbook of an office; those below are read as rows. */
const mostHeadingRows = 500;
const longestHeading = 100;

/** The lists of headings that rows may be, best first; of equal ones that with more fields, then with fewer rows, then the higher. */
export function headingCandidates(
  sheet: SheetGrid,
  dictionary: Dictionary,
  lastRow: number | null,
): HeadingCandidate[] {
  const merges = new MergeIndex(sheet);
  const possible = possibleHeadingRows(sheet, dictionary, lastRow);
  const found: HeadingCandidate[] = [];
  for (let depth = 1; depth <= deepestHeading; depth += 1) {
    for (const number of rowsToTry(possible, depth)) {
      const bottom = number + depth - 1;
      const columns = headingColumns(sheet, merges, number, bottom);
      for (const part of sideBySide(columns, dictionary)) {
        const best = bestMatches(part.columns, dictionary);
        const fields = fieldsOf(best.matches[0]?.columns ?? []).length;
        if (best.score > 0) found.push({ top: number, bottom, left: part.left, right: part.right, fields, ...best });
      }
    }
  }
  return found.sort(
    (a, b) => b.score - a.score || b.fields - a.fields || a.bottom - a.top - (b.bottom - b.top) || a.top - b.top,
  );
}

/** Heading rows begin or end in a row with known headings. */
function rowsToTry(possible: ReadonlySet<number>, depth: number): number[] {
  const tops = [...possible].flatMap((number) => [number, number - depth + 1]).filter((number) => number > 0);
  return [...new Set(tops)].sort((a, b) => a - b);
}

/** Rows with at least two boxes that some kind of sheet knows as a heading. */
function possibleHeadingRows(sheet: SheetGrid, { known }: Dictionary, lastRow: number | null): Set<number> {
  const seen = new Map<string, boolean>();
  const isKnown = (text: string) => {
    const before = seen.get(text);
    if (before !== undefined) return before;
    const is = known.has(headingKey(text).replace(/\d{1,2}/u, '0'));
    // Headings come again and again, names do not: a bounded memory is enough.
    if (seen.size < 10_000) seen.set(text, is);
    return is;
  };
  const rows = new Set<number>();
  let position = 0;
  for (const row of sheet.rows) {
    if ((lastRow !== null && row.number > lastRow) || rows.size === mostHeadingRows) break;
    position += 1;
    const isFurther = position > rowsSearchedClosely;
    if (isFurther && beginsWithNumber(row)) continue;
    let headings = 0;
    let left: number = isFurther ? boxesSearched.further : boxesSearched.closely;
    for (const value of row.cells.values()) {
      left -= 1;
      if (left < 0) break;
      const text = lineOf(value);
      if (text !== null && text.length < longestHeading && isKnown(text)) headings += 1;
      if (headings === 2) break;
    }
    if (headings === 2) rows.add(row.number);
  }
  return rows;
}

function beginsWithNumber(row: GridRow): boolean {
  for (const value of row.cells.values()) return value.type !== 'text' || isArabicOrder(lineOf(value));
  return false;
}

interface Part {
  columns: HeadingColumn[];
  left: number;
  right: number;
}

/** Tables beside one another: cut at an empty column or a second `TT` when there is a table on both sides. */
function sideBySide(columns: readonly HeadingColumn[], dictionary: Dictionary): Part[] {
  const parts: Part[] = [];
  let current: HeadingColumn[] = [];
  let left = 1;
  for (const [index, column] of columns.entries()) {
    const before = columns[index - 1];
    const mayBegin = before !== undefined && (column.column > before.column + 1 || isOrder(column));
    if (mayBegin && isTable(current, dictionary) && isTable(columns.slice(index), dictionary)) {
      parts.push({ columns: current, left, right: column.column - 1 });
      current = [];
      left = column.column;
    }
    current.push(column);
  }
  return [...parts, { columns: current, left, right: Number.POSITIVE_INFINITY }];
}

function isOrder({ keys }: HeadingColumn): boolean {
  return ['tt', 'stt', 'so tt'].includes(keys.at(-1) ?? '');
}

function isTable(columns: readonly HeadingColumn[], dictionary: Dictionary): boolean {
  return bestMatches(columns, dictionary).score > 0;
}

function bestMatches(
  columns: readonly HeadingColumn[],
  { kinds }: Dictionary,
): { score: number; matches: KindMatch[] } {
  const all = kinds.map((dictionary): KindMatch => {
    const matched = matchColumns(columns, dictionary);
    return { dictionary, columns: matched, score: scoreOf(matched, dictionary) };
  });
  const score = Math.max(0, ...all.map((match) => match.score));
  return { score, matches: all.filter((match) => match.score === score) };
}

function fieldsOf(columns: readonly MatchedColumn[]): string[] {
  return columns.flatMap(({ meaning }) => meaning?.stack?.fields ?? meaning?.field ?? []);
}

/** Columns understood, less a share for those that are not; 0 when a required one is missing. */
function scoreOf(columns: readonly MatchedColumn[], dictionary: KindDictionary): number {
  const { also } = dictionary;
  const matched = columns.filter((column) => column.meaning !== null);
  const fields = fieldsOf(matched);
  if (fieldsMissing(fields, dictionary).length > 0) return 0;
  if (also && fields.filter((field) => also.fields.includes(field)).length < also.atLeast) return 0;
  return matched.length - (columns.length - matched.length) / 4;
}
