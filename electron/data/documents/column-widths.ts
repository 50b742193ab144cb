import type { Table, TableCell } from './model.ts';
import { textWidth } from './text-width.ts';

/** Twips between a table cell's border and its text, on each side; lines are drawn on top of them. */
export const cellPadding = 80;

/** What letters take that the table of widths leaves out: the horn of ơ and ư, half a border. */
const allowance = 30;

/** Something typed without a blank may not push the other columns aside: at most this share of the table. */
const widestNeed = 0.4;

/**
 * Twips of each column of a table `room` twips wide: its share, but no column narrower than the longest word of its head
 * and rows, as long as the others have more than they need. Word and browsers would cut such a word in two.
 */
export function columnWidths(table: Pick<Table, 'columns' | 'head' | 'rows'>, room: number, pt: number): number[] {
  const needed = table.columns.map((_column, index) =>
    Math.min(longestWord(table, index, pt) + 2 * cellPadding + allowance, room * widestNeed),
  );
  const shares = sum(table.columns.map(({ width }) => width));
  const wanted = table.columns.map(({ width }) => (room * width) / shares);
  const missing = sum(wanted.map((width, index) => Math.max(0, (needed[index] ?? 0) - width)));
  const spare = sum(wanted.map((width, index) => Math.max(0, width - (needed[index] ?? 0))));
  const given = spare === 0 ? 0 : Math.min(1, missing / spare);
  const taken = missing === 0 ? 0 : Math.min(1, spare / missing);
  return wanted.map((width, index) => {
    const slack = width - (needed[index] ?? 0);
    return Math.floor(slack >= 0 ? width - slack * given : width - slack * taken);
  });
}

/** Of the cells that stand in this column alone. */
function longestWord({ head, rows }: Pick<Table, 'head' | 'rows'>, column: number, pt: number): number {
  const inHead = wordsOf(head, column).map((word) => textWidth(word, pt, 'bold'));
  const inRows = wordsOf(rows, column).map((word) => textWidth(word, pt, 'regular'));
  return [...inHead, ...inRows].reduce((widest, width) => Math.max(widest, width), 0);
}

function wordsOf(rows: readonly (readonly TableCell[])[], column: number): string[] {
  return rows.flatMap((cells) => {
    let start = 0;
    const cell = cells.find(({ columnSpan = 1 }) => {
      const found = start === column && columnSpan === 1;
      start += columnSpan;
      return found;
    });
    return cell === undefined ? [] : cell.text.split(/\s+/u);
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
