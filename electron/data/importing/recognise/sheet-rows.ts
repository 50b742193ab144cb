import { atOnce, rowsPerTurn, type Turns } from '../turns.ts';
import type { CellValue, GridRow, Merge, RowCells, SheetGrid } from '../workbook/sheet-grid.ts';
import { columnLetter, rowNumbered } from '../workbook/sheet-grid.ts';
import type { Stack } from './dictionary.ts';
import { isColumnNumbers, type MatchedColumn } from './heading-columns.ts';
import type { RecognisedSheet } from './recognise-sheet.ts';
import {
  isArabicOrder,
  isAside,
  isEndMark,
  isGroupOrder,
  isTotal,
  namesOrganisation,
  withoutGroupOrder,
} from './row-kinds.ts';
import { type FieldColumn, SheetRow, ValuesInPlace } from './sheet-row.ts';
import { lineOf, textOf } from './sheet-text.ts';
import { TableRows } from './table-rows.ts';

/** A column and the fields in it. */
interface TableColumn {
  column: number;
  fields: readonly string[];
  stack: Stack | null;
}

/**
 * The rows of the table in order. Total rows (also in the middle), column numbers, numbered rows that were never filled
 * and blank rows are left out, what stands beside the table is passed over, and nothing below an end mark is read
 * (pitfalls 1c-1f). Boxes merged downward are filled.
 */
export function* readingRows(sheet: SheetGrid, recognised: RecognisedSheet): Turns<TableRows> {
  const columns = recognised.columns.flatMap(tableColumn);
  const headings = fieldColumns(recognised.columns);
  const places = new Map(
    columns.flatMap(({ column, fields, stack }) =>
      stack === null ? fields.map((field) => [field, column] as const) : [],
    ),
  );
  const lastColumn = Math.max(...columns.map(({ column }) => column));
  const { subject } = recognised.dictionary;
  const mayBePlain = places.size === columns.reduce((sum, { fields }) => sum + fields.length, 0);
  const rows = new TableRows(sheet.rows, { places, headings });
  let position = -1;
  for (const row of sheet.rows) {
    position += 1;
    if (row.number <= recognised.headingBottom) continue;
    if (position % rowsPerTurn === 0) yield;
    if (mayBePlain && row.number > recognised.merges.bottom && isPlainRow(row.cells, places, subject)) {
      rows.addPlain(position);
      continue;
    }
    const wide = wideBox(row, recognised);
    const isSeen = (column: number) => wide === null || column <= wide.left || column > wide.right;
    const all = filledTexts(row).filter(({ column }) => isSeen(column));
    const inTable = all.filter(({ column }) => column <= lastColumn).map(({ text }) => text);
    const texts = inTable.length > 0 ? inTable : all.map(({ text }) => text);
    if (texts.length === 0 || isColumnNumbers(texts)) continue;
    const own = new Map<string, CellValue>();
    const other = new Map<string, CellValue>();
    for (const column of columns) {
      const value = row.cells.get(column.column);
      const merge = value ? null : recognised.merges.above(row.number, column.column);
      const above =
        merge && merge.top < row.number ? rowNumbered(sheet.rows, merge.top)?.cells.get(column.column) : undefined;
      for (const [field, part] of isSeen(column.column) ? split(column, value) : []) own.set(field, part);
      if (column.stack === null && !above) continue;
      for (const [field, part] of split(column, value ?? above)) other.set(field, part);
    }
    const numbered = isArabicOrder(lineOf(own.get('order')));
    if (!numbered && texts.some(isEndMark)) break;
    if (!numbered && texts.slice(0, 3).some(isTotal)) continue;
    if (!numbered && texts.length === 1 && texts.some(isAside)) continue;
    const group = groupText(own, numbered, inTable, wide !== null, recognised);
    if (group === null && [...own.keys()].every((field) => field === 'order')) continue;
    if (group !== null && group !== '') other.set(subject, { type: 'text', text: group });
    rows.add(
      new SheetRow({
        number: row.number,
        hidden: row.hidden,
        kind: group === null ? 'data' : 'group',
        continues: !numbered && !own.has(subject),
        values: new ValuesInPlace(row.cells, places, other),
        columns: headings,
      }),
    );
  }
  return rows;
}

/** The same in one go. */
export function readRows(sheet: SheetGrid, recognised: RecognisedSheet): SheetRow[] {
  return [...atOnce(readingRows(sheet, recognised))];
}

