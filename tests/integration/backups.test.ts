import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backupFolderOf } from '../../electron/data/office-file/backups/backup-names.ts';
import { keepBackup, listBackups } from '../../electron/data/office-file/backups/backup-store.ts';
import { finishPutting } from '../../electron/data/office-file/backups/put-in-place.ts';
import { restoreInPlace } from '../../electron/data/office-file/backups/restore-in-place.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { router } from '../../electron/data/router.ts';
import { createSession } from '../../electron/data/session.ts';
import { addDecision, environment, newOffice, temporaryFolder } from '../support/office.ts';
import { restoreDrill } from '../support/restore-drill.ts';
import { tableHashes } from '../support/table-hashes.ts';

/** An office that is backed up as in the window. */
async function workedIn() {
  const folder = temporaryFolder();
  const made = await newOffice(folder);
  made.close();
  const session = createSession({ ...environment, outputDir: join(folder, 'made'), backups: 'always' });
  onTestFinished(() => session.close());
  await session.openOffice(made.path);
  const client = createRouterClient(router, { context: { session } });
  const hashes = () => session.office.maintain(tableHashes);
  return { path: made.path, session, client, hashes };
}

describe('backups made by themselves', () => {
  it('one on the first opening of a day, one on closing when something has changed, none when nothing has', async () => {
    const { path, session } = await workedIn();
    const reasons = () => listBackups(path).map(({ reason }) => reason);
    await session.backups.idle();
    expect(reasons()).toEqual(['daily']);
    await session.closeOffice();
    expect(reasons()).toEqual(['daily']);
    await session.openOffice(path);
    await addDecision(session.office, '1-QĐ/HU');
    await session.closeOffice();
    expect(reasons().sort()).toEqual(['closing', 'daily']);
  });

  it('those of one second stand in the order they were made, whatever for', async () => {
    const { path, session } = await workedIn();
    const second = new Date(2030, 0, 1, 7, 30, 15);
    const made = ['restore', 'closing', 'person', 'closing'] as const;
    await session.office.maintain((connection) => {
      for (const reason of made) keepBackup(connection, path, reason, session.office.keyring, second);
    });
    const ofSecond = listBackups(path).filter(({ at }) => at === '2030-01-01T07:30:15');
    expect(ofSecond.map(({ reason }) => reason)).toEqual(made.toReversed());
  });

  it('says why one could not be made, and the office closes all the same', async () => {
    const { path, session, client } = await workedIn();
    await session.backups.idle();
    rmSync(backupFolderOf(path), { recursive: true });
    writeFileSync(backupFolderOf(path), 'một tệp đứng chỗ thư mục');
    await addDecision(session.office, '1-QĐ/HU');
    await session.closeOffice();
    await session.openOffice(path);
    await session.backups.idle();
    rmSync(backupFolderOf(path));
    expect((await client.backups.list()).failed).toMatch(/sao lưu/u);
  });
});

describe('restoring in place (R4)', () => {
  it('every kept backup gives back the same tables, beside a stale log, and each restore can be undone', async () => {
    const { path, session, client, hashes } = await workedIn();
    const states: { file: string; hashes: Record<string, string> }[] = [];
    for (const number of ['1-QĐ/HU', '2-QĐ/HU', '3-QĐ/HU']) {
      await addDecision(session.office, number);
      const before = await hashes();
      states.push({ file: (await client.backups.make()).file, hashes: before });
    }
    await addDecision(session.office, '4-QĐ/HU');
    for (const { lost, restored, undone } of await restoreDrill(session, client, states)) {
      expect(lost).toContain('4-QĐ/HU');
      expect({ restored, undone }).toEqual({ restored: true, undone: true });
    }
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('khoi-phuc'))).toEqual([]);
  });

  it('a log that a crash left beside the file does not come back after the restore (finding 4)', async () => {
    const folder = temporaryFolder();
    const office = await newOffice(folder);
    await addDecision(office, '1-QĐ/HU');
    const backup = join(folder, 'cu.bak');
    copyFileSync(office.path, backup);
    copyFileSync(`${office.path}-wal`, `${backup}-wal`);
    await addDecision(office, '2-QĐ/HU');
    const [file, log] = ['', '-wal'].map((part) => readFileSync(office.path + part));
    office.close();
    // As after a crash: the file, and beside it the log with the second decision.
    writeFileSync(office.path, file ?? '');
    writeFileSync(`${office.path}-wal`, log ?? '');
    const { aside } = restoreInPlace(backup, office.path);
    expect(existsSync(`${office.path}-wal`)).toBe(false);
    expect(await numbersIn(office.path)).toEqual(['1-QĐ/HU']);
    // What was aside is whole, with its log.
    const kept = join(folder, 'giu-lai.sochibo');
    for (const part of ['', '-wal']) renameSync(aside + part, kept + part);
    expect(await numbersIn(kept)).toEqual(['1-QĐ/HU', '2-QĐ/HU']);
  });

  it('cut off between its moves, it is finished on the next opening', async () => {
    const folder = temporaryFolder();
    const office = await newOffice(folder);
    await addDecision(office, '1-QĐ/HU');
    office.close();
    renameSync(office.path, `${office.path}.dang-khoi-phuc`);
    writeFileSync(`${office.path}-wal`, 'nhật ký cũ');
    expect(await numbersIn(office.path)).toEqual(['1-QĐ/HU']);
    expect(readFileSync(`${office.path}.truoc-khoi-phuc-wal`, 'utf8')).toBe('nhật ký cũ');
    finishPutting(office.path);
    expect(await numbersIn(office.path)).toEqual(['1-QĐ/HU']);
  });

  it('a damaged backup is refused, and the office goes on as it was', async () => {
    const { path, session, client, hashes } = await workedIn();
    await addDecision(session.office, '1-QĐ/HU');
    const { file } = await client.backups.make();
    const backup = join(backupFolderOf(path), file);
    const bytes = readFileSync(backup);
    bytes[bytes.length - 9000] = (bytes[bytes.length - 9000] ?? 0) ^ 1;
    writeFileSync(backup, bytes);
    const before = await hashes();
    await expect(client.backups.preview({ file })).rejects.toThrow('đã hỏng');
    await expect(client.backups.restore({ file })).rejects.toThrow('đã hỏng');
    expect(await hashes()).toEqual(before);
  });

  it('takes no path from outside the folder of backups', async () => {
    const { client } = await workedIn();
    for (const file of ['../thu.sochibo', '/etc/passwd', 'thu.20261122-080509.truoc-nhap.bak/../../x']) {
      await expect(client.backups.preview({ file })).rejects.toThrow('Không có bản sao lưu');
    }
  });
});

async function numbersIn(path: string): Promise<string[]> {
  const office = await openOffice(path, environment);
  const rows = await office.db.selectFrom('decision').select('number_symbol').orderBy('number_symbol').execute();
  office.close();
  return rows.map((row) => row.number_symbol);
}
