import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftMembers } from '../../../electron/data/importing/drafts/members.ts';
import type { SheetGrid } from '../../../electron/data/importing/workbook/sheet-grid.ts';
import { columnLetter } from '../../../electron/data/importing/workbook/sheet-grid.ts';
import { type Box, contextOf, sheetOf } from '../../support/sheet.ts';

interface Person {
  name: string;
  ethnicity: string;
  admission: string;
  full: string | null;
  card: string;
}

const families = ['Nguyễn', 'Trần', 'Hồ', 'Kăn', 'Đặng'];
const givens = ['An', 'Bình', 'Thúy', 'Hòa', 'Ánh', 'Quý', 'Cộng', 'Tổng', 'Lập'];
const codes: Readonly<Record<string, string>> = { Kinh: '01', Tày: '02' };

const person = fc.record<Person>({
  name: fc
    .tuple(fc.constantFrom(...families), fc.constantFrom('Văn', 'Thị', 'Minh'), fc.constantFrom(...givens))
    .map((parts) => parts.join(' ')),
  ethnicity: fc.constantFrom('Kinh', 'Tày'),
  admission: fc.constantFrom('2001-03-02', '1995-12-25', '2010-01-31'),
  full: fc.option(fc.constantFrom('2011-01-31', '1996-12-25'), { nil: null }),
  card: fc.integer({ min: 10_000_000, max: 99_999_999 }).map(String),
});

/** The cells of a roster with their members; group rows name the cells. */
const content = fc.uniqueArray(
  fc.record({
    cell: fc.constantFrom('Chi bộ thôn 1', 'Chi bộ thôn Nà Sảng', 'Chi bộ Trường Mầm non'),
    people: fc.array(person, { minLength: 1, maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 3, selector: ({ cell }) => cell },
);

/** Heading paths, from the top level down; any of them may be chosen for a field. */
const headings = {
  name: [['Họ và tên'], ['Họ tên'], ['HỌ VÀ TÊN ĐẢNG VIÊN'], ['Đảng viên', 'Họ và tên']],
  ethnicity: [['Dân tộc'], ['Thành phần', 'Dân tộc'], ['D.tộc', 'Thành phần', 'Dân  tộc']],
  admission: [['Ngày vào Đảng'], ['Ngày KN'], ['Ngày tháng', 'Vào Đảng'], ['Ngày, tháng', 'Đảng', 'Ngày kết nạp']],
  full: [['Ngày chính thức'], ['Ngày CT'], ['Ngày, tháng', 'Công nhận', 'Ngày chính thức']],
  card: [['Số thẻ đảng'], ['Số TĐV'], ['Thẻ đảng']],
  unknown: [['Màu mắt'], ['Khác', 'Cỡ giày']],
} as const;
type Field = keyof typeof headings;
const fields: Field[] = ['name', 'ethnicity', 'admission', 'full', 'card', 'unknown'];

const layout = fc.record({
  titleRows: fc.array(fc.constantFrom('ĐẢNG BỘ XÃ HÒA LẪM', 'DANH SÁCH ĐẢNG VIÊN', '(Tính đến ngày 31/12/2024)', ''), {
    maxLength: 8,
  }),
  leftColumns: fc.integer({ min: 0, max: 2 }),
  order: fc.shuffledSubarray(fields, { minLength: fields.length, maxLength: fields.length }),
  chosen: fc.record(
    Object.fromEntries(fields.map((field) => [field, fc.integer({ min: 0, max: headings[field].length - 1 })])),
  ),
  merged: fc.boolean(),
  columnNumbers: fc.boolean(),
  blankRows: fc.boolean(),
  totals: fc.boolean(),
  signatures: fc.boolean(),
  dates: fc.constantFrom<'text' | 'dots' | 'date'>('text', 'dots', 'date'),
  capitals: fc.boolean(),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

function dateBox(iso: string | null, style: Layout['dates']): Box {
  if (iso === null) return null;
  const [year = '', month = '', day = ''] = iso.split('-');
  if (style === 'date') return { date: iso };
  return [day, month, year].join(style === 'dots' ? '.' : '/');
}

type Content = typeof content extends fc.Arbitrary<infer T> ? T : never;

/** Lays the content out as somebody might have. The order column always comes first. */
function laidOut(cells: Content, given: Layout): SheetGrid {
  const pad: Box[] = Array.from({ length: given.leftColumns }, () => null);
  const paths = given.order.map((field): readonly string[] => headings[field][given.chosen[field] ?? 0] ?? []);
  const depth = Math.max(...paths.map((path) => path.length));
  const rows: Box[][] = given.titleRows.map((text) => [...pad, null, text]);
  const top = rows.length + 1;
  for (let level = 0; level < depth; level += 1) {
    // A heading that has fewer levels stands in the last row, or is merged over all of them from the top.
    const at = (path: readonly string[]) => (given.merged ? path[level] : path[level - (depth - path.length)]) ?? null;
    rows.push([...pad, level === (given.merged ? 0 : depth - 1) ? 'TT' : null, ...paths.map(at)]);
  }
  if (given.columnNumbers)
    rows.push([...pad, ...Array.from({ length: fields.length + 1 }, (_, index) => `(${index + 1})`)]);
  let order = 0;
  for (const { cell, people } of cells) {
    rows.push([...pad, null, ...given.order.map((field) => (field === 'name' ? cell : null))]);
    for (const one of people) {
      order += 1;
      const boxes: Record<Field, Box> = {
        name: given.capitals ? one.name.toLocaleUpperCase('vi') : one.name,
        ethnicity: one.ethnicity,
        admission: dateBox(one.admission, given.dates),
        full: dateBox(one.full, given.dates),
        card: one.card,
        unknown: 'nâu',
      };
      rows.push([...pad, order, ...given.order.map((field) => boxes[field])]);
      if (given.blankRows && order % 2 === 0) rows.push([]);
    }
    if (given.totals)
      rows.push([...pad, null, ...given.order.map((field) => (field === 'name' ? `Cộng ${cell}` : null))]);
  }
  if (given.totals) rows.push([...pad, 'Tổng cộng', null, order]);
  if (given.signatures)
    rows.push([], [...pad, null, 'NGƯỜI LẬP', null, 'T/M CHI BỘ'], [...pad, 99, 'Nguyễn Văn Ký', 'Kinh']);
  return sheetOf(rows, given.merged ? downwardMerges(paths, depth, top, given.leftColumns) : []);
}

function downwardMerges(paths: readonly (readonly string[])[], depth: number, top: number, left: number): string[] {
  return [['TT'], ...paths].flatMap((path, index) => {
    const letter = columnLetter(left + index + 1);
    return path.length < depth ? [`${letter}${top + path.length - 1}:${letter}${top + depth - 1}`] : [];
  });
}

test('any layout of known content comes back the same', () => {
  fc.assert(
    fc.property(content, layout, (cells, given) => {
      const context = contextOf(laidOut(cells, given), 'members');
      const read = draftMembers(context).rows.map((row) => ({
        cell: row.cell?.name,
        name: row.name,
        ethnicity: row.ethnicity,
        admission: row.admissionDate,
        full: row.fullMemberDate,
        card: row.oldCard,
      }));
      const expected = cells.flatMap(({ cell, people }) =>
        people.map(({ ethnicity, ...rest }) => ({ cell, ...rest, ethnicity: codes[ethnicity] })),
      );
      expect(read).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});
