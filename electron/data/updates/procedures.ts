import { basename } from 'node:path';
import { v7 as newId } from 'uuid';
import { runJob } from '../jobs/procedures.ts';
import { os } from '../procedures.ts';
import type { Session } from '../session.ts';
import { installedProgram, refuseUnfit } from './installed.ts';
import { readUpdate, takeOutInstaller, type Update } from './read-update.ts';
import { updateKey } from './update-key.ts';

export const updateProcedures = os.updates.router({
  look: os.updates.look.handler(async ({ context: { session }, input }) => {
    const { manifest } = await fitting(session, input);
    const { version, made_at, size, notes } = manifest;
    return { version, current: installed(session).version, made_at, size, notes };
  }),
  prepare: os.updates.prepare.handler(async ({ context: { session }, input }) => {
    const update = await fitting(session, input);
    const backup = await backUp(session);
    const path = session.files.reserve(update.manifest.file);
    await takeOutInstaller(update, path);
    const id = newId();
    session.updates.set(id, path);
    return { update: id, version: update.manifest.version, backup };
  }),
});

const installed = ({ options }: Session) => options.program?.installed ?? installedProgram();

async function fitting(session: Session, { path, name }: { path: string; name: string }): Promise<Update> {
  const update = await readUpdate(path, name, session.options.program?.key ?? updateKey);
  refuseUnfit(update.manifest, installed(session));
  return update;
}

/** The name of the backup; null: no office is open, or it is only looked at. */
async function backUp(session: Session): Promise<string | null> {
  if (!session.hasOffice || session.office.view) return null;
  return runJob(session, {
    ...{ kind: 'backup', title: 'Sao lưu sổ trước khi cập nhật' },
    run: async (course) => basename(await session.backups.keep(session.office, course)),
    result: (file) => ({ message: `Đã sao lưu: ${file}.` }),
  });
}
