import { rightOf } from '../contract/rights.ts';
import { cleanText } from './vietnamese/clean-text.ts';

/** What must reach the rooms letter by letter: where a file is, what opens one, what a draft was made from. */
const exact: ReadonlySet<string> = new Set(['path', 'to', 'file', 'secret', 'passphrase', 'base']);

/**
 * Whether a procedure writes what people type. Reading names records and rows by what the office gave out; an import
 * names sheets and boxes of the clerk's own file.
 */
function keepsText([room, ...rest]: readonly string[]): boolean {
  if (room === 'imports') return false;
  const path = [room ?? '', ...rest];
  return rightOf(path) !== 'view' || path.join('.') === 'people.note';
}

/**
 * Cleans every text of a checked input where it stands (`cleanText`: one Unicode form, nothing invisible, nothing that a
 * document cannot hold), so that no room can forget to. Returns whether a text is empty now that was not before.
 */
export function cleanInput(path: readonly string[], input: unknown): boolean {
  return keepsText(path) && cleanInside(input);
}

function cleanInside(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  let emptied = false;
  for (const [key, part] of Object.entries(value)) {
    if (typeof part !== 'string') emptied = cleanInside(part) || emptied;
    else if (!exact.has(key)) {
      const clean = cleanText(part);
      if (clean === part) continue;
      emptied ||= clean === '';
      Reflect.set(value, key, clean);
    }
  }
  return emptied;
}
