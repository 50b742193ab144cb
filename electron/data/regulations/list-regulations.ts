import type { Kysely } from 'kysely';
import type { RegulationRecord } from '../../contract/regulations.ts';
import { parseCountedKinds } from '../assignments/read-quota-book.ts';
import type { Tables } from '../schema/database.ts';

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
  const rows = await db
    .selectFrom('code_list')
    .select(['list', 'code', 'label'])
    .where('list', 'in', ['title_groups', 'event_kinds'])
    .orderBy('position')
    .execute();
  const of = (list: string) => rows.filter((row) => row.list === list).map(({ code, label }) => ({ code, label }));
  return { title_groups: of('title_groups'), event_kinds: of('event_kinds') };
}
