/** Tone marks as combining characters, and the vowels that carry them in the syllables this file is about. */
const tone = /[\u0300\u0301\u0303\u0309\u0323]/u;

// `q` keeps its u (Quý), and a following letter or mark closes the syllable (Hoàng, Huỳnh): both stay (pitfalls 8b, 8c).
const toneOnLastVowel = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![\p{L}\p{M}])/giu;
const toneOnFirstVowel = /(?<!q)(?:[òóỏõọ][ae]|[ùúủũụ]y)(?![\p{L}\p{M}])/giu;

function moveTone(pair: string, toVowel: 'first' | 'last'): string {
  const decomposed = pair.normalize('NFD');
  const mark = tone.exec(decomposed)?.[0] ?? '';
  const bare = decomposed.replace(tone, '');
  return (toVowel === 'first' ? bare.slice(0, 1) + mark + bare.slice(1) : bare + mark).normalize('NFC');
}

/**
 * Tone on the first vowel of open syllables in oa, oe, uy: `Hoà` -> `Hòa`, `uỷ` -> `ủy` (handbook pitfall 8).
 * Keys are computed from this spelling; case is kept.
 */
export function normaliseTone(text: string): string {
  return text.normalize('NFC').replace(toneOnLastVowel, (pair) => moveTone(pair, 'first'));
}

/** The other spelling, tone on the last vowel (`uỷ`, `hoà`), for offices that print it (document format, section 8). */
export function oldToneStyle(text: string): string {
  return text.normalize('NFC').replace(toneOnFirstVowel, (pair) => moveTone(pair, 'last'));
}
