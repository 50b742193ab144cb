import { cleanLine } from './clean-text.ts';
import { canonicalName, parsePersonName } from './names.ts';
import { normaliseTone } from './tone.ts';

// Primary order: punctuation as in CLDR's root collation, digits, letters of the Vietnamese alphabet with f j w z at
// their Latin places. The order is that of Intl.Collator('vi'), which the tests hold against it.
const punctuation = ' _-–—,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$';
const alphabet = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';

/** No mark, huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries and of the collator. */
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** Lower than every weight, so that a word precedes its continuations and levels end cleanly. */
const end = '!';
const firstWeight = 0x22;
const digitWeight = String.fromCharCode(firstWeight + punctuation.length);
const otherWeight = '~';
const longestNumber = 60;

type Weights = { primary: string; tone: string; capital: string };

function buildWeights(): ReadonlyMap<string, Weights> {
  const weights = new Map<string, Weights>();
  [...punctuation].forEach((character, index) => {
    weights.set(character, { primary: String.fromCharCode(firstWeight + index), tone: '0', capital: '0' });
  });
  [...alphabet].forEach((letter, index) => {
    const primary = String.fromCharCode(firstWeight + punctuation.length + 1 + index);
    tones.forEach((mark, tone) => {
      const toned = (letter + mark).normalize('NFC');
      if ([...toned].length > 1) return;
      weights.set(toned, { primary, tone: String(tone), capital: '0' });
      weights.set(toned.toLocaleUpperCase('vi'), { primary, tone: String(tone), capital: '1' });
    });
  });
  return weights;
}

const weights = buildWeights();

/** A character outside the table: after all letters, by code point. Six digits keep the key free of surrogates. */
function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(6, '0');
}

function numberWeight(digits: string): string {
  const significant = digits.replace(/^0+(?=\d)/u, '');
  return digitWeight + String.fromCharCode(firstWeight + significant.length) + significant;
}

const part = new RegExp(`\\d{1,${longestNumber}}|.`, 'gsu');

function weightsOf(text: string): Weights {
  const known = weights.get(text);
  if (known) return known;
  if (/^\d/u.test(text)) return { primary: numberWeight(text), tone: '0', capital: '0' };
  const [base = '', ...marks] = text.normalize('NFD');
  const otherMarks = (characters: string[]) => characters.map((mark) => `9${codePoint(mark)}`).join('');
  if (/\p{M}/u.test(base)) return { primary: '', tone: otherMarks([base, ...marks]), capital: '' };
  const letter = weights.get(base) ?? { primary: otherWeight + codePoint(base), capital: '0' };
  return { primary: letter.primary, tone: `0${otherMarks(marks)}`, capital: letter.capital };
}

/** Three levels, each closed by `end`: letters of the whole text, then tones, then capitals. */
function levels(text: string): string {
  const found = (text.match(part) ?? []).map(weightsOf);
  const level = (name: keyof Weights) => found.map((character) => character[name]).join('');
  return level('primary') + end + level('tone').replace(/0+$/u, '') + end + level('capital').replace(/0+$/u, '') + end;
}

/** Word's quotation marks and ellipsis sort as the plain ones; the apostrophes of names match one another (9d). */
function plainPunctuation(text: string): string {
  return text.replace(/[’‘ʼ]/gu, "'").replace(/[“”„]/gu, '"').replaceAll('…', '...');
}

/** Two keys, days or ids in binary order, as SQLite has them: for `sort`. */
export function compareKeys(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/**
 * A key whose plain byte order (SQLite BINARY, JavaScript `<`) is the Vietnamese order of the text, numbers by value:
 * `thôn 2` before `thôn 10`. Only ASCII; two spellings of one tone have one key.
 */
export function collationKey(text: string): string {
  return levels(plainPunctuation(normaliseTone(cleanLine(text))));
}

/**
 * Key of a person's name: given name, then family name, then middle names, each compared whole (pitfall 9, and handbook
 * 6.2 "word by word"). A distinguishing mark such as `(B)` only orders people whose names are otherwise equal.
 */
export function sortKey(name: string): string {
  const parts = parsePersonName(canonicalName(name));
  if (parts === null) return collationKey(name);
  const { given, family, middle, mark } = parts;
  return [given, family, middle, mark ?? ''].map((field) => levels(plainPunctuation(field))).join('');
}

/**
 * Start-up self-test (handbook 6.2): a stripped ICU has no Vietnamese order, and lists sorted by the window would then
 * differ from those sorted by the database. Throws an Error naming the first pair out of order.
 */
export function assertVietnameseCollation(): void {
  const { compare } = new Intl.Collator('vi');
  for (const [lower, higher] of [
    ['Dz', 'Đa'],
    ['mả', 'mã'],
    ['mã', 'má'],
  ] as const) {
    if (compare(lower, higher) >= 0) throw new Error(`Intl.Collator('vi') does not sort ${lower} before ${higher}`);
    if (collationKey(lower) >= collationKey(higher)) throw new Error(`collationKey does not sort ${lower} first`);
  }
}
