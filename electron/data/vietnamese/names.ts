import { cleanLine } from './clean-text.ts';
import { normaliseTone } from './tone.ts';

/**
 * A person's name as written, and its parts. Family name first, given name last; a one-word name is a given name.
 * `mark` tells namesakes apart (`B` of `Nguyễn Văn An (B)`): part of `full`, of no other field (pitfall 9e).
 */
export type PersonName = { full: string; family: string; middle: string; given: string; mark: string | null };

/** A letter that begins a word, also after an apostrophe (U+02BC is itself a letter), a hyphen or a full stop. */
const wordStart = /(?<![[\p{L}\p{M}]--[\u02BC]])\p{L}/gv;

function withoutCapitals(words: string): string {
  // Nearly every name: the language's own lower case, which is dear, need not be asked.
  if (/[a-z]/u.test(words)) return words;
  const lower = words.toLocaleLowerCase('vi');
  if (words === lower || words !== words.toLocaleUpperCase('vi')) return words;
  return lower.replace(wordStart, initial).normalize('NFC');
}

/** A letter as it begins a word. Of one that has two capitals (ß, SS) only the first: again, it would be taken for a name in capitals. */
function initial(letter: string): string {
  const [first = '', ...others] = letter.toLocaleUpperCase('vi');
  return first + others.join('').toLocaleLowerCase('vi');
}

/**
 * Cleans and splits a name. A name all in CAPITALS gets initial capitals (pitfall 9b); the tone stays where the paper
 * has it (pitfall 8). `null` when there is no letter outside the brackets.
 */
export function parsePersonName(raw: string): PersonName | null {
  const cleaned = cleanLine(raw);
  const marked = cleaned.endsWith(')') ? /^(.*?) ?\(([^()]*)\)$/u.exec(cleaned) : null;
  const mark = marked?.[2]?.trim() || null;
  const name = withoutCapitals(marked?.[1] ?? cleaned);
  if (!/\p{L}/u.test(name)) return null;
  const words = name.split(' ');
  const given = words.at(-1) ?? '';
  const family = words.length > 1 ? (words[0] ?? '') : '';
  return {
    full: mark === null ? name : `${name} (${mark})`,
    family,
    middle: words.slice(1, -1).join(' '),
    given,
    mark,
  };
}

/** The name as it is stored: cleaned, without capitals throughout, tone as in *Hòa*. Text that is no name: cleaned. */
export function canonicalName(raw: string): string {
  return normaliseTone(parsePersonName(raw)?.full ?? cleanLine(raw));
}

/** The name as it is shown. */
export function displayName(raw: string): string {
  return canonicalName(raw);
}
