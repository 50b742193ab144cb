import type { SheetColumn, SheetRowData } from '../use-sheet-rows.ts';

const letter = 7.2;
const [narrowest, widest] = [72, 240];
/** A row of a table has more in it than a title has. */
const fewestBoxes = 4;

/** Widths in pixels after what stands in the first rows, the way Excel fits a column; lines of a title do not count. */
export function columnWidths(columns: readonly SheetColumn[], rows: readonly SheetRowData[]): number[] {
  const longest = new Map<string, number>();
  for (const { boxes } of rows) {
    if (boxes.length < fewestBoxes) continue;
    for (const { letter: place, text } of boxes) {
      longest.set(place, Math.max(longest.get(place) ?? 0, text.length));
    }
  }
  return columns.map((column) => {
    const heading = Math.ceil(column.heading.length / 2);
    const text = Math.max(longest.get(column.letter) ?? 0, heading);
    return Math.round(Math.max(narrowest, Math.min(widest, text * letter + 20)));
  });
}
