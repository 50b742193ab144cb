import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, isoDate, madeFile } from './values.ts';

/** Bytes: a larger scan is to be split or scanned at a lower resolution. */
export const largestAttachment = 20 * 1024 * 1024;

/** The tables whose records may have files beside them. */
export const attachmentEntity = z.enum([
  'decision',
  'regulation',
  'petition',
  'meeting',
  'visit_report',
  'yearly_remark',
  'membership_event',
  'member',
  'organisation',
]);

export const attachmentRecord = z.object({
  id,
  name: z.string(),
  size: z.int(),
  sha256: z.string(),
  added_on: isoDate,
});

export const attachmentsContract = {
  list: procedure.input(z.object({ entity: attachmentEntity, entity_id: id })).output(z.array(attachmentRecord)),
  add: procedure
    .input(z.object({ entity: attachmentEntity, entity_id: id, name: z.string().min(1), content: z.base64() }))
    .output(attachmentRecord),
  /** A copy to be handed to the person. Refused when the bytes are not those that were added. */
  file: procedure.input(z.object({ id })).output(z.object({ file: madeFile })),
  remove: procedure.input(z.object({ id })),
};

export type AttachmentEntity = z.infer<typeof attachmentEntity>;
export type AttachmentRecord = z.infer<typeof attachmentRecord>;
