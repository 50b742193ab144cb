import { describe, expect, test } from 'vitest';
import type { CellFormula, Sheet, SheetColumn, SheetRow } from '../../../electron/data/documents/workbook.ts';
import { looksLikeFormula, prepareCell, safeText } from '../../../electron/data/documents/xlsx-cells.ts';
import { columnLetters, formulaText } from '../../../electron/data/documents/xlsx-formulas.ts';
import { headCells, headHeights, isLandscape, middleColumn } from '../../../electron/data/documents/xlsx-layout.ts';
import { sheetNames } from '../../../electron/data/documents/xlsx-writer.ts';
import { cellMeetings } from '../../support/sample-workbook.ts';

function column(key: string, under: string[] = [], width = 10): SheetColumn {
  return { key, label: key, under, type: 'int', width };
}

function sheetOf(rows: SheetRow[]): Sheet {
  return { ...cellMeetings, columns: [column('due'), column('present'), column('rate')], rows };
}

function formula(rows: SheetRow[], index: number, key: string, asked: CellFormula): string | null {
  return formulaText(sheetOf(rows), index, key, asked, 8);
}

describe('what a cell holds', () => {
  test('numbers stay numbers, days become dates, partial dates text, missing is missing and never 0 (R42)', () => {
    expect(prepareCell(0, 'int', '')).toEqual({ value: 0, numberFormat: '[$-42A]#,##0' });
    expect(prepareCell(92.3, 'percent1', '')).toEqual({ value: 92.3, numberFormat: '[$-42A]0.0' });
    expect(prepareCell('2024-07-05', 'date', '')).toEqual({
      value: new Date('2024-07-05T00:00:00Z'),
      numberFormat: 'dd/mm/yyyy',
    });
    expect(prepareCell('1990-05', 'date', '').value).toBe('05/1990');
    expect(prepareCell(null, 'int', '').value).toBeNull();
    expect(prepareCell(null, 'int', 'chưa báo cáo').value).toBe('chưa báo cáo');
    expect(prepareCell('-', 'percent1', '').value).toBe('-');
    expect(prepareCell('012345678901', 'text', '')).toEqual({ value: '012345678901', numberFormat: '@' });
  });

  test.each(['=1+1', '=HYPERLINK("http://x")', '@SUM(A1)', "+cmd|' /C calc'!A0", "-2+3+cmd|'x'!A0", '- x|y', '+A1'])(
    'could be run: %s',
    (text) => {
      expect(looksLikeFormula(text)).toBe(true);
      expect(safeText(text)).toBe(`'${text}`);
    },
  );

  test.each(['-', '+', '- nội dung (ghi chú)', '+84 912 345 678', '-1,5', 'Chi bộ = 5', 'a@b', ''])(
    'is left alone: %s',
    (text) => {
      expect(safeText(text)).toBe(text);
    },
  );

  test('what would be a formula after cleaning is one before it too', () => {
    expect(safeText('\t\u200B =1+1')).toBe("'=1+1");
  });
});

describe('formulas agree with the figures or are refused', () => {
  const data: SheetRow[] = [
    { kind: 'data', cells: { due: 23, present: 15, rate: 65.2 } },
    { kind: 'data', cells: { due: 16, present: null, rate: null } },
    { kind: 'data', cells: { due: 16, present: 14, rate: 87.5 } },
    { kind: 'total', cells: { due: 55, present: 29, rate: 52.7 } },
  ];

  test('sums name ranges of Excel rows', () => {
    expect(formula(data, 3, 'due', { kind: 'sum', rows: [0, 1, 2] })).toBe('SUM(A8:A10)');
    expect(formula(data, 3, 'present', { kind: 'sum', rows: [2, 0] })).toBe('SUM(B8,B10)');
  });

  test('R12: a rate is Σpresent / Σdue, half up, `-` when nobody was due', () => {
    expect(formula(data, 3, 'rate', { kind: 'percent', of: 'present', base: 'due' })).toBe(
      'IF(A11=0,"-",ROUND(100*B11/A11,1))',
    );
  });

  test('a total that is not the sum of its rows is refused', () => {
    expect(() => formula(data, 3, 'due', { kind: 'sum', rows: [0, 1] })).toThrow(RangeError);
    expect(() => formula(data, 0, 'rate', { kind: 'percent', of: 'due', base: 'present' })).toThrow(RangeError);
  });

  test('a formula over a column that is not printed is refused', () => {
    const rows: SheetRow[] = [{ kind: 'data', cells: { rate: 50, base: 2, of: 1 } }];
    expect(() => formula(rows, 0, 'rate', { kind: 'percent', of: 'of', base: 'base' })).toThrow('no column');
  });

  test('an unknown figure gets no formula: Excel would print 0', () => {
    expect(formula(data, 1, 'present', { kind: 'sum', rows: [0] })).toBeNull();
  });

  test('more pieces than SUM takes are left out', () => {
    const many: SheetRow[] = Array.from({ length: 600 }, () => ({ kind: 'data', cells: { due: 1 } }));
    const odd = many.flatMap((_row, index) => (index % 2 === 0 ? [index] : []));
    const rows: SheetRow[] = [...many, { kind: 'total', cells: { due: 300 } }];
    expect(formula(rows, 600, 'due', { kind: 'sum', rows: odd })).toBeNull();
  });

  test('letters of columns', () => {
    expect([1, 26, 27, 52, 53, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'AAA']);
  });
});

