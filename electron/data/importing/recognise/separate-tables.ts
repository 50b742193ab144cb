import { headingKey } from '../../vietnamese/fold.ts';
import {
  type CellValue,
  type GridRow,
  mapRows,
  rowNumbered,
  type SheetGrid,
  type SheetRows,
  type SheetTable,
} from '../workbook/sheet-grid.ts';
import type { Dictionary } from './dictionary.ts';
import { deepestHeading, type HeadingCandidate, headingCandidates } from './heading-candidates.ts';
import { bottomOfMerges } from './recognise-sheet.ts';
import { isArabicOrder, isEndMark, isTitle, isTotal } from './row-kinds.ts';
import { lineOf } from './sheet-text.ts';

/** A heading and the rows above it that speak of its table only. */
interface Table {
  heading: HeadingCandidate;
  bottom: number;
  titleTop: number;
  titles: readonly string[];
  /** Rows in which the heading comes again on a further printed page. */
  repeats: { from: number; to: number }[];
}

/**
 * The tables of a sheet, each as a sheet of its own whose rows and columns keep their numbers: one below the other with
 * their own headings, of the same kind or not, or side by side. Most sheets are one table and come back as they are. A
 * heading that is only printed again, as on a further page, begins no table.
 */
export function separateTables(sheet: SheetGrid, dictionary: Dictionary): SheetGrid[] {
  const headings = chosen(headingCandidates(sheet, dictionary, null));
  if (headings.length < 2) return [sheet];
  const tables: Table[] = [];
  for (const heading of headings) {
    const bottom = bottomOfMerges(sheet, heading, heading.matches[0]?.columns ?? []);
    const above = tables.filter((table) => overlap(table.heading, heading)).at(-1) ?? null;
    const titleTop = above === null ? 1 : titleRows(sheet, above, heading);
    const titles = titlesIn(sheet, titleTop, heading);
    if (above !== null && isRepeat(above, heading, titles))
      above.repeats.push({ from: titleTop, to: bottomOfRepeat(sheet, above, heading, bottom) });
    else tables.push({ heading, bottom, titleTop, titles, repeats: [] });
  }
  if (tables.length < 2 && tables.every(({ repeats }) => repeats.length === 0)) return [sheet];
  const ofSheet = linesAbove(sheet, headings[0]?.top ?? 1);
  return tables.map((table, index) => {
    const next = tables.slice(index + 1).find((other) => overlap(other.heading, table.heading));
    return part(sheet, table, next?.titleTop ?? null, { number: index + 1, of: tables.length }, ofSheet);
  });
}

/** The best of the candidates that stand in the way of each other, from the top down. */
function chosen(candidates: readonly HeadingCandidate[]): HeadingCandidate[] {
  const kept: HeadingCandidate[] = [];
  for (const one of candidates) {
    const isFree = kept.every((other) => other.bottom < one.top || one.bottom < other.top || !overlap(one, other));
    if (isFree) kept.push(one);
  }
  return inReadingOrder(kept);
}

/** From the top down; headings beside one another from the left, also where one begins a row lower. */
function inReadingOrder(headings: readonly HeadingCandidate[]): HeadingCandidate[] {
  const bands: HeadingCandidate[][] = [];
  for (const one of [...headings].sort((a, b) => a.top - b.top)) {
    const band = bands.at(-1);
    if (band?.[0] && one.top < band[0].top + deepestHeading) band.push(one);
    else bands.push([one]);
  }
  return bands.flatMap((band) => band.sort((a, b) => a.left - b.left));
}

function overlap(a: HeadingCandidate, b: HeadingCandidate): boolean {
  return a.left <= b.right && b.left <= a.right;
}

/** The same columns mean the same, and nothing stands above that did not stand above the first. */
function isRepeat(above: Table, heading: HeadingCandidate, titles: readonly string[]): boolean {
  return fieldsOf(above.heading) === fieldsOf(heading) && titles.every((title) => above.titles.includes(title));
}

/** The rows below that say what those of the first heading say belong to the heading too, merged or not. */
function bottomOfRepeat(sheet: SheetGrid, above: Table, heading: HeadingCandidate, bottom: number): number {
  let last = bottom;
  while (last < heading.top + above.bottom - above.heading.top) {
    const next = rowNumbered(sheet.rows, last + 1);
    const first = rowNumbered(sheet.rows, above.heading.top + last + 1 - heading.top);
    if (!next || !first || textsIn(next, heading).join('|') !== textsIn(first, heading).join('|')) break;
    last += 1;
  }
  return last;
}

function fieldsOf({ matches }: HeadingCandidate): string {
  const [first] = matches;
  const columns = first?.columns ?? [];
  return [
    first?.dictionary.kind,
    ...columns.map(({ column, meaning, index }) => `${column}:${meaning?.field ?? ''}:${index ?? ''}`),
  ].join('|');
}

/**
 * Where the lines above a heading begin that are no rows of the table above it. They have few boxes and no numbers; what
 * directly follows a row of the table above, without a blank row between, must also read like a title.
 */
