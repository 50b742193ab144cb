import type { Kysely } from 'kysely';
import { loadCodeLists } from '../rules/code-lists.ts';
import { loadDefaultRules } from '../rules/default-rules.ts';
import type { Tables } from '../schema/database.ts';
import { searchKey } from '../vietnamese/fold.ts';
import type { Office } from './office.ts';

/**
 * Gives an office of an older program the entries of code lists and the rules that it does not know yet. What it has
 * stays as the office keeps it: an entry it no longer uses is ended and never gone, so what is missing was never there. An
 * entry it wrote itself under another code is not doubled.
 */
export async function addNewDefaults(office: Office, resourcesDir: string): Promise<void> {
  const missing = await missingDefaults(office.db, resourcesDir);
  const count = missing.lists.length + missing.rules.length;
  if (count === 0) return;
  await office.write('Bổ sung danh mục, quy tắc', `${count} mục của phiên bản mới`, async (db) => {
    if (missing.lists.length > 0) await db.insertInto('code_list').values(missing.lists).execute();
    if (missing.rules.length > 0) await db.insertInto('rule').values(missing.rules).execute();
  });
}

async function missingDefaults(db: Kysely<Tables>, resourcesDir: string) {
  const [lists, codes] = await Promise.all([
    db.selectFrom('code_list').select(['list', 'code', 'label', 'position']).execute(),
    db.selectFrom('rule').select('code').distinct().execute(),
  ]);
  const known = new Set(lists.flatMap(({ list, code, label }) => [`${list} ${code}`, `${list}: ${searchKey(label)}`]));
  const ends = new Map<string, number>();
  for (const { list, position } of lists) ends.set(list, Math.max(ends.get(list) ?? 0, position));
  const knownCodes = new Set(codes.map(({ code }) => code));
  return {
    lists: loadCodeLists(resourcesDir)
      .filter(({ list, code, label }) => !known.has(`${list} ${code}`) && !known.has(`${list}: ${searchKey(label)}`))
      .map((row) => ({ ...row, position: (ends.get(row.list) ?? -1) + 1 + row.position })),
    rules: loadDefaultRules(resourcesDir).filter(({ code }) => !knownCodes.has(code)),
  };
}
