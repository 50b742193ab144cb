import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../schema/database.ts';
import { QuotaBook } from './quota-rule.ts';

const kinds = z.array(z.string());

/** Kinds of meetings and events as the column holds them. Throws ZodError on anything else. */
export function parseCountedKinds(json: string): string[] {
  return kinds.parse(JSON.parse(json));
}

/** Regulations with their quotas, and the dated titles of officials, in two statements. */
export async function readQuotaBook(db: Kysely<Tables>): Promise<QuotaBook> {
  const [quotas, titles] = await Promise.all([
    db
      .selectFrom('quota')
      .innerJoin('regulation', 'regulation.id', 'quota.regulation_id')
      .selectAll('quota')
      .select(['regulation.number_symbol', 'regulation.valid_from', 'regulation.valid_to'])
      .orderBy('regulation.valid_from', 'desc')
      .orderBy('quota.position')
      .orderBy('quota.id')
      .execute(),
    db
      .selectFrom('official_title')
      .select(['official_id', 'title_group', 'valid_from', 'valid_to'])
      .orderBy('valid_from')
      .orderBy('id')
      .execute(),
  ]);
  return new QuotaBook(
    quotas.map((row) => ({
      id: row.id,
      regulation: row.number_symbol,
      titleGroup: row.title_group,
      minVisits: row.min_visits,
      cycle: row.cycle,
      countedKinds: parseCountedKinds(row.counted_kinds),
      scope: row.scope,
      perCell: row.per_cell === 1,
      proration: row.proration,
      valid_from: row.valid_from,
      valid_to: row.valid_to,
    })),
    titles.map(({ official_id, title_group, ...dated }) => ({
      officialId: official_id,
      titleGroup: title_group,
      ...dated,
    })),
  );
}
