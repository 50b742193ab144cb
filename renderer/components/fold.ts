/** For search without diacritics on what is already in the window: lower case, no marks, đ as d. */
export function fold(text: string): string {
  return text
    .toLocaleLowerCase('vi')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

/** True when every word of `wanted` begins a word of `text`, diacritics aside, in any order. */
export function matchesWords(text: string, wanted: string): boolean {
  const words = ` ${fold(text)}`;
  return fold(wanted)
    .split(' ')
    .every((word) => words.includes(` ${word}`));
}
