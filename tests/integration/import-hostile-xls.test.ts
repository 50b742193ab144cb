import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readWorkbookInWorker } from '../../electron/data/importing/workbook/read-in-worker.ts';
import { planFiles, sampleFiles } from '../support/imported-office.ts';
import { newOffice, temporaryFolder } from '../support/office.ts';
import { blanksRecord, fontRecord, formatRecord, labelRecord, type XlsRecord, xlsOf } from '../support/xls.ts';

const rows = [
  ['TT', 'Họ và tên', 'Ngày vào Đảng', 'Ngày chính thức'],
  ['1', 'Trần Văn An', '3/2/2005', '3/2/2006'],
];
const table = rows.flatMap((boxes, row) => boxes.map((text, column) => labelRecord(row, column, text)));

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

function file(contents: Buffer): { path: string; name: string } {
  const path = join(folder, 'a.xls');
  writeFileSync(path, contents);
  return { path, name: 'a.xls' };
}

function numbers(...values: readonly number[]): Buffer {
  const data = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) data.writeUInt32LE(value, index * 4);
  return data;
}

describe('an .xls that cannot be imported is refused in words', () => {
  const refused: readonly (readonly [string, () => { path: string; name: string }, string, RegExp])[] = [
    ['with a password', () => file(xlsOf([[0x2f, Buffer.alloc(54, 1)]], table)), 'workbook_unreadable', /có mật khẩu/u],
    ['only empty sheets', () => file(xlsOf([], [])), 'workbook_unreadable', /mọi trang đều trống/u],
    [
      'more boxes than can be read',
      () =>
        file(
          xlsOf(
            [],
            Array.from({ length: 13_000 }, (_, row) => blanksRecord(row, 240)),
          ),
        ),
      'workbook_refused',
      /quá nhiều ô/u,
    ],
    ['nothing after its first bytes', () => file(xlsOf([], table).subarray(0, 600)), 'workbook_unreadable', /\.xls/u],
  ];
  test.each(refused)('%s', async (_, make, code, message) => {
    await expect(readWorkbookInWorker(make())).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test.each([3_000, 8_000, 11_000])('a copy that was cut off after %i bytes', async (length) => {
    const [sample] = sampleFiles('commune-b', ['dang-vien-tcvn3.xls']);
    const path = join(folder, 'cut.xls');
    copyFileSync(sample?.path ?? '', path);
    truncateSync(path, length);
    const refusal = readWorkbookInWorker({ path, name: 'cut.xls' });
    await expect(refusal).rejects.toMatchObject({ code: 'workbook_unreadable' });
  });

  test('the sheets end before their time', async () => {
    const whole = xlsOf([], table);
    const lastEnd = whole.lastIndexOf(Buffer.from([0x0a, 0, 0, 0]));
    whole.writeUInt16LE(0x5d, lastEnd);
    const refusal = readWorkbookInWorker(file(whole));
    await expect(refusal).rejects.toMatchObject({ message: expect.stringMatching(/chép chưa hết/u) });
  });
});

describe('an .xls that claims more than it holds is read for what it holds', () => {
  const claims: readonly (readonly [string, XlsRecord[], XlsRecord[]])[] = [
    [
      '4 thousand million rows',
      [],
      [[0x200, Buffer.concat([numbers(0, 0xffffffff), Buffer.from([0, 0, 255, 255, 0, 0])])]],
    ],
    ['4 thousand million strings', [[0xfc, numbers(0xffffffff, 0xffffffff)]], []],
    ['65,536 hidden columns', [], [[0x7d, Buffer.from([0, 0, 255, 255, 0, 9, 0, 0, 1, 0, 0, 0])]]],
    ['a merge over the whole sheet', [], [[0xe5, Buffer.from([1, 0, 2, 0, 255, 255, 0, 0, 255, 0])]]],
  ];
  test.each(claims)('%s', async (_, globals, sheet) => {
    const office = await newOffice();
    const plan = await planFiles(office, [file(xlsOf(globals, [...sheet, ...table]))]);
    expect(plan.workbooks[0]?.sheets[0]).toMatchObject({ kind: 'members', read: 1 });
  });
});

test('a damaged .xls among good files: nothing is planned, and the office is as it was', async () => {
  const office = await newOffice();
  const before = readFileSync(office.path);
  const damaged = file(xlsOf([], table).subarray(0, 700));
  await expect(planFiles(office, [...sampleFiles('commune-b'), damaged])).rejects.toMatchObject({
    code: 'workbook_unreadable',
  });
  expect(readFileSync(office.path).equals(before)).toBe(true);
});

test('6c the font of a box decides; fonts are numbered without a fourth', async () => {
  const fonts = ['Arial', 'Arial', 'Arial', 'Arial', '.VnTimeH'].map(fontRecord);
  const boxes = [
    labelRecord(0, 0, 'danh s¸ch ®¶ng viªn', 1),
    labelRecord(1, 0, 'chi bé', 1),
    labelRecord(2, 0, 'chi bo'),
  ];
  const grid = await readWorkbookInWorker(file(xlsOf([...fonts, formatRecord(0), formatRecord(5)], boxes)));
  const texts = Array.from(grid.sheets[0]?.rows ?? [], ({ cells }) => cells.get(1));
  expect(texts).toEqual(['DANH SÁCH ĐẢNG VIÊN', 'CHI BỘ', 'chi bo'].map((text) => ({ type: 'text', text })));
});
