import { escapeMarkup } from './escape.ts';
import { Utf8Pieces } from './utf8-pieces.ts';
import { type CellCheck, CheckRanges } from './xlsx-checks-xml.ts';
import { columnLetters } from './xlsx-formulas.ts';
import type { NamedRange } from './xlsx-parts.ts';
import { openingXml, pageXml, protectionXml, type SheetSetUp } from './xlsx-sheet-setup.ts';
import type { CellStyle, StyleTable } from './xlsx-style-table.ts';

/**
 * Characters of XML that come together before they become bytes: of more, each text would be too large for where V8 keeps
 * what is soon forgotten, and the memory of a long sheet would grow by all of them (measured: 200 MB).
 */
const piece = 1 << 15;

/** What cannot stand in XML as it is, or is lost in it: markup, controls, lone halves, blanks at the ends, line feeds. */
const special = /[&<>\p{Cc}\p{Cs}\ufffe\uffff]|^ | $/u;
const forbidden = /[[\p{Cc}\p{Cs}\ufffe\uffff]--[\t\n\r]]/gv;

/** The last column is `XFD`; a form has far fewer. */
const letters = Array.from({ length: 256 }, (_, index) => columnLetters(index + 1));

/**
 * One sheet as XML, top to bottom. A cell is a piece of text put at the end of another: no object is made for it, which
 * is what makes a sheet of two million cells quick. Columns and rows count from 1.
 */
export class SheetXml {
  readonly #setUp: SheetSetUp;
  readonly #styles: StyleTable;
  readonly #write: (xml: Buffer) => Promise<void>;
  readonly #merged: string[] = [];
  readonly #breaks: number[] = [];
  readonly #checks = new CheckRanges();
  readonly #names: Pick<NamedRange, 'name' | 'range'>[] = [];
  readonly #bytes = new Utf8Pieces();
  #xml: string;
  #row = 0;

  constructor(setUp: SheetSetUp, styles: StyleTable, write: (xml: Buffer) => Promise<void>) {
    this.#setUp = setUp;
    this.#styles = styles;
    this.#write = write;
    this.#xml = openingXml(setUp);
  }

  /** The row being written, or the last that was. */
  get row(): number {
    return this.#row;
  }

  get names(): readonly Pick<NamedRange, 'name' | 'range'>[] {
    return this.#names;
  }

  /** The number of a style, for cells of which there are many. */
  styleOf(style: CellStyle): number {
    return this.#styles.indexOf(style);
  }

  /** Begins the next row. `height` in points; null: the program that opens the file measures. */
  startRow(height: number | null = null, hidden = false): void {
    this.#row += 1;
    const tall = height === null ? '' : ` ht="${height}" customHeight="1"`;
    this.#xml += `<row r="${this.#row}"${tall}${hidden ? ' hidden="1"' : ''} x14ac:dyDescent="0.25">`;
  }

  endRow(): void {
    this.#xml += '</row>';
  }

  /** A cell of the row that was begun, left to right; null is an empty one. `style` by `styleOf`. */
  cell(column: number, value: string | number | null, style = 0): void {
    const start = `<c r="${letters[column - 1] ?? columnLetters(column)}${this.#row}"${style === 0 ? '' : ` s="${style}"`}`;
    if (value === null) this.#xml += `${start}/>`;
    else if (typeof value === 'number') this.#xml += `${start}><v>${value}</v></c>`;
    else if (!special.test(value)) this.#xml += `${start} t="inlineStr"><is><t>${value}</t></is></c>`;
    else
      this.#xml += `${start} t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(value.replace(forbidden, ''))}</t></is></c>`;
  }

  /** A formula with what it gives. */
  formula(column: number, { formula, result }: { formula: string; result: number }, style: number): void {
    this.#xml += `<c r="${columnLetters(column)}${this.#row}" s="${style}"><f>${escapeMarkup(formula)}</f><v>${result}</v></c>`;
  }

  /** Makes one cell of many; each of them is written, so that all have their borders. */
  merge(from: { row: number; column: number }, to: { row: number; column: number }): void {
    this.#merged.push(`${columnLetters(from.column)}${from.row}:${columnLetters(to.column)}${to.row}`);
  }

  /** A new page after the row being written. */
  breakPage(): void {
    this.#breaks.push(this.#row);
  }

  /** What may be typed into a cell of the row being written. */
  check(column: number, check: CellCheck): void {
    this.#checks.add(column, this.#row, check);
  }

  /** Rows printed again on each page, and what is printed at all. */
  print({ titles, area }: { titles: { from: number; to: number }; area?: { columns: number; rows: number } }): void {
    if (area)
      this.#names.push({ name: '_xlnm.Print_Area', range: `$A$1:$${columnLetters(area.columns)}$${area.rows}` });
    this.#names.push({ name: '_xlnm.Print_Titles', range: `$${titles.from}:$${titles.to}` });
  }

  /** Whether enough has come together to be handed on by `flush`: to be asked after each row. */
  get isFull(): boolean {
    return this.#xml.length >= piece;
  }

  /** Makes bytes of what has come together; hands them on when they are many, and waits where the compressor is slower. */
  async flush(): Promise<void> {
    const bytes = this.#bytes.add(this.#xml);
    this.#xml = '';
    if (bytes) await this.#write(bytes);
  }

  /** What is left to be written, with all that follows the rows, in the order of the file format. */
  closing(): Buffer {
    const { protection } = this.#setUp;
    const merged = this.#merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
    const breaks = this.#breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('');
    this.#xml +=
      `</sheetData>${protection ? protectionXml(protection) : ''}` +
      (merged === '' ? '' : `<mergeCells count="${this.#merged.length}">${merged}</mergeCells>`) +
      `${this.#checks.toXml()}${pageXml(this.#setUp)}` +
      (breaks === ''
        ? ''
        : `<rowBreaks count="${this.#breaks.length}" manualBreakCount="${this.#breaks.length}">${breaks}</rowBreaks>`) +
      '</worksheet>';
    return this.#bytes.end(this.#xml);
  }
}
