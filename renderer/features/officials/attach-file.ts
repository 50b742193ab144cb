import { type AttachmentEntity, largestAttachment } from '../../../electron/contract/attachments.ts';
import { base64Of } from '../../app/file-content.ts';
import { client } from '../../app/link.ts';

/** Whether a file is too large to be kept beside a record. */
export function isTooLarge(file: File): boolean {
  return file.size > largestAttachment;
}

/** Keeps a file beside a record. */
export async function attachFile(entity: AttachmentEntity, id: string, file: File): Promise<void> {
  await client.attachments.add({ entity, entity_id: id, name: file.name, content: await base64Of(file) });
}
