import { headingKey } from '../../vietnamese/fold.ts';
import type { SheetGrid } from '../workbook/sheet-grid.ts';
import type { Dictionary, KindDictionary, SheetKind } from './dictionary.ts';
import { deepestHeading, type HeadingCandidate, headingCandidates, type KindMatch } from './heading-candidates.ts';
import { type MatchedColumn, matchColumns } from './heading-columns.ts';
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
  /** Other kinds that it may be just as well: nobody but the clerk can say. */
  rivals?: readonly SheetKind[];
}

const rowsSearched = 60;

/**
 * Finds the heading rows by scoring them against the dictionary and decides the kind of sheet; null when no kind has
 * its required columns. The candidate with most columns understood wins, then the one with fewer rows, then the higher.
 * Of two kinds that are equally good the words above the table decide, else `rivals` says so. One table is found: a
 * sheet with several is taken apart first (`separateTables`).
 */
export function recogniseSheet(sheet: SheetGrid, dictionary: Dictionary): RecognisedSheet | null {
  const lastSearched = sheet.rows.slice(0, rowsSearched).at(-1)?.number ?? 0;
  const [best] = headingCandidates(sheet, dictionary, lastSearched);
  if (!best) return null;
  const { match, rivals } = settled(sheet, best);
  return {
    kind: match.dictionary.kind,
    dictionary: match.dictionary,
    headingTop: best.top,
    headingBottom: bottomOfMerges(sheet, best, match.columns),
    columns: withoutHidden(sheet, match),
    merges: new MergeIndex(sheet),
    ...(rivals.length > 0 && { rivals }),
  };
}

/** The kind that the words above the table and the sheet's name speak of, where several fit the columns. */
function settled(sheet: SheetGrid, { matches, top }: HeadingCandidate): { match: KindMatch; rivals: SheetKind[] } {
  const [first, ...others] = matches;
  if (!first) throw new RangeError('a candidate without a kind');
  if (others.length === 0) return { match: first, rivals: [] };
  const words = [sheet.name];
  for (const row of sheet.rows) {
    if (row.number >= top) break;
    for (const value of row.cells.values()) words.push(lineOf(value) ?? '');
  }
  const title = headingKey(words.join(' '));
  const named = matches.filter(({ dictionary }) => dictionary.titles.some((one) => title.includes(one)));
  const [only, ...more] = named;
  if (only && more.length === 0) return { match: only, rivals: [] };
  return { match: first, rivals: others.map(({ dictionary }) => dictionary.kind) };
}

/**
 * The last row that a heading box reaches into: below a merged `Họ và tên` may stand a lower heading of a column that
 * was not understood, and that row is no data.
 */
export function bottomOfMerges(
  sheet: SheetGrid,
  { top, bottom }: Pick<HeadingCandidate, 'top' | 'bottom'>,
  columns: readonly MatchedColumn[],
): number {
  const understood = new Set(columns.filter(({ meaning }) => meaning !== null).map(({ column }) => column));
  let last = bottom;
  for (const merge of sheet.merges) {
    const isOfHeading = merge.top >= top && merge.top <= bottom && understood.has(merge.left);
    if (isOfHeading && merge.bottom < top + deepestHeading) last = Math.max(last, merge.bottom);
  }
  return last;
}

/**
 * A hidden column is not read (it is reported, and the clerk may say what it is), but for one without which the sheet
 * would be nothing: what a sender hides is seldom meant to be sent, and often left over from another list.
 */
function withoutHidden(sheet: SheetGrid, { dictionary, columns }: KindMatch): MatchedColumn[] {
  const hidden = columns.filter(({ column }) => isHiddenColumn(sheet, column));
  if (hidden.length === 0) return columns;
  const visible = matchColumns(
    columns.filter((column) => !hidden.includes(column)),
    dictionary,
  );
  const taken = new Set(visible.map(({ meaning }) => meaning?.field));
  const needed = new Set([...dictionary.required, ...(dictionary.also?.fields ?? [])]);
  const kept = hidden.map((column) => {
    const field = column.meaning?.field ?? '';
    return needed.has(field) && !taken.has(field) ? column : { ...column, meaning: null, index: null };
  });
  return [...visible, ...kept].sort((a, b) => a.column - b.column);
}

export function isHiddenColumn({ hiddenColumns }: SheetGrid, column: number): boolean {
  return hiddenColumns.some(({ from, to }) => from <= column && column <= to);
}
