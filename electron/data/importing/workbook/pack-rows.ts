import { type BoxKind, type Chunk, type Numbers, PackedRows, type PackedSheet, rowsPerChunk } from './packed-rows.ts';
import type { CellValue, GridRow, SheetRows } from './sheet-grid.ts';

/** A box as numbers. */
export interface PackedBox {
  column: number;
  kind: number;
  value: number;
}

/** Collects rows and packs them. */
export class RowPacker {
  readonly #packed: PackedSheet = { length: 0, texts: [], kinds: [], chunks: [] };
  readonly #texts = new Map<string, number>();
  readonly #kinds = new Map<string, number>();
  #open = emptyChunk();

  add({ number, hidden, cells }: GridRow): void {
    for (const [column, value] of cells) this.#push({ column, kind: this.kind(value), value: this.value(value) });
    this.#end(number, hidden);
  }

  /** A row of boxes that were packed one by one: by `kind` and `value`, or `text`. */
  addPacked(number: number, hidden: boolean, boxes: readonly PackedBox[], count: number): void {
    for (let index = 0; index < count; index += 1) {
      const box = boxes[index];
      if (box) this.#push(box);
    }
    this.#end(number, hidden);
  }

  #push({ column, kind, value }: PackedBox): void {
    const open = this.#open;
    open.columns.push(column);
    open.kinds.push(kind);
    open.values.push(value);
  }

  #end(number: number, hidden: boolean): void {
    const open = this.#open;
    open.rowNumbers.push(number);
    open.hidden.push(Number(hidden));
    open.ends.push(open.columns.length);
    this.#packed.length += 1;
    if (open.ends.length === rowsPerChunk) this.#close();
  }

  finish(): PackedSheet {
    if (this.#open.ends.length > 0) this.#close();
    return this.#packed;
  }

  #close(): void {
    const { rowNumbers, hidden, ends, columns, kinds, values } = this.#open;
    this.#packed.chunks.push({
      rowNumbers: narrow(rowNumbers),
      hidden: narrow(hidden),
      ends: narrow(ends),
      columns: narrow(columns),
      kinds: narrow(kinds),
      values: narrow(values),
    });
    this.#open = emptyChunk();
  }

  /** What the box has in common with others, as a number. */
  kind(value: CellValue): number {
    const key = kindKey(value);
    const known = this.#kinds.get(key);
    if (known !== undefined) return known;
    this.#kinds.set(key, this.#packed.kinds.length);
    return this.#packed.kinds.push(kindOf(value)) - 1;
  }

  /** What the box says, as a number. */
  value(value: CellValue): number {
    switch (value.type) {
      case 'number':
        return value.value;
      case 'boolean':
        return Number(value.value);
      case 'text':
      case 'error':
        return this.text(value.text);
      case 'date':
        return this.text(value.time === null ? value.date : `${value.date} ${value.time}`);
      case 'time':
        return this.text(value.time);
      default:
        return 0;
    }
  }

  /** The place of a text that is known to be none of those before, such as a shared string that comes for the first time. */
  newText(text: string): number {
    return this.#packed.texts.push(text) - 1;
  }

  /** The place of a text. */
  text(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#packed.texts.length);
    return this.#packed.texts.push(text) - 1;
  }
}

function emptyChunk(): Record<keyof Chunk, number[]> {
  return { rowNumbers: [], hidden: [], ends: [], columns: [], kinds: [], values: [] };
}

/** In as few bytes as hold every one of the numbers. */
function narrow(numbers: readonly number[]): Numbers {
  let most = 0;
  for (const number of numbers) {
    if (!Number.isInteger(number) || number < 0) return Float64Array.from(numbers);
    if (number > most) most = number;
  }
  if (most < 2 ** 8) return Uint8Array.from(numbers);
  if (most < 2 ** 16) return Uint16Array.from(numbers);
  return most < 2 ** 32 ? Uint32Array.from(numbers) : Float64Array.from(numbers);
}

function kindKey(value: CellValue): string {
  if (value.type === 'text') return value.font ?? 'text';
  if (value.type === 'number') return value.format === null ? 'number' : `number ${value.format}`;
  return value.type === 'date' && value.time !== null ? 'moment' : value.type;
}

function kindOf(value: CellValue): BoxKind {
  if (value.type === 'text') return { type: 'text', font: value.font ?? null };
  if (value.type === 'number') return { type: 'number', format: value.format };
  return { type: value.type === 'date' && value.time !== null ? 'moment' : value.type };
}

/** Packs what is an array; what is packed already stays as it is. */
export function packRows(rows: SheetRows): PackedSheet {
  if (rows instanceof PackedRows) return rows.packed;
  const packer = new RowPacker();
  for (const row of rows) packer.add(row);
  return packer.finish();
}
