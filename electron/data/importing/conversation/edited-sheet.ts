import { parseIsoDate } from '../../vietnamese/dates.ts';
import { swapDayAndMonth } from '../values/swapped-dates.ts';
import {
  type CellValue,
  type GridRow,
  mapRows,
  rowNumbered,
  type SheetGrid,
  type SheetRows,
} from '../workbook/sheet-grid.ts';
import { withEncodings } from './chosen-encodings.ts';
import { columnNumber, type SheetDecisions } from './decisions.ts';

/** The sheet with what the clerk changed in it laid over what was read; what was read stays as it is. */
export function editedSheet(read: SheetGrid, { boxes, sheet: decision }: SheetDecisions): SheetGrid {
  const sheet = withEncodings(read, decision?.encodings ?? {});
  const swapped = (decision?.swapped_dates ?? []).map(columnNumber);
  if (boxes.length === 0 && swapped.length === 0) return sheet;
  const edits = Map.groupBy(boxes, ({ row }) => row);
  const change = (row: GridRow): GridRow => {
    const edited = edits.get(row.number);
    if (!edited && swapped.length === 0) return row;
    const cells = new Map(row.cells);
    for (const column of swapped) exchange(cells, column);
    for (const { column, text } of edited ?? []) write(cells, columnNumber(column), text);
    return { ...row, cells };
  };
  return { ...sheet, rows: mapRows(withRows(sheet.rows, [...edits.keys()]), change) };
}

/** With the rows, blank so far, that something was written into. */
function withRows(rows: SheetRows, numbers: readonly number[]): SheetRows {
  const blank = numbers.filter((number) => rowNumbered(rows, number) === undefined);
  if (blank.length === 0) return rows;
  const added = blank.map((number): GridRow => ({ number, hidden: false, cells: new Map() }));
  return [...rows, ...added].sort((a, b) => a.number - b.number);
}

function write(cells: Map<number, CellValue>, column: number, text: string): void {
  if (text.trim() === '') cells.delete(column);
  else cells.set(column, { type: 'text', text });
}

/** Only what Excel took for a true date can have been exchanged in silence (pitfall 4i). */
function exchange(cells: Map<number, CellValue>, column: number): void {
  const value = cells.get(column);
  if (value?.type !== 'date') return;
  const date = parseIsoDate(value.date);
  const turned = date === null ? null : swapDayAndMonth(date);
  if (turned !== null) cells.set(column, { ...value, date: turned });
}
