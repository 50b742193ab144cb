import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ValueDecision } from '../../../contract/import-decisions.ts';
import type { Tables } from '../../schema/database.ts';
import { nameKey } from '../../vietnamese/fold.ts';
import { remembered } from '../../vietnamese/remembered.ts';

export type CodeList =
  | 'ethnic_groups'
  | 'religions'
  | 'general_education'
  | 'professional_education'
  | 'political_theory'
  | 'cell_types'
  | 'petition_fields'
  /** Degrees, schooling and political theory in one column: codes are `list:code`. */
  | 'education';

/** The lists that a column headed only `Trình độ` may speak of. */
export const educationLists = ['professional_education', 'general_education', 'political_theory'] as const;

/** Two letters of a course of political theory stand for other things elsewhere: `CC` (pitfall 12e). */
const sureLength = 3;

/** A code found for a spelling; `rest` is what followed it (`Đại học Luật` -> 4, `Luật`). */
export interface CodeMatch {
  code: string;
  rest: string | null;
}

/** Diacritics count (`Tầy` is not `Tày`); case, tone placement and blanks round hyphens do not. */
export function codeKey(text: string): string {
  return nameKey(text)
    .replace(/\s*[-–]\s*/gu, '-')
    .replace(/[.;,]+$/u, '');
}

/** Remembered of each list: a column has a few words, again and again. */
const mostWords = 5_000;

const aliases = z.array(z.string());

/** The office's code lists, by every spelling it knows. */
export class CodeBook {
  readonly #codes = new Map<string, Map<string, string>>();
  readonly #finders = new Map<CodeList, (text: string) => CodeMatch | null>();
  readonly #labels = new Map<string, string>();
  readonly #merged = new Map<string, { name: string; since: string | null }>();

  /** `learnt` words never stand against a spelling of the list itself; of two the first counts. */
  constructor(
    rows: readonly { list: string; code: string; label: string; aliases: string; valid_from: string | null }[],
    learnt: readonly ValueDecision[] = [],
  ) {
    for (const row of rows) {
      const list = this.#codes.get(row.list) ?? new Map<string, string>();
      for (const spelling of [row.label, ...aliases.parse(JSON.parse(row.aliases))]) {
        const key = codeKey(spelling);
        if (!list.has(key)) list.set(key, row.code);
      }
      this.#codes.set(row.list, list);
      this.#labels.set(`${row.list}|${row.code}`, row.label);
      if (row.list !== 'former_provinces') continue;
      for (const name of aliases.parse(JSON.parse(row.aliases))) {
        this.#merged.set(codeKey(name), { name: row.label, since: row.valid_from });
      }
    }
    this.#gatherEducation();
    for (const { list, text, code } of learnt) {
      const codes = this.#codes.get(list);
      const key = codeKey(text);
      if (codes && !codes.has(key) && this.#labels.has(`${list}|${code}`)) codes.set(key, code);
    }
  }

  /** What only one of the lists of education knows; what several know must be asked (pitfall 12f). */
  #gatherEducation(): void {
    const known = new Map<string, string | null>();
    for (const list of educationLists) {
      for (const [key, code] of this.#codes.get(list) ?? []) {
        const isUnsure = known.has(key) || (list === 'political_theory' && key.length < sureLength);
        known.set(key, isUnsure ? null : `${list}:${code}`);
      }
    }
    for (const [list, code] of [...this.#labels.keys()].map((key) => key.split('|'))) {
      if (educationLists.some((one) => one === list)) this.#labels.set(`education|${list}:${code}`, '');
    }
    this.#codes.set('education', new Map([...known].flatMap(([key, code]) => (code === null ? [] : [[key, code]]))));
  }

  /** What a province that was merged is called now, and since when; null: it was not (pitfall 11b). */
  provinceNow(name: string): { name: string; since: string | null } | null {
    return this.#merged.get(codeKey(name)) ?? null;
  }

  /** The label of a code; the code itself when the list has it no more. */
  label(list: CodeList, code: string): string {
    return this.#labels.get(`${list}|${code}`) ?? code;
  }

  /** The code of a spelling, or of its longest known beginning of whole words. */
  find(list: CodeList, text: string): CodeMatch | null {
    const finder = this.#finders.get(list) ?? remembered((word) => this.#find(list, word), mostWords);
    this.#finders.set(list, finder);
    return finder(text);
  }

  #find(list: CodeList, text: string): CodeMatch | null {
    const codes = this.#codes.get(list);
    const exact = codes?.get(codeKey(text));
    if (exact !== undefined) return { code: exact, rest: null };
    const words = text.split(' ');
    for (let length = words.length - 1; length > 0; length -= 1) {
      const code = codes?.get(codeKey(words.slice(0, length).join(' ')));
      if (code !== undefined) return { code, rest: words.slice(length).join(' ') };
    }
    return null;
  }
}

/** The code lists with the words the office has learnt for their entries; `said`: those of an import that is not written yet. */
export async function loadCodeBook(db: Kysely<Tables>, said: readonly ValueDecision[] = []): Promise<CodeBook> {
  const rows = await db.selectFrom('code_list').select(['list', 'code', 'label', 'aliases', 'valid_from']).execute();
  const learnt = await db.selectFrom('learnt_value').select(['list', 'typed as text', 'code']).execute();
  return new CodeBook(rows, [...said, ...learnt]);
}
