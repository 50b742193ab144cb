import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportPlan } from '../../electron/data/importing/plan-import.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { planFiles, sampleOffice } from '../support/imported-office.ts';
import { removableFolder } from '../support/office.ts';
import { sheetPitfalls } from '../support/pitfalls/sheets.ts';
import { importTyped, planTyped, type Typed, type TypedSheets } from '../support/typed-workbook.ts';

const organisations: TypedSheets = {
  'Tổ chức': [
    ['TT', 'Tên chi bộ', 'Loại hình', 'Ngày sinh hoạt định kỳ', 'Tổng số đảng viên'],
    [1, 'Chi bộ thôn Một', 'Thôn', 3, null],
    [2, 'Chi bộ thôn Hai', 'Thôn', 5, null],
  ],
};

let office: Office;
let folder: string;
let remove: () => void;
let plan: ImportPlan;
let cellNames: ReadonlyMap<string, string>;
beforeAll(async () => {
  ({ folder, remove } = removableFolder());
  office = await sampleOffice('commune-b', folder);
  await importTyped(office, folder, organisations);
  const sheets = Object.entries(sheetPitfalls).map(([title, { sheet }]): [string, Typed[][]] => [nameOf(title), sheet]);
  const merges = Object.entries(sheetPitfalls).map(([title, { merges: of = [] }]) => [nameOf(title), of] as const);
  plan = await planTyped(office, folder, Object.fromEntries(sheets), { merges: Object.fromEntries(merges) });
  const versions = await office.db.selectFrom('organisation_version').select(['organisation_id', 'name']).execute();
  cellNames = new Map(versions.map(({ organisation_id, name }) => [organisation_id, name]));
});
afterAll(() => {
  office.close();
  remove();
});

/** The number of the sub-row is the sheet's name: `13a`. */
function nameOf(title: string): string {
  return title.split(/[ ,]/u)[0] ?? title;
}

/** The members that the rows of a sheet became, in its order, each with its cell. */
function membersOf(sheet: string) {
  const { inserts } = plan.changes.member;
  const byId = new Map(inserts.map((member) => [member.id, member]));
  return plan.sources
    .filter((source) => source.sheet === sheet && source.entity === 'member')
    .sort((a, b) => a.row - b.row)
    .map(({ entityId }) => {
      const status = plan.changes.member_status.inserts.findLast(({ member_id }) => member_id === entityId);
      return { ...byId.get(entityId), cell: cellNames.get(status?.cell_id ?? '') };
    });
}

describe('the pitfalls of the handbook, section 6.1, through the importer', () => {
  test.each(Object.entries(sheetPitfalls))('%s', (title, { members, headings, inOrder, issues = [] }) => {
    const planned = plan.workbooks[0]?.sheets.find(({ name }) => name === nameOf(title));
    const found = planned?.issues.map(({ code, row }) => (row === null ? code : `${code} ${row}`)) ?? [];
    expect(found.sort()).toEqual(issues.toSorted());
    if (headings) expect(planned?.columns.map(({ heading }) => heading)).toEqual(headings);
    const byKey = membersOf(nameOf(title)).sort((a, b) => ((a.sort_key ?? '') < (b.sort_key ?? '') ? -1 : 1));
    if (inOrder) expect(byKey.map(({ full_name }) => full_name)).toEqual(inOrder);
    if (members) expect(membersOf(nameOf(title))).toMatchObject(members);
    if (members) expect(membersOf(nameOf(title))).toHaveLength(members.length);
  });
});

test('14f a sheet for each cell: the name of the sheet is the cell; 14h a path that is too long is said', async () => {
  const columns = ['TT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức'];
  const bySheet = await planTyped(office, folder, {
    'Thôn Một': [columns, [1, 'Sùng Một', '19/5/1980', '3/2/2005', '3/2/2006']],
    'CB thôn Hai': [columns, [1, 'Sùng Hai', '19/5/1980', '3/2/2005', '3/2/2006']],
  });
  expect(bySheet.changes.member_status.inserts.map(({ cell_id }) => cellNames.get(cell_id))).toEqual([
    'Chi bộ thôn Một',
    'Chi bộ thôn Một',
    'Chi bộ thôn Hai',
    'Chi bộ thôn Hai',
  ]);
  const path = `/${'rất dài/'.repeat(600)}tep.xlsx`;
  await expect(planFiles(office, [{ path, name: 'tep.xlsx' }])).rejects.toMatchObject({
    code: 'workbook_unreadable',
    message: expect.stringContaining('quá dài'),
  });
});

test('4b 4d 4e in a file of the 1904 system: years stay years, serial numbers count from 1904', async () => {
  const births = ['19/05/90', 1990, '1990', 31_550, new Date(Date.UTC(1990, 4, 19)), '19/05/20'];
  const sheet = births.map((birth, index): Typed[] => [
    index + 1,
    `Trần Bốn ${'ABCDEF'[index]}`,
    birth,
    'Chi bộ thôn Một',
  ]);
  const columns = ['TT', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Dân tộc', 'Ngày vào Đảng'];
  const old = await planTyped(
    office,
    folder,
    { Mac: [columns, ...sheet] },
    {
      change: ({ properties }) => {
        properties.date1904 = true;
      },
    },
  );
  expect(old.changes.member.inserts.map(({ birth_date }) => birth_date)).toEqual([
    '1990-05-19',
    '1990',
    '1990',
    '1990-05-19',
    '1990-05-19',
    '1920-05-19',
  ]);
});

test('14d what is hidden or filtered is data and said; 14e a formula without a result is an error of its row', async () => {
  const columns = ['TT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Dân tộc', 'Quê quán', 'Chi bộ'];
  const row = (order: number, name: string): Typed[] => [
    ...[order, name, '19/5/1980', '3/2/2005', '3/2/2006', 'Kinh', 'xã An Lão, Hải Phòng', 'Chi bộ thôn Một'],
  ];
  const sheets = { 'Đảng viên': [columns, row(1, 'Sùng Ba'), row(2, 'Sùng Tư'), row(3, 'Sùng Năm')] };
  const hidden = await planTyped(office, folder, sheets, {
    change: (workbook) => {
      const sheet = workbook.worksheets[0];
      if (!sheet) throw new RangeError('no sheet');
      sheet.autoFilter = 'A1:H4';
      sheet.getRow(3).hidden = true;
      sheet.getColumn(7).hidden = true;
      sheet.getCell('C4').value = { formula: 'DATE(1980,5,19)' };
    },
  });
  const issues = hidden.workbooks[0]?.sheets[0]?.issues ?? [];
  expect(issues.map(({ code, severity, row: at, column }) => [code, severity, at, column])).toEqual([
    ['hidden_rows', 'info', null, null],
    ['hidden_columns', 'info', null, null],
    ['unreadable_value', 'error', 4, 'C'],
    ['missing_birth_date', 'warning', 4, 'C'],
  ]);
  expect(hidden.changes.member.inserts.map(({ full_name, birth_date }) => [full_name, birth_date])).toEqual([
    ['Sùng Ba', '1980-05-19'],
    ['Sùng Tư', '1980-05-19'],
    ['Sùng Năm', null],
  ]);
});
