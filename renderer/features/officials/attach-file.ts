import { type AttachmentEntity, largestAttachment } from '../../../electron/contract/attachments.ts';
import { client } from '../../app/link.ts';

/** The file as base64, as the contract wants it. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts: string[] = [];
  // Whole groups of three bytes, so that the parts can be put together.
  const step = 3 * 8192;
  for (let start = 0; start < bytes.length; start += step) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + step))));
  }
  return parts.join('');
}

/** Whether a file is too large to be kept beside a record. */
export function isTooLarge(file: File): boolean {
  return file.size > largestAttachment;
}

/** Keeps a file beside a record. */
export async function attachFile(entity: AttachmentEntity, id: string, file: File): Promise<void> {
  await client.attachments.add({ entity, entity_id: id, name: file.name, content: await base64Of(file) });
}
