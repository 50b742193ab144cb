import type { Kysely } from 'kysely';
import { readTakenBack } from '../../office-file/taken-back.ts';
import type { Tables } from '../../schema/database.ts';

/** Tells by the audit log whether a transaction is the office's own: what an import wrote is the file's, what was taken back is none. */
export async function readMadeHere(db: Kysely<Tables>): Promise<(transaction: number) => boolean> {
  const [imports, undone] = await Promise.all([
    db.selectFrom('audit_log').select('transaction_id').where('entity', '=', 'import_run').distinct().execute(),
    readTakenBack(db),
  ]);
  const byFile = new Set(imports.map(({ transaction_id }) => transaction_id));
  return (transaction) => !byFile.has(transaction) && !undone.has(transaction);
}
