import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { ImportSheetKind, importField, unknownValue } from '../../../contract/import-decisions.ts';
import { readCodeChoices } from '../../rules/code-choices.ts';
import type { Tables } from '../../schema/database.ts';
import { listTitle } from '../../settings/code-lists.ts';
import { today } from '../../today.ts';
import { educationLists } from '../match/code-book.ts';
import { loadDictionary } from '../recognise/dictionary.ts';
import type { ImportDraft } from './import-draft.ts';

/** The words of the files that no list knew, the most frequent first, with what was said of them (pitfall 12). */
export async function unknownValues(
  db: Kysely<Tables>,
  { asked, decisions }: ImportDraft,
): Promise<z.infer<typeof unknownValue>[]> {
  const entries = await readCodeChoices(db, today());
  const choices = Map.groupBy(
    entries.filter(({ ended }) => !ended),
    ({ list }) => list,
  );
  const said = new Map(decisions.values.map(({ list, text, code }) => [`${list}|${text}`, code]));
  return [...asked.values()]
    .sort((a, b) => b.rows - a.rows)
    .map(({ list, text, rows }) => ({
      list,
      list_title: listTitle(list),
      text,
      rows,
      code: said.get(`${list}|${text}`) ?? null,
      choices: choicesOf(list, choices),
    }));
}

/** The entries of a list; where the column may be of several, those of all of them, each with the name of its list (12f). */
function choicesOf(
  list: string,
  entries: ReadonlyMap<string, readonly { code: string; label: string }[]>,
): { code: string; label: string }[] {
  if (list !== 'education') return (entries.get(list) ?? []).map(({ code, label }) => ({ code, label }));
  return educationLists.flatMap((one) =>
    (entries.get(one) ?? []).map(({ code, label }) => ({
      code: `${one}:${code}`,
      label: `${listTitle(one)}: ${label}`,
    })),
  );
}

/** The fields that columns of a kind of sheet may be taken for. */
export function importFields(resourcesDir: string, kind: ImportSheetKind): z.infer<typeof importField>[] {
  const { kinds, labels } = loadDictionary(resourcesDir);
  const dictionary = kinds.find((one) => one.kind === kind);
  if (!dictionary) return [];
  return [...(labels.get(dictionary.kind) ?? [])].map(([field, label]) => ({
    field,
    label,
    required: dictionary.required.includes(field),
  }));
}
