import { describe, expect, test } from 'vitest';
import { draftMembers } from '../../../electron/data/importing/drafts/members.ts';
import { parseCardNumber } from '../../../electron/data/importing/values/card-number.ts';
import { parseHometown } from '../../../electron/data/importing/values/hometown.ts';
import { parseMemberNote } from '../../../electron/data/importing/values/member-notes.ts';
import { parsePersonalId } from '../../../electron/data/importing/values/personal-id.ts';
import { parsePosts } from '../../../electron/data/importing/values/posts.ts';
import { type Box, contextOf, issueCodes, sheetOf } from '../../support/sheet.ts';

function roster(headings: Box[], ...rows: Box[][]) {
  const context = contextOf(
    sheetOf([['TT', 'Họ và tên', ...headings], ...rows.map((row, index) => [index + 1, ...row])]),
    'members',
  );
  const { rows: drafts } = draftMembers(context);
  return { drafts, issues: issueCodes(context), values: context.issues.map(({ value }) => value) };
}

const dates = ['Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức'];

describe('pitfall 4: dates', () => {
  test.each<[string, Box, string]>([
    ['4a', '19.5.1980', '1980-05-19'],
    ['4b', '19/05/80', '1980-05-19'],
    ['4c', 'tháng 5/1980', '1980-05'],
    ['4d text', '1980', '1980'],
    ['4d number', 1980, '1980'],
    ['4e serial number', 29360, '1980-05-19'],
    ['4e serial as text', '29360', '1980-05-19'],
    ['4f true date', { date: '1980-05-19' }, '1980-05-19'],
    ['4g', '00/00/1980', '1980'],
    ['4h', 'ngày 19 tháng 5 năm 1980', '1980-05-19'],
    ['5c apostrophe', "'19/5/1980", '1980-05-19'],
  ])('%s', (_, written, expected) => {
    const { drafts, issues } = roster(dates, ['Trần Văn An', written, '3/2/2005', '3/2/2006']);
    expect([drafts[0]?.birthDate, issues]).toEqual([expected, []]);
  });

  test('a date that does not exist, one in the future and none at all: the person is imported, the field empty', () => {
    const { drafts, issues } = roster(
      dates,
      ['Trần Văn An', '31/02/1980', '3/2/2005', '3/2/2006'],
      ['Lê Thị Bình', '1/1/1980', '03/02/2042', '3/2/2006'],
      ['Hồ Văn Cu', '-', '3/2/2005', '3/2/2006'],
    );
    expect(drafts.map(({ birthDate, admissionDate }) => [birthDate, admissionDate])).toEqual([
      [null, '2005-02-03'],
      ['1980-01-01', null],
      [null, '2005-02-03'],
    ]);
    expect(issues.sort()).toEqual(['future_date 3', 'impossible_date 2', 'missing_birth_date 4']);
  });

  test('in what is reported, dates are as people write them, also those of true date cells', () => {
    const { issues, values } = roster(
      dates,
      ['Trần Văn An', { date: '2042-05-19' }, '3/2/2005', '3/2/2006'],
      ['Lê Thị Bình', '1/1/1980', { date: '2005-02-03' }, { date: '2004-02-03' }],
      ['Hồ Văn Cu', '1/1/1970', '3/2005', '3/2/2006'],
      ['Hồ Thị Dư', '1970', '3/2/2005', { date: '2005-08-03' }],
      ['Hồ Thị Em', '1/1/1990', { date: '2001-10-05' }, '5/10/2002'],
    );
    expect(issues).toEqual(['future_date 2', 'official_before_joined 3', 'not_twelve_months 5', 'joined_under_18 6']);
    expect(values).toEqual(['19/05/2042', '03/02/2004', '03/08/2005', '05/10/2001']);
  });

  const swapped = (full: (month: number) => Box) =>
    Array.from({ length: 8 }, (_, index): Box[] => {
      const month = index + 1;
      // 3 February typed on an English Excel is stored as 2 March; the 19th stays text.
      const admission: Box = index < 4 ? { date: `2005-0${month + 1}-0${month}` } : `19/${month}/2005`;
      return [`Trần Văn ${month}`, '1/1/1970', admission, full(month)];
    });

  test('4i swapped day and month are turned back where the other date of the person proves it', () => {
    const rows = swapped((month) => (month < 5 ? `${month + 1}/${month}/2006` : `19/${month}/2006`));
    const { drafts, issues } = roster(dates, ...rows);
    expect(issues).toEqual(['swapped_day_month_column']);
    expect(drafts[0]?.admissionDate).toBe('2005-01-02');
  });

  test('4i without proof they are reported and kept', () => {
    const { drafts, issues } = roster(dates, ...swapped(() => ''));
    expect(issues).toContain('swapped_day_month_column');
    expect(drafts[0]?.admissionDate).toBe('2005-02-01');
  });
});

