const initials = ['', ...'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')];
const vowels = 'a ă â e ê i o oo ô ơ u ư y ia iê ya yê ua uô uơ uâ uê uy uya uyê ưa ươ oa oă oe'.split(' ');
const finals = ['', ...'c ch i m n ng nh o p t u y'.split(' ')];

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/u;
const shape = new RegExp(`^(?:${byLength(initials)})(?:${byLength(vowels)})(${byLength(finals)})$`, 'u');

function byLength(parts: readonly string[]): string {
  return parts.toSorted((a, b) => b.length - a.length).join('|');
}

/**
 * Whether the word can be a Vietnamese syllable by its letters and its tone: an initial, a vowel, a final, one tone at
 * most, and only sắc or nặng before c, ch, p, t. More is let through than the language has; what it lets through by
 * chance is rare enough to tell right from wrong decodings.
 */
export function isSyllable(word: string): boolean {
  const decomposed = word.toLocaleLowerCase('vi').normalize('NFD');
  const tone = toneMarks.exec(decomposed)?.[0] ?? '';
  const rest = decomposed.replace(tone, '').normalize('NFC');
  const final = shape.exec(rest)?.[1];
  if (final === undefined) return false;
  return !/^(?:c|ch|p|t)$/u.test(final) || tone === '\u0301' || tone === '\u0323';
}

/** How Vietnamese a text is: syllables less words that are none. Words in plain ASCII say nothing and do not count. */
export function syllableScore(text: string): number {
  let score = 0;
  for (const word of text.split(/[\s\u0021-\u0040\u005B-\u0060\u007B-\u007E\u00A0\u2010-\u2026]+/u)) {
    if (/[^\p{ASCII}]/u.test(word)) score += isSyllable(word) ? 1 : -1;
  }
  return score;
}
