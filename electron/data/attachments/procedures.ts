import { os } from '../procedures.ts';
import { addAttachment, attachmentFile, listAttachments, removeAttachment } from './attachments.ts';

export const attachmentProcedures = os.attachments.router({
  list: os.attachments.list.handler(({ context: { session }, input }) => listAttachments(session.office.db, input)),
  add: os.attachments.add.handler(({ context: { session }, input }) =>
    session.office.write('Đính kèm tệp', input.name, (db) =>
      addAttachment(db, input, { name: input.name, content: Buffer.from(input.content, 'base64') }),
    ),
  ),
  file: os.attachments.file.handler(async ({ context: { session }, input }) => ({
    file: await attachmentFile(session.office.db, session.files, input.id),
  })),
  remove: os.attachments.remove.handler(({ context: { session }, input }) =>
    session.office.write('Bỏ tệp đính kèm', '', (db) => removeAttachment(db, input.id)),
  ),
});
