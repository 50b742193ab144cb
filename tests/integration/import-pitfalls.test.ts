import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportPlan } from '../../electron/data/importing/plan-import.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { planFiles, sampleOffice } from '../support/imported-office.ts';
import { removableFolder } from '../support/office.ts';
import { excelDay, importTyped, planTyped, type Typed, type TypedSheets } from '../support/typed-workbook.ts';

/** Headings and rows of a roster of one cell; `columns` beside name, birth date and the dates of admission. */
function roster(columns: readonly string[], ...people: readonly (readonly Typed[])[]): Typed[][] {
  const headings = ['TT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Chi bộ', ...columns];
  return [headings, ...people.map((person, index) => [index + 1, ...person])];
}

/** Somebody of whom nothing is wrong, and what `rest` gives in the further columns. */
function sound(name: string, ...rest: Typed[]): Typed[] {
  return [name, '19/5/1980', '3/2/2005', '3/2/2006', 'Chi bộ thôn Một', ...rest];
}

function born(name: string, birth: Typed, admitted: Typed, full: Typed, ...rest: Typed[]): Typed[] {
  return [name, birth, admitted, full, 'Chi bộ thôn Một', ...rest];
}

interface Outcome {
  sheet: Typed[][];
  /** The members of the sheet in its order, in part. */
  members?: Record<string, unknown>[];
  /** What is reported, as `code row`; infos too. */
  issues?: string[];
}

