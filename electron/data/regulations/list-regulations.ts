import type { Kysely } from 'kysely';
import type { RegulationRecord } from '../../contract/regulations.ts';
import { parseCountedKinds } from '../assignments/read-quota-book.ts';
import { codeChoicesOf } from '../rules/code-choices.ts';
import type { Tables } from '../schema/database.ts';
import { today } from '../today.ts';

/** All regulations with their quotas, the one that began last first. */
export async function listRegulations(db: Kysely<Tables>): Promise<RegulationRecord[]> {
  const [regulations, quotas] = await Promise.all([
    db.selectFrom('regulation').selectAll().orderBy('valid_from', 'desc').orderBy('id').execute(),
    db.selectFrom('quota').selectAll().orderBy('position').orderBy('id').execute(),
  ]);
  const byRegulation = Map.groupBy(quotas, ({ regulation_id }) => regulation_id);
  return regulations.map((regulation) => ({
    ...regulation,
    quotas: (byRegulation.get(regulation.id) ?? []).map((quota) => ({
      id: quota.id,
      title_group: quota.title_group,
      min_visits: quota.min_visits,
      cycle: quota.cycle,
      counted_kinds: parseCountedKinds(quota.counted_kinds),
      scope: quota.scope,
      per_cell: quota.per_cell === 1,
      proration: quota.proration,
      note: quota.note,
    })),
  }));
}

/** The codes a quota may name, in the order of the office's lists. */
export async function quotaChoices(db: Kysely<Tables>) {
  const [title_groups, event_kinds] = await Promise.all([
    codeChoicesOf(db, 'title_groups', today()),
    codeChoicesOf(db, 'event_kinds', today()),
  ]);
  return { title_groups, event_kinds };
}
