import { headingKey } from '../../vietnamese/fold.ts';
import type { SheetGrid } from '../workbook/sheet-grid.ts';
import type { Dictionary, KindDictionary, SheetKind } from './dictionary.ts';
import { headingColumns, type MatchedColumn, matchColumns } from './heading-columns.ts';
import { lineOf, MergeIndex } from './sheet-text.ts';

/** What a sheet was understood to be. */
export interface RecognisedSheet {
  kind: SheetKind;
  dictionary: KindDictionary;
  /** First and last heading row, as Excel counts. */
  headingTop: number;
  headingBottom: number;
  columns: MatchedColumn[];
  merges: MergeIndex;
}

const rowsSearched = 60;
const deepestHeading = 3;

/**
 * Finds the heading rows by scoring them against the dictionary and decides the kind of sheet; null when no kind has
 * its required columns. The candidate with most columns understood wins, then the one with fewer rows, then the higher.
 */
export function recogniseSheet(sheet: SheetGrid, dictionary: Dictionary): RecognisedSheet | null {
  const merges = new MergeIndex(sheet);
  let best: { sheet: RecognisedSheet; score: number } | null = null;
  const possible = possibleHeadingRows(sheet, dictionary);
  for (let depth = 1; depth <= deepestHeading; depth += 1) {
    for (const { number } of sheet.rows.slice(0, rowsSearched)) {
      const bottom = number + depth - 1;
      if (!possible.has(number) && !possible.has(bottom)) continue;
      const columns = headingColumns(sheet, merges, number, bottom);
      for (const kind of dictionary.kinds) {
        const matched = matchColumns(columns, kind);
        const score = scoreOf(matched, kind);
        if (score <= (best?.score ?? 0)) continue;
        const recognised = { kind: kind.kind, dictionary: kind, headingTop: number, headingBottom: bottom, merges };
        best = { sheet: { ...recognised, columns: matched }, score };
      }
    }
  }
  return best ? { ...best.sheet, headingBottom: bottomOfMerges(sheet, best.sheet) } : null;
}

/**
 * The last row that a heading box reaches into: below a merged `Họ và tên` may stand a lower heading of a column that
 * was not understood, and that row is no data.
 */
function bottomOfMerges(sheet: SheetGrid, { headingTop, headingBottom, columns }: RecognisedSheet): number {
  const understood = new Set(columns.filter(({ meaning }) => meaning !== null).map(({ column }) => column));
  const bottoms = sheet.merges
    .filter(({ top, left }) => top >= headingTop && top <= headingBottom && understood.has(left))
    .map(({ bottom }) => bottom)
    .filter((bottom) => bottom < headingTop + deepestHeading);
  return Math.max(headingBottom, ...bottoms);
}

/** Rows with at least two boxes that some kind of sheet knows as a heading. */
function possibleHeadingRows(sheet: SheetGrid, { known }: Dictionary): Set<number> {
  const rows = sheet.rows.slice(0, rowsSearched).filter((row) => {
    let headings = 0;
    for (const value of row.cells.values()) {
      const text = lineOf(value);
      if (text !== null && text.length < 100 && known.has(headingKey(text).replace(/\d{1,2}/u, '0'))) headings += 1;
      if (headings === 2) return true;
    }
    return false;
  });
  return new Set(rows.map((row) => row.number));
}

/** Columns understood, less a share for those that are not; 0 when a required one is missing. */
function scoreOf(columns: readonly MatchedColumn[], { required, also }: KindDictionary): number {
  const matched = columns.filter((column) => column.meaning !== null);
  const fields = matched.flatMap(({ meaning }) => meaning?.stack?.fields ?? [meaning?.field ?? '']);
  if (!required.every((field) => fields.includes(field))) return 0;
  if (also && fields.filter((field) => also.fields.includes(field)).length < also.atLeast) return 0;
  return matched.length - (columns.length - matched.length) / 4;
}
