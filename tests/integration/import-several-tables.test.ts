import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Office } from '../../electron/data/office-file/office.ts';
import { importSample } from '../support/imported-office.ts';
import { removableFolder } from '../support/office.ts';
import { importTyped, issueList, planTyped, type Typed, type TypedSheets } from '../support/typed-workbook.ts';

const roster: Typed[] = ['TT', 'Họ và tên', 'Ngày sinh', 'Dân tộc', 'Ngày vào Đảng', 'Ngày chính thức'];

let office: Office;
let remove: () => void;
let folder: string;
let first: string;
let second: string;
beforeAll(async () => {
  ({ folder, remove } = removableFolder());
  ({ office } = await importSample('commune-b', folder, [['danh-sach-to-chuc.xlsx']]));
  const cells = await office.db
    .selectFrom('organisation_version')
    .innerJoin('organisation', 'organisation.id', 'organisation_version.organisation_id')
    .where('organisation.kind', 'in', ['cell', 'grassroots_cell'])
    .where('organisation_version.valid_to', 'is', null)
    .orderBy('sort_key')
    .select('name')
    .execute();
  [first = '', second = ''] = cells.map(({ name }) => name);
});
afterAll(() => {
  office.close();
  remove();
});

test('two rosters and a list of petitions on one sheet: three tables, each for its own cell, and nothing twice', async () => {
  const sheets: TypedSheets = {
    'Tổng hợp': [
      [`DANH SÁCH ĐẢNG VIÊN ${first.toLocaleUpperCase('vi')}`],
      roster,
      [1, 'Tống Văn Ánh', '19/5/1980', 'Kinh', '3/2/2005', '3/2/2006'],
      ['', 'Cộng: 1 đồng chí'],
      [],
      [`DANH SÁCH ĐẢNG VIÊN ${second.toLocaleUpperCase('vi')}`],
      roster,
      [1, 'Công Thị Bưởi', '2/9/1985', 'Kinh', '3/2/2010', '3/2/2011'],
      [],
      ['KIẾN NGHỊ CỦA CÁC CHI BỘ NĂM 2024'],
      ['TT', 'Ngày', 'Chi bộ', 'Nội dung', 'Thời hạn'],
      [1, '5/3/2024', first, 'Sửa đường vào thôn', '30/4/2024'],
    ],
  };
  const plan = await planTyped(office, folder, sheets);
  expect(
    plan.workbooks[0]?.sheets.map(({ name, kind, table, read, created }) => ({ name, kind, table, read, created })),
  ).toEqual([
    { name: 'Tổng hợp (bảng 1)', kind: 'members', table: { number: 1, of: 3, from: 1, to: 5 }, read: 1, created: 1 },
    { name: 'Tổng hợp (bảng 2)', kind: 'members', table: { number: 2, of: 3, from: 6, to: 9 }, read: 1, created: 1 },
    {
      name: 'Tổng hợp (bảng 3)',
      kind: 'petitions',
      table: { number: 3, of: 3, from: 10, to: null },
      read: 1,
      created: 1,
    },
  ]);
  expect(issueList(plan).filter((code) => code.startsWith('unknown_'))).toEqual([]);
  await importTyped(office, folder, sheets);
  const placed = await office.db
    .selectFrom('member')
    .innerJoin('member_status', 'member_status.member_id', 'member.id')
    .innerJoin('organisation_version', 'organisation_version.organisation_id', 'member_status.cell_id')
    .where('organisation_version.valid_to', 'is', null)
    .orderBy('member.full_name')
    .distinct()
    .select(['member.full_name as name', 'organisation_version.name as cell'])
    .execute();
  expect(placed).toEqual([
    { name: 'Công Thị Bưởi', cell: second },
    { name: 'Tống Văn Ánh', cell: first },
  ]);
  const again = await planTyped(office, folder, sheets);
  expect(again.workbooks[0]?.sheets.map(({ unchanged }) => unchanged)).toEqual([1, 1, 1]);
});

test('14f one sheet for each cell: its name says whose it is', async () => {
  const plan = await planTyped(office, folder, {
    [first]: [roster, [1, 'Trần Văn Ánh', '19/5/1980', 'Kinh', '3/2/2005', '3/2/2006']],
    [second]: [roster, [1, 'Lê Thị Bưởi', '2/9/1985', 'Kinh', '3/2/2010', '3/2/2011']],
  });
  expect(plan.workbooks[0]?.sheets.map(({ created }) => created)).toEqual([1, 1]);
});

test('a sheet that could be of two kinds is not read, and says which', async () => {
  const plan = await planTyped(office, folder, {
    'Bảng 1': [
      ['TT', 'Chi bộ', 'Nội dung', 'Từ ngày', 'Hạn'],
      [1, first, 'Sửa đường', '1/1/2025', '2/2/2025'],
    ],
  });
  expect(plan.workbooks[0]?.sheets[0]).toMatchObject({ kind: 'unknown', read: 0 });
  expect(plan.workbooks[0]?.sheets[0]?.issues).toMatchObject([
    {
      code: 'ambiguous_sheet',
      severity: 'error',
      message: expect.stringContaining('biến động tổ chức đảng hay ý kiến, kiến nghị'),
    },
  ]);
});