function titleRows(sheet: SheetGrid, above: Table, heading: HeadingCandidate): number {
  let run: { number: number; texts: string[]; upper: boolean }[] = [];
  let last = above.bottom;
  for (const row of sheet.rows) {
    if (row.number <= above.bottom) continue;
    if (row.number >= heading.top) break;
    const texts = textsIn(row, heading);
    if (texts.length === 0) continue;
    const upper = isUpperHeading(sheet, row, heading, above.heading);
    // Of a heading over several rows only the lowest may be known; those above it fill few of its columns.
    const isNear = row.number > heading.top - deepestHeading;
    const most = isNear ? Math.max(3, (heading.matches[0]?.columns.length ?? 0) / 2) : 3;
    if (upper || mayBeTitle(texts, most)) run.push({ number: row.number, texts, upper });
    else {
      run = [];
      last = row.number;
    }
  }
  let before = last;
  for (const { number, texts, upper } of run) {
    if (number > before + 1 || upper || texts.some(isTitle)) return number;
    before = number;
  }
  return heading.top;
}

/**
 * A row just above the heading that says nothing the dictionary knows: boxes merged over, or repeated above, several
 * columns, or the same as above the heading of the table before.
 */
function isUpperHeading(
  { rows, merges }: SheetGrid,
  row: GridRow,
  heading: HeadingCandidate,
  before: HeadingCandidate,
): boolean {
  const { number, cells } = row;
  const { top, left, right } = heading;
  if (number < top - deepestHeading + 1) return false;
  const likewise = rowNumbered(rows, before.top - (top - number));
  if (likewise && textsIn(likewise, heading).join('|') === textsIn(row, heading).join('|')) return true;
  const texts: string[] = [];
  for (const [column, value] of cells) {
    if (column < left || column > right) continue;
    const text = value.type === 'text' ? lineOf(value) : null;
    if (text === null || isArabicOrder(text)) return false;
    texts.push(text);
  }
  return (
    new Set(texts).size < texts.length ||
    merges.some((merge) => merge.top === number && merge.bottom < top && merge.right > merge.left)
  );
}

function mayBeTitle(texts: readonly string[], most: number): boolean {
  return texts.length <= most && !texts.some((text) => isArabicOrder(text) || isTotal(text) || isEndMark(text));
}

function textsIn(row: GridRow, { left, right }: HeadingCandidate): string[] {
  const texts: string[] = [];
  for (const [column, value] of row.cells) {
    const text = column >= left && column <= right ? lineOf(value) : null;
    if (text !== null) texts.push(text);
  }
  return texts;
}

function titlesIn(sheet: SheetGrid, from: number, heading: HeadingCandidate): string[] {
  const titles: string[] = [];
  for (const row of sheet.rows) {
    if (row.number >= heading.top) break;
    if (row.number >= from) titles.push(...textsIn(row, heading).map(headingKey));
  }
  return titles;
}

function linesAbove(sheet: SheetGrid, top: number): string[] {
  const lines: string[] = [];
  for (const row of sheet.rows) {
    if (row.number >= top) break;
    for (const value of row.cells.values()) lines.push(lineOf(value) ?? '');
  }
  return lines;
}

function part(
  sheet: SheetGrid,
  { heading, titleTop, repeats }: Table,
  nextTop: number | null,
  place: Pick<SheetTable, 'number' | 'of'>,
  above: readonly string[],
): SheetGrid {
  const { left, right } = heading;
  const isWhole = left === 1 && right === Number.POSITIVE_INFINITY;
  const isInside = (row: number) =>
    row >= titleTop && (nextTop === null || row < nextTop) && repeats.every(({ from, to }) => row < from || row > to);
  const positions: number[] = [];
  let position = 0;
  for (const { number } of sheet.rows) {
    if (isInside(number)) positions.push(position);
    position += 1;
  }
  const chosenRows = rowsAt(sheet.rows, positions);
  const rows = isWhole ? chosenRows : mapRows(chosenRows, (row) => ({ ...row, cells: within(row, heading) }));
  return {
    ...sheet,
    rows,
    merges: sheet.merges.filter((merge) => merge.left <= right && merge.right >= left),
    decoded: sheet.decoded
      .filter(({ column }) => column >= left && column <= right)
      .map((column) => ({ ...column, samples: column.samples.filter(({ row }) => isInside(row)) })),
    ...(place.of > 1 && {
      name: `${sheet.name} (bảng ${place.number})`,
      table: {
        ...place,
        rows: { from: titleTop, to: nextTop === null ? null : nextTop - 1 },
        columns: { from: left, to: right === Number.POSITIVE_INFINITY ? null : right },
        sheet: sheet.name,
        above,
      },
    }),
  };
}

/** The rows at these positions, made when they are looked at: a table of 100,000 rows is not copied. */
function rowsAt(rows: SheetRows, positions: readonly number[]): SheetRows {
  const at = (index: number) => {
    const position = positions.at(index);
    return position === undefined ? undefined : rows.at(position);
  };
  const slice = (start?: number, end?: number) =>
    positions.slice(start, end).flatMap((position) => rows.at(position) ?? []);
  return {
    length: positions.length,
    at,
    slice,
    *[Symbol.iterator]() {
      for (const position of positions) {
        const row = rows.at(position);
        if (row) yield row;
      }
    },
  };
}

function within({ cells }: GridRow, { left, right }: HeadingCandidate): Map<number, CellValue> {
  return new Map([...cells].filter(([column]) => column >= left && column <= right));
}
