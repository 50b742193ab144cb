import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { checkFolderCopy, copyChecked } from '../../../electron/main/copy-checked.ts';
import { whyNotWritten } from '../../../electron/main/file-holder.ts';

/** A stick that takes bytes and keeps others. */
let spoil = (_target: string): void => undefined;
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    copyFile: async (from: string, to: string) => {
      await real.copyFile(from, to);
      spoil(to);
    },
  };
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'sochibo-copy-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

it('a copy that reads back otherwise than it was written is refused in words', async () => {
  const place = folder();
  const [source, target] = [join(place, 'goi.sochibo-goi'), join(place, 'usb.sochibo-goi')];
  writeFileSync(source, 'gói dữ liệu tháng 7');
  await copyChecked(source, target);
  expect(readFileSync(target, 'utf8')).toBe('gói dữ liệu tháng 7');
  spoil = (copy) => writeFileSync(copy, 'gói dữ liệu tháng 6');
  onTestFinished(() => {
    spoil = () => undefined;
  });
  const refused = await copyChecked(source, target).catch((error: unknown) => error);
  expect(whyNotWritten(target, refused)).toContain('không giống bản gốc');
});

it('a folder is compared file by file, deep down, too', async () => {
  const place = folder();
  for (const side of ['goc', 'usb']) {
    mkdirSync(join(place, side, 'xa'), { recursive: true });
    writeFileSync(join(place, side, 'xa', 'a.docx'), 'như nhau');
  }
  await checkFolderCopy(join(place, 'goc'), join(place, 'usb'));
  writeFileSync(join(place, 'usb', 'xa', 'a.docx'), 'khác nhau');
  await expect(checkFolderCopy(join(place, 'goc'), join(place, 'usb'))).rejects.toThrow('EDIFFERENT');
});
