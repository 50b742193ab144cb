/** One cell of an entry grid, and what is typed in it. */
export type Typing = { row: string; column: string; text: string };

/** What is typed over what is stored, by row, then by column. A column that is not there was not typed. */
export type Typed = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** What is typed with `changes` in it; a text that is the stored one again is no longer typed. */
export function withTyping(
  typed: Typed,
  changes: readonly Typing[],
  stored: (row: string, column: string) => string,
): Typed {
  const next = new Map(typed);
  for (const { row, column, text } of changes) {
    const cells = { ...next.get(row) };
    if (text === stored(row, column)) delete cells[column];
    else cells[column] = text;
    if (Object.keys(cells).length === 0) next.delete(row);
    else next.set(row, cells);
  }
  return next;
}

/** A copied block of a spreadsheet as lines of cells; the empty line at its end is not one. Quoted cells may hold breaks. */
export function readBlock(text: string): string[][] {
  const lines: string[][] = [[]];
  const pattern = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/uy;
  let at = 0;
  while (at <= text.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const [whole = '', quoted, plain = ''] = found ?? [];
    lines.at(-1)?.push((quoted?.replaceAll('""', '"').replace(/\s*\n\s*/gu, ' ') ?? plain).trim());
    at += whole.length;
    if (text.startsWith('\r\n', at)) at += 1;
    const next = text[at];
    at += 1;
    if (next === '\n' || next === '\r') lines.push([]);
  }
  const last = lines.at(-1);
  if (lines.length > 1 && last?.length === 1 && last[0] === '') lines.pop();
  return lines;
}

/**
 * The typing a block makes that is put down at a cell; what would fall outside the grid is left out. An empty line among
 * others is of somebody who sent nothing: its row stays as it is.
 */
export function pasteAt(
  block: readonly (readonly string[])[],
  at: { row: string; column: string },
  grid: { rows: readonly string[]; columns: readonly string[] },
): Typing[] {
  const [firstRow, firstColumn] = [grid.rows.indexOf(at.row), grid.columns.indexOf(at.column)];
  return block.flatMap((cells, down) =>
    cells.flatMap((text, across) => {
      if (block.length > 1 && cells.every((cell) => cell === '')) return [];
      const row = grid.rows[firstRow + down];
      const column = grid.columns[firstColumn + across];
      if (row === undefined || column === undefined) return [];
      return [{ row, column, text }];
    }),
  );
}
