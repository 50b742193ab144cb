import { excelDay, type Typed } from '../typed-workbook.ts';

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

export interface SheetPitfall {
  sheet: Typed[][];
  /** The members of the sheet in its order, in part. */
  members?: Record<string, unknown>[];
  /** What is reported, as `code row`; infos too. */
  issues?: string[];
  merges?: string[];
  /** Headings as they were joined. */
  headings?: string[];
  /** Full names in the order of their keys to sort by. */
  inOrder?: string[];
}

/** The handbook's list, section 6.1, as far as it is about whole sheets; single boxes are in the unit test of that name. */
export const sheetPitfalls: Readonly<Record<string, SheetPitfall>> = {
  '1a title block skipped': {
    sheet: [['ĐẢNG BỘ XÃ THỬ'], ['DANH SÁCH ĐẢNG VIÊN'], [], [], ...roster([], sound('Trần Một A'))],
    members: [{ full_name: 'Trần Một A' }],
  },
  '1b headings in two rows are joined': {
    sheet: [
      ['TT', 'Họ và tên', 'Ngày tháng', null, 'Chi bộ', 'Dân tộc'],
      [null, null, 'Sinh', 'Vào Đảng', null, null],
      [1, 'Trần Một B', '19/5/1980', '3/2/2005', 'Chi bộ thôn Một', 'Kinh'],
    ],
    merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'F1:F2'],
    headings: ['TT', 'Họ và tên', 'Ngày tháng / Sinh', 'Ngày tháng / Vào Đảng', 'Chi bộ', 'Dân tộc'],
    members: [{ full_name: 'Trần Một B', birth_date: '1980-05-19', admission_date: '2005-02-03' }],
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
  '1e 1f a subtotal is skipped, reading stops at the end marks': {
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
  '3a 3b 3c 3d 3e 3f synonyms of headings': {
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
    ),
    members: ['03', '05', '07', '09', '15', '18', '21'].map((day) => ({ admission_date: `2005-02-${day}` })),
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
  '9c family name and given name apart: one name, sorted by the given name as it was split': {
    sheet: [
      ['TT', 'Họ đệm', 'Tên', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Chi bộ'],
      [1, 'Hồ Thị', 'Pa Hôn', '19/5/1980', '3/2/2005', '3/2/2006', 'Chi bộ thôn Một'],
      [2, 'Lê', 'Nam', '19/5/1980', '3/2/2005', '3/2/2006', 'Chi bộ thôn Một'],
    ],
    members: [{ full_name: 'Hồ Thị Pa Hôn' }, { full_name: 'Lê Nam' }],
    inOrder: ['Lê Nam', 'Hồ Thị Pa Hôn'],
  },
  '9d names of other peoples; a name may have a key of its own to sort by': {
    sheet: roster(['Khóa sắp xếp'], sound('H’Lan Niê'), sound('Trần Công'), sound('Tôn Nữ Mlô', 'Mlô Blang')),
    members: [{ full_name: 'H’Lan Niê' }, { full_name: 'Trần Công' }, { full_name: 'Tôn Nữ Mlô' }],
    inOrder: ['Tôn Nữ Mlô', 'Trần Công', 'H’Lan Niê'],
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
  '11b what was a province keeps its name, the new one is proposed': {
    sheet: roster(
      ['Quê quán'],
      sound('Mạc Một D', 'xã Lũng Cú, huyện Đồng Văn, tỉnh Hà Giang'),
      sound('Mạc Một E', 'Đồng Văn, Hà Giang'),
      sound('Mạc Một F', 'phường Rạch Dừa, Bà Rịa - Vũng Tàu'),
    ),
    members: [
      { home_commune: 'Lũng Cú', home_district: 'Đồng Văn', home_province: 'Hà Giang' },
      { home_text: 'Đồng Văn, Hà Giang' },
      { home_commune: 'Rạch Dừa', home_district: null, home_province: 'Bà Rịa - Vũng Tàu' },
    ],
    issues: ['former_province 2', 'former_province 4'],
  },
  '11c KHÔNG for a birth abroad is a legal filler': {
    sheet: roster(['Quê quán'], sound('Mạc Một G', 'KHÔNG')),
    members: [{ home_text: 'KHÔNG', home_province: null }],
  },
  '12f a degree or a course: the column decides': {
    sheet: roster(['CMNV', 'LLCT'], sound('Mạc Hai F', 'Cử nhân', 'Cử nhân')),
    members: [{ professional_education: '4', political_theory: '4' }],
  },
  '12e one column for every education: what only one list knows is taken, what several know is asked': {
    sheet: roster(
      ['Trình độ'],
      sound('Mạc Hai A', 'Đại học Luật'),
      sound('Mạc Hai B', '12/12'),
      sound('Mạc Hai C', 'TC LLCT'),
      sound('Mạc Hai D', 'Cử nhân'),
      sound('Mạc Hai G', 'CC'),
    ),
    members: [
      { professional_education: '4', professional_field: 'Luật' },
      { general_education: '4' },
      { political_theory: '2' },
      { professional_education: null, political_theory: null },
      { professional_education: null, political_theory: null },
    ],
    issues: ['unknown_code 5', 'unknown_code 6'],
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
