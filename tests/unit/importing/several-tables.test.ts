import { describe, expect, test } from 'vitest';
import { recogniseSheet } from '../../../electron/data/importing/recognise/recognise-sheet.ts';
import { separateTables } from '../../../electron/data/importing/recognise/separate-tables.ts';
import { readRows } from '../../../electron/data/importing/recognise/sheet-rows.ts';
import { readTitleBlock } from '../../../electron/data/importing/recognise/title-block.ts';
import type { SheetGrid } from '../../../electron/data/importing/workbook/sheet-grid.ts';
import { type Box, contextOf, dictionary, issueCodes, sheetOf } from '../../support/sheet.ts';

const roster: Box[] = ['TT', 'Họ và tên', 'Dân tộc', 'Ngày vào Đảng', 'Ngày chính thức'];
const register: Box[] = ['TT', 'Chi bộ', 'Ngày họp', 'Phải dự', 'Có mặt'];

/** Each table as its kind, its name, whose list it is, and what stands in its first column of words. */
function tables(sheet: SheetGrid) {
  return separateTables(sheet, dictionary).map((table) => {
    const recognised = recogniseSheet(table, dictionary);
    if (recognised === null) throw new Error(`${table.name} not recognised`);
    const { subject } = recognised.dictionary;
    const title = readTitleBlock(table, recognised.headingTop, 'a.xlsx');
    const rows = readRows(table, recognised).map((row) => `${row.number} ${row.line(subject)}`);
    return { kind: recognised.kind, name: table.name, listOf: title.listOf, period: title.period, rows };
  });
}

describe('several tables on a sheet', () => {
  test('of one kind, one below the other, each with whose it is above it', () => {
    const rows: Box[][] = [
      ['ĐẢNG BỘ XÃ HÒA LẪM'],
      ['', 'DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN 1'],
      roster,
      [1, 'Trần Văn An', 'Kinh', '3/2/2005', '3/2/2006'],
      ['', 'Cộng: 1'],
      ['', 'DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN 2 NĂM 2024'],
      roster,
      [1, 'Lê Thị Bình', 'Tày', '3/2/2005', '3/2/2006'],
      [2, 'Hồ Văn Cường', 'Tày', '3/2/2005', '3/2/2006'],
    ];
    expect(tables(sheetOf(rows))).toEqual([
      { kind: 'members', name: 'Sheet1 (bảng 1)', listOf: 'CHI BỘ THÔN 1', period: null, rows: ['4 Trần Văn An'] },
      {
        kind: 'members',
        name: 'Sheet1 (bảng 2)',
        listOf: 'CHI BỘ THÔN 2',
        period: null,
        rows: ['8 Lê Thị Bình', '9 Hồ Văn Cường'],
      },
    ]);
  });

  test('of different kinds; what the second does not say of itself the lines above the first say', () => {
    const rows: Box[][] = [
      ['CHI BỘ THÔN 1, THÁNG 3 NĂM 2025'],
      register,
      [1, 'Chi bộ thôn 1', '5/3/2025', 20, 18],
      ['', 'NGƯỜI LẬP', '', 'BÍ THƯ'],
      ['', 'Trần Văn An', '', 'Lê Văn Ký'],
      [],
      ['II. KIẾN NGHỊ'],
      ['TT', 'Chi bộ', 'Nội dung', 'Thời hạn'],
      [1, 'Chi bộ thôn 1', 'Sửa đường', '30/4/2025'],
    ];
    expect(tables(sheetOf(rows))).toEqual([
      {
        kind: 'meetings',
        name: 'Sheet1 (bảng 1)',
        listOf: 'CHI BỘ THÔN 1',
        period: '2025-03',
        rows: ['3 Chi bộ thôn 1'],
      },
      {
        kind: 'petitions',
        name: 'Sheet1 (bảng 2)',
        listOf: 'CHI BỘ THÔN 1',
        period: '2025-03',
        rows: ['9 Chi bộ thôn 1'],
      },
    ]);
  });

  test('side by side', () => {
    const rows: Box[][] = [
      [...roster, null, ...roster],
      [1, 'Trần Văn An', 'Kinh', '3/2/2005', '3/2/2006', null, 3, 'Hồ Văn Cường', 'Tày', '3/2/2005', '3/2/2006'],
      [2, 'Lê Thị Bình', 'Tày', '3/2/2005', '3/2/2006'],
    ];
    const found = tables(sheetOf(rows));
    expect(found.map((table) => table.rows)).toEqual([['2 Trần Văn An', '3 Lê Thị Bình'], ['2 Hồ Văn Cường']]);
  });

  test('a heading that is printed again on the next page begins no table, nor does a title above it', () => {
    const title: Box[] = ['DANH SÁCH ĐẢNG VIÊN'];
    const person = (name: string): Box[] => [1, name, 'Kinh', '3/2/2005', '3/2/2006'];
    const rows = [
      title,
      roster,
      person('Trần Văn An'),
      roster,
      person('Lê Văn Bình'),
      [],
      title,
      roster,
      person('Hồ Văn Ba'),
    ];
    expect(tables(sheetOf(rows))).toMatchObject([
      { name: 'Sheet1', rows: ['3 Trần Văn An', '5 Lê Văn Bình', '9 Hồ Văn Ba'] },
    ]);
  });

  test('lines of the last record stay with it; the title begins below the blank row', () => {
    const assignments: Box[] = ['TT', 'Họ và tên', 'Chức vụ', 'Xã', 'Chi bộ', 'Số lần dự tối thiểu'];
    const rows: Box[][] = [
      assignments,
      [1, 'Trần Văn An', 'Phó Bí thư', 'Hòa Lẫm', 'Thôn 1', 6],
      ['', '', '', '', 'Thôn 2'],
      [],
      ['Phụ lục II'],
      roster,
      [1, 'Lê Thị Bình', 'Tày', '3/2/2005', '3/2/2006'],
    ];
    expect(tables(sheetOf(rows)).map((table) => table.rows.length)).toEqual([2, 1]);
  });
});

