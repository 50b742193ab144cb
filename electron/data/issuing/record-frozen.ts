import type { Kysely } from 'kysely';
import type { OfficePresets } from '../office-file/presets.ts';
import type { DocumentRelation } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { type DocumentFacts, type Issuing, issueDocument } from './issue-document.ts';
import { lastRow } from './last-row.ts';

/**
 * The row of the register for a report that is being frozen, inside a running write: that of a document which was signed
 * before under the same number and day, else a new one; null for a report without number and day. Throws as
 * `issueDocument`.
 */
export async function recordFrozen(
  db: Kysely<Tables>,
  presets: OfficePresets,
  facts: DocumentFacts,
  issuing: Omit<Issuing, 'state'> & { relation: DocumentRelation | undefined },
): Promise<string | null> {
  const { options, relation, file } = issuing;
  const { number, date } = options;
  if (number === null && date === null) return null;
  const before = await lastRow(db, facts);
  const isIssued = before !== null && (before.state === 'signed' || before.state === 'sent');
  if (isIssued && relation === undefined && before.number === number && before.date === date) {
    const written = file && before.file_sha256 === null ? { file_name: file.name, file_sha256: file.sha256 } : null;
    if (written) await db.updateTable('issued_document').set(written).where('id', '=', before.id).execute();
    return before.id;
  }
  return issueDocument(db, presets, facts, issuing);
}
