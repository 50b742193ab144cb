import { countLines, textWidth } from './text-width.ts';
import type { Sheet, SheetColumn } from './workbook.ts';

/** Twips of text that a column of so many characters holds (7 pixels a character at 96 dpi). */
export function columnTextWidth(characters: number): number {
  return characters * 105;
}

/** Height of a row in points for so many lines. */
export function rowHeight(lines: number, pt: number): number {
  return Math.ceil(lines * pt * 1.25) + 3;
}

/** Whether the sheet is printed across: asked for, or wider than the text of an upright page (165 mm). */
export function isLandscape(sheet: Sheet, uprightTextWidth: number): boolean {
  if (sheet.orientation !== 'auto') return sheet.orientation === 'landscape';
  return tableWidth(sheet) > uprightTextWidth;
}

/** Twips over all columns, with the padding of five pixels a column. */
export function tableWidth(sheet: Sheet): number {
  return columnsWidth(sheet.columns);
}

/** The same over some of them. */
export function columnsWidth(columns: readonly SheetColumn[]): number {
  return columns.reduce((sum, column) => sum + columnTextWidth(column.width) + 75, 0);
}

export type HeadCell = { label: string; row: number; column: number; rowSpan: number; columnSpan: number };

/** How many rows the head has: one, and one for each level of groups. */
export function headDepth(columns: readonly SheetColumn[]): number {
  return Math.max(...columns.map((column) => (column.under ?? []).length)) + 1;
}

/**
 * The head as cells, rows and columns counted from 0. Neighbours under the same groups share a cell across; a column
 * with fewer groups than others fills the rows down to the table.
 */
export function headCells(columns: readonly SheetColumn[]): HeadCell[] {
  const depth = headDepth(columns);
  const cells: HeadCell[] = [];
  columns.forEach((column, index) => {
    const groups = column.under ?? [];
    groups.forEach((label, row) => {
      const path = groups.slice(0, row + 1);
      const before = columns[index - 1]?.under ?? [];
      const open = cells.findLast((cell) => cell.row === row && cell.column + cell.columnSpan === index);
      if (open && samePath(before.slice(0, row + 1), path)) open.columnSpan += 1;
      else cells.push({ label, row, column: index, rowSpan: 1, columnSpan: 1 });
    });
    cells.push({
      label: column.label,
      row: groups.length,
      column: index,
      rowSpan: depth - groups.length,
      columnSpan: 1,
    });
  });
  return cells;
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((label, index) => label === b[index]);
}

/** Points for each row of the head, so that the longest label fits: Excel does not measure merged cells itself. */
export function headHeights(columns: readonly SheetColumn[], pt: number): number[] {
  const heights = Array.from({ length: headDepth(columns) }, () => rowHeight(1, pt));
  const bySpan = headCells(columns).sort((a, b) => a.rowSpan - b.rowSpan);
  for (const cell of bySpan) {
    const spanned = columns.slice(cell.column, cell.column + cell.columnSpan);
    const width = columnTextWidth(spanned.reduce((sum, column) => sum + column.width, 0));
    const needed = rowHeight(countLines(cell.label, width, pt, 'bold'), pt);
    const rows = heights.slice(cell.row, cell.row + cell.rowSpan);
    const missing = needed - rows.reduce((sum, height) => sum + height, 0);
    const last = cell.row + cell.rowSpan - 1;
    if (missing > 0) heights[last] = (heights[last] ?? 0) + missing;
  }
  return heights;
}

/** Where the sheet is divided for header and signatures: the last column of the left half, counted from 1. */
export function middleColumn(columns: readonly SheetColumn[]): number {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  let width = 0;
  for (const [index, column] of columns.entries()) {
    width += column.width;
    if (width >= total / 2 && index < columns.length - 1) {
      const nearer = index > 0 && width - total / 2 > column.width / 2 ? index : index + 1;
      return nearer;
    }
  }
  return Math.max(1, columns.length - 1);
}

/**
 * The narrowest run of columns within `room` (counted from 1) that holds a text of `width` twips, nearest the middle: a
 * cell border can only be as long as columns are, so the rule under the party title is at most one column too long.
 */
export function columnsHolding(
  width: number,
  columns: readonly SheetColumn[],
  room: { from: number; to: number },
): { from: number; to: number } {
  const runs: { from: number; to: number; width: number; offCentre: number }[] = [];
  for (let from = room.from; from <= room.to; from += 1) {
    for (let to = from; to <= room.to; to += 1) {
      const held = columnsWidth(columns.slice(from - 1, to));
      if (held < width) continue;
      const before = columnsWidth(columns.slice(room.from - 1, from - 1));
      const after = columnsWidth(columns.slice(to, room.to));
      runs.push({ from, to, width: held, offCentre: Math.abs(before - after) });
      break;
    }
  }
  const [best] = runs.sort((a, b) => a.width + a.offCentre / 4 - (b.width + b.offCentre / 4));
  return best ? { from: best.from, to: best.to } : room;
}

/** Lines of a text that runs over all columns. */
export function linesAcross(text: string, sheet: Sheet, pt: number, weight: 'regular' | 'bold'): number {
  const width = tableWidth(sheet);
  return textWidth(text, pt, weight) <= width ? text.split('\n').length : countLines(text, width, pt, weight);
}
