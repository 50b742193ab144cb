import { longestText, textValue } from './cell-values.ts';
import type { PackedBox, RowPacker } from './pack-rows.ts';
import type { CellValue } from './sheet-grid.ts';
import { plainStyle, type SheetContext, sheetSize } from './sheet-limits.ts';
import type { CellStyle } from './workbook-parts.ts';
import { plainLength, type XmlUnits } from './xml-units.ts';

const [blank, quote, slash, greater] = [32, 34, 47, 62];

/** `value` of a number with the format of its style. */
type NumberValue = (value: number, written: string, style: CellStyle) => CellValue;

/**
 * Reads rows as Excel, LibreOffice and openpyxl write nearly all of theirs: boxes with `r`, `s` and `t` in order, each with
 * one plain value (`<c r="B2" s="1" t="s"><v>7</v></c>`). It goes over the letters once and makes nothing of a box but
 * three numbers. Anything else in a row (formulas, rich text, entities, what is wrong) makes `read` give the row up.
 */
export class PlainRows implements XmlUnits {
  readonly name = 'row';
  readonly parent = 'sheetData';
  readonly #rows: RowPacker;
  readonly #context: SheetContext;
  /** Shared with who reads the other rows. */
  readonly #place: { lastRow: number };
  readonly #numberValue: NumberValue;
  /** By number of the shared string its place among the packed texts, plus two; 1: blank; 0: not looked at yet. */
  readonly #shared: Int32Array;
  /** By style the kinds of its texts and of its numbers. */
  readonly #textKinds: number[] = [];
  readonly #numberKinds: number[] = [];
  /** The boxes of the row that is being read; used again for every row. */
  readonly #boxes: PackedBox[] = [];
  #count = 0;
  #text = '';
  #at = 0;

  constructor(rows: RowPacker, context: SheetContext, place: { lastRow: number }, numberValue: NumberValue) {
    this.#rows = rows;
    this.#context = context;
    this.#place = place;
    this.#numberValue = numberValue;
    this.#shared = new Int32Array(context.strings.length);
  }