/**
 * A numbered row that has its subject, as nearly all of a long table are: a row of data, whatever else stands in it.
 * (Not where a number may be that of a column, or the subject head what follows.)
 */
function isPlainRow(cells: RowCells, places: ReadonlyMap<string, number>, subject: string): boolean {
  const order = places.get('order');
  const named = places.get(subject);
  if (order === undefined || named === undefined || named === order) return false;
  const value = cells.get(named);
  if (value?.type !== 'text' || !isArabicOrder(lineOf(cells.get(order)))) return false;
  const name = lineOf(value);
  if (name === null || name.length <= longestColumnNumber || name.includes('=')) return false;
  return subject !== 'full_name' || !namesOrganisation(name);
}

/** `(123)`; with more after it only behind `=`. */
const longestColumnNumber = 5;

function filledTexts(row: GridRow): { column: number; text: string }[] {
  return [...row.cells]
    .sort(([a], [b]) => a - b)
    .map(([column, value]) => ({ column, text: lineOf(value) ?? '' }))
    .filter(({ text }) => text !== '');
}

/** Boxes merged over this many columns head what is below them. */
const widthOfGroup = 3;

/** The merge that a wide heading inside the table is drawn in; what some programs leave under it is not seen. */
function wideBox(row: GridRow, { merges }: RecognisedSheet): Merge | null {
  for (const [column, value] of row.cells) {
    const merge = merges.above(row.number, column);
    const isWide = merge?.top === row.number && merge.right - merge.left + 1 >= widthOfGroup;
    if (isWide && lineOf(value) !== null) return merge;
  }
  return null;
}

/**
 * The heading of the rows that follow, without its `II.`: one filled box besides order and figures, wherever it stands;
 * where persons are listed also an organisation with figures beside it. Null for a row of data; '' where the box is
 * no heading for the subject, such as a remark that goes on in a row of its own.
 */
function groupText(
  own: ReadonlyMap<string, CellValue>,
  numbered: boolean,
  texts: readonly string[],
  isWide: boolean,
  { dictionary: { subject, figures } }: RecognisedSheet,
): string | null {
  const named = lineOf(own.get(subject));
  if (named !== null && subject === 'full_name' && namesOrganisation(named)) return withoutGroupOrder(named);
  if (numbered) return null;
  const content = [...own].filter(([field]) => field !== 'order' && !figures.has(field));
  const [only, ...more] = content;
  if (only && (more.length > 0 || only[1].type !== 'text')) return null;
  if (named !== null) return withoutGroupOrder(named);
  const text = lineOf(only?.[1] ?? own.get('order')) ?? (own.size === 0 && texts.length === 1 ? (texts[0] ?? '') : '');
  if (text === '' || isGroupOrder(text)) return only ? '' : null;
  const bare = withoutGroupOrder(text);
  const isHeading = bare !== text || isWide || namesOrganisation(bare) || (!only && own.has('order'));
  if (isHeading) return bare;
  return only ? '' : null;
}

function fieldNames({ meaning, index }: MatchedColumn): readonly string[] {
  if (!meaning) return [];
  return meaning.stack?.fields ?? [index === null ? meaning.field : `${meaning.field}:${index}`];
}

function tableColumn(matched: MatchedColumn): TableColumn[] {
  const fields = fieldNames(matched);
  return fields.length === 0 ? [] : [{ column: matched.column, fields, stack: matched.meaning?.stack ?? null }];
}

function fieldColumns(columns: readonly MatchedColumn[]): Map<string, FieldColumn> {
  return new Map(
    columns.flatMap((matched) =>
      fieldNames(matched).map((field): [string, FieldColumn] => [
        field,
        { letter: columnLetter(matched.column), heading: matched.segments.join(' – ') },
      ]),
    ),
  );
}

/** The fields of one box: itself, or the parts of a stacked one in the order of its fields (pitfall 2). */
function split(column: TableColumn, value: CellValue | undefined): [string, CellValue][] {
  if (!value) return [];
  if (!column.stack) return column.fields.map((field) => [field, value]);
  const parts = splitText(textOf(value) ?? '', column.stack);
  return column.fields.flatMap((field, index): [string, CellValue][] => {
    const text = parts[index]?.trim() ?? '';
    return text === '' ? [] : [[field, { type: 'text', text }]];
  });
}

function splitText(text: string, { separators, last }: Stack): string[] {
  const separator = separators.find((candidate) => text.includes(candidate));
  if (separator === undefined) return [text];
  if (!last) return text.split(separator);
  const at = text.lastIndexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}
