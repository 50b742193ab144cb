import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { environment } from '../support/office.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

const cli = resolve(import.meta.dirname, '../../electron/hosts/cli.ts');
const folder = mkdtempSync(join(tmpdir(), 'sochibo-frozen-cli-'));
let made: TruthOffice;
beforeAll(async () => {
  made = await truthOffice('commune-b');
  made.office.close();
}, 120_000);
afterAll(() => {
  made.remove();
  rmSync(folder, { recursive: true, force: true });
});

function sochibo(command: string, ...parameters: string[]): { out: string; err: string; code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, command, made.office.path, ...parameters], {
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr, code: status };
}

const freeze = (...options: string[]) => sochibo('freeze', 'BC-05', '--period', '2024-07', '--out', folder, ...options);

test('a report is frozen, listed, compared, and replaced with reference to the first', async () => {
  const first = freeze('--number', '12', '--date', '2024-08-05', '--json');
  expect(first).toMatchObject({ code: 0, err: '' });
  const { id, file } = JSON.parse(first.out);
  expect(existsSync(file)).toBe(true);
  expect(JSON.parse(sochibo('frozen', '--json').out)).toMatchObject([{ id, code: 'BC-05', number_symbol: '12-BC/ĐU' }]);
  expect(sochibo('diff', id)).toMatchObject({ code: 0, out: expect.stringContaining('Không có gì thay đổi.') });
  const held = sochibo('check', '--against', file);
  expect(held).toMatchObject({
    code: 0,
    out: expect.stringMatching(/đạt {2}Nhật ký chứa mốc \d+-[0-9a-f]{16} của tệp BC-05/u),
  });

  const office = await openOffice(made.office.path, environment);
  const meeting = await office.db
    .selectFrom('meeting')
    .select(['id', 'present'])
    .where('period', '=', '2024-07')
    .where('present', '>', 2)
    .executeTakeFirstOrThrow();
  await office.write('Sửa buổi sinh hoạt', '', (db) =>
    db
      .updateTable('meeting')
      .set({ present: (meeting.present ?? 0) - 1 })
      .where('id', '=', meeting.id)
      .execute(),
  );
  office.close();
  const { figures, same } = JSON.parse(sochibo('diff', id, '--json').out);
  expect(same).toBe(false);
  expect(figures.map(({ column }: { column: string }) => column)).toContain('present');
  expect(sochibo('diff', id).out).toMatch(/Tổng cộng +Dự sinh hoạt: Có mặt +\d+ +\d+ +1/u);

  expect(freeze()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('lập bản thay thế hoặc bổ sung') });
  const later = freeze('--replaces', id, '--reason', 'sửa số có mặt');
  expect(later).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Đã chốt') });
  expect(sochibo('frozen').out).toContain(`thay thế ${id}`);
}, 120_000);

test.each([
  [['BC-05', '--period', '2024-07', '--replaces', 'x'], 2, '--reason'],
  [['BC-05', '--period', '2024-07', '--date', '31/07/2024'], 2, '--date'],
  [['BC-05', '--period', '2024-07', '--signer', 'Không Có'], 2, 'Không có người ký'],
])('freeze %j ends with %i and says why', (parameters, code, words) => {
  expect(sochibo('freeze', ...parameters)).toMatchObject({ code, out: '', err: expect.stringContaining(words) });
});

test("a figure of a document's text is explained by its records, without a row", () => {
  const asked = ['BC-09', '--period', '2024-07'];
  const { documents } = JSON.parse(sochibo('report', ...asked, '--json').out);
  const { key, value } = documents[0].figures.find((figure: { value: number }) => Number.isInteger(figure.value));
  const { code, out } = sochibo('explain', ...asked, '--column', key, '--json');
  const { rows, ...explained } = JSON.parse(out);
  expect(code).toBe(0);
  expect(explained.value).toBe(value);
  expect(rows.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0)).toBe(value);
  expect(sochibo('explain', ...asked, '--column', 'không có')).toMatchObject({
    code: 2,
    err: expect.stringContaining('không có'),
  });
  expect(sochibo('explain', 'BC-05', '--period', '2024-07', '--column', 'present')).toMatchObject({
    ...{ code: 2, out: '', err: expect.stringContaining('--row') },
  });
}, 60_000);

test('a frozen report there is not ends with 2', () => {
  expect(sochibo('diff', 'không có')).toMatchObject({ code: 2, err: expect.stringContaining('báo cáo đã chốt') });
});
