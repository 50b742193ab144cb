import type { SheetWindow } from '../../../contract/import-decisions.ts';
import { textOf } from '../recognise/sheet-text.ts';
import { type CellValue, columnLetter, type GridRow, type SheetRows } from '../workbook/sheet-grid.ts';
import { fieldName } from './decided-recognition.ts';
import type { DraftSheet } from './import-draft.ts';

/** Sheets are shown to this column at most, like they are read. */
const widestShown = 200;

/** Rows `from` and after of a sheet, at most `count` of those that are filled, with what each was taken for. */
export function sheetWindow(sheet: DraftSheet, from: number, count: number): SheetWindow {
  const { grid, recognised } = sheet;
  const first = positionFrom(grid.rows, from);
  const rows = grid.rows.slice(first, first + count);
  return {
    kind: recognised?.rivals ? null : (recognised?.kind ?? null),
    could_be: recognised?.rivals ? [recognised.kind, ...recognised.rivals] : [],
    unit: sheet.unit,
    heading: recognised && { top: recognised.headingTop, bottom: recognised.headingBottom },
    last_row: grid.rows.at(-1)?.number ?? 0,
    columns: columnsOf(sheet),
    rows: rows.map((row) => ({
      number: row.number,
      role: roleOf(sheet, row.number),
      outcome: sheet.outcomes.get(row.number) ?? null,
      boxes: boxesOf(sheet, row),
    })),
  };
}

/** The position of the first row with this number or a higher one, by halving. */
export function positionFrom(rows: SheetRows, number: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows.at(middle)?.number ?? number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function roleOf({ recognised, roles }: DraftSheet, row: number): SheetWindow['rows'][number]['role'] {
  if (!recognised) return 'left_out';
  if (row < recognised.headingTop) return 'title';
  if (row <= recognised.headingBottom) return 'heading';
  return roles.get(row) ?? 'left_out';
}

function boxesOf({ decided }: DraftSheet, { number, cells }: GridRow): SheetWindow['rows'][number]['boxes'] {
  const edited = new Set(decided.boxes.filter(({ row }) => row === number).map(({ column }) => column));
  const filled = [...cells]
    .filter(([column]) => column <= widestShown)
    .sort(([a], [b]) => a - b)
    .map(([column, value]) => ({ letter: columnLetter(column), text: shownText(value) }));
  const emptied = [...edited].filter((letter) => !filled.some((box) => box.letter === letter));
  return [...filled, ...emptied.map((letter) => ({ letter, text: '' }))].map((box) => ({
    ...box,
    edited: edited.has(box.letter),
  }));
}

/** What cannot be read is shown too: the clerk has to find it. */
function shownText(value: CellValue): string {
  if (value.type === 'error') return value.text;
  return textOf(value) ?? '';
}

function columnsOf({ grid, recognised, decided, datesTurned }: DraftSheet): SheetWindow['columns'] {
  const used = new Set<number>();
  for (const { cells } of grid.rows.slice(0, 200)) for (const column of cells.keys()) used.add(column);
  const known = new Map(recognised?.columns.map((column) => [column.column, column]));
  for (const column of known.keys()) used.add(column);
  return [...used]
    .filter((column) => column <= widestShown)
    .sort((a, b) => a - b)
    .map((column) => {
      const letter = columnLetter(column);
      const matched = known.get(column);
      const decoded = grid.decoded.filter((one) => one.column === column);
      return {
        letter,
        heading: matched?.segments.join(' / ') ?? '',
        field: matched ? fieldName(matched) : null,
        encoding: decided.sheet?.encodings?.[letter] ?? decoded[0]?.encoding ?? 'unicode',
        decoded: decoded.flatMap(({ samples }) => samples),
        dates_swapped: datesTurned.has(letter),
      };
    });
}
