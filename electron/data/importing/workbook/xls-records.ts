import { type LegacyFont, legacyFont } from './legacy-fonts.ts';
import { tooManyCells, unreadable, withPassword, workbookLimits } from './workbook-guard.ts';

/** What the reader of old workbooks does not tell of a sheet. Rows and columns count from 1. */
export interface XlsSheetFacts {
  hiddenRows: Set<number>;
  hiddenColumns: { from: number; to: number }[];
  fontOf(row: number, column: number): LegacyFont | null;
}

const record = {
  endOfPart: 0x0a,
  filePassword: 0x2f,
  font: 0x31,
  columnInfo: 0x7d,
  manyBlanks: 0xbe,
  manyNumbers: 0xbd,
  format: 0xe0,
  row: 0x208,
  begin: 0x809,
} as const;

/** LABELSST, LABEL, RSTRING and FORMULA: boxes that may hold text. */
const textCells: ReadonlySet<number> = new Set([0xfd, 0x204, 0xd6, 0x06]);
/** BLANK, NUMBER, BOOLERR, RK. */
const otherCells: ReadonlySet<number> = new Set([0x201, 0x203, 0x205, 0x27e]);

/**
 * Walks the records of a workbook of Excel 5 to 2003 (BIFF5, BIFF8) once: fonts, hidden rows and columns, and how many
 * boxes there are, before anything is built from them. Sheets in the order of the file. Costs no more than its length.
 * Throws `workbook_unreadable` when the contents are encrypted or end too early, `workbook_refused` when there are too
 * many boxes.
 */
export function readXlsFacts(stream: Buffer, file: string): XlsSheetFacts[] {
  const walk = new Walk(file);
  let at = 0;
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    if (end > stream.length) break;
    walk.take(type, stream.subarray(at + 4, end));
    at = end;
  }
  if (!walk.isComplete)
    throw unreadable(`Tệp ${file} bị hỏng hoặc chép chưa hết. Chép lại tệp từ nơi gửi rồi chọn lại.`);
  return walk.sheets;
}

interface SheetParts {
  facts: XlsSheetFacts;
  fonts: Map<number, LegacyFont>;
}

class Walk {
  readonly sheets: XlsSheetFacts[] = [];
  readonly #file: string;
  readonly #fonts: (LegacyFont | null)[] = [];
  readonly #fontOfFormat: number[] = [];
  /** How deep in parts: a chart may stand inside a sheet. */
  #depth = 0;
  #isBiff8 = true;
  #cells = 0;
  #sheet: SheetParts | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** Whether every part that was begun has come to its end. */
  get isComplete(): boolean {
    return this.#depth === 0 && this.sheets.length > 0;
  }

  take(type: number, data: Buffer): void {
    if (type === record.begin && data.length >= 4) this.#begin(data);
    else if (type === record.endOfPart) this.#depth -= 1;
    else if (type === record.filePassword) throw withPassword(this.#file);
    else if (type === record.font) this.#fonts.push(legacyFont(this.#fontName(data)));
    else if (type === record.format && data.length >= 2) this.#fontOfFormat.push(data.readUInt16LE(0));
    else if (this.#sheet && this.#depth === 1) this.#takeOfSheet(this.#sheet, type, data);
  }

  /** The first part is the workbook; each other at the top is a sheet (or a sheet that is a chart). */
  #begin(data: Buffer): void {
    this.#depth += 1;
    if (this.#depth !== 1) return;
    const kind = data.readUInt16LE(2);
    this.#isBiff8 = data.readUInt16LE(0) >= 0x0600;
    if (kind === 0x05) return;
    const fonts = new Map<number, LegacyFont>();
    const fontOf = (row: number, column: number) => fonts.get(boxKey(row - 1, column - 1)) ?? null;
    this.#sheet = { facts: { hiddenRows: new Set(), hiddenColumns: [], fontOf }, fonts };
    this.sheets.push(this.#sheet.facts);
  }

  #takeOfSheet(sheet: SheetParts, type: number, data: Buffer): void {
    if (data.length < 6) return;
    if (type === record.row && data.length >= 16) {
      const isHidden = (data.readUInt16LE(12) & 0x20) !== 0;
      if (isHidden) sheet.facts.hiddenRows.add(data.readUInt16LE(0) + 1);
    } else if (type === record.columnInfo && data.length >= 10) {
      const isHidden = (data.readUInt16LE(8) & 0x01) !== 0;
      if (isHidden) sheet.facts.hiddenColumns.push({ from: data.readUInt16LE(0) + 1, to: data.readUInt16LE(2) + 1 });
    } else if (textCells.has(type)) {
      this.#count(1);
      const font = this.#font(data.readUInt16LE(4));
      if (font !== null) sheet.fonts.set(boxKey(data.readUInt16LE(0), data.readUInt16LE(2)), font);
    } else if (otherCells.has(type)) this.#count(1);
    else if (type === record.manyNumbers) this.#count((data.length - 6) / 6);
    else if (type === record.manyBlanks) this.#count((data.length - 6) / 2);
  }

  #count(cells: number): void {
    this.#cells += cells;
    if (this.#cells > workbookLimits.cells) throw tooManyCells(this.#file);
  }

  /** Fonts are numbered without a fourth. */
  #font(format: number): LegacyFont | null {
    const index = this.#fontOfFormat[format] ?? 0;
    return this.#fonts[index > 4 ? index - 1 : index] ?? null;
  }

  #fontName(data: Buffer): string | undefined {
    if (data.length < 16) return undefined;
    const length = data.readUInt8(14);
    if (!this.#isBiff8) return data.toString('latin1', 15, 15 + length);
    const isWide = (data.readUInt8(15) & 0x01) !== 0;
    return isWide ? data.toString('utf16le', 16, 16 + 2 * length) : data.toString('latin1', 16, 16 + length);
  }
}

function boxKey(row: number, column: number): number {
  return row * 65_536 + column;
}
