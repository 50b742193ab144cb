import { describe, expect, test } from 'vitest';
import { draftMembers } from '../../../electron/data/importing/drafts/members.ts';
import { recogniseSheet } from '../../../electron/data/importing/recognise/recognise-sheet.ts';
import { type Box, contextOf, dictionary, issueCodes, sheetOf } from '../../support/sheet.ts';

const heading: Box[] = ['TT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức'];
const an: Box[] = [1, 'Trần Văn An', '19/5/1980', '3/2/2005', '3/2/2006'];

function members(rows: Box[][], merges: string[] = []) {
  const context = contextOf(sheetOf(rows, merges), 'members');
  const { rows: drafts } = draftMembers(context);
  return { context, drafts, names: drafts.map(({ name }) => name) };
}

describe('pitfall 1: the heading is not row 1', () => {
  test('1a a title block and blank rows come first', () => {
    const rows = [['ĐẢNG BỘ XÃ HÒA LẪM'], [], ['DANH SÁCH ĐẢNG VIÊN'], [], heading, an];
    const { context, names } = members(rows);
    expect(context.recognised.headingTop).toBe(5);
    expect(names).toEqual(['Trần Văn An']);
  });

  test('1b merged headings over two rows are joined', () => {
    const rows: Box[][] = [
      ['TT', 'Họ và tên', 'Ngày tháng', '', 'Ngày chính thức'],
      ['', '', 'Sinh', 'Vào Đảng', ''],
      an,
    ];
    const { context, drafts } = members(rows, ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2']);
    expect(context.recognised.columns.map(({ segments }) => segments.join(' / '))).toContain('Ngày tháng / Vào Đảng');
    expect(drafts[0]).toMatchObject({ birthDate: '1980-05-19', admissionDate: '2005-02-03' });
  });

  test('1c a row of column numbers makes no member', () => {
    for (const numbers of [
      [1, 2, 3, 4, 5],
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
    ]) {
      expect(members([heading, numbers, an]).names).toEqual(['Trần Văn An']);
    }
  });

  test('1d a row with one filled box is the cell of the rows below', () => {
    const { drafts } = members([heading, ['', 'Chi bộ Thôn 1'], an, ['', 'CB thôn 2'], [2, 'Lê Thị Bình']]);
    expect(drafts.map(({ cell }) => cell?.name)).toEqual(['Chi bộ Thôn 1', 'CB thôn 2']);
  });

  test('1e totals inside the table are passed over, also the grand total', () => {
    const rows = [heading, an, ['', 'Cộng'], ['', 'TỔNG CỘNG: 2 đồng chí', '', 2], [2, 'Lê Thị Bình', '1/1/1990']];
    expect(members(rows).names).toEqual(['Trần Văn An', 'Lê Thị Bình']);
  });

  test('1f below the signatures nothing is read', () => {
    const rows = [heading, an, ['', 'NGƯỜI LẬP BIỂU', '', 'T/M CHI BỘ'], [], ['', 'Nguyễn Thị Lập', '', 'Trần Văn Ký']];
    expect(members(rows).names).toEqual(['Trần Văn An']);
  });

  test('a person named like a total is a person', () => {
    expect(members([heading, [1, 'Cộng Văn Tổng', '1/1/1980', '3/2/2005', '3/2/2006']]).names).toEqual([
      'Cộng Văn Tổng',
    ]);
  });
});

describe('pitfall 2: several fields in one box', () => {
  test('2a sex, ethnic group and religion on three lines', () => {
    const rows = [
      ['TT', 'Họ và tên', 'Nam, nữ, dân tộc, tôn giáo', 'Ngày vào Đảng'],
      [1, 'Trần Văn An', 'Nam\nKinh\nKhông', '3/2/2005'],
    ];
    expect(members(rows).drafts[0]).toMatchObject({ gender: 'male', ethnicity: '01', religion: '00' });
  });

  test('2b two dates with a slash between', () => {
    const rows = [
      ['TT', 'Họ và tên', 'Dân tộc', 'Ngày vào Đảng, ngày chính thức'],
      [1, 'Trần Văn An', 'Kinh', '03/02/2015 / 03/02/2016'],
    ];
    expect(members(rows).drafts[0]).toMatchObject({ admissionDate: '2015-02-03', fullMemberDate: '2016-02-03' });
  });
});

describe('pitfall 3: headings by other words', () => {
  test.each([
    [
      '3a',
      ['Ngày vào Đảng', 'Ngày kết nạp', 'Ngày vào đảng dự bị', 'NGÀY KN'],
      '3/2/2005',
      { admissionDate: '2005-02-03' },
    ],
    ['3b', ['Ngày chính thức', 'Ngày CT', 'Ngày công nhận'], '3/2/2005', { fullMemberDate: '2005-02-03' }],
    ['3c', ['Số thẻ', 'Số TĐV', 'Thẻ đảng'], '12345678', { oldCard: '12345678', newCard: null }],
    ['3c, 12 digits', ['Số thẻ'], '123456789012', { oldCard: null, newCard: '123456789012' }],
    ['3d', ['CCCD', 'Số CCCD', 'Số định danh cá nhân', 'CMND/CCCD'], '099080123456', { personalId: '099080123456' }],
    ['3e', ['Trình độ LLCT', 'LLCT', 'Lý luận'], 'Cao cấp', { politicalTheory: '3' }],
    ['3f', ['TĐVH', 'Văn hóa', 'Văn hoá', 'GDPT'], '12/12', { generalEducation: '4' }],
  ] as const)('%s %j', (_, headings, value, expected) => {
    for (const one of headings) {
      const rows = [
        ['TT', 'Họ và tên', 'Dân tộc', one, 'Ngày vào Đảng'],
        [1, 'Trần Văn An', 'Kinh', value, '3/2/2005'],
      ];
      expect(members(rows).drafts[0]).toMatchObject(expected);
    }
  });

  test('headings with blanks, breaks and decomposed letters', () => {
    const rows = [
      ['TT', 'Họ  và\ntên'.normalize('NFD'), 'DÂN TỘC:', 'Ngày vào Đảng '],
      [1, 'Trần Văn An', 'Kinh', '3/2/2005'],
    ];
    expect(members(rows).names).toEqual(['Trần Văn An']);
  });
});

describe('what a sheet is', () => {
  test('a sheet without known headings is nothing', () => {
    expect(
      recogniseSheet(
        sheetOf([
          ['Mua sắm', 'Số tiền'],
          ['Bàn', 100],
        ]),
        dictionary,
      ),
    ).toBeNull();
  });

  test('names alone make no roster', () => {
    expect(
      recogniseSheet(
        sheetOf([
          ['TT', 'Họ và tên'],
          [1, 'Trần Văn An'],
        ]),
        dictionary,
      ),
    ).toBeNull();
  });

  test('columns that are not understood stay unread', () => {
    const { context } = members([
      [...heading, 'Mã cũ'],
      [...an, 4286],
    ]);
    expect(context.recognised.columns.map(({ meaning }) => meaning?.field ?? null).at(-1)).toBeNull();
  });

  test('14e a formula without a result is an error of its row', () => {
    const rows: Box[][] = [heading, [1, 'Trần Văn An', { type: 'uncached' }, '3/2/2005', '3/2/2006']];
    const { context } = members(rows);
    expect([...context.rows][0]?.unreadable()).toEqual(['birth_date']);
    expect(issueCodes(context)).toContain('missing_birth_date 2');
  });

  test('boxes merged downward are filled', () => {
    const rows: Box[][] = [heading, an, [2, 'Lê Thị Bình', '1/1/1990', '', '3/2/2012']];
    expect(members(rows, ['D2:D3']).drafts[1]?.admissionDate).toBe('2005-02-03');
  });
});
