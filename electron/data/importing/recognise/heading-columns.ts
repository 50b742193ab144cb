import { headingKey } from '../../vietnamese/fold.ts';
import { isCellHeading } from '../values/organisation-names.ts';
import { columnLetter, rowNumbered, type SheetGrid, type SheetRows } from '../workbook/sheet-grid.ts';
import type { HeadingMeaning, KindDictionary } from './dictionary.ts';
import { lineOf, type MergeIndex } from './sheet-text.ts';

/** A column of a table: its headings from the top level down. */
export interface HeadingColumn {
  column: number;
  segments: readonly string[];
  /** The segments folded, for comparing. */
  keys: readonly string[];
}

/** A column and what it was taken for. `index`: the number in the heading (`T7` -> 7). */
export interface MatchedColumn extends HeadingColumn {
  meaning: HeadingMeaning | null;
  index: number | null;
}

/** Tables have at most this many columns; a wider sheet is read to here. */
const widestTable = 200;

/** The columns when the headings stand in rows `top` to `bottom`: merged boxes filled, stacked headings joined. */
export function headingColumns(sheet: SheetGrid, merges: MergeIndex, top: number, bottom: number): HeadingColumn[] {
  const numbers = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  const used = new Set(numbers.flatMap((number) => [...(rowNumbered(sheet.rows, number)?.cells.keys() ?? [])]));
  for (const merge of sheet.merges) {
    if (merge.top > bottom || merge.top < top) continue;
    for (let column = merge.left; column <= Math.min(merge.right, widestTable); column += 1) used.add(column);
  }
  return [...used]
    .filter((column) => column <= widestTable)
    .sort((a, b) => a - b)
    .map((column) => {
      const segments = segmentsOf(column, numbers, sheet.rows, merges);
      return { column, segments, keys: segments.map(headingKey) };
    })
    .filter(({ segments }) => segments.length > 0);
}

function segmentsOf(column: number, numbers: readonly number[], rows: SheetRows, merges: MergeIndex): string[] {
  const segments: string[] = [];
  for (const number of numbers) {
    const merge = merges.covering(number, column);
    const inside = merge !== null && merge.top >= (numbers[0] ?? 0);
    const text = lineOf(rowNumbered(rows, inside ? merge.top : number)?.cells.get(inside ? merge.left : column));
    if (text !== null && text !== segments.at(-1)) segments.push(text);
  }
  return segments;
}

/**
 * What the columns mean in one kind of sheet. The longest path that the dictionary knows decides (`Ngày sinh > Nam`
 * before `Nam`); a field is given once, to the first column that has it.
 */
export function matchColumns(columns: readonly HeadingColumn[], dictionary: KindDictionary): MatchedColumn[] {
  const taken = new Set<string>();
  return columns.map((heading) => {
    const match = meaningOf(heading.keys, dictionary) ?? cellMeaning(heading, dictionary);
    const slot = `${match?.meaning.field}#${match?.index ?? ''}`;
    if (!match || taken.has(slot)) return { ...heading, meaning: null, index: null };
    taken.add(slot);
    return { ...heading, ...match };
  });
}

function meaningOf(
  keys: readonly string[],
  { headings }: KindDictionary,
): { meaning: HeadingMeaning; index: number | null } | null {
  for (let length = keys.length; length > 0; length -= 1) {
    const key = keys.slice(-length).join('/');
    const exact = headings.get(key);
    if (exact) return { meaning: exact, index: null };
    const number = /(?<!\d)\d{1,2}(?!\d)/u.exec(key)?.[0];
    const numbered = number === undefined ? undefined : headings.get(key.replace(number, '0'));
    if (numbered) return { meaning: numbered, index: Number(number) };
  }
  return null;
}

/** A column that is headed by the name of a cell, in kinds that have a field for those: its number tells them apart. */
function cellMeaning(
  { column, segments }: HeadingColumn,
  { cells }: KindDictionary,
): { meaning: HeadingMeaning; index: number } | null {
  return cells !== undefined && isCellHeading(segments.at(-1) ?? '')
    ? { meaning: { field: cells, stack: null }, index: column }
    : null;
}

/** Whether the row is `(1) (2) (3) …` or `A B 1 2 3=1+2 …`, under the headings (pitfall 1c). */
export function isColumnNumbers(texts: readonly string[]): boolean {
  if (texts.length < 2) return false;
  const marks = texts.map((text) => /^[([]?(\d{1,3}|[A-Z])[)\].]?(?:\s*=.*)?$/u.exec(text.trim())?.[1] ?? '');
  const firstNumber = marks.findIndex((mark) => /^\d/u.test(mark));
  return (
    firstNumber >= 0 &&
    marks.every((mark, index) =>
      index < firstNumber ? mark === columnLetter(index + 1) : mark === String(index - firstNumber + 1),
    )
  );
}
