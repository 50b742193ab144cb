import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { describeFailure } from '../../electron/hosts/commands/exit-codes.ts';
import { inVietnamese } from '../../electron/hosts/commands/usage.ts';
import { newOffice, temporaryFolder } from '../support/office.ts';

const cli = resolve(import.meta.dirname, '../../electron/hosts/cli.ts');

function sochibo(parameters: readonly string[], environment: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { out: stdout, err: stderr, code: status };
}

test.each([
  ['no command of that name', ['vẽ'], 'Không có lệnh "vẽ"'],
  ['a missing argument', ['import', 'so.sochibo'], 'Thiếu tham số <WORKBOOK>'],
  ['a missing option', ['report', 'so.sochibo', 'BC-05'], 'Thiếu tùy chọn --period'],
  ['an unknown option', ['check', 'so.sochibo', '--gì'], 'Không có tùy chọn --gì'],
  ['a period that is none', ['report', 'so.sochibo', 'BC-05', '--period', '2024-13'], 'Kỳ báo cáo "2024-13"'],
  ['a format the report has not', ['report', 'x', 'BC-05', '--period', '2024', '--format', 'pdf'], 'xlsx, không phải'],
  ['a workbook of a document', ['report', 'x', 'thong-bao-lich', '--period', '2024', '--format', 'xlsx'], 'docx, html'],
  ['figures of a document', ['report', 'x', 'thong-bao-lich', '--period', '2024'], 'Thêm --out'],
  ['figures of the minutes', ['report', 'x', 'bc-11', '--period', '2024'], 'Thêm --out'],
  ['a day that is none', ['list', 'x', 'members', '--as-of', '2024-02-30'], '--as-of cần một ngày'],
  ['a field that is none', ['list', 'x', 'members', '--where', 'tuoi=5'], 'Không có trường "tuoi"'],
  ['a workbook that is not there', ['import', 'x', cli, 'sổ thiếu.xlsx'], 'Không có tệp "sổ thiếu.xlsx"'],
  ['an empty name', ['new', 'x', '--preset', 'commune', '--name', ' ', '--superior', 'a', '--place', 'b'], 'name'],
])('%s ends with 2 and says so in Vietnamese', (_, parameters, message) => {
  const { out, err, code } = sochibo(parameters);
  expect({ out, code }).toEqual({ out: '', code: 2 });
  expect(err).toContain(message);
  expect(err).not.toMatch(/error:|option|argument/u);
});

test('a message of commander that has no Vietnamese passes as it is, and a bug says nothing of itself', () => {
  expect(inVietnamese(new CommanderError(1, 'commander.error', 'Kỳ không đúng'))).toBe('Kỳ không đúng');
  expect(describeFailure(new Error('Nguyễn Văn A'))).toMatchObject({
    code: 1,
    message: expect.not.stringContaining('A'),
  });
});

test('run by npm, paths are those of the folder it was called in', async () => {
  const folder = temporaryFolder();
  const office = await newOffice(folder);
  office.close();
  const called = { INIT_CWD: folder, npm_lifecycle_event: 'sochibo' };
  const { out, code } = sochibo(['report', 'thu.sochibo', 'BC-05', '--period', '2024', '--out', 'bieu'], called);
  expect({ out, code }).toEqual({ out: expect.stringContaining(join(folder, 'bieu')), code: 0 });
  expect(readdirSync(join(folder, 'bieu'))).toEqual(['BC-05 2024 Huyện ủy Khe Sơn.xlsx']);
});

test('with --json the figures are printed in their shape also when files are written; nothing stays where none can be', async () => {
  const folder = temporaryFolder();
  const office = await newOffice(folder);
  office.close();
  const question = ['report', office.path, 'bc-05', '--period', '2024-q3'];
  const { out } = sochibo([...question, '--out', join(folder, 'bieu'), '--json']);
  const printed: { report: string; period: string; files: string[] } = JSON.parse(out);
  expect(printed).toMatchObject({ report: 'BC-05', period: '2024-Q3' });
  expect(printed.files).toHaveLength(1);
  const taken = join(folder, 'la-tep');
  writeFileSync(taken, '');
  const refused = sochibo([...question, '--out', taken]);
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('Không tạo được thư mục') });
});
