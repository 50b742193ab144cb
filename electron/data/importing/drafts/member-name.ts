import { canonicalName } from '../../vietnamese/names.ts';
import { remembered } from '../../vietnamese/remembered.ts';
import { sortKey } from '../../vietnamese/sort-key.ts';
import { isSyllable } from '../../vietnamese/syllables.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import { lineValue } from '../values/plain-values.ts';

export interface MemberName {
  name: string;
  /** Where the sheet says by what to sort: the column `Tên` of a split name (9c), or one for it (9d); else null. */
  sortKey: string | null;
}

const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * Without the tones an export left on consonants or put twice on a vowel (pitfall 7c). The marks of other languages of the
 * country stay: `ñ`, `ĕ`.
 */
function withoutStrayTones(name: string): string {
  const repaired = name.normalize('NFD').replace(/(\p{L}|^| )(\p{M}+)/gu, (_, base: string, marks: string) => {
    const isVowel = /^[aeiouy]$/iu.test(base);
    let tones = 0;
    const kept = marks.replace(toneMark, (tone) => {
      tones += 1;
      return (isVowel && tones === 1) || (/^n$/iu.test(base) && tone === '\u0303') ? tone : '';
    });
    return base + kept;
  });
  return repaired.normalize('NFC');
}

/** Names repeat, the more so the bigger the list. */
const repairedName = remembered((typed) => {
  const written = canonicalName(typed);
  const name = canonicalName(withoutStrayTones(written));
  return { written, name, isOdd: name !== written || runsTogether(name) };
}, 20_000);

/**
 * The name of a member, from one column or from `Họ đệm` and `Tên`. What an export mangled is put in order as far as it can
 * be and listed for repair by hand.
 */
export function memberName(context: SheetContext, row: SheetRow): MemberName | null {
  const full = lineValue(row, 'full_name');
  const given = full ?? lineValue(row, 'given_name');
  const parts = [lineValue(row, 'family_and_middle_name'), given].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const { written, name, isOdd } = repairedName(parts.join(' '));
  if (isOdd) context.report(row, 'full_name', 'name_for_repair', { value: written });
  const sortAs = lineValue(row, 'sort_as');
  if (sortAs !== null) return { name, sortKey: sortKey(canonicalName(sortAs)) };
  return { name, sortKey: parts.length === 2 && given?.includes(' ') ? splitKey(parts[0] ?? '', given) : null };
}

/** A given name of several words sorts as one: `Pa Hôn`. The no-break blank keeps it together. */
function splitKey(family: string, given: string): string {
  return sortKey(`${canonicalName(family)} ${canonicalName(given).replaceAll(' ', '-')}`);
}

/** One word that begins several: `NguyễnVănAn`, or `Nguyễnvănan` of the same export in capitals. */
function runsTogether(name: string): boolean {
  if (name.includes(' ')) return false;
  if (/\p{Ll}\p{Lu}/u.test(name)) return true;
  return /^\p{L}{8,}$/u.test(name) && !isSyllable(name);
}
