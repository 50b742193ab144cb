import type { Kysely } from 'kysely';
import type { IssueRequest } from '../reporting/frozen/issue.ts';
import type { Tables } from '../schema/database.ts';
import type { IssuedDocumentRow } from '../schema/issuing-tables.ts';
import { nextStates } from './document-states.ts';
import { isComplete } from './issue-document.ts';
import { readIssueOptions } from './issue-options.ts';
import { aboutOf } from './list-register.ts';
import { otherDocument } from './save-document.ts';

/** Whether signing this row is what issues it: a document of the program of which nothing is kept as issued (R40). */
export async function isToBeIssued(db: Kysely<Tables>, row: IssuedDocumentRow): Promise<boolean> {
  if (row.document_code === otherDocument || !nextStates[row.state].includes('signed') || !isComplete(row))
    return false;
  const frozen = await db
    .selectFrom('frozen_report')
    .select('id')
    .where('issued_document_id', '=', row.id)
    .executeTakeFirst();
  return frozen === undefined;
}

/** The row's document with what was chosen for it while it was a draft. */
export async function requestOf(
  db: Kysely<Tables>,
  { document_code: code, about, relation, note }: IssuedDocumentRow,
  receiver: string | undefined,
): Promise<IssueRequest> {
  return {
    ...{ code, about: aboutOf(about), options: await readIssueOptions(db, code, about), receiver },
    ...(relation === null ? {} : { relation, reason: note ?? 'theo bản đã trình ký' }),
  };
}