  read(text: string, from: number): number {
    this.#text = text;
    this.#at = from + '<row'.length;
    this.#count = 0;
    const row = this.#rowAttributes();
    if (row === null || row.number > sheetSize.rows || row.number <= this.#place.lastRow) return 0;
    if (!row.isClosed && !this.#readBoxes()) return 0;
    if (this.#count > this.#context.budget.cells) return 0;
    this.#context.budget.cells -= this.#count;
    this.#place.lastRow = row.number;
    if (this.#count > 0) this.#rows.addPacked(row.number, row.hidden, this.#boxes, this.#count);
    return this.#at;
  }

  #rowAttributes(): { number: number; hidden: boolean; isClosed: boolean } | null {
    const row = { number: this.#place.lastRow + 1, hidden: false, isClosed: false };
    const seen: string[] = [];
    for (;;) {
      const hasBlank = this.#skip(blank);
      if (this.#skip(greater)) return row;
      if (this.#skip(slash)) {
        row.isClosed = true;
        return this.#skip(greater) ? row : null;
      }
      const attribute = hasBlank ? this.#attribute() : null;
      if (attribute === null || seen.includes(attribute.name)) return null;
      const { name, value } = attribute;
      seen.push(name);
      if (name === 'r') {
        if (!/^[1-9]\d{0,6}$/u.test(value)) return null;
        row.number = Number(value);
      } else if (name === 'hidden') row.hidden = value === '1' || value === 'true';
    }
  }

  /** `name="value"` with nothing in it to be resolved; null for anything else. */
  #attribute(): { name: string; value: string } | null {
    const text = this.#text;
    const start = this.#at;
    const equals = text.indexOf('="', start);
    const end = equals < 0 ? -1 : text.indexOf('"', equals + 2);
    if (end < 0) return null;
    const [name, value] = [text.slice(start, equals), text.slice(equals + 2, end)];
    if (!/^[A-Za-z][\w.-]*(?::[A-Za-z][\w.-]*)?$/u.test(name) || !/^[\w .:;,+#()/-]*$/u.test(value)) return null;
    this.#at = end + 1;
    return { name, value };
  }

  #readBoxes(): boolean {
    let column = 0;
    for (;;) {
      while (this.#skip(blank) || this.#skip(10) || this.#skip(13));
      if (this.#skipText('</row>')) return true;
      column = this.#readBox(column);
      if (column === 0) return false;
    }
  }

  /** Reads a box and gives its column; 0: it is not a plain one, or not right of the one before. */
  #readBox(before: number): number {
    if (!this.#skipText('<c')) return 0;
    let [column, style, type] = [0, -1, ''];
    for (;;) {
      const hasBlank = this.#skip(blank);
      if (this.#skip(greater)) break;
      if (this.#text.charCodeAt(this.#at) === slash) {
        const next = column === 0 ? before + 1 : column;
        return this.#skipText('/>') && next > before && next <= sheetSize.columns ? next : 0;
      }
      if (!hasBlank) return 0;
      if (column === 0 && this.#skipText('r="')) column = this.#reference();
      else if (style < 0 && this.#skipText('s="')) style = this.#wholeNumber();
      else if (type === '' && this.#skipText('t="')) type = this.#word();
      else return 0;
      // None of them is empty.
      if (column < 0 || this.#text.charCodeAt(this.#at - 1) === quote || !this.#skip(quote)) return 0;
    }
    if (column === 0) column = before + 1;
    if (column <= before || column > sheetSize.columns) return 0;
    if (this.#skipText('</c>')) return column;
    return this.#readValue(column, Math.max(style, 0), type === '' ? 'n' : type) ? column : 0;
  }

  /** The column of `AB12`; -1 for anything that is not such a reference. */
  #reference(): number {
    let column = 0;
    let letters = 0;
    for (let code = this.#code(); code >= 65 && code <= 90; code = this.#next()) {
      column = column * 26 + code - 64;
      letters += 1;
    }
    const digits = this.#at;
    for (let code = this.#code(); code >= 48 && code <= 57; code = this.#next());
    const count = this.#at - digits;
    return letters > 0 && letters <= 3 && count > 0 && count <= 7 ? column : -1;
  }

  /** Digits, seven at most; what is no digit ends it. */
  #wholeNumber(): number {
    let value = 0;
    const start = this.#at;
    for (let code = this.#code(); code >= 48 && code <= 57 && this.#at < start + 7; code = this.#next()) {
      value = value * 10 + code - 48;
    }
    return this.#at === start ? -1 : value;
  }

  #word(): string {
    const start = this.#at;
    for (let code = this.#code(); code >= 65 && code <= 122; code = this.#next());
    return this.#text.slice(start, this.#at);
  }

  #readValue(column: number, style: number, type: string): boolean {
    if (type === 's') return this.#readShared(column, style);
    const isInline = type === 'inlineStr';
    if (isInline && !this.#skipText('<is><t>') && !this.#skipText('<is><t xml:space="preserve">')) return false;
    if (!isInline && !this.#skipText('<v>')) return false;
    const length = plainLength(this.#text, this.#at);
    // An empty value is none, which the other way tells from one that is missing.
    if (length <= 0 || length > longestText) return false;
    const written = this.#text.slice(this.#at, this.#at + length);
    this.#at += length;
    if (!this.#skipText(isInline ? '</t></is></c>' : '</v></c>')) return false;
    switch (type) {
      case 'n':
        return this.#number(column, written, style);
      case 'str':
      case 'inlineStr':
        return this.#value(column, textValue(written, this.#style(style).font));
      case 'b':
        return this.#value(column, { type: 'boolean', value: written === '1' });
      case 'e':
        return this.#value(column, { type: 'error', text: written });
      default:
        return false;
    }
  }

  #readShared(column: number, style: number): boolean {
    if (!this.#skipText('<v>')) return false;
    const index = this.#wholeNumber();
    if (index < 0 || !this.#skipText('</v></c>')) return false;
    if (index >= this.#shared.length) return true;
    const place = this.#shared[index] || this.#shareText(index);
    if (place > 1) this.#box(column, this.#textKind(style), place - 2);
    return place > 0;
  }

  /** Takes a shared string among the texts; 0: it is longer than a box can be. */
  #shareText(index: number): number {
    const text = this.#context.strings[index] ?? '';
    if (text.length > longestText) return 0;
    const place = text.trim() === '' ? 1 : this.#rows.newText(text) + 2;
    this.#shared[index] = place;
    return place;
  }

  #number(column: number, written: string, style: number): boolean {
    const value = Number(written);
    if (!Number.isFinite(value)) return false;
    const own = this.#style(style);
    if (own.format.kind !== 'number') return this.#value(column, this.#numberValue(value, written, own));
    const kind = this.#numberKinds[style] ?? this.#rows.kind({ type: 'number', value, format: own.format.format });
    this.#numberKinds[style] = kind;
    this.#box(column, kind, value);
    return true;
  }

  #value(column: number, value: CellValue | null): boolean {
    if (value !== null) this.#box(column, this.#rows.kind(value), this.#rows.value(value));
    return true;
  }

  #box(column: number, kind: number, value: number): void {
    const box = this.#boxes[this.#count];
    if (box) Object.assign(box, { column, kind, value });
    else this.#boxes.push({ column, kind, value });
    this.#count += 1;
  }

  #textKind(style: number): number {
    const known = this.#textKinds[style];
    if (known !== undefined) return known;
    const { font } = this.#style(style);
    const kind = this.#rows.kind(font === null ? { type: 'text', text: '' } : { type: 'text', text: '', font });
    this.#textKinds[style] = kind;
    return kind;
  }

  #style(style: number): CellStyle {
    return this.#context.styles[style] ?? plainStyle;
  }

  #code(): number {
    return this.#text.charCodeAt(this.#at);
  }

  #next(): number {
    this.#at += 1;
    return this.#text.charCodeAt(this.#at);
  }

  #skip(code: number): boolean {
    if (this.#text.charCodeAt(this.#at) !== code) return false;
    this.#at += 1;
    return true;
  }

  #skipText(expected: string): boolean {
    if (!this.#text.startsWith(expected, this.#at)) return false;
    this.#at += expected.length;
    return true;
  }
}