describe('pitfall 5: numbers that are text', () => {
  test.each([
    ['5a', '99098123456', { personalId: '099098123456', padded: true }],
    ['5a', '99098123456.0', { personalId: '099098123456', padded: true }],
    ['5b', '3.8E+10', 'lost'],
    ['5c', "'099098123456", { personalId: '099098123456', padded: false }],
    ['5d', '123456789', { oldId: '123456789' }],
    ['', 'không rõ', null],
  ])('%s identity number %s', (_, written, expected) => {
    expect(parsePersonalId(written)).toEqual(expected);
  });

  test('5e a card number that lost its zeros gets them back only when it was a number, and this is said once', () => {
    expect(parseCardNumber('1510094', true)).toEqual({ old: '01510094', padded: true });
    expect(parseCardNumber('1510094', false)).toBeNull();
    expect(parseCardNumber('87 292 473', false)).toEqual({ old: '87292473', padded: false });
    const { issues } = roster(
      ['Số thẻ', 'Ngày vào Đảng', 'Ngày chính thức'],
      ['An', 1510094, '3/2/2005', '3/2/2006'],
      ['Bình', 215267, '3/2/2005', '3/2/2006'],
    );
    expect(issues.filter((code) => code.startsWith('padded'))).toEqual(['padded_card_numbers']);
  });
});

describe('pitfalls 7 to 9: names', () => {
  test.each([
    ['7a', 'Nguyễn Thị Hòa'.normalize('NFD'), 'Nguyễn Thị Hòa'],
    ['7d', 'Ðỗ Văn Ðiệp', 'Đỗ Văn Điệp'],
    ['7e', ' Phạm\u00a0 Văn  Hoan ', 'Phạm Văn Hoan'],
    ['8a', 'Võ Anh Hoà', 'Võ Anh Hòa'],
    ['9b', 'NGUYỄN THỊ HÒA', 'Nguyễn Thị Hòa'],
    ['9d', 'H’Lan Niê', 'H’Lan Niê'],
  ])('%s', (_, written, expected) => {
    expect(roster(dates, [written, '1/1/1980', '3/2/2005', '3/2/2006']).drafts[0]?.name).toBe(expected);
  });

  test('9c family and given name in two columns', () => {
    const sheet = sheetOf([
      ['TT', 'Họ đệm', 'Họ tên', 'Ngày vào Đảng', 'Ngày chính thức'],
      [1, 'Trần Văn', 'An', '3/2/2005', '3/2/2006'],
    ]);
    expect(draftMembers(contextOf(sheet, 'members')).rows[0]?.name).toBe('Trần Văn An');
  });

  test('a row with data and no name is no record', () => {
    const { drafts, issues } = roster(dates, ['', '1/1/1980', '3/2/2005', '3/2/2006']);
    expect([drafts, issues]).toEqual([[], ['missing_name 2']]);
  });
});

describe('pitfall 12: noise in list values', () => {
  test.each([
    ['12a', 'Giới tính', 'nữ', { gender: 'female' }],
    ['12a', 'Giới tính', 'Nũ', { gender: 'female' }],
    ['12a', 'Nữ', 'x', { gender: 'female' }],
    ['12b', 'Tôn giáo', 'K', { religion: '00' }],
    ['12b', 'Tôn giáo', 'ko', { religion: '00' }],
    ['12c', 'Tôn giáo', '', { religion: null }],
    ['12d', 'Văn hóa', '9/12', { generalEducation: '3' }],
    ['12d', 'Văn hóa', '7/10', { generalEducation: '3' }],
    ['12d', 'Chuyên môn', 'ĐH', { professionalEducation: '4' }],
    ['12d', 'Chuyên môn', 'Đại học Luật', { professionalEducation: '4', professionalField: 'Luật' }],
    ['12e', 'LLCT', 'TC LLCT', { politicalTheory: '2' }],
    ['12e', 'LLCT', 'CC', { politicalTheory: '3' }],
    ['12f', 'LLCT', 'Cử nhân', { politicalTheory: '4' }],
    ['12f', 'Chuyên môn', 'Cử nhân', { professionalEducation: '4' }],
    ['', 'Dân tộc', 'Bru - Vân Kiều', { ethnicity: '23' }],
  ])('%s %s “%s”', (_, heading, written, expected) => {
    const { drafts, issues } = roster(
      [heading, 'Ngày vào Đảng', 'Ngày chính thức', 'Ngày sinh'],
      ['Trần An', written, '3/2/2005', '3/2/2006', '1/1/1970'],
    );
    expect(drafts[0]).toMatchObject(expected);
    expect(issues).toEqual([]);
  });

  test('12e elsewhere CC is asked; a misspelt ethnic group is not guessed', () => {
    const { issues } = roster(
      ['Chuyên môn', 'Dân tộc', ...dates],
      ['Trần An', 'CC', 'Tầy', '1/1/1970', '3/2/2005', '3/2/2006'],
    );
    expect(issues).toEqual(['unknown_code 2', 'unknown_code 2']);
  });
});

