import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { MadeFile } from '../../electron/contract/values.ts';
import { SochiboError } from '../../electron/data/errors.ts';
import { router } from '../../electron/data/router.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { whyNotWritten } from '../../electron/main/file-holder.ts';
import { writeSafely } from '../../electron/main/write-safely.ts';
import { environment } from './environment.ts';
import { officeIn, oldFileIn } from './places.ts';

interface Maker {
  session: Session;
  client: RouterClient<typeof router>;
}

const period = '2024-07';

/** Everything that leaves the program as a file. */
const makers: Readonly<Record<string, (maker: Maker) => Promise<MadeFile>>> = {
  'export-report': async ({ client }) => (await client.reports.file({ code: 'BC-05', period, format: 'xlsx' })).file,
  'export-word': async ({ client }) =>
    (await client.documents.file({ code: 'BC-14-CHB', about: { period }, format: 'docx' })).file,
  'export-list': async ({ client }) => {
    const rows = (await client.members.list({ counted_only: false })).map(({ full_name }) => [full_name]);
    const columns = [{ heading: 'Họ và tên', type: 'text' as const }];
    return (await client.lists.export({ title: 'Đảng viên', period_label: '', as_of: '2024-07-31', columns, rows }))
      .file;
  },
  'export-folder': async ({ client }) =>
    (await client.folders.make({ period, per: 'office', codes: ['BC-05', 'BC-14-CHB'] })).zip,
  'export-package': async ({ client }) =>
    (await client.packages.make({ period: '2024', contents: ['members', 'meetings'], personal: false })).file,
  'export-form': async ({ client }) => (await client.collecting.makeAll({ kind: 'meetings', period })).zip,
};

export const exportNames = [...Object.keys(makers), 'export-backup'];

/** As the window saves a copy, with its words where it cannot. */
async function saveOver(made: string, target: string): Promise<void> {
  try {
    await writeSafely(target, (temporary) => copyFile(made, temporary));
  } catch (error) {
    throw new SochiboError('write_refused', whyNotWritten(target, error), { cause: error });
  }
}

/** Makes a file, and puts it in the place of one that the person has, as the window does when asked to save over it. */
export async function exportFile(name: string, folder: string, acknowledge: () => void): Promise<void> {
  const session = createSession({ ...environment, outputDir: join(folder, 'made') });
  try {
    await session.openOffice(officeIn(folder));
    const client = createRouterClient(router, { context: { session } });
    const maker = makers[name];
    if (!maker) {
      await session.backups.keepAt(session.office, join(folder, 'mine', 'so.bak'));
      acknowledge();
      acknowledge();
      return;
    }
    const made = session.files.pathOf((await maker({ session, client })).id) ?? '';
    acknowledge();
    await saveOver(made, oldFileIn(folder));
    acknowledge();
  } finally {
    session.close();
  }
}