describe('what a sheet could be', () => {
  const either: Box[][] = [
    ['TT', 'Chi bộ', 'Nội dung', 'Từ ngày', 'Hạn'],
    [1, 'Chi bộ thôn 1', 'Sửa đường', '1/1/2025', '2/2/2025'],
  ];

  test('two kinds that are equally good are said', () => {
    const recognised = recogniseSheet(sheetOf(either), dictionary);
    expect([recognised?.kind, ...(recognised?.rivals ?? [])].sort()).toEqual(['organisation_events', 'petitions']);
  });

  test('the words above the table decide between them', () => {
    const recognised = recogniseSheet(sheetOf([['TỔNG HỢP Ý KIẾN, KIẾN NGHỊ'], ...either]), dictionary);
    expect(recognised).toMatchObject({ kind: 'petitions' });
    expect(recognised?.rivals).toBeUndefined();
  });
});

describe('what stands in and around a table', () => {
  const person = (order: Box, name: string): Box[] => [order, name, 'Kinh', '3/2/2005', '3/2/2006'];
  const names = (rows: Box[][], merges: string[] = []) =>
    [...contextOf(sheetOf(rows, merges), 'members').rows].map((row) => `${row.kind} ${row.line('full_name')}`);

  test('families that are spelled like a total are persons, also without a number before them', () => {
    expect(
      names([roster, person('', 'Tống Văn An'), person('', 'Công Thị Bình'), ['', 'Cộng'], ['', 'Tong cong: 2']]),
    ).toEqual(['data Tống Văn An', 'data Công Thị Bình']);
  });

  test('1d a group heading merged over the whole table, numbered in the same box', () => {
    const rows = [roster, ['II. Chi bộ Thôn 2'], person(1, 'Trần Văn An'), ['Chi bộ Thôn 3'], person(2, 'Lê Văn Bình')];
    expect(names(rows, ['A2:E2', 'A4:E4'])).toEqual([
      'group Chi bộ Thôn 2',
      'data Trần Văn An',
      'group Chi bộ Thôn 3',
      'data Lê Văn Bình',
    ]);
  });

  test('what a program leaves under a merged group heading is not seen, and no row', () => {
    const rows: Box[][] = [roster, ['Chi bộ Thôn 2', 'Trần Cũ', '', '3/2/2001'], person(1, 'Trần Văn An')];
    expect(names(rows, ['A2:E2'])).toEqual(['group Chi bộ Thôn 2', 'data Trần Văn An']);
  });

  test('a group heading with the number of its members beside it', () => {
    expect(names([roster, ['I', 'Chi bộ Thôn 1', '25 đảng viên'], person(1, 'Trần Văn An')])).toEqual([
      'group Chi bộ Thôn 1',
      'data Trần Văn An',
    ]);
  });

  test('notes beside the table, numbers that were never filled and remarks below are no rows', () => {
    const rows: Box[][] = [
      roster,
      [...person(1, 'Trần Văn An'), null, 'Cộng tác viên xem lại'],
      [null, null, null, null, null, null, 'hỏi lại chi bộ'],
      [2],
      [3],
      ['', 'Ghi chú: danh sách có điều chỉnh'],
    ];
    expect(names(rows)).toEqual(['data Trần Văn An']);
  });

  test('14d a hidden column gives way to the one that is seen; another is not read', () => {
    const sheet = sheetOf([
      ['TT', 'Họ và tên', 'Dân tộc', 'Ngày vào Đảng', 'Dân tộc', 'CCCD'],
      [1, 'Trần Văn An', 'Tày', '3/2/2005', 'Kinh', '099080123456'],
    ]);
    const recognised = recogniseSheet(
      {
        ...sheet,
        hiddenColumns: [
          { from: 3, to: 3 },
          { from: 6, to: 6 },
        ],
      },
      dictionary,
    );
    const fields = recognised?.columns.map(({ meaning }) => meaning?.field ?? null);
    expect(fields).toEqual(['order', 'full_name', null, 'admission_date', 'ethnicity', null]);
  });

  test('column numbers with letters and sums', () => {
    expect(names([roster, ['A', 'B', '1', '2', '3=1+2'], person(1, 'Trần Văn An')])).toEqual(['data Trần Văn An']);
  });

  test('no issue is made of any of this', () => {
    const context = contextOf(sheetOf([roster, person(1, 'Trần Văn An'), [2]]), 'members');
    expect(issueCodes(context)).toEqual([]);
  });
});
