import { describe, expect, test } from 'vitest';
import { draftMembers } from '../../../electron/data/importing/drafts/members.ts';
import { decodeLegacyText } from '../../../electron/data/importing/workbook/decode-legacy-text.ts';
import { nameKey } from '../../../electron/data/vietnamese/fold.ts';
import { sortKey } from '../../../electron/data/vietnamese/sort-key.ts';
import { boxPitfalls } from '../../support/pitfalls/boxes.ts';
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

describe('the pitfalls of the handbook, section 6.1', () => {
  test.each(boxPitfalls.map(([no, ...row]) => ({ no, row })))(
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
