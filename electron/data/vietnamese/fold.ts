import { cleanLine } from './clean-text.ts';
import { normaliseTone } from './tone.ts';

/** What keyboards and Word put where the names of the highlands have an apostrophe (pitfall 9d). */
const apostrophe = /[’‘ʼʻ′´`]/gu;

/**
 * For search without diacritics: lower case, no marks, đ as d, one kind of apostrophe, other punctuation as a blank.
 * `searchKey('Đặng H’Lan, xã Hoà-Lẫm')` is `dang h'lan xa hoa lam`. (NFD alone leaves đ: handbook 6.2.)
 */
export function searchKey(text: string): string {
  return cleanLine(text)
    .toLocaleLowerCase('vi')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(apostrophe, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

/**
 * For equality of names: two spellings of one name (case, tone placement, apostrophe, Unicode form) have one key;
 * diacritics count, and so does a distinguishing mark such as `(1)`.
 */
export function nameKey(text: string): string {
  return normaliseTone(cleanLine(text)).toLocaleLowerCase('vi').replace(apostrophe, "'");
}

/** For headings of workbooks: the search key without any punctuation (pitfall 3). */
export function headingKey(text: string): string {
  return searchKey(text).replaceAll("'", ' ').replace(/ +/gu, ' ').trim();
}
