import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../schema/database.ts';
import { readMadeHere } from './made-here.ts';

/** What an import or the clerk first wrote of a plan: where a file, imported again, finds it. */
export interface FirstWritten {
  id: string;
  period: string;
  cell_id: string | null;
}

/**
 * Plans that were changed in the office after they were written (moved, missed with a reason, a visit recorded), each as
 * it was first written. The audit log tells: a change by an import is the file's own, one that was taken back is none.
 */
export async function readPlansChangedHere(db: Kysely<Tables>): Promise<FirstWritten[]> {
  const [changes, isMadeHere] = await Promise.all([
    db
      .selectFrom('audit_log as log')
      .innerJoin('audit_transaction as change', 'change.id', 'log.transaction_id')
      .select(['log.entity_id as id', 'log.transaction_id'])
      .where('log.entity', '=', 'planned_visit')
      .where('log.operation', '=', 'update')
      .where('change.undoes', 'is', null)
      .execute(),
    readMadeHere(db),
  ]);
  const here = changes.filter(({ transaction_id }) => isMadeHere(transaction_id));
  const ids = JSON.stringify([...new Set(here.map(({ id }) => id))]);
  return db
    .selectFrom('audit_log')
    .select(['entity_id as id'])
    .select(sql<string>`json_extract(after, '$.period')`.as('period'))
    .select(sql<string | null>`json_extract(after, '$.cell_id')`.as('cell_id'))
    .where('entity', '=', 'planned_visit')
    .where('operation', '=', 'insert')
    .where('entity_id', 'in', sql<string>`(select value from json_each(${ids}))`)
    .orderBy('sequence')
    .execute();
}
