import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backupFolderOf } from '../../electron/data/office-file/backups/backup-names.ts';
import { keepBackupBehind, listBackups } from '../../electron/data/office-file/backups/backup-store.ts';
import { readChecked } from '../../electron/data/office-file/backups/checked-note.ts';
import { OfficeBackups } from '../../electron/data/office-file/backups/office-backups.ts';
import { readBackup } from '../../electron/data/office-file/backups/read-backup.ts';
import { startRollbackJournal } from '../../electron/data/office-file/connection.ts';
import { copyOffice } from '../../electron/data/office-file/copying/copy-office.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { addDecision, environment, newOffice, refusal, temporaryFolder } from '../support/office.ts';
import { tableHashes } from '../support/table-hashes.ts';

async function workedIn(): Promise<Office> {
  const office = await newOffice(temporaryFolder());
  onTestFinished(() => office.close());
  await addDecision(office, '1-QĐ/HU');
  return office;
}

const filesBeside = (path: string) => readdirSync(dirname(path)).sort();

async function tablesIn(path: string): Promise<Record<string, string>> {
  const copy = await openOffice(path, environment);
  try {
    return await copy.maintain(tableHashes);
  } finally {
    copy.close();
  }
}

/** What another program is told that opens the file for writing. */
function openElsewhere(path: string): string {
  const connection = join(import.meta.dirname, '../../electron/data/office-file/connection.ts');
  const script = `const { openConnection } = await import(${JSON.stringify(connection)});
    try {
      const one = openConnection(${JSON.stringify(path)}, { mustExist: true });
      one.exec('BEGIN IMMEDIATE');
      console.log('open');
    } catch (error) { console.log(error.code); }`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout.trim();
}

describe('a backup made behind who works', () => {
  it('holds the office as it was when it was asked for; what is changed meanwhile stays in the office', async () => {
    const office = await workedIn();
    const before = await office.maintain(tableHashes);
    const target = join(temporaryFolder(), 'sao.sochibo');
    const copied = copyOffice(office, target);
    for (const number of ['2-QĐ/HU', '3-QĐ/HU']) await addDecision(office, number);
    await copied;
    expect(await tablesIn(target)).toEqual(before);
    const after = await office.maintain(tableHashes);
    expect(after).not.toEqual(before);
    expect(await office.maintain((connection) => connection.pragma('wal_autocheckpoint', { simple: true }))).toBe(1000);
    office.close();
    expect(await tablesIn(office.path)).toEqual(after);
  });

  it('needs another of what was changed meanwhile', async () => {
    const office = await workedIn();
    const backups = new OfficeBackups('always');
    const kept = keepBackupBehind(office, 'daily');
    await addDecision(office, '2-QĐ/HU');
    await kept;
    await backups.close(office);
    const [closing, daily] = listBackups(office.path).map(({ file }) =>
      readBackup(join(backupFolderOf(office.path), file)),
    );
    expect([closing?.last?.detail, daily?.last?.detail]).toEqual([
      expect.stringContaining('2-QĐ/HU'),
      expect.stringContaining('1-QĐ/HU'),
    ]);
  });

  it('leaves nobody else in: the lock on the office is held all the time', async () => {
    const office = await workedIn();
    const copied = copyOffice(office, join(temporaryFolder(), 'sao.sochibo'));
    expect(openElsewhere(office.path)).toBe('SQLITE_BUSY');
    await copied;
    expect(openElsewhere(office.path)).toBe('SQLITE_BUSY');
    office.close();
    expect(openElsewhere(office.path)).toBe('open');
  });

  it('says how far it is and, stopped, leaves nothing; the next one is made', async () => {
    const office = await workedIn();
    const folder = temporaryFolder();
    const target = join(folder, 'sao.sochibo');
    const stop = new AbortController();
    const steps: string[] = [];
    const onProgress = ({ step }: { step: string }) => {
      steps.push(step);
      stop.abort();
    };
    expect((await refusal(copyOffice(office, target, { signal: stop.signal, onProgress }))).code).toBe('cancelled');
    expect([steps.length > 0, readdirSync(folder)]).toEqual([true, []]);
    await copyOffice(office, target);
    expect(readdirSync(folder)).toEqual(['sao.sochibo']);
  });

  it('is given up when the office is closed, which opens again at once', async () => {
    const office = await workedIn();
    const target = join(temporaryFolder(), 'sao.sochibo');
    const copied = refusal(copyOffice(office, target));
    await addDecision(office, '2-QĐ/HU');
    office.close();
    const again = await openOffice(office.path, environment);
    onTestFinished(() => again.close());
    expect((await copied).code).toBe('cancelled');
    expect(filesBeside(target)).toEqual([]);
    expect(openElsewhere(office.path)).toBe('SQLITE_BUSY');
  });

  it('is not kept of an office with a page that its cipher does not acknowledge', async () => {
    const office = await workedIn();
    const target = join(temporaryFolder(), 'sao.sochibo');
    await copyOffice(office, target);
    const bytes = readFileSync(office.path);
    const handle = openSync(office.path, 'r+');
    const at = bytes.length - 9000;
    writeSync(handle, Uint8Array.of((bytes[at] ?? 0) ^ 1), 0, 1, at);
    closeSync(handle);
    const found = await refusal(copyOffice(office, join(dirname(target), 'hong.sochibo')));
    expect([found.code, found.message]).toEqual(['office_damaged', expect.stringContaining('không đạt kiểm tra')]);
    expect(filesBeside(target)).toEqual(['sao.sochibo']);
  });

  it('lets changes wait where there is no log to keep them', async () => {
    const office = await workedIn();
    await office.maintain(startRollbackJournal);
    const before = await office.maintain(tableHashes);
    const target = join(temporaryFolder(), 'sao.sochibo');
    const copied = copyOffice(office, target);
    await addDecision(office, '2-QĐ/HU');
    await copied;
    expect(await tablesIn(target)).toEqual(before);
  });

  it('notes which bytes were checked: those the file is closed with', async () => {
    const office = await workedIn();
    await new OfficeBackups('always').close(office);
    const closedWith = createHash('sha256').update(readFileSync(office.path)).digest('hex');
    expect(readChecked(office.path)).toBe(closedWith);
  });
});
