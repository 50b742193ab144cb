import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWorkbookInWorker } from '../../electron/data/importing/workbook/read-in-worker.ts';
import type { CellValue, WorkbookGrid } from '../../electron/data/importing/workbook/sheet-grid.ts';
import { planFiles } from '../support/imported-office.ts';
import { newOffice, temporaryFolder } from '../support/office.ts';

const lines = [
  ['TT', 'Họ và tên', 'Dân tộc', 'Ngày vào Đảng', 'Ngày chính thức', 'Ghi chú'],
  ['1', 'Nguyễn Thị Hòa', 'Kinh', '3/2/2005', '3/2/2006', 'Miễn SH từ 01/01/2016; đã nghỉ hưu'],
  ['2', 'Đặng Văn Trương', 'Tày', '05/1990', '1991', 'nói “thật”, "đủ"\nhai dòng'],
];
const text = (separator: string) =>
  lines
    .map((line) => line.map((box) => (/[",;\n]/u.test(box) ? `"${box.replaceAll('"', '""')}"` : box)).join(separator))
    .join('\r\n');

/** Windows-1258: hats are in the letter, tones are letters of their own. Codes as Python's cp1258 has them. */
const codes1258 =
  'à=61CC á=61EC Đ=D0 đ=F0 ă=E3 â=E2 ê=EA ô=F4 ơ=F5 ư=FD “=93 ”=94 \u0300=CC \u0309=D2 \u0303=DE \u0301=EC \u0323=F2';
const bytes1258 = new Map(codes1258.split(' ').map((pair) => [pair.charAt(0), Buffer.from(pair.slice(2), 'hex')]));

function windows1258(written: string): Buffer {
  const letters = [...written].flatMap((letter) => {
    const marks = letter.normalize('NFD');
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(marks)?.[0] ?? '';
    return tone === '' ? [letter] : [marks.replace(tone, '').normalize('NFC'), tone];
  });
  return Buffer.concat(letters.map((letter) => bytes1258.get(letter) ?? Buffer.from(letter, 'latin1')));
}

/** As old programs wrote it: the code of each letter is that of a letter of Windows-1252. */
const tcvn3 = `TT;Hä vµ tªn;D©n téc;Ngµy vµo §¶ng;Ngµy chÝnh thøc\n1;NguyÔn ThÞ Hßa;Kinh;3/2/2005;3/2/2006\n2;§Æng V¨n Tr\u00AD¬ng;Tµy;05/1990;1991`;
const vni = `TT;Hoï vaø teân;Daân toäc;Ngaøy vaøo Ñaûng;Ngaøy chính thöùc\n1;Nguyeãn Thò Hoøa;Kinh;3/2/2005;3/2/2006\n2;Ñaëng Vaên Tröông;Taøy;05/1990;1991`;

async function read(contents: Buffer | string, name = 'danh-sach.csv'): Promise<WorkbookGrid> {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, contents);
  return readWorkbookInWorker({ path, name });
}

function texts({ sheets }: WorkbookGrid): string[][] {
  const textIn = (value: CellValue) => (value.type === 'text' ? value.text : value.type);
  return Array.from(sheets[0]?.rows ?? [], ({ cells }) => Array.from(cells.values(), textIn));
}

describe('a .csv in any encoding', () => {
  const bigEndian = () => Buffer.from(`\uFEFF${text(';')}`, 'utf16le').swap16();
  test.each([
    ['UTF-8', () => text(',')],
    ['UTF-8 with its mark (14i)', () => `\uFEFF${text(';')}`],
    ['UTF-16, as Excel saves “Unicode text”', () => Buffer.from(`\uFEFF${text('\t')}`, 'utf16le')],
    ['UTF-16 of the other end', bigEndian],
    ['UTF-16 without a mark', () => Buffer.from(text(';'), 'utf16le')],
    ['Windows-1258', () => windows1258(text(';'))],
    ['the separator told in the first line', () => `sep=|\r\n${text('|')}`],
  ])('%s', async (_, contents) => {
    const read1 = texts(await read(contents()));
    expect(read1.map((row) => row.map((box) => box.normalize('NFC')))).toEqual(lines);
  });

  test.each([
    ['TCVN3', tcvn3, 'tcvn3'],
    ['VNI', vni, 'vni'],
  ])('%s', async (_, contents, encoding) => {
    const grid = await read(Buffer.from(contents, 'latin1'));
    expect(texts(grid)).toEqual(lines.map((line) => line.slice(0, 5)));
    expect(grid.sheets[0]?.decoded).toContainEqual(expect.objectContaining({ column: 2, encoding }));
  });
});

test('a .csv is imported like any sheet; an open quote does not swallow the rest', async () => {
  const path = join(temporaryFolder(), 'Chi bộ thôn 1.csv');
  writeFileSync(path, `${text(';')}\r\n3;"Lê Văn Sáu;Kinh;1/1/2000;1/1/2001\r\n4;Lê Bảy;Kinh;1/1/2000;1/1/2001`);
  const plan = await planFiles(await newOffice(), [{ path, name: 'Chi bộ thôn 1.csv' }]);
  expect(plan.workbooks[0]?.sheets[0]).toMatchObject({ name: 'Chi bộ thôn 1', kind: 'members', headerRow: 1, read: 4 });
});

describe('what is no table is refused in words', () => {
  test.each([
    [
      'bytes of a program',
      Buffer.from([1, 2, 3, 0, 0, 4, 5, 0, 7, 0, 0, 0, 9]),
      'workbook_unreadable',
      /không phải tệp chữ/u,
    ],
    ['a PDF', Buffer.from('%PDF-1.7'), 'workbook_unreadable', /PDF/u],
    ['nothing to see', Buffer.from(' ;;;\r\n;;'), 'workbook_unreadable', /đều trống/u],
    ['four million boxes', Buffer.from(';'.repeat(4_000_000)), 'workbook_refused', /quá nhiều ô/u],
  ])('%s', async (_, contents, code, message) => {
    await expect(read(contents)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

describe('14b a web page or XML under the name of a workbook', () => {
  test('HTML: texts stay as they are', async () => {
    const page =
      '<html><body><table><tr><td colspan="2">DS</td></tr><tr><td>Hòa &amp; An</td><td>05/03/2024</td><td>099012345678</td></tr></table></body></html>';
    const grid = await read(page, 'a.xls');
    expect(texts(grid)).toEqual([['DS'], ['Hòa & An', '05/03/2024', '099012345678']]);
    expect(grid.sheets[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }]);
  });

  test('XML of Excel 2003', async () => {
    const ns = 'urn:schemas-microsoft-com:office:spreadsheet';
    const style = '<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>';
    const row =
      '<Row><Cell><Data ss:Type="String">Hòa</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="DateTime">1990-05-19T00:00:00.000</Data></Cell></Row>';
    const xml = `<?xml version="1.0"?><Workbook xmlns="${ns}" xmlns:ss="${ns}">${style}<Worksheet ss:Name="S"><Table>${row}</Table></Worksheet></Workbook>`;
    const grid = await read(xml, 'a.xls');
    expect([...(grid.sheets[0]?.rows.at(0)?.cells.values() ?? [])]).toEqual([
      { type: 'text', text: 'Hòa' },
      { type: 'date', date: '1990-05-19', time: null },
    ]);
  });
});
