import { describe, expect, test } from 'vitest';
import type { MemberDraft } from '../../../electron/data/importing/drafts/member-draft.ts';
import { draftMembers } from '../../../electron/data/importing/drafts/members.ts';
import { decodeLegacyText } from '../../../electron/data/importing/workbook/decode-legacy-text.ts';
import { nameKey } from '../../../electron/data/vietnamese/fold.ts';
import { sortKey } from '../../../electron/data/vietnamese/sort-key.ts';
import { type Box, contextOf, issueCodes, sheetOf } from '../../support/sheet.ts';

/** A roster of one person with one more column, read as from a file: `typed` under `heading`. */
function reading(heading: string, typed: Box) {
  const columns = ['Số thẻ', 'Dân tộc', 'Ngày vào Đảng', 'Ngày chính thức'];
  const values: Box[] = ['12345678', 'Kinh', '3/2/2015', '3/2/2016'];
  const isName = heading === 'Họ và tên';
  const known = columns.indexOf(heading);
  if (known >= 0) values[known] = typed;
  const extra = isName || known >= 0 ? [] : [heading];
  const sheet = sheetOf([
    ['TT', 'Họ và tên', ...columns, ...extra],
    [1, isName ? typed : 'Trần Văn An', ...values, ...extra.map(() => typed)],
  ]);
  decodeLegacyText(sheet);
  const context = contextOf(sheet, 'members');
  const [draft] = draftMembers(context).rows;
  return { draft, issues: issueCodes(context).filter((code) => !code.startsWith('missing_birth_date')) };
}

type Outcome = Partial<Record<keyof MemberDraft, unknown>>;

/** The handbook's list, section 6.1: number, heading, what was typed, what is stored, what is reported. */
const table: readonly (readonly [string, string, Box, Outcome, string[]?])[] = [
  ['2a', 'Nam, nữ, dân tộc, tôn giáo', 'Nam\nKinh\nKhông', { gender: 'male', ethnicity: '01', religion: '00' }],
  ['2b', 'Ngày vào Đảng, ngày chính thức', '03/02/2015 / 03/02/2016', { admissionDate: '2015-02-03' }],
  ['4a', 'Ngày sinh', '19/5/1990', { birthDate: '1990-05-19' }],
  ['4a', 'Ngày sinh', '19-05-1990', { birthDate: '1990-05-19' }],
  ['4b', 'Ngày sinh', '19/05/90', { birthDate: '1990-05-19' }],
  ['4c', 'Ngày sinh', '05-1990', { birthDate: '1990-05' }],
  ['4c', 'Ngày sinh', '5/1990', { birthDate: '1990-05' }],
  ['4d', 'Ngày sinh', 1990, { birthDate: '1990' }],
  ['4e', 'Ngày sinh', 33012, { birthDate: '1990-05-19' }],
  ['4g', 'Ngày sinh', '00/00/1990', { birthDate: '1990' }],
  ['4g', 'Ngày sinh', '--/5/1990', { birthDate: '1990-05' }],
  ['4g', 'Ngày sinh', '0/5/1990', { birthDate: '1990-05' }],
  ['4h', 'Ngày sinh', '3/2 năm 1990', { birthDate: '1990-02-03' }],
  ['4h', 'Ngày sinh', 'ngày 3 tháng 2 năm 1990', { birthDate: '1990-02-03' }],
  ['5a', 'CCCD', 99098123456, { personalId: '099098123456' }, ['padded_personal_ids']],
  ['5a', 'CCCD', '99098123456.0', { personalId: '099098123456' }, ['padded_personal_ids']],
  ['5b', 'CCCD', '3.8E+10', { personalId: null }, ['lost_digits 2']],
  ['5c', 'CCCD', "'099098123456", { personalId: '099098123456' }],
  ['5d', 'CCCD', '123456789', { personalId: null, oldId: '123456789' }],
  ['5e', 'Số thẻ', 2345678, { oldCard: '02345678' }, ['padded_card_numbers']],
  ['6a', 'Họ và tên', { type: 'text', text: 'NguyÔn ThÞ Hoµ', font: 'tcvn3' }, { name: 'Nguyễn Thị Hòa' }],
  ['6b', 'Họ và tên', { type: 'text', text: '§Æng V¨n', font: 'tcvn3' }, { name: 'Đặng Văn' }],
  ['6c', 'Họ và tên', { type: 'text', text: 'nguyÔn v¨n an', font: 'tcvn3_capitals' }, { name: 'Nguyễn Văn An' }],
  ['6d', 'Họ và tên', { type: 'text', text: 'Nguyeãn Thò Hoøa', font: 'vni' }, { name: 'Nguyễn Thị Hòa' }],
  ['6e', 'Họ và tên', 'Tr\u00AD¬ng V¨n C\u00ADêng', { name: 'Trương Văn Cường' }],
  ['6f', 'Họ và tên', 'NguyÔn ThÞ H\u03BC', { name: 'Nguyễn Thị Hà' }],
  ['7a', 'Họ và tên', 'Nguyễn Thị Bé'.normalize('NFD'), { name: 'Nguyễn Thị Bé' }],
  ['7a', 'Họ và tên', 'Nguyê\u0303n', { name: 'Nguyễn' }],
  ['7b', 'Họ và tên', 'Bùi Thi\u0323 Lê\u0323', { name: 'Bùi Thị Lệ' }],
  ['7d', 'Họ và tên', 'Ðặng Văn Ɖô', { name: 'Đặng Văn Đô' }],
  ['7e', 'Họ và tên', ' Trần\u00A0Văn\u200B  An ', { name: 'Trần Văn An' }],
  ['8b', 'Họ và tên', 'Trần Văn Quý', { name: 'Trần Văn Quý' }],
  ['8c', 'Họ và tên', 'Hoàng Văn Huỳnh', { name: 'Hoàng Văn Huỳnh' }],
  ['8e', 'Họ và tên', 'Trần Thị Lí', { name: 'Trần Thị Lí' }],
  ['9b', 'Họ và tên', 'NGUYỄN THỊ HÒA', { name: 'Nguyễn Thị Hòa' }],
  ['9d', 'Họ và tên', "H'Lan Niê", { name: "H'Lan Niê" }],
  ['9d', 'Họ và tên', 'Y Blang Mlô', { name: 'Y Blang Mlô' }],
  ['9e', 'Họ và tên', 'Nguyễn Văn A (B)', { name: 'Nguyễn Văn A (B)' }],
  ['12a', 'Giới tính', 'Nũ', { gender: 'female' }],
  ['12a', 'Nữ', 'x', { gender: 'female' }],
  ['12b', 'Tôn giáo', 'ko', { religion: '00' }],
  ['12c', 'Tôn giáo', null, { religion: null }],
  ['12d', 'Văn hóa', '12/12', { generalEducation: '4' }],
  ['12d', 'Chuyên môn', 'Đại học Luật', { professionalEducation: '4', professionalField: 'Luật' }],
  ['12e', 'LLCT', 'TC LLCT', { politicalTheory: '2' }],
  ['12e', 'LLCT', 'CC', { politicalTheory: '3' }],
  ['12e', 'Chuyên môn', 'CC', { professionalEducation: null }, ['unknown_code 2']],
  ['13d', 'Ngày vào Đảng', '3/2/2042', { admissionDate: null }, ['future_date 2']],
];

