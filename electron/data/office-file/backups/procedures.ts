import { copyFileSync, existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BackupEntry } from '../../../contract/backups.ts';
import { runJob } from '../../jobs/procedures.ts';
import { os } from '../../procedures.ts';
import { today } from '../../today.ts';
import { copySlots, slotsPathOf } from '../keys/slots-file.ts';
import { history, officeInfo } from '../office-info.ts';
import { type BackupName, backupFolderOf } from './backup-names.ts';
import { listBackups } from './backup-store.ts';
import { lostSinceBackups } from './lost-changes.ts';
import { backupPath } from './office-backups.ts';
import { countRecords, readBackup } from './read-backup.ts';

const changesShown = 100;

export const backupProcedures = os.backups.router({
  list: os.backups.list.handler(async ({ context: { session } }) => {
    const { path } = session.office;
    const folder = backupFolderOf(path);
    const [lost, backups] = [await lostSinceBackups(session.office), listBackups(path)];
    return { folder, failed: session.backups.failed, lost, backups: backups.map((one) => entryOf(folder, one)) };
  }),
  make: os.backups.make.handler(async ({ context: { session } }) => {
    const { path } = session.office;
    const made = await runJob(session, {
      ...{ kind: 'backup', title: 'Sao lưu sổ' },
      run: async (course) => basename(await session.backups.keep(session.office, course)),
      result: (file) => ({ message: `Đã sao lưu: ${file}.` }),
    });
    const folder = backupFolderOf(path);
    const [entry] = listBackups(path).filter(({ file }) => file === made);
    if (!entry) throw new Error('the backup just made is not in its folder');
    return entryOf(folder, entry);
  }),
  preview: os.backups.preview.handler(async ({ context: { session }, input }) => {
    const content = readBackup(backupPath(session.office.path, input.file), session.backupKeysOf(session.office.path));
    const [now, changes] = await Promise.all([
      session.office.maintain(countRecords),
      history(session.office, changesShown),
    ]);
    const last = content.last?.transaction ?? 0;
    const lost = changes
      .filter(({ transaction }) => transaction > last)
      .map(({ transaction, at, action, detail }) => ({ transaction, at, action, detail }));
    return { ...content, now, lost };
  }),
  unlock: os.backups.unlock.handler(async ({ context: { session }, input }) => {
    await session.unlocked.unlockBackup(backupPath(session.office.path, input.file), input.secret);
    return null;
  }),
  restore: os.backups.restore.handler(async ({ context: { session }, input }) => {
    const former = session.office.keyring.current?.id;
    const backup = backupPath(session.office.path, input.file);
    const { office, undo } = await runJob(session, {
      ...{ kind: 'restore', title: 'Khôi phục sổ từ bản sao lưu', stoppable: false },
      run: () => session.restoreOffice(backup),
      result: () => ({ message: 'Đã khôi phục sổ.' }),
    });
    const now = office.keyring.current?.id;
    return {
      office: await officeInfo(office, today()),
      undo: undo && basename(undo),
      access: now === former ? 'kept' : now === undefined ? 'none' : 'of_backup',
    };
  }),
  copy: os.backups.copy.handler(({ context: { session }, input }) => {
    const source = backupPath(session.office.path, input.file);
    const target = session.files.reserve(input.file);
    copyFileSync(source, target);
    copySlots(source, target);
    const slots = slotsPathOf(target);
    return {
      file: session.files.register(target),
      slots: existsSync(slots) ? session.files.register(slots) : null,
    };
  }),
});

function entryOf(folder: string, { file, reason, at }: BackupName): BackupEntry {
  return { file, reason, at, size: statSync(join(folder, file)).size };
}
