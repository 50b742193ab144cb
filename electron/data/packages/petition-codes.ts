import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { jsonList } from './match-records.ts';
import type { TablePlan } from './plan-table.ts';

/** Two offices number their petitions alike: a code that is taken here says whose it is, `KN-07 (Đảng ủy xã An Bình)`. */
export async function freeCodes(db: Kysely<Tables>, plan: TablePlan, sender: string): Promise<void> {
  const at = plan.columns.indexOf('code');
  const codes = plan.inserts.map((row) => String(row[at]));
  const wanted = codes.flatMap((code) => [code, named(code, sender)]);
  const rows = await db.selectFrom('petition').select('code').where('code', 'in', jsonList(wanted)).execute();
  const taken = new Set(rows.map(({ code }) => code));
  for (const row of plan.inserts) {
    let code = String(row[at]);
    if (taken.has(code)) code = named(code, sender);
    for (let count = 2; taken.has(code); count += 1) code = `${named(String(row[at]), sender)} ${count}`;
    taken.add(code);
    row[at] = code;
  }
}

function named(code: string, sender: string): string {
  return `${code} (${sender})`;
}
