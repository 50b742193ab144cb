/** A grassroots cell is both a grassroots organisation and a cell. */
export function isCell(kind: string): boolean {
  return kind === 'cell' || kind === 'grassroots_cell';
}