describe('pitfall 13: contradictions are shown, nothing is changed', () => {
  test.each<[string, Box[], string[]]>([
    ['13a admitted under 18', ['1/9/1967', '2/9/1983', '2/9/1984'], ['joined_under_18 2']],
    ['13a year only: may have been 18', ['1967', '2/9/1985', '2/9/1986'], []],
    ['13b full member not after 12 months', ['1/1/1980', '03/02/2020', '10/03/2021'], ['not_twelve_months 2']],
    ['13b before 1986 probation was longer', ['1/1/1940', '03/02/1970', '03/08/1971'], []],
    ['full member before the admission', ['1/1/1980', '3/2/2005', '3/2/2004'], ['official_before_joined 2']],
  ])('%s', (_, written, expected) => {
    expect(roster(dates, ['Trần Văn An', ...written]).issues).toEqual(expected);
  });

  test('13e a card of a probationary member', () => {
    const { drafts, issues } = roster([...dates, 'Số thẻ'], ['Trần Văn An', '1/1/1990', '3/2/2024', '', '12345678']);
    expect([drafts[0]?.standing, drafts[0]?.oldCard, issues]).toEqual([
      'probationary',
      '12345678',
      ['card_on_probationary 2'],
    ]);
  });

  test('a birth date in both columns leaves the sex open', () => {
    const sheet = sheetOf(
      [
        ['TT', 'Họ và tên', 'Ngày sinh', '', 'Ngày vào Đảng', 'Ngày chính thức'],
        ['', '', 'Nam', 'Nữ'],
        [1, 'Trần An', '1964', '1964', '3/2/1984', '3/2/1985'],
      ],
      ['C1:D1', 'A1:A2', 'B1:B2', 'E1:E2', 'F1:F2'],
    );
    const context = contextOf(sheet, 'members');
    expect(draftMembers(context).rows[0]).toMatchObject({ gender: null, birthDate: '1964' });
    expect(issueCodes(context)).toEqual(['both_sex_columns 3']);
  });
});

test.each([
  ['xã Hòa Lẫm, huyện Đông Rưng, tỉnh Quảng Trị', 'Hòa Lẫm', 'Đông Rưng', 'Quảng Trị'],
  ['Xã Hoà Lẫm, H. Đông Rưng, T. Thanh Hoá', 'Hòa Lẫm', 'Đông Rưng', 'Thanh Hóa'],
  ['Phú Vạt - Hương Sỏi - Quảng Trị', 'Phú Vạt', 'Hương Sỏi', 'Quảng Trị'],
  ['P. Tân Lĩnh, TP. Hải Phòng', 'Tân Lĩnh', null, 'Hải Phòng'],
])('pitfall 11: home place %s', (written, commune, district, province) => {
  expect(parseHometown(written)).toMatchObject({ commune, district, province });
});

test.each([
  ['Miễn SH từ 22/8/2022', { type: 'status', kind: 'exempt', since: '2022-08-22' }],
  ['Đi làm ăn xa (Bình Dương) từ 18/11/2023', { kind: 'temporarily_exempt', place: 'Bình Dương' }],
  ['SHTT tại phường Tân Lĩnh từ 18/4/2024', { kind: 'temporarily_away', place: 'phường Tân Lĩnh' }],
  ['SHTT đến từ Đảng bộ huyện Lâm Khê từ 08/6/2024', { kind: 'temporarily_received', place: 'Đảng bộ huyện Lâm Khê' }],
  ['Từ trần ngày 17/5/2024', { kind: 'deceased', since: '2024-05-17' }],
  ['Xóa tên (QĐ ngày 19/5/2024)', { kind: 'name_removed', since: '2024-05-19' }],
  ['Đình chỉ SHĐ từ 01/8/2024', { kind: 'suspended', since: '2024-08-01' }],
  ['Chuyển SH đến Đảng bộ thành phố Tân Lĩnh từ 18/10/2024', { type: 'moved_to', place: 'Đảng bộ thành phố Tân Lĩnh' }],
  ['Đã chuyển SH đến Chi bộ Trường Mầm non từ 15/3/2024', { type: 'moved_to', since: '2024-03-15' }],
  ['Chuyển đến từ Chi bộ thôn 3 ngày 06/4/2024', { type: 'came_from', place: 'Chi bộ thôn 3', since: '2024-04-06' }],
])('remark %s', (written, expected) => {
  expect(parseMemberNote(written)).toEqual([expect.objectContaining(expected)]);
});

test.each([
  ['BTCB', 'secretary', null],
  ['Bí thư Huyện ủy', null, 'Bí thư Huyện ủy'],
  ['CUV, HUV, Trưởng phòng GD&ĐT', 'committee_member', 'HUV, Trưởng phòng GD&ĐT'],
  ['Bí thư, Phó Bí thư Đảng ủy, Chủ tịch UBND', 'secretary', 'Phó Bí thư Đảng ủy, Chủ tịch UBND'],
])('posts %s', (written, position, others) => {
  expect(parsePosts(written)).toEqual({ position, others });
});
