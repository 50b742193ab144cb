import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import { type AttachmentEntity, type AttachmentRecord, largestAttachment } from '../../contract/attachments.ts';
import type { MadeFile } from '../../contract/values.ts';
import { safeFileName } from '../documents/file-output.ts';
import { SochiboError } from '../errors.ts';
import type { MadeFiles } from '../made-files.ts';
import type { Tables } from '../schema/database.ts';
import { today } from '../today.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';

interface Owner {
  /** `frozen_report`: the file as it was issued, which nobody adds or takes away by hand. */
  entity: AttachmentEntity | 'frozen_report';
  entity_id: string;
}

/** Files beside a record, in the order they were added. */
export function listAttachments(db: Kysely<Tables>, { entity, entity_id }: Owner): Promise<AttachmentRecord[]> {
  return db
    .selectFrom('attachment')
    .select(['id', 'name', 'size', 'sha256', 'added_on'])
    .where('entity', '=', entity)
    .where('entity_id', '=', entity_id)
    .orderBy('id')
    .execute();
}

/** Keeps a file beside a record. Throws `wrong_arguments` for one that is empty or larger than 20 MB. */
export async function addAttachment(
  db: Kysely<Tables>,
  { entity, entity_id }: Owner,
  { name, content }: { name: string; content: Buffer },
): Promise<AttachmentRecord> {
  if (content.length === 0) throw new SochiboError('wrong_arguments', `Tệp ${name} rỗng. Chọn tệp khác.`);
  if (content.length > largestAttachment) {
    throw new SochiboError(
      'wrong_arguments',
      `Tệp ${name} lớn quá 20 MB. Quét lại ở độ phân giải thấp hơn hoặc tách thành nhiều tệp.`,
    );
  }
  const record = {
    id: newId(),
    name: safeName(name),
    size: content.length,
    sha256: hashOf(content),
    added_on: today(),
  };
  await db
    .insertInto('attachment')
    .values({ ...record, entity, entity_id })
    .execute();
  await db.insertInto('attachment_content').values({ attachment_id: record.id, content }).execute();
  return record;
}

/** A copy for the person. Throws `not_found`, and `office_damaged` when the bytes are not those that were added. */
export async function attachmentFile(db: Kysely<Tables>, files: MadeFiles, id: string): Promise<MadeFile> {
  const row = await db
    .selectFrom('attachment')
    .innerJoin('attachment_content as kept', 'kept.attachment_id', 'attachment.id')
    .select(['attachment.name', 'attachment.sha256', 'kept.content'])
    .where('attachment.id', '=', id)
    .executeTakeFirst();
  if (!row) throw missing();
  if (hashOf(row.content) !== row.sha256) {
    throw new SochiboError('office_damaged', `Tệp ${row.name} trong sổ không còn nguyên vẹn. Lấy lại từ bản sao lưu.`);
  }
  const path = files.reserve(safeName(row.name));
  writeFileSync(path, row.content);
  return files.register(path);
}

/** Takes the file off the record; the bytes stay, so that an undo has them. Throws `not_found`. */
export async function removeAttachment(db: Kysely<Tables>, id: string): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom('attachment').where('id', '=', id).executeTakeFirst();
  if (numDeletedRows === 0n) throw missing();
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The last part of a name, with nothing that a file system reads as something else. */
function safeName(name: string): string {
  const last = cleanLine(name).replaceAll('\\', '/').split('/').at(-1) ?? '';
  const safe = last.replace(/[^\p{L}\p{N} ._()-]/gu, '_').replace(/^[. ]+|[. ]+$/gu, '');
  return safeFileName(safe.slice(-120) || 'tep-dinh-kem');
}

function missing(): SochiboError {
  return new SochiboError('not_found', 'Không có tệp đính kèm này trong sổ.');
}
