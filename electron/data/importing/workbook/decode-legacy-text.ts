import { decodeLegacy, type LegacyEncoding } from '../../vietnamese/legacy-encodings.ts';
import { syllableScore } from '../../vietnamese/syllables.ts';
import type { LegacyFont } from './legacy-fonts.ts';
import { packRows } from './pack-rows.ts';
import { PackedRows } from './packed-rows.ts';
import { type CellValue, type DecodedColumn, type GridRow, mapRows, type SheetGrid } from './sheet-grid.ts';

type Encoding = LegacyEncoding | 'unicode';
type TextCell = Extract<CellValue, { type: 'text' }>;

/** What a text would say in one encoding, and how Vietnamese that is; null: it cannot be in it. */
type Readings = Record<Encoding, { text: string; score: number } | null>;

const encodings = ['unicode', 'tcvn3', 'vni'] as const;
const samplesShown = 20;

/** What a text is before its column is looked at. */
const nature = { unknown: 0, ascii: 1, unicode: 2, doubtful: 3 } as const;

const beyondAscii = /[^\p{ASCII}]/u;

/** Letters of Vietnamese that no legacy text has, and combining marks: the text is Unicode already. */
const surelyUnicode = /[\u0102-\u0111\u0128\u0129\u0168\u0169\u01A0-\u01B0\u1EA0-\u1EF9]|\p{Mn}/u;

/**
 * Turns text of the time before Unicode into Unicode and notes what was turned in `sheet.decoded`: by the font where it
 * is such a font, else by letter statistics of the text, its column and the sheet, in that order. Old files mix
 * encodings by column and by box (pitfall 6). Must come before any cleaning. A sheet with nothing to turn keeps its rows.
 */
export function decodeLegacyText(sheet: SheetGrid): void {
  const packed = packRows(sheet.rows);
  const scores = new Scores(packed.texts);
  new PackedRows(packed).eachText((column, text, font) => scores.add(column, text, font));
  if (!scores.doubtful().some(({ column, box }) => scores.decoded(column, box) !== null)) return;
  const rows = mapRows(sheet.rows, (row) => decodedRow(row, sheet, scores));
  sheet.rows = new PackedRows(packRows(rows));
}

function decodedRow(row: GridRow, sheet: SheetGrid, scores: Scores): GridRow {
  const cells = new Map<number, CellValue>();
  for (const [column, value] of row.cells) {
    const decoded = value.type === 'text' ? scores.decoded(column, value) : null;
    cells.set(column, decoded === null || value.type !== 'text' ? value : { type: 'text', text: decoded.text });
    if (decoded === null || value.type !== 'text') continue;
    note(sheet, column, decoded.encoding, { row: row.number, before: value.text, after: decoded.text });
  }
  return { ...row, cells };
}

/** How well each encoding fits a column, and the whole sheet. */
class Scores {
  readonly #readings = new Map<string, Readings>();
  readonly #columns = new Map<number, Record<Encoding, number>>();
  readonly #sheet = { unicode: 0, tcvn3: 0, vni: 0 };

  /** What may need decoding, each once: by column, then by text and font. */
  readonly #doubtful = new Map<number, Map<string, TextCell>>();

