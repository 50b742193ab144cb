import type { Kysely } from 'kysely';
import { loadCodeLists } from '../rules/code-lists.ts';
import { loadDefaultRules } from '../rules/default-rules.ts';
import type { Tables } from '../schema/database.ts';
import type { Office } from './office.ts';

/**
 * Gives an office of an older program the code lists and rules that it does not know at all yet. Lists and rules it has
 * stay as the office keeps them.
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
    db.selectFrom('code_list').select('list').distinct().execute(),
    db.selectFrom('rule').select('code').distinct().execute(),
  ]);
  const knownLists = new Set(lists.map(({ list }) => list));
  const knownCodes = new Set(codes.map(({ code }) => code));
  return {
    lists: loadCodeLists(resourcesDir).filter(({ list }) => !knownLists.has(list)),
    rules: loadDefaultRules(resourcesDir).filter(({ code }) => !knownCodes.has(code)),
  };
}
