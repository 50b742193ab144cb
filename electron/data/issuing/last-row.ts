import type { Kysely } from 'kysely';
import type { Tables } from '../schema/database.ts';
import type { IssuedDocumentRow } from '../schema/issuing-tables.ts';

/** The document as it stands in the register; null for one that was never written there. */
export async function lastRow(
  db: Kysely<Tables>,
  { code, about }: { code: string; about: string },
): Promise<IssuedDocumentRow | null> {
  const row = await db
    .selectFrom('issued_document')
    .selectAll()
    .where('document_code', '=', code)
    .where('about', '=', about)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}
