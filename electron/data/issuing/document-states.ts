import type { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import type { DocumentState } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import type { IssuedDocumentRow } from '../schema/issuing-tables.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { incomplete, isComplete } from './issue-document.ts';

/** Where a document may go from where it stands, the usual step first. A step taken by mistake is taken back by undoing it. */
export const nextStates: Readonly<Record<DocumentState, readonly DocumentState[]>> = {
  draft: ['presented', 'signed'],
  presented: ['signed', 'returned', 'draft'],
  signed: ['sent', 'returned'],
  sent: ['returned'],
  returned: ['presented', 'signed', 'sent', 'draft'],
};

/** Moves a document on; `on` is the day it was sent or returned. Throws `not_found`, `conflict`, `wrong_arguments`. */
export async function setState(
  db: Kysely<Tables>,
  id: string,
  { state, on, receiver }: { state: DocumentState; on: string; receiver: string | null },
): Promise<void> {
  const row = await requireDocument(db, id);
  if (!nextStates[row.state].includes(state)) {
    throw new SochiboError('conflict', 'Văn bản không còn ở trạng thái này. Xem lại trong Sổ văn bản.');
  }
  if ((state === 'signed' || state === 'sent') && !isComplete(row)) throw incomplete();
  await db
    .updateTable('issued_document')
    .set({
      state,
      ...(state === 'sent' ? { sent_on: on } : {}),
      ...(state === 'returned' ? { returned_on: on } : {}),
      ...(receiver === null ? {} : { receiver: cleanLine(receiver) || null }),
    })
    .where('id', '=', id)
    .execute();
}

/** Takes a draft out of the register. Throws `not_found`, and `conflict` for what was presented or issued. */
export async function removeDocument(db: Kysely<Tables>, id: string): Promise<void> {
  const { state } = await requireDocument(db, id);
  const [later, frozen] = await Promise.all([
    db.selectFrom('issued_document').select('id').where('replaces_id', '=', id).executeTakeFirst(),
    db.selectFrom('frozen_report').select('id').where('issued_document_id', '=', id).executeTakeFirst(),
  ]);
  if (state !== 'draft' || later || frozen) {
    throw new SochiboError(
      'conflict',
      'Chỉ xóa được văn bản còn là dự thảo. Văn bản đã trình, đã ban hành giữ lại trong sổ.',
    );
  }
  await db.deleteFrom('issued_document').where('id', '=', id).execute();
}

export async function requireDocument(db: Kysely<Tables>, id: string): Promise<IssuedDocumentRow> {
  const row = await db.selectFrom('issued_document').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Không có văn bản này trong sổ. Mở lại Sổ văn bản.');
  return row;
}
