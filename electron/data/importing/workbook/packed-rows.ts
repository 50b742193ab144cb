import type { LegacyFont } from './legacy-fonts.ts';
import type { CellValue, GridRow, RowCells, SheetRows } from './sheet-grid.ts';

/** What boxes have in common besides their value. A `moment` is a date with a time of day. */
export type BoxKind =
  | { type: 'text'; font: LegacyFont | null }
  | { type: 'number'; format: string | null }
  | { type: 'date' | 'moment' | 'time' | 'boolean' | 'error' | 'uncached' };

export type Numbers =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** Some rows side by side: what is true of a row by its position in the chunk, of a box by its position in the chunk. */
export interface Chunk {
  rowNumbers: Numbers;
  hidden: Numbers;
  /** Where the boxes of each row end. */
  ends: Numbers;
  columns: Numbers;
  kinds: Numbers;
  /** A number, a truth value, or a position in `texts`. */
  values: Numbers;
}

/** The rows of a sheet as numbers and distinct texts: two million boxes in some thirty megabytes, cheap to hand over. */
export interface PackedSheet {
  length: number;
  texts: string[];
  kinds: BoxKind[];
  chunks: Chunk[];
}

export const rowsPerChunk = 1024;

/** The buffers of packed rows, for handing them from one thread to another without copying. */
export function buffersOf({ chunks }: PackedSheet): ArrayBuffer[] {
  return chunks.flatMap((chunk) => Object.values(chunk).map(({ buffer }: Numbers) => buffer));
}

/** Packed rows, read like an array: rows and boxes are made when they are looked at. */
export class PackedRows implements SheetRows {
  readonly packed: PackedSheet;

  constructor(packed: PackedSheet) {
    this.packed = packed;
  }

  get length(): number {
    return this.packed.length;
  }

  at(position: number): GridRow | undefined {
    const index = position < 0 ? position + this.length : position;
    if (index < 0 || index >= this.length) return undefined;
    const chunk = this.packed.chunks[Math.floor(index / rowsPerChunk)];
    return chunk && rowOf(this.packed, chunk, index % rowsPerChunk);
  }

  slice(start = 0, end = this.length): GridRow[] {
    const [from, to] = [start, end].map((at) => Math.min(Math.max(at < 0 ? at + this.length : at, 0), this.length));
    const rows: GridRow[] = [];
    for (let index = from ?? 0; index < (to ?? 0); index += 1) {
      const row = this.at(index);
      if (row) rows.push(row);
    }
    return rows;
  }

  /** Walks over the boxes with text, without making anything of them. */
  eachText(visit: (column: number, text: number, font: LegacyFont | null) => void): void {
    const fonts = this.packed.kinds.map((kind) => (kind.type === 'text' ? kind.font : undefined));
    for (const { columns, kinds, values } of this.packed.chunks) {
      for (let box = 0; box < columns.length; box += 1) {
        const font = fonts[kinds[box] ?? -1];
        if (font !== undefined) visit(columns[box] ?? 0, values[box] ?? 0, font);
      }
    }
  }

  *[Symbol.iterator](): Generator<GridRow> {
    for (const chunk of this.packed.chunks) {
      for (let index = 0; index < chunk.ends.length; index += 1) yield rowOf(this.packed, chunk, index);
    }
  }
}

function rowOf(packed: PackedSheet, chunk: Chunk, index: number): GridRow {
  const start = index === 0 ? 0 : (chunk.ends[index - 1] ?? 0);
  return {
    number: chunk.rowNumbers[index] ?? 0,
    hidden: chunk.hidden[index] === 1,
    cells: new PackedCells(packed, chunk, start, chunk.ends[index] ?? start),
  };
}

/** The boxes of one packed row. */
class PackedCells implements RowCells {
  readonly #packed: PackedSheet;
  readonly #chunk: Chunk;
  readonly #start: number;
  readonly #end: number;

  constructor(packed: PackedSheet, chunk: Chunk, start: number, end: number) {
    this.#packed = packed;
    this.#chunk = chunk;
    this.#start = start;
    this.#end = end;
  }

  get size(): number {
    return this.#end - this.#start;
  }

  get(column: number): CellValue | undefined {
    const box = this.#find(column);
    return box < 0 ? undefined : this.#unpack(box);
  }

  has(column: number): boolean {
    return this.#find(column) >= 0;
  }

  *keys(): Generator<number> {
    for (let box = this.#start; box < this.#end; box += 1) yield this.#chunk.columns[box] ?? 0;
  }

  *values(): Generator<CellValue> {
    for (let box = this.#start; box < this.#end; box += 1) yield this.#unpack(box);
  }

  *[Symbol.iterator](): Generator<[number, CellValue]> {
    for (let box = this.#start; box < this.#end; box += 1) yield [this.#chunk.columns[box] ?? 0, this.#unpack(box)];
  }

  /** Boxes may stand in any order; where none is left out, a box stands in the place of its column. */
  #find(column: number): number {
    const { columns } = this.#chunk;
    const likely = this.#start + column - 1;
    if (likely < this.#end && columns[likely] === column) return likely;
    for (let box = this.#start; box < this.#end; box += 1) if (columns[box] === column) return box;
    return -1;
  }

  #unpack(box: number): CellValue {
    const { kinds, texts } = this.#packed;
    const kind = kinds[this.#chunk.kinds[box] ?? -1];
    const value = this.#chunk.values[box] ?? 0;
    const text = texts[value] ?? '';
    switch (kind?.type) {
      case 'text':
        return kind.font === null ? { type: 'text', text } : { type: 'text', text, font: kind.font };
      case 'number':
        return { type: 'number', value, format: kind.format };
      case 'date':
        return { type: 'date', date: text, time: null };
      case 'moment':
        return {
          type: 'date',
          date: text.slice(0, text.lastIndexOf(' ')),
          time: text.slice(text.lastIndexOf(' ') + 1),
        };
      case 'time':
        return { type: 'time', time: text };
      case 'boolean':
        return { type: 'boolean', value: value === 1 };
      case 'error':
        return { type: 'error', text };
      default:
        return { type: 'uncached' };
    }
  }
}
