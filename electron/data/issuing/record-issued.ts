import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { IssueOptions } from '../../contract/documents.ts';
import type { DocumentIssuer } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';

/** A report or document as it goes out. */
export interface IssuedReport {
  code: string;
  /** As `aboutKey`. */
  about: string;
  issuedAs: { kindCode: string; issuer: DocumentIssuer; organisationId: string | null; bodyCode: string };
  subject: string;
  options: IssueOptions;
  file: { name: string; sha256: string };
  /** The issued document it replaces or supplements. */
  earlier: { id: string | null; relation: 'replaces' | 'supplements' } | null;
}

/** Writes a frozen report into the register, signed; returns the row's id. Runs inside the transaction of the caller. */
export async function recordIssued(db: Kysely<Tables>, issued: IssuedReport): Promise<string> {
  const id = newId();
  const { number, date, signer, ...options } = issued.options;
  const { kindCode, issuer, organisationId, bodyCode } = issued.issuedAs;
  await db
    .insertInto('issued_document')
    .values({
      ...{ id, document_code: issued.code, about: issued.about, kind_code: kindCode, issuer },
      ...{ organisation_id: organisationId, body_code: bodyCode, term_id: null, number, date },
      ...{ subject: issued.subject, signer_name: signer?.name ?? null, signer_title: signer?.title ?? null },
      ...{ signing_authority: signer?.authority ?? null, state: 'signed', receiver: null, sent_on: null },
      ...{ returned_on: null, options: JSON.stringify(options), file_name: issued.file.name },
      file_sha256: issued.file.sha256,
      replaces_id: issued.earlier?.id ?? null,
      relation: issued.earlier?.id ? issued.earlier.relation : null,
      note: null,
    })
    .execute();
  return id;
}
