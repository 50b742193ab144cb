import type { CellValue, GridRow, SheetGrid } from '../workbook/sheet-grid.ts';
import { columnLetter, rowNumbered } from '../workbook/sheet-grid.ts';
import type { Stack } from './dictionary.ts';
import { isColumnNumbers, type MatchedColumn } from './heading-columns.ts';
import type { RecognisedSheet } from './recognise-sheet.ts';
import { isArabicOrder, isEndMark, isTotal } from './row-kinds.ts';
import { type FieldColumn, SheetRow } from './sheet-row.ts';
import { lineOf, textOf } from './sheet-text.ts';

/** A column and the fields in it. */
interface TableColumn {
  column: number;
  fields: readonly string[];
  stack: Stack | null;
}

/**
 * The rows of the table in order. Total rows (also in the middle), column numbers and blank rows are left out, and
 * nothing below an end mark is read (pitfalls 1c-1f). Boxes merged downward are filled.
 */
export function readRows(sheet: SheetGrid, recognised: RecognisedSheet): SheetRow[] {
  const columns = recognised.columns.flatMap(tableColumn);
  const headings = fieldColumns(recognised.columns);
  const rows: SheetRow[] = [];
  for (const row of sheet.rows) {
    if (row.number <= recognised.headingBottom) continue;
    const texts = filledTexts(row);
    if (texts.length === 0 || isColumnNumbers(texts)) continue;
    const own = new Map<string, CellValue>();
    const filled = new Map<string, CellValue>();
    for (const column of columns) {
      const value = row.cells.get(column.column);
      const merge = value ? null : recognised.merges.above(row.number, column.column);
      const above =
        merge && merge.top < row.number ? rowNumbered(sheet.rows, merge.top)?.cells.get(column.column) : undefined;
      for (const [field, part] of split(column, value)) own.set(field, part);
      for (const [field, part] of split(column, value ?? above)) filled.set(field, part);
    }
    const numbered = isArabicOrder(lineOf(own.get('order')));
    if (!numbered && texts.some(isEndMark)) break;
    if (!numbered && texts.slice(0, 3).some(isTotal)) continue;
    rows.push(
      new SheetRow({
        number: row.number,
        hidden: row.hidden,
        kind: isGroup(own, numbered, recognised) ? 'group' : 'data',
        continues: !numbered && !own.has(recognised.dictionary.subject),
        values: filled,
        columns: headings,
      }),
    );
  }
  return rows;
}

function filledTexts(row: GridRow): string[] {
  return [...row.cells]
    .sort(([a], [b]) => a - b)
    .map(([, value]) => lineOf(value) ?? '')
    .filter((text) => text !== '');
}

/** One filled box besides order and figures: the heading of the rows that follow. */
function isGroup(own: ReadonlyMap<string, CellValue>, numbered: boolean, { dictionary }: RecognisedSheet): boolean {
  if (numbered) return false;
  const content = [...own.keys()].filter((field) => field !== 'order' && !dictionary.figures.has(field));
  return content.length === 1 && own.get(content[0] ?? '')?.type === 'text';
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
