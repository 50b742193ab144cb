import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { v7 as newId } from 'uuid';
import type { Office } from '../../electron/data/office-file/office.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { memberRow } from '../support/rows.ts';
import { tableHashes } from '../support/table-hashes.ts';
import { environment } from './environment.ts';
import { officeIn, stateOf } from './places.ts';

/** Said after each acknowledged change; with the hashes of every table where they are asked for. */
type Acknowledge = (hashes: Record<string, string> | null) => void;
type Job = (folder: string, acknowledge: Acknowledge) => Promise<void>;

const statesAsked = process.env.SOCHIBO_STATES === '1';

const hashesOf = (office: Office) => (statesAsked ? office.maintain(tableHashes) : Promise.resolve(null));

/** What a clerk does to the office in `folder`; the kinds of work that bar R1 names. */
export const jobs: Readonly<Record<string, Job>> = {
  /** Creates a member, edits it, takes the edit back. */
  async save(folder, acknowledge) {
    const office = await openOffice(officeIn(folder), environment);
    await saveMember(office, acknowledge);
    office.close();
  },
  async import(folder, acknowledge) {
    const [{ planImport }, { commitImport }, { today }] = await Promise.all([
      import('../../electron/data/importing/plan-import.ts'),
      import('../../electron/data/importing/commit-import.ts'),
      import('../../electron/data/today.ts'),
    ]);
    const office = await openOffice(officeIn(folder), environment);
    const files = [{ name: 'danh-sach.csv', path: join(folder, 'danh-sach.csv') }];
    const plan = await planImport(office.db, files, { ...environment, today: today() });
    await commitImport(office, plan, { accept: true });
    acknowledge(await hashesOf(office));
    office.close();
  },
  /** Opens an office of an earlier version: backup, migration, and what is new in the lists. */
  async migration(folder, acknowledge) {
    const office = await openOffice(officeIn(folder), environment);
    acknowledge(await hashesOf(office));
    office.close();
  },
  async backup(folder, acknowledge) {
    const { keepBackupBehind } = await import('../../electron/data/office-file/backups/backup-store.ts');
    const office = await openOffice(officeIn(folder), environment);
    await keepBackupBehind(office, 'person');
    acknowledge(await hashesOf(office));
    office.close();
  },
  /** Puts the backup that `prepare` has kept in the place of the office. */
  async restore(folder, acknowledge) {
    const [{ createSession }, { listBackups }, { backupFolderOf }] = await Promise.all([
      import('../../electron/data/session.ts'),
      import('../../electron/data/office-file/backups/backup-store.ts'),
      import('../../electron/data/office-file/backups/backup-names.ts'),
    ]);
    const session = createSession({ ...environment, outputDir: join(folder, 'made'), backups: 'before_changes' });
    const path = officeIn(folder);
    await session.openOffice(path);
    const oldest = listBackups(path).at(-1);
    const { office } = await session.restoreOffice(join(backupFolderOf(path), oldest?.file ?? ''));
    acknowledge(await hashesOf(office));
    session.close();
  },
  /** Saves, edits, takes back, imports and backs up until it is killed; says how many changes the log has. */
  async loop(folder) {
    const [{ planImport }, { commitImport }, { today }, { keepBackupBehind }] = await Promise.all([
      import('../../electron/data/importing/plan-import.ts'),
      import('../../electron/data/importing/commit-import.ts'),
      import('../../electron/data/today.ts'),
      import('../../electron/data/office-file/backups/backup-store.ts'),
    ]);
    const office = await openOffice(officeIn(folder), environment);
    const say = async () => void stdout.write(`done ${await stateOf(office.db)}\n`);
    const roster = join(folder, 'theo-vong.csv');
    for (let round = await stateOf(office.db); ; round += 1) {
      await saveMember(office, say, `m${round}`);
      // Another person each time: a list that is known already changes nothing.
      writeFileSync(
        roster,
        `TT;Họ và tên;Ngày sinh;Dân tộc;Ngày vào Đảng;Chi bộ\n1;Hồ Văn Thứ ${round};3/2/1975;Kinh;3/2/2005;Chi bộ thôn A`,
      );
      const plan = await planImport(office.db, [{ name: 'theo-vong.csv', path: roster }], {
        ...environment,
        today: today(),
      });
      await commitImport(office, plan, { accept: true });
      await say();
      await keepBackupBehind(office, 'person');
      // As if the next opening were on another day: the log is written back and begun anew.
      if (round % 3 === 0) await office.maintain((connection) => void connection.pragma('wal_checkpoint(RESTART)'));
    }
  },
};

async function saveMember(
  office: Office,
  acknowledge: (hashes: Record<string, string> | null) => unknown,
  id: string = newId(),
): Promise<void> {
  await office.write('Thêm đảng viên', 'Nguyễn Thị Thử', async (db) => {
    await db.insertInto('member').values(memberRow(id, 'Nguyễn Thị Thử')).execute();
  });
  await acknowledge(await hashesOf(office));
  const edited = await office.write('Sửa đảng viên', 'Nguyễn Thị Thử', async (db) => {
    await db.updateTable('member').set({ phone: '0900 000 001' }).where('id', '=', id).execute();
    return (await stateOf(db)) + 1;
  });
  await acknowledge(await hashesOf(office));
  await office.undo(edited, 'Nguyễn Thị Thử');
  await acknowledge(await hashesOf(office));
}
