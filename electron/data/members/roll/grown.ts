/** A column of at least so many entries, the new ones filled; the same column where it is as long already. */
export function grown<Column extends Uint8Array | Int32Array>(column: Column, length: number, filled: number): Column;
export function grown(column: Uint8Array | Int32Array, length: number, filled: number): Uint8Array | Int32Array {
  if (length <= column.length) return column;
  const longer = column instanceof Uint8Array ? new Uint8Array(length) : new Int32Array(length);
  longer.fill(filled, column.length);
  longer.set(column);
  return longer;
}