  /** What each of the texts is by itself; `unknown` until a box has it. */
  readonly #texts: readonly string[];
  readonly #nature: Uint8Array;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    this.#nature = new Uint8Array(texts.length);
  }

  #natureOf(place: number): number {
    const known = this.#nature[place] ?? nature.unknown;
    if (known !== nature.unknown) return known;
    const text = this.#texts[place] ?? '';
    const found = !beyondAscii.test(text) ? nature.ascii : surelyUnicode.test(text) ? nature.unicode : nature.doubtful;
    this.#nature[place] = found;
    return found;
  }

  /** Takes a box into account: text by its place. */
  add(column: number, place: number, font: LegacyFont | null): void {
    const found = this.#natureOf(place);
    if (found === nature.ascii && font === null) return;
    const sums = this.#columns.get(column) ?? { unicode: 0, tcvn3: 0, vni: 0 };
    this.#columns.set(column, sums);
    if (found === nature.unicode && font === null) {
      sums.unicode += 1;
      this.#sheet.unicode += 1;
      return;
    }
    const text = this.#texts[place] ?? '';
    const readings = this.readings(text);
    const inColumn = this.#doubtful.get(column) ?? new Map<string, TextCell>();
    const box: TextCell = font === null ? { type: 'text', text } : { type: 'text', text, font };
    this.#doubtful.set(column, inColumn.set(`${font ?? ''} ${text}`, box));
    if (readings === null && found !== nature.unicode) return;
    for (const encoding of encodings) {
      const score = readings === null ? Number(encoding === 'unicode') : (readings[encoding]?.score ?? -1);
      sums[encoding] += score;
      this.#sheet[encoding] += score;
    }
  }

  /** Null: nothing to decide, the text is plain ASCII or surely Unicode. */
  readings(text: string): Readings | null {
    if (!beyondAscii.test(text) || surelyUnicode.test(text)) return null;
    const known = this.#readings.get(text);
    if (known !== undefined) return known;
    const readings = readingsOf(text);
    this.#readings.set(text, readings);
    return readings;
  }

  doubtful(): { column: number; box: TextCell }[] {
    return [...this.#doubtful].flatMap(([column, boxes]) => Array.from(boxes.values(), (box) => ({ column, box })));
  }

  /** What a box of the column says when it is decoded, once all have been added; null: it stays as it is. */
  decoded(column: number, box: TextCell): { encoding: LegacyEncoding; text: string } | null {
    // From the narrower to the wider view.
    const wider = [this.#columns.get(column) ?? this.#sheet, this.#sheet];
    return decodedText(box, this.readings(box.text), wider);
  }
}

function readingsOf(text: string): Readings {
  const reading = (decoded: string | null) =>
    decoded === null ? null : { text: decoded, score: syllableScore(decoded) };
  return {
    unicode: reading(text),
    tcvn3: reading(decodeLegacy(text, 'tcvn3')),
    vni: reading(decodeLegacy(text, 'vni')),
  };
}

function decodedText(
  { text, font }: TextCell,
  readings: Readings | null,
  wider: readonly Record<Encoding, number>[],
): { encoding: LegacyEncoding; text: string } | null {
  const drawnAs = font === 'tcvn3_capitals' ? 'tcvn3' : font;
  if (readings === null) {
    // Plain letters under a font that draws capitals are capitals all the same (pitfall 6c).
    const capitals = font === 'tcvn3_capitals' && !surelyUnicode.test(text) ? text.toUpperCase() : text;
    return capitals === text ? null : { encoding: 'tcvn3', text: capitals };
  }
  const encoding = drawnAs !== undefined && fits(readings, drawnAs) ? drawnAs : bestOf(readings, wider);
  const decoded = encoding === 'unicode' ? null : readings[encoding]?.text;
  if (decoded == null || encoding === 'unicode' || decoded === text) return null;
  return { encoding, text: font === 'tcvn3_capitals' ? decoded.toLocaleUpperCase('vi') : decoded };
}

/** A font says what it draws, unless the text reads better as it stands: many retyped in Unicode and kept the font. */
function fits(readings: Readings, encoding: LegacyEncoding): boolean {
  const decoded = readings[encoding];
  return decoded !== null && decoded.score >= (readings.unicode?.score ?? 0);
}

/** The best reading of the text; where several are as good, the one that fits its column, then its sheet. */
function bestOf(readings: Readings, wider: readonly Record<Encoding, number>[]): Encoding {
  let candidates: Encoding[] = encodings.filter((encoding) => readings[encoding] !== null);
  for (const scoreOf of [
    (encoding: Encoding) => readings[encoding]?.score ?? 0,
    ...wider.map((sums) => (encoding: Encoding) => sums[encoding]),
  ]) {
    const best = Math.max(...candidates.map(scoreOf));
    candidates = candidates.filter((encoding) => scoreOf(encoding) === best);
  }
  return candidates[0] ?? 'unicode';
}

function note(
  sheet: SheetGrid,
  column: number,
  encoding: LegacyEncoding,
  sample: DecodedColumn['samples'][number],
): void {
  let entry = sheet.decoded.find((known) => known.column === column && known.encoding === encoding);
  if (!entry) {
    entry = { column, encoding, boxes: 0, samples: [], originals: new Map() };
    sheet.decoded.push(entry);
  }
  entry.boxes += 1;
  entry.originals.set(sample.after, sample.before);
  if (entry.samples.length < samplesShown) entry.samples.push(sample);
}
