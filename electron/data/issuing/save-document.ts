import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import { unissued } from '../../contract/documents.ts';
import type { RegisterForm } from '../../contract/register.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { type IsoDate, isIsoDate } from '../vietnamese/dates.ts';
import { requireDocument } from './document-states.ts';
import { isComplete } from './issue-document.ts';
import { kept } from './issue-options.ts';
import { readProposal } from './propose.ts';

/** `document_code` of a document made outside the program. */
export const otherDocument = 'other';

/**
 * Writes what a clerk has entered: a new document made outside the program (`id` null), signed where it has number and
 * day; or corrections to one in the register. Returns its id. Throws `not_found`, `wrong_arguments`.
 */
export async function saveDocument(
  db: Kysely<Tables>,
  id: string | null,
  { form, today }: { form: RegisterForm; today: IsoDate },
): Promise<string> {
  if (form.replaces_id !== null && form.replaces_id === id) {
    throw new SochiboError('wrong_arguments', 'Một văn bản không thay thế hay bổ sung chính nó. Chọn văn bản khác.');
  }
  if ((form.replaces_id === null) !== (form.relation === null)) {
    throw new SochiboError('wrong_arguments', 'Ghi cả văn bản liên quan lẫn quan hệ: thay thế hoặc bổ sung.');
  }
  const day = form.date !== null && isIsoDate(form.date) ? form.date : today;
  const holder = {
    kindCode: form.kind_code,
    issuer: form.issuer,
    organisationId: form.organisation_id,
    bodyCode: form.body_code,
  };
  const { termId } = await readProposal(db, holder, { day, without: id });
  const line = (text: string | null) => (text === null ? null : cleanLine(text) || null);
  const said = {
    kind_code: form.kind_code,
    issuer: form.issuer,
    organisation_id: form.organisation_id,
    body_code: form.body_code,
    term_id: termId,
    number: form.number,
    date: form.date,
    subject: cleanLine(form.subject),
    signer_name: line(form.signer_name),
    signer_title: line(form.signer_title),
    signing_authority: line(form.signing_authority),
    receiver: line(form.receiver),
    replaces_id: form.replaces_id,
    relation: form.relation,
    note: line(form.note),
  };
  if (id !== null) {
    await requireDocument(db, id);
    await db.updateTable('issued_document').set(said).where('id', '=', id).execute();
    return id;
  }
  const created = newId();
  await db
    .insertInto('issued_document')
    .values({
      id: created,
      document_code: otherDocument,
      about: created,
      ...said,
      state: isComplete(form) ? 'signed' : 'draft',
      sent_on: null,
      returned_on: null,
      options: JSON.stringify(kept.parse(unissued)),
      file_name: null,
      file_sha256: null,
    })
    .execute();
  return created;
}