describe('the head', () => {
  const columns = [
    column('TT'),
    column('a', ['G']),
    column('b', ['G', 'H']),
    column('c', ['G', 'H']),
    column('d', ['K']),
  ];

  test('groups run across their neighbours, columns without groups down to the table', () => {
    expect(headCells(columns)).toEqual([
      { label: 'TT', row: 0, column: 0, rowSpan: 3, columnSpan: 1 },
      { label: 'G', row: 0, column: 1, rowSpan: 1, columnSpan: 3 },
      { label: 'a', row: 1, column: 1, rowSpan: 2, columnSpan: 1 },
      { label: 'H', row: 1, column: 2, rowSpan: 1, columnSpan: 2 },
      { label: 'b', row: 2, column: 2, rowSpan: 1, columnSpan: 1 },
      { label: 'c', row: 2, column: 3, rowSpan: 1, columnSpan: 1 },
      { label: 'K', row: 0, column: 4, rowSpan: 1, columnSpan: 1 },
      { label: 'd', row: 1, column: 4, rowSpan: 2, columnSpan: 1 },
    ]);
  });

  test('the same group name in two places stays two groups', () => {
    const apart = headCells([column('a', ['G']), column('x'), column('b', ['G'])]);
    expect(apart.filter((cell) => cell.label === 'G').map((cell) => cell.columnSpan)).toEqual([1, 1]);
    const nested = headCells([column('a', ['G', 'H']), column('b', ['K', 'H'])]);
    expect(nested.filter((cell) => cell.label === 'H').map((cell) => cell.columnSpan)).toEqual([1, 1]);
  });

  test('rows are high enough for a label that wraps', () => {
    const label = 'Số chi bộ có sinh hoạt đúng ngày quy định trong tháng';
    const wide = headHeights([{ ...column('a', [], 60), label }, column('b')], 12);
    const narrow = headHeights([{ ...column('a', [], 8), label }, column('b')], 12);
    expect(narrow[0]).toBeGreaterThan(4 * (wide[0] ?? 0));
  });
});

test('a sheet lies down when its table is wider than an upright page (section 7)', () => {
  const columns = (widths: number[]): Sheet => ({
    ...cellMeetings,
    orientation: 'auto',
    columns: widths.map((width, index) => column(String(index), [], width)),
  });
  expect(isLandscape(columns([40, 40]), 9355)).toBe(false);
  expect(isLandscape(columns([45, 45]), 9355)).toBe(true);
  expect(isLandscape({ ...columns([45, 45]), orientation: 'portrait' }, 9355)).toBe(false);
});

test('header and signatures meet in the middle of the width', () => {
  const at = (widths: number[]) => middleColumn(widths.map((width, index) => column(String(index), [], width)));
  expect([at([5, 30, 10, 10, 10, 5]), at([10, 10]), at([10, 10, 10, 10]), at([5, 60]), at([60, 5])]).toEqual([
    2, 1, 2, 1, 1,
  ]);
});

test('sheet names: 31 characters, no forbidden sign, no two alike', () => {
  const long = 'Biểu tổng hợp tình hình sinh hoạt chi bộ';
  expect(sheetNames(['BC-05: T7/2024', "Lịch 'dự'", long, long.toUpperCase(), '', 'History'])).toEqual([
    'BC-05 T7 2024',
    'Lịch dự',
    'Biểu tổng hợp tình hình sinh ho',
    'BIỂU TỔNG HỢP TÌNH HÌNH SIN (2)',
    'Trang 5',
    'History (2)',
  ]);
});
