import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../schema/database.ts';
import { readMadeHere } from './made-here.ts';

/**
 * Meetings whose list of attendance was written or changed in the office, by the audit log: what an import wrote is the
 * file's own, and what was taken back is none.
 */
export async function readMeetingsCalledHere(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const [changes, isMadeHere] = await Promise.all([
    db
      .selectFrom('audit_log as log')
      .innerJoin('audit_transaction as change', 'change.id', 'log.transaction_id')
      .select('log.transaction_id')
      .select(
        sql<string>`coalesce(json_extract(log.after, '$.meeting_id'), json_extract(log.before, '$.meeting_id'))`.as(
          'meeting',
        ),
      )
      .distinct()
      .where('log.entity', '=', 'attendance')
      .where('change.undoes', 'is', null)
      .execute(),
    readMadeHere(db),
  ]);
  const here = changes.filter(({ transaction_id }) => isMadeHere(transaction_id));
  return new Set(here.map(({ meeting }) => meeting));
}
