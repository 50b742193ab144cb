import { numberValue, textValue } from './cell-values.ts';
import { RowPacker } from './pack-rows.ts';
import { PackedRows } from './packed-rows.ts';
import { PlainRows } from './plain-rows.ts';
import { type CellValue, type GridRow, parseReference, type SheetGrid } from './sheet-grid.ts';
import { plainStyle, type SheetContext, sheetSize } from './sheet-limits.ts';
import { refused, tooManyCells, workbookLimits } from './workbook-guard.ts';
import type { CellStyle } from './workbook-parts.ts';
import type { Attributes } from './xml-events.ts';
import { readXmlUnits } from './xml-units.ts';

interface OpenCell {
  column: number;
  type: string;
  style: CellStyle;
  value: string;
  inlineText: string;
  hasFormula: boolean;
  hasValue: boolean;
}

/** More than the days of a century. */
const mostDays = 40_000;

interface OpenRow extends GridRow {
  cells: Map<number, CellValue>;
}

function isPlace(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= most;
}

/**
 * Reads one sheet row by row: filled boxes, merges, hidden rows and columns. Validations, conditional formats and the
 * like are passed over unread, so their ranges cost nothing (reliability, finding 8).
 */
export async function readSheet(
  chunks: AsyncIterable<Uint8Array>,
  sheet: Pick<SheetGrid, 'name' | 'hidden'>,
  context: SheetContext,
): Promise<SheetGrid> {
  const reader = new SheetReader(sheet, context);
  await readXmlUnits(chunks, reader, reader.plainRows());
  return reader.finish();
}

/** Takes a sheet event by event; rows that are plain (`plainRows`) may be taken whole between two events. */
export class SheetReader {
  readonly #grid: SheetGrid;
  readonly #rows = new RowPacker();
  readonly #context: SheetContext;
  #row: OpenRow | null = null;
  #cell: OpenCell | null = null;
  readonly #place = { lastRow: 0 };
  #lastColumn = 0;
  #collecting: 'value' | 'inline' | null = null;
  #inPhonetic = false;
  /** Serial numbers of days met so far: a column of dates has the same few thousand again and again. */
  readonly #days = new Map<number, CellValue>();

  constructor(sheet: Pick<SheetGrid, 'name' | 'hidden'>, context: SheetContext) {
    this.#grid = { ...sheet, rows: [], merges: [], hiddenColumns: [], decoded: [] };
    this.#context = context;
  }

  plainRows(): PlainRows {
    const numberOf = (value: number, written: string, style: CellStyle) => this.#numberValue(value, written, style);
    return new PlainRows(this.#rows, this.#context, this.#place, numberOf);
  }

  finish(): SheetGrid {
    return { ...this.#grid, rows: new PackedRows(this.#rows.finish()) };
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#collecting = 'value';
    else if (name === 't') this.#collecting = this.#cell && !this.#inPhonetic ? 'inline' : null;
    else if (name === 'rPh') this.#inPhonetic = true;
    else if (name === 'f' && this.#cell) this.#cell.hasFormula = true;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'mergeCell') this.#addMerge(attributes.ref ?? '');
    else if (name === 'col' && isTrue(attributes.hidden)) {
      this.#hideColumns(Number(attributes.min), Number(attributes.max));
    }
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 't') this.#collecting = null;
    else if (name === 'rPh') this.#inPhonetic = false;
    else if (name === 'row') {
      if (this.#row && this.#row.cells.size > 0) this.#rows.add(this.#row);
      this.#row = null;
    }
  }

  text(text: string): void {
    if (!this.#cell || this.#collecting === null) return;
    if (this.#collecting === 'inline') this.#cell.inlineText += text;
    else {
      this.#cell.value += text;
      this.#cell.hasValue = true;
    }
  }

  #hideColumns(from: number, to: number): void {
    const { hiddenColumns } = this.#grid;
    if (!isPlace(from, sheetSize.columns) || !(from <= to)) return;
    if (hiddenColumns.length < sheetSize.columns) hiddenColumns.push({ from, to });
  }

  /** Rows come in order, within what Excel has: a file that says otherwise is damaged, and nothing of it is guessed. */
  #openRow(attributes: Attributes): void {
    const number = Number(attributes.r ?? this.#place.lastRow + 1);
    if (!isPlace(number, sheetSize.rows) || number <= this.#place.lastRow)
      throw new RangeError(`row out of place: ${number}`);
    this.#place.lastRow = number;
    this.#lastColumn = 0;
    this.#row = { number, hidden: isTrue(attributes.hidden), cells: new Map() };
  }

  #openCell(attributes: Attributes): void {
    const column = parseReference(attributes.r ?? '')?.column ?? this.#lastColumn + 1;
    if (!isPlace(column, sheetSize.columns)) throw new RangeError(`column out of place: ${column}`);
    this.#lastColumn = column;
    const style = this.#context.styles[Number(attributes.s ?? '0')] ?? plainStyle;
    const type = attributes.t ?? 'n';
    this.#cell = { column, type, style, value: '', inlineText: '', hasFormula: false, hasValue: false };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    const value = cell ? this.#valueOf(cell) : null;
    if (!cell || !value || !this.#row) return;
    if (this.#context.budget.cells <= 0) {
      throw tooManyCells(this.#context.file);
    }
    this.#context.budget.cells -= 1;
    this.#row.cells.set(cell.column, value);
  }

  #valueOf(cell: OpenCell): CellValue | null {
    if (cell.type === 'inlineStr') return textValue(cell.inlineText, cell.style.font);
    if (!cell.hasValue) return cell.hasFormula ? { type: 'uncached' } : null;
    switch (cell.type) {
      case 's':
        return textValue(this.#context.strings[Number(cell.value)] ?? '', cell.style.font);
      case 'b':
        return { type: 'boolean', value: cell.value === '1' };
      case 'e':
        return { type: 'error', text: cell.value };
      case 'n':
        return this.#numberValue(Number(cell.value), cell.value, cell.style);
      case 'd':
        return { type: 'date', date: cell.value.slice(0, 10), time: cell.value.slice(11, 16) || null };
      default:
        return textValue(cell.value, cell.style.font);
    }
  }

  #numberValue(value: number, written: string, { format }: CellStyle): CellValue {
    if (!Number.isFinite(value)) return { type: 'text', text: written };
    if (format.kind !== 'date') return numberValue(value, format, this.#context.date1904);
    const known = this.#days.get(value);
    if (known !== undefined) return known;
    const day = numberValue(value, format, this.#context.date1904);
    if (this.#days.size < mostDays) this.#days.set(value, day);
    return day;
  }

  #addMerge(reference: string): void {
    const [first, last] = reference.split(':').map(parseReference);
    if (!first || !last) return;
    if (this.#grid.merges.length >= workbookLimits.merges) {
      throw refused(
        `Trang ${this.#grid.name} của tệp ${this.#context.file} có quá nhiều ô trộn. Bỏ trộn ô rồi chọn lại.`,
      );
    }
    this.#grid.merges.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
  }
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}
