import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readWorkbookInWorker } from '../../electron/data/importing/workbook/read-in-worker.ts';
import { planFiles, sampleFiles } from '../support/imported-office.ts';
import { newOffice, temporaryFolder } from '../support/office.ts';
import { sheetData, workbookParts, zipOf } from '../support/zip.ts';

const oleHead = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ole = (stream: string) => Buffer.concat([oleHead, Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
const sheet = sheetData([
  ['TT', 'Họ và tên', 'Ngày vào Đảng', 'Ngày chính thức'],
  ['1', 'Trần Văn An', '3/2/2005', '3/2/2006'],
]);

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

function file(name: string, contents: Buffer | string): { path: string; name: string } {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return { path, name };
}

/** Each entity is ten of the one before: a thousand million at the end. */
const billionLaughs = `<!DOCTYPE w [<!ENTITY a0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`,
).join('')}]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a9;&file;</t></is></c></row></sheetData></worksheet>`;

/** A good workbook with one part more, or another in its place. */
function withPart(name: string, data: string): Buffer {
  return zipOf([...workbookParts(sheet).filter((part) => part.name !== name), { name, data }]);
}

const refusedFiles: readonly (readonly [string, () => { path: string; name: string }, string, RegExp])[] = [
  [
    'a file that is not there',
    () => ({ path: join(folder, 'x.xlsx'), name: 'x.xlsx' }),
    'workbook_unreadable',
    /Không có tệp x\.xlsx/u,
  ],
  [
    'a folder',
    () => {
      mkdirSync(join(folder, 'd.xlsx'));
      return { path: join(folder, 'd.xlsx'), name: 'd.xlsx' };
    },
    'workbook_unreadable',
    /thư mục/u,
  ],
  ['0 bytes', () => file('a.xlsx', ''), 'workbook_unreadable', /trống \(0 byte\)/u],
  ['text', () => file('a.xlsx', 'Họ và tên;Ngày sinh'), 'workbook_unreadable', /không phải bảng tính/u],
  ['a picture', () => file('a.xlsx', Buffer.from('89504e470d0a1a0a0000', 'hex')), 'workbook_unreadable', /đây là ảnh/u],
  ['a PDF', () => file('a.xlsx', '%PDF-1.7'), 'workbook_unreadable', /PDF/u],
  ['a page of the web', () => file('a.xls', '<html><table>'), 'workbook_unreadable', /trang web/u],
  ['a workbook with a password', () => file('a.xlsx', ole('EncryptedPackage')), 'workbook_unreadable', /có mật khẩu/u],
  [
    'a workbook of Excel 97 of which only the head is there',
    () => file('a.xls', ole('Workbook')),
    'workbook_unreadable',
    /bị hỏng/u,
  ],
  ['an old Word file', () => file('a.xls', ole('WordDocument')), 'workbook_unreadable', /không phải bảng tính/u],
  [
    'a Word file',
    () => file('a.xlsx', zipOf([{ name: 'word/document.xml', data: '<w/>' }])),
    'workbook_unreadable',
    /tệp Word/u,
  ],
  ['an archive', () => file('a.xlsx', zipOf([{ name: 'x.txt', data: 'x' }])), 'workbook_unreadable', /tệp nén/u],
  [
    'a copy that was cut off',
    () => {
      const [sample] = sampleFiles('commune-b');
      const cut = { path: join(folder, 'cut.xlsx'), name: 'cut.xlsx' };
      copyFileSync(sample?.path ?? '', cut.path);
      truncateSync(cut.path, 5000);
      return cut;
    },
    'workbook_unreadable',
    /bị hỏng hoặc chép chưa hết/u,
  ],
  [
    'broken XML',
    () => file('a.xlsx', zipOf(workbookParts('<sheetData><row>'))),
    'workbook_unreadable',
    /hỏng bên trong/u,
  ],
  [
    'an entity that would expand',
    () =>
      file(
        'a.xlsx',
        zipOf([
          ...workbookParts('').slice(0, 3),
          { name: 'xl/worksheets/sheet1.xml', data: '<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>' },
        ]),
      ),
    'workbook_unreadable',
    /hỏng bên trong/u,
  ],
  [
    'a billion laughs, and an entity that is a file of this machine',
    () => file('a.xlsx', withPart('xl/worksheets/sheet1.xml', billionLaughs)),
    'workbook_unreadable',
    /hỏng bên trong/u,
  ],
  [
    'a part with an absolute path',
    () => file('a.xlsx', withPart('/etc/cron.d/x', 'x')),
    'workbook_unreadable',
    /bị hỏng/u,
  ],
  ['a part outside the file', () => file('a.xlsx', withPart('../../x', 'x')), 'workbook_unreadable', /bị hỏng/u],
  [
    'a part that comes twice',
    () => file('a.xlsx', zipOf([...workbookParts(sheet), ...workbookParts(sheetData([['khác']])).slice(-1)])),
    'workbook_unreadable',
    /bị hỏng/u,
  ],
  [
    'encrypted parts',
    () => file('a.xlsx', zipOf(workbookParts(sheet).map((part) => ({ ...part, encrypted: true })))),
    'workbook_unreadable',
    /có mật khẩu/u,
  ],
  ['macros', () => file('a.xlsm', withPart('xl/vbaProject.bin', 'Sub Auto_Open()')), 'workbook_refused', /có macro/u],
  ['macros of Excel 97', () => file('a.xls', ole('Workbook _VBA_PROJECT_CUR')), 'workbook_refused', /có macro/u],
  [
    'links to other files',
    () => file('a.xlsx', withPart('xl/externalLinks/externalLink1.xml', '<externalLink/>')),
    'workbook_refused',
    /liên kết ngoài/u,
  ],
  [
    'a million columns',
    () =>
      file('a.xlsx', zipOf(workbookParts(`<sheetData><row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row></sheetData>`))),
    'workbook_refused',
    /bung ra/u,
  ],
  [
    'a column after the last',
    () => file('a.xlsx', zipOf(workbookParts('<sheetData><row><c r="ZZZ1"><v>1</v></c></row></sheetData>'))),
    'workbook_unreadable',
    /hỏng bên trong/u,
  ],
  [
    'rows out of order',
    () => file('a.xlsx', zipOf(workbookParts('<sheetData><row r="5"/><row r="5"/></sheetData>'))),
    'workbook_unreadable',
    /hỏng bên trong/u,
  ],
  [
    'a row that is no number',
    () => file('a.xlsx', zipOf(workbookParts('<sheetData><row r="9e99"/></sheetData>'))),
    'workbook_unreadable',
    /hỏng bên trong/u,
  ],
  [
    'a box longer than Excel allows',
    () => file('a.xlsx', zipOf(workbookParts(sheetData([['x'.repeat(40_000)]])))),
    'workbook_unreadable',
    /hỏng bên trong/u,
  ],
  ['a .csv of 100 MB in one line', () => file('a.csv', Buffer.alloc(100_000_000, 'x')), 'workbook_refused', /quá lớn/u],
  ['a .csv of 49 MB in one line', () => file('a.csv', Buffer.alloc(49_000_000, 'x')), 'workbook_unreadable', /hỏng/u],
  [
    'only empty sheets',
    () => file('a.xlsx', zipOf(workbookParts('<sheetData/>'))),
    'workbook_unreadable',
    /mọi trang đều trống/u,
  ],
  ['51 MB', () => file('a.xlsx', Buffer.alloc(51_000_000, 'PK')), 'workbook_refused', /quá lớn/u],
  [
    '2,001 entries',
    () => file('a.xlsx', zipOf(Array.from({ length: 2001 }, (_, index) => ({ name: `x${index}`, data: '' })))),
    'workbook_refused',
    /bung ra/u,
  ],
  [
    'a part that inflates 1000 : 1',
    () => file('a.xlsx', zipOf(workbookParts(' '.repeat(20_000_000)))),
    'workbook_refused',
    /bung ra/u,
  ],
  [
    'a part that claims to be small',
    () =>
      file(
        'a.xlsx',
        zipOf(
          workbookParts(`<x>${'<y/>'.repeat(3_000_000)}</x>`).map((part) => ({
            ...part,
            ...(part.name.endsWith('sheet1.xml') && { claimedSize: 90_000 }),
          })),
        ),
      ),
    'workbook_unreadable',
    /bị hỏng/u,
  ],
  [
    'too many merges',
    () =>
      file(
        'a.xlsx',
        zipOf(
          workbookParts(
            `${sheet}<mergeCells>${Array.from({ length: 100_001 }, (_, row) => `<mergeCell ref="A${row + 1}:B${row + 1}"/>`).join('')}</mergeCells>`,
          ),
        ),
      ),
    'workbook_refused',
    /ô trộn/u,
  ],
];

describe('a file that cannot be imported is refused in words', () => {
  test.each(refusedFiles)('%s', async (_, make, code, message) => {
    const made = make();
    const refusal = readWorkbookInWorker(made);
    await expect(refusal).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    await expect(refusal).rejects.toMatchObject({ message: expect.stringContaining(made.name) });
  });
});

describe('a sheet built to exhaust the reader is read for what it holds', () => {
  test('a merge and a validation over the whole sheet', async () => {
    const huge = `<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"x"</formula1></dataValidation></dataValidations>`;
    const parts = workbookParts(`${sheet}<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>${huge}`);
    const office = await newOffice();
    const plan = await planFiles(office, [file('a.xlsx', zipOf(parts))]);
    expect(plan.workbooks[0]?.sheets[0]).toMatchObject({ kind: 'members', read: 1 });
  });

  test('5,000 columns', async () => {
    const row = Array.from({ length: 5000 }, (_, index) => `cột ${index}`);
    const office = await newOffice();
    const plan = await planFiles(office, [file('a.xlsx', zipOf(workbookParts(sheetData([row, row, row]))))]);
    expect(plan.workbooks[0]?.sheets[0]).toMatchObject({ kind: 'unknown' });
    expect(plan.workbooks[0]?.sheets[0]?.issues[0]).toMatchObject({ severity: 'error', code: 'unrecognised_sheet' });
  });
});

test('one bad file among good ones: nothing is planned, and the office is as it was', async () => {
  const office = await newOffice();
  const before = readFileSync(office.path);
  await expect(planFiles(office, [...sampleFiles('commune-b'), file('b.xlsx', 'x')])).rejects.toMatchObject({
    code: 'workbook_unreadable',
    message: expect.stringContaining('b.xlsx'),
  });
  expect(readFileSync(office.path).equals(before)).toBe(true);
});

test('reading stops when the person cancels', async () => {
  const [sample] = sampleFiles('district-a', ['danh-sach-dang-vien.xlsx']);
  const controller = new AbortController();
  if (!sample) throw new RangeError('no sample');
  const reading = readWorkbookInWorker(sample, controller.signal);
  controller.abort();
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
});
