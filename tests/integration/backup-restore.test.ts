import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SochiboError } from '../../electron/data/errors.ts';
import { backupOffice } from '../../electron/data/office-file/backup-office.ts';
import { openConnection } from '../../electron/data/office-file/connection.ts';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { restoreOffice } from '../../electron/data/office-file/restore-office.ts';
import { addDecision, environment, newOffice, refusal, temporaryFolder } from '../support/office.ts';

const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

async function numbersIn(path: string): Promise<string[]> {
  const office = await openOffice(path, environment);
  const rows = await office.db.selectFrom('decision').select('number_symbol').execute();
  office.close();
  return rows.map((row) => row.number_symbol);
}

describe('backup and restore', () => {
  it('a backup opens, holds the same, and a stale log beside the target refuses the restore (finding 4)', async () => {
    const folder = temporaryFolder();
    const office = await newOffice(folder);
    await addDecision(office, '345-QĐ/HU');
    const copy = join(folder, 'sao-luu.bak');
    await office.maintain((connection) => backupOffice(connection, copy));
    const restored = join(folder, 'khoi-phuc.sochibo');
    writeFileSync(`${restored}-wal`, 'stale');
    expect(() => restoreOffice(copy, restored)).toThrow(SochiboError);
    const elsewhere = join(folder, 'khoi-phuc-2.sochibo');
    restoreOffice(copy, elsewhere);
    const opened = await openOffice(elsewhere, environment);
    expect(
      (await opened.db.selectFrom('decision').select('number_symbol').execute()).map((row) => row.number_symbol),
    ).toEqual(['345-QĐ/HU']);
    opened.close();
  });

  it('never writes over a file that is there, and leaves no temporary file', async () => {
    const folder = temporaryFolder();
    const office = await newOffice(folder);
    const present = join(folder, 'sao-luu.bak');
    writeFileSync(present, 'của người khác');
    await expect(office.maintain((connection) => backupOffice(connection, present))).rejects.toThrow('Đã có tệp');
    expect(readFileSync(present, 'utf8')).toBe('của người khác');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('a copy made by hand restores with what its write-ahead log holds, and is left as it was', async () => {
    const folder = temporaryFolder();
    const office = await newOffice(folder);
    await addDecision(office, '345-QĐ/HU');
    const copy = join(folder, 'usb.sochibo');
    for (const part of ['', '-wal']) copyFileSync(`${office.path}${part}`, `${copy}${part}`);
    const before = sha(copy);
    const restored = join(folder, 'khoi-phuc.sochibo');
    restoreOffice(copy, restored);
    expect(await numbersIn(restored)).toEqual(['345-QĐ/HU']);
    expect(sha(copy)).toBe(before);
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it('a copy of a newer program is refused as when opening it', async () => {
    const folder = temporaryFolder();
    const office = await newOffice(folder);
    office.close();
    const connection = openConnection(office.path, { mustExist: true });
    connection.pragma('user_version=999');
    connection.close();
    const target = join(folder, 'khoi-phuc.sochibo');
    expect(() => restoreOffice(office.path, target)).toThrow('phiên bản mới hơn');
    expect(existsSync(target)).toBe(false);
  });

  it('a backup of a damaged office says that the office is damaged, not the copy', async () => {
    const folder = temporaryFolder();
    const office = await newOffice(folder);
    office.close();
    const bytes = readFileSync(office.path);
    // The log is at the end: nothing of it is read before it is copied.
    const at = bytes.length - 20_000;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(office.path, bytes);
    // As if it were damaged after it was opened: opening it reads every page.
    const opened = openConnection(office.path, { mustExist: true });
    const backup = async () => backupOffice(opened, join(folder, 'sao-luu.bak'));
    await expect(backup()).rejects.toMatchObject({
      code: 'office_damaged',
      message: expect.stringContaining(office.path),
    });
    opened.close();
    expect(readdirSync(folder)).toEqual(['thu.sochibo']);
  });
});

describe('where nothing may be written', () => {
  /** Folder and file of an office, and leave to write taken from both; root asks as nobody. */
  async function readOnlyOffice(): Promise<string> {
    const folder = temporaryFolder();
    const office = await newOffice(folder);
    office.close();
    chmodSync(office.path, 0o444);
    chmodSync(folder, 0o555);
    if (process.geteuid?.() === 0) process.seteuid?.(65_534);
    onTestFinished(() => {
      if (process.getuid?.() === 0) process.seteuid?.(0);
      chmodSync(folder, 0o755);
    });
    return office.path;
  }

  it.skipIf(process.platform === 'win32')(
    'an office is refused with these words, on opening and creating',
    async () => {
      const path = await readOnlyOffice();
      expect(await refusal(openOffice(path, environment))).toMatchObject({
        code: 'office_read_only',
        message: expect.stringContaining('Không có quyền ghi'),
      });
      const other = { path: `${path}2`, level: 'commune', name: 'Đảng ủy xã B', superior: 'A', place: 'B' } as const;
      expect((await refusal(createOffice(other, environment))).message).toContain('quyền ghi vào thư mục');
    },
  );

  it.skipIf(process.platform === 'win32')('a copy there can be restored elsewhere', async () => {
    const elsewhere = temporaryFolder();
    chmodSync(elsewhere, 0o777);
    const path = await readOnlyOffice();
    const restored = join(elsewhere, 'khoi-phuc.sochibo');
    restoreOffice(path, restored);
    expect(await numbersIn(restored)).toEqual([]);
  });
});