describe('the pitfalls of the handbook, section 6.1', () => {
  test.each(table.map(([no, ...row]) => ({ no, row })))(
    '$no $row.0: $row.1',
    ({ row: [heading, typed, outcome, reported = []] }) => {
      const { draft, issues } = reading(heading, typed);
      expect(draft).toMatchObject(outcome);
      expect(issues).toEqual(reported);
    },
  );

  test('8a two spellings of one name have one key', () => {
    for (const [one, other] of [
      ['Hòa', 'Hoà'],
      ['Thúy', 'Thuý'],
      ['ủy', 'uỷ'],
      ['khỏe', 'khoẻ'],
    ] as const) {
      expect([nameKey(one), sortKey(one)]).toEqual([nameKey(other), sortKey(other)]);
    }
  });

  test('9a by given name, then family name', () => {
    const names = ['Nguyễn Văn Bình', 'Trần Văn An', 'Lê Thị An'];
    const sorted = names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    expect(sorted).toEqual(['Lê Thị An', 'Trần Văn An', 'Nguyễn Văn Bình']);
  });

  test('1.3 the short export has no day of full membership: who holds a card is a full member', () => {
    const headings = ['STT', 'Họ và tên', 'Số thẻ Đảng viên', 'Số CCCD', 'Ngày sinh', 'Ngày kết nạp'];
    const more = ['Chi bộ đang sinh hoạt', 'Chi bộ nơi cư trú', 'Trạng thái'];
    const row = (card: string | null) => [1, 'LÊ AN', card, '099080123456', '1/1/1980', '3/2/2005', 'Chi bộ thôn 1'];
    const context = contextOf(sheetOf([[...headings, ...more], row('12345678'), row(null)]), 'members');
    expect(draftMembers(context).rows.map(({ standing, cell }) => [standing, cell?.name])).toEqual([
      ['full', 'Chi bộ thôn 1'],
      ['probationary', 'Chi bộ thôn 1'],
    ]);
  });
});
