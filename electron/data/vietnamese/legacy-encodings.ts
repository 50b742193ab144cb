/**
 * How Vietnamese was typed before Unicode: letters drawn by special fonts over the letters of Windows-1252. `tcvn3` is
 * the one-byte code of the `.Vn…` fonts (TCVN 5712:1993, third table), `vni` the two-byte code of the `VNI-…` fonts.
 */
export type LegacyEncoding = 'tcvn3' | 'vni';

/** Windows-1252 letters of TCVN3 and what they mean, in the same order. Only seven capitals have a code. */
const tcvn3From = '¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ';
const tcvn3To = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';

/** The five tones as VNI writes them behind a letter (grave, acute, hook, tilde, dot), and the three kinds of vowels. */
const tones = 'øùûõï';
const vniPairs: readonly (readonly [base: string, marks: string, letters: string])[] = [
  ['a', tones, 'àáảãạ'],
  ['a', 'âàáåãä', 'âầấẩẫậ'],
  ['a', 'êèéúüë', 'ăằắẳẵặ'],
  ['e', tones, 'èéẻẽẹ'],
  ['e', 'âàáåãä', 'êềếểễệ'],
  ['o', tones, 'òóỏõọ'],
  ['o', 'âàáåãä', 'ôồốổỗộ'],
  ['ô', tones, 'ờớởỡợ'],
  ['u', tones, 'ùúủũụ'],
  ['ö', tones, 'ừứửữự'],
  ['y', 'øùûõ', 'ỳýỷỹ'],
];
const vniSingles: readonly (readonly [from: string, to: string])[] = [
  ['ìíæóòôöîñ', 'ìíỉĩịơưỵđ'],
  ['ÌÍÆÓÒÔÖÎÑ', 'ÌÍỈĨỊƠƯỴĐ'],
];

const tables: Readonly<Record<LegacyEncoding, ReadonlyMap<string, string>>> = { tcvn3: tcvn3Table(), vni: vniTable() };

function tcvn3Table(): Map<string, string> {
  const to = [...tcvn3To];
  const table = new Map([...tcvn3From].map((letter, index) => [letter, to[index] ?? '']));
  // The micro sign becomes the Greek letter when a program before us ran NFKC (pitfall 6f).
  return table.set('\u03BC', 'à');
}

function vniTable(): Map<string, string> {
  const table = new Map<string, string>();
  for (const [from, to] of vniSingles) {
    for (const [index, letter] of [...from].entries()) table.set(letter, to[index] ?? '');
  }
  for (const [base, marks, letters] of vniPairs) {
    for (const [index, mark] of [...marks].entries()) {
      const letter = letters[index] ?? '';
      const capital = letter.toLocaleUpperCase('vi');
      table.set(base + mark, letter);
      // `Aùnh` and `AÙNH`: the mark behind a capital is typed in either case.
      table.set(base.toUpperCase() + mark, capital);
      table.set(base.toUpperCase() + mark.toUpperCase(), capital);
    }
  }
  return table;
}

/** ASCII, the no-break space, and punctuation that these fonts draw as it is. */
const asIs = /[\n\t\r -~\u00A0\u2010-\u2026]/u;

/**
 * The text as it was meant, in NFC; null when it has a letter that the encoding has not, so that it cannot be in it.
 * The longest match counts: `ôù` is one letter, ớ (pitfall 6g). Do it before any cleaning (pitfall 6e).
 */
export function decodeLegacy(text: string, encoding: LegacyEncoding): string | null {
  const table = tables[encoding];
  let decoded = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    const pair = table.get(text.slice(at, at + 2));
    if (pair !== undefined && at + 1 < text.length) {
      decoded += pair;
      at += 1;
    } else {
      const single = table.get(letter) ?? (asIs.test(letter) ? letter : null);
      if (single === null) return null;
      decoded += single;
    }
  }
  return encoding === 'tcvn3' ? withLostCapitals(decoded) : decoded;
}

/** TCVN3 has no other accented capitals: a word that should begin with one begins with the small letter. */
const noCapitalInTcvn3 = /^[àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/u;

/** `Ma Đình ánh` -> `Ma Đình Ánh`: only where every other word has its capital, as in a name. */
function withLostCapitals(text: string): string {
  const words = text.split(' ');
  const [lost, others] = [words.filter((word) => noCapitalInTcvn3.test(word)), words.filter((word) => word !== '')];
  const capitals = others.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (lost.length === 0 || capitals === 0 || lost.length + capitals < others.length) return text;
  return words.map((word) => word.replace(noCapitalInTcvn3, (letter) => letter.toLocaleUpperCase('vi'))).join(' ');
}
