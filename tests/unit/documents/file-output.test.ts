import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type FileCalls,
  produceFileAtomically,
  safeFileName,
  writeFileAtomically,
} from '../../../electron/data/documents/file-output.ts';
import { temporaryFolder } from '../../support/office.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** The real calls, with some of them failing; `waited` collects the pauses instead of making them. */
function calls(change: Partial<FileCalls>): FileCalls & { waited: number[] } {
  const waited: number[] = [];
  return {
    waited,
    rename,
    flush: async () => undefined,
    flushFolder: async () => undefined,
    remove: (path) => rm(path, { force: true }),
    wait: async (milliseconds) => void waited.push(milliseconds),
    ...change,
  };
}

function folderWithOldFile(): { folder: string; path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'BC-05.xlsx');
  writeFileSync(path, 'cũ');
  return { folder, path };
}

test('a file is replaced whole and nothing else is left in the folder', async () => {
  const { folder, path } = folderWithOldFile();
  await writeFileAtomically(path, 'mới');
  expect(readFileSync(path, 'utf8')).toBe('mới');
  expect(readdirSync(folder)).toEqual(['BC-05.xlsx']);
});

describe('R5: a failure at any step leaves the old file as it was and no other', () => {
  const full = async () => {
    throw systemError('ENOSPC');
  };
  test.each([
    ['full disk at flush', { flush: full }, 'disk_full', /^Ổ đĩa đã đầy/u],
    ['full disk at rename', { rename: full }, 'disk_full', /^Ổ đĩa đã đầy/u],
    ['I/O error at flush', { flush: () => Promise.reject(systemError('EIO')) }, 'write_failed', /BC-05\.xlsx/u],
  ] as const)('%s', async (_name, change, code, message) => {
    const { folder, path } = folderWithOldFile();
    const failing = writeFileAtomically(path, 'mới', calls(change));
    await expect(failing).rejects.toMatchObject({
      name: 'FileOutputError',
      code,
      message: expect.stringMatching(message),
    });
    expect(readFileSync(path, 'utf8')).toBe('cũ');
    expect(readdirSync(folder)).toEqual(['BC-05.xlsx']);
  });

  test('a producer that fails midway', async () => {
    const { folder, path } = folderWithOldFile();
    const failing = produceFileAtomically(path, async (temporary) => {
      writeFileSync(temporary, 'nửa chừng');
      throw new RangeError('wrong figure');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(readFileSync(path, 'utf8')).toBe('cũ');
    expect(readdirSync(folder)).toEqual(['BC-05.xlsx']);
  });
});

describe('a file that another program holds', () => {
  test('is tried again after 200, 400 and 800 ms', async () => {
    const { path } = folderWithOldFile();
    let tries = 0;
    const held = calls({
      rename: async (from, to) => {
        tries += 1;
        if (tries < 4) throw systemError(tries === 2 ? 'EPERM' : 'EBUSY');
        await rename(from, to);
      },
    });
    await writeFileAtomically(path, 'mới', held);
    expect(held.waited).toEqual([200, 400, 800]);
    expect(readFileSync(path, 'utf8')).toBe('mới');
  });

  test('is given up after four tries, with the cause named', async () => {
    const { folder, path } = folderWithOldFile();
    const held = calls({ rename: () => Promise.reject(systemError('EBUSY')) });
    await expect(writeFileAtomically(path, 'mới', held)).rejects.toMatchObject({
      code: 'file_in_use',
      message:
        'Không ghi được tệp BC-05.xlsx vì đang mở trong chương trình khác. Đóng tệp rồi thử lại, hoặc lưu tên khác.',
    });
    expect(readdirSync(folder)).toEqual(['BC-05.xlsx']);
  });
});

test('a folder that is gone, and a folder in place of the file, are named', async () => {
  const folder = temporaryFolder();
  await expect(writeFileAtomically(join(folder, 'không có', 'a.docx'), '')).rejects.toMatchObject({
    code: 'folder_missing',
  });
  mkdirSync(join(folder, 'a.docx'));
  await expect(writeFileAtomically(join(folder, 'a.docx'), '')).rejects.toMatchObject({ code: 'write_failed' });
});

describe('file names', () => {
  test.each([
    ['Biên bản Chi bộ thôn 4 2024-07-05.docx', 'Biên bản Chi bộ thôn 4 2024-07-05.docx'],
    ['BC-05: tháng 7/2024 "bản in"?.xlsx', 'BC-05- tháng 7-2024 -bản in.xlsx'],
    ['Hòa'.normalize('NFD'), 'Hòa'],
    ['CON.docx', '_CON.docx'],
    ['con.2024.xlsx', '_con.2024.xlsx'],
    ['COM1', '_COM1'],
    ['console.docx', 'console.docx'],
    ['..\\..\\autoexec.docx', 'autoexec.docx'],
    ['báo cáo. .docx', 'báo cáo.docx'],
    ['???.docx', 'Văn bản.docx'],
    ['', 'Văn bản'],
  ])('%j -> %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test('any text becomes a name that every system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const name = safeFileName(`${text}.docx`);
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}_(),][\p{L}\p{M}\p{N} _.,()-]*\.docx$/u);
        expect(name).not.toMatch(/[. ]\.docx$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
        expect(name).toBe(name.normalize('NFC'));
      }),
    );
  });
});