/** The handbook's list, section 6.1, as far as it is about whole sheets; single boxes are in the unit test of that name. */
const table: Readonly<Record<string, Outcome>> = {
  '1a title block skipped': {
    sheet: [['ĐẢNG BỘ XÃ THỬ'], ['DANH SÁCH ĐẢNG VIÊN'], [], [], ...roster([], sound('Trần Một A'))],
    members: [{ full_name: 'Trần Một A' }],
  },
  '1c row of numbers dropped': {
    sheet: [...roster([]), ['1', '2', '3', '4', '5', '6'], [1, ...sound('Trần Một C')]],
    members: [{ full_name: 'Trần Một C' }],
  },
  '1d group row gives the cell': {
    sheet: [
      ['TT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức'],
      ['I', 'Chi bộ thôn Hai'],
      [1, 'Trần Một D', '19/5/1980', '3/2/2005', '3/2/2006'],
    ],
    members: [{ full_name: 'Trần Một D', cell: 'Chi bộ thôn Hai' }],
  },
  '1e subtotal skipped, 1f reading stops at the end marks': {
    sheet: [
      ...roster([], sound('Trần Một E')),
      [null, 'Cộng', 1],
      [2, ...sound('Trần Một F')],
      [null, 'Tổng cộng: 2'],
      [null, 'Người lập biểu'],
      [3, ...sound('Không Phải Đảng Viên')],
    ],
    members: [{ full_name: 'Trần Một E' }, { full_name: 'Trần Một F' }],
  },
  '3 synonyms of headings': {
    sheet: [
      ['STT', 'Họ tên', 'Sinh ngày', 'Ngày KN', 'Ngày công nhận', 'Chi bộ', 'Số TĐV', 'CMND/CCCD', 'Lý luận', 'TĐVH'],
      [1, ...sound('Trần Ba A', '123456789012', '123456789', 'TC', '12/12')],
      [2, ...sound('Trần Ba B', '87654321', '099080123456', 'CC LLCT', '7/10')],
    ],
    members: [
      { party_card_no: '123456789012', old_card_no: null, old_id_no: '123456789', political_theory: '2' },
      { old_card_no: '87654321', personal_id: '099080123456', political_theory: '3', general_education: '3' },
    ],
  },
  '4f the local day, whatever the time': {
    sheet: roster([], born('Trần Bốn F', new Date(Date.UTC(1980, 4, 19, 23, 30)), '3/2/2005', '3/2/2006')),
    members: [{ birth_date: '1980-05-19' }],
  },
  '4i day and month swapped, proven by the other date': {
    sheet: roster(
      [],
      ...[3, 5, 7, 9].map((day) =>
        born(`Trần Hoán ${'ABCDEFGHI'[day - 1]}`, '1980', excelDay(2005, day, 2), `${day}/2/2006`),
      ),
      ...[15, 18, 21].map((day) => born(`Lê Hoán ${'QRSTUVW'[day - 15]}`, '1980', `${day}/2/2005`, `${day}/2/2006`)),
    ).map((row) => row.map((box) => (typeof box === 'string' ? box.replace('/2/2006', '/2/2006') : box))),
    issues: ['swapped_day_month_column'],
  },
  '5e a card number with lost zeros is shown': {
    sheet: roster(['Số thẻ'], sound('Trần Năm E', 2345678)),
    members: [{ old_card_no: '02345678' }],
    issues: ['padded_card_numbers'],
  },
  '5f the identity number contradicts sex and year of birth': {
    sheet: roster(
      ['Giới tính', 'CCCD'],
      sound('Trần Năm F', 'Nam', '099080111111'),
      sound('Lê Năm F', 'Nữ', '099080222222'),
      sound('Hồ Năm F', 'Nữ', '099181333333'),
    ),
    members: [{}, { personal_id: '099080222222', gender: 'female' }, {}],
    issues: ['identity_contradicts 3', 'identity_contradicts 4'],
  },
  '7c a mangled name is put in order and listed': {
    sheet: roster([], sound('NguyễnVănBảy'), sound('Lê Thị B\u0323ảy'), sound('Rcom Hnhĩn'), sound('Hlan')),
    members: [
      { full_name: 'NguyễnVănBảy' },
      { full_name: 'Lê Thị Bảy' },
      { full_name: 'Rcom Hnhĩn' },
      { full_name: 'Hlan' },
    ],
    issues: ['name_for_repair 2', 'name_for_repair 3'],
  },
  '10c same name and year in a cell, no numbers: never merged by itself': {
    sheet: roster([], born('Lý Văn Mười', '1970', null, null), born('Lý Văn Mười', '1970', null, null)),
    members: [{ full_name: 'Lý Văn Mười' }, { full_name: 'Lý Văn Mười' }],
    issues: ['possible_duplicate 3'],
  },
  '11a one province, however it is written': {
    sheet: roster(
      ['Quê quán'],
      sound('Mạc Một A', 'xã An Lão, Thành phố Hải Phòng'),
      sound('Mạc Một B', 'An Lão, TP. Hải Phòng'),
      sound('Mạc Một C', 'An Lão, Hải Phòng'),
    ),
    members: Array.from({ length: 3 }, () => ({ home_province: 'Hải Phòng', home_commune: 'An Lão' })),
  },
  '12f a degree or a course: the column decides': {
    sheet: roster(['CMNV', 'LLCT'], sound('Mạc Hai F', 'Cử nhân', 'Cử nhân')),
    members: [{ professional_education: '4', political_theory: '4' }],
  },
  '13a under 18, over 60': {
    sheet: roster(
      [],
      born('Vi Ba A', '1/1/1990', '1/1/2007', '1/1/2008'),
      born('Vi Ba B', '1/1/1940', '2/1/2001', '2/1/2002'),
    ),
    issues: ['joined_under_18 2', 'admitted_over_age 3'],
  },
  '13b not twelve months; before 1986 other lengths': {
    sheet: roster(
      [],
      born('Vi Bốn A', '1/1/1980', '3/2/2020', '10/3/2021'),
      born('Vi Bốn B', '1/1/1940', '3/2/1970', '3/11/1970'),
    ),
    issues: ['not_twelve_months 2'],
  },
  '13c the decision after the ceremony, or too long before it': {
    sheet: roster(
      ['Ngày quyết định kết nạp'],
      sound('Vi Năm A', '5/2/2005'),
      sound('Vi Năm B', '1/12/2004'),
      sound('Vi Năm C', '20/1/2005'),
    ),
    members: [{}, {}, { admission_decision_date: '2005-01-20' }],
    issues: ['decision_after_admission 2', 'admission_late 3'],
  },
  '13e a card on a probationary member': {
    sheet: roster(['Số thẻ'], born('Vi Sáu', '1/1/1990', '3/2/2024', null, '11223344')),
    issues: ['card_on_probationary 2'],
  },
  '13f two persons with one number': {
    sheet: roster(['CCCD'], sound('Vi Bảy A', '099080777777'), sound('Vi Bảy B', '099080777777')),
    issues: ['duplicate_citizen_id 2', 'duplicate_citizen_id 3'],
  },
  '13g badge 40 without 30': {
    sheet: roster(
      ['Huy hiệu Đảng'],
      born('Vi Tám A', '1950', '3/2/1975', '3/2/1976', 'HHĐ 40 năm'),
      born('Vi Tám B', '1950', '3/2/1975', '3/2/1976', '30, 40'),
    ),
    members: [{ note: 'Huy hiệu Đảng: HHĐ 40 năm' }, {}],
    issues: ['missing_badges 2'],
  },
  '13h events out of order': {
    sheet: roster(
      ['Ghi chú'],
      sound('Vi Chín A', 'Miễn sinh hoạt từ 1/5/2004'),
      sound('Vi Chín B', 'Miễn sinh hoạt từ 1/5/2020; SHTT tại Chi bộ Ngoài từ 1/3/2019'),
    ),
    issues: ['event_before_admission 2', 'events_out_of_order 3'],
  },
  'R44 the link with the cell of residence is another regime': {
    sheet: [['DANH SÁCH ĐẢNG VIÊN GIỮ MỐI LIÊN HỆ NƠI CƯ TRÚ'], ...roster([], sound('Vương Không Nhập'))],
    members: [],
    issues: ['residence_list'],
  },
};

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
  const sheets = Object.entries(table).map(([title, { sheet }]): [string, Typed[][]] => [nameOf(title), sheet]);
  plan = await planTyped(office, folder, Object.fromEntries(sheets));
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
  test.each(Object.entries(table))('%s', (title, { members, issues = [] }) => {
    const planned = plan.workbooks[0]?.sheets.find(({ name }) => name === nameOf(title));
    const found = planned?.issues.map(({ code, row }) => (row === null ? code : `${code} ${row}`)) ?? [];
    expect(found.sort()).toEqual(issues.toSorted());
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
