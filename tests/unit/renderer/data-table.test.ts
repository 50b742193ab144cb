import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHtmlTable, toTsv } from '../../../renderer/components/data-table/clipboard.ts';
import {
  type Column,
  givenNameFirst,
  headingGroups,
  sortRows,
} from '../../../renderer/components/data-table/column.ts';
import { moveCursor, placeInNewOrder, selectedRange } from '../../../renderer/components/data-table/cursor.ts';

const extent = { rows: 50, columns: 4, page: 15 };
const at = { row: 10, column: 2, anchor: 10 };
const key = (name: string, { shift = false, ctrl = false } = {}) => ({ key: name, shift, ctrl });

describe("Excel's keys in a grid", () => {
  it.each([
    [key('ArrowDown'), { row: 11, column: 2, anchor: 11 }],
    [key('ArrowDown', { ctrl: true }), { row: 49, column: 2, anchor: 49 }],
    [key('ArrowLeft'), { row: 10, column: 1, anchor: 10 }],
    [key('ArrowRight', { ctrl: true }), { row: 10, column: 3, anchor: 10 }],
    [key('PageUp'), { row: 0, column: 2, anchor: 0 }],
    [key('PageDown'), { row: 25, column: 2, anchor: 25 }],
    [key('Home'), { row: 10, column: 0, anchor: 10 }],
    [key('End', { ctrl: true }), { row: 49, column: 3, anchor: 49 }],
  ])('$key', (pressed, moved) => {
    expect(moveCursor(at, pressed, extent)).toEqual(moved);
  });

  it('in a list of rows Home and End go to the first and last row, and sideways means nothing', () => {
    const rows = { ...extent, columns: 1 };
    expect(moveCursor({ ...at, column: 0 }, key('End'), rows)?.row).toBe(49);
    expect(moveCursor({ ...at, column: 0 }, key('Home'), rows)?.row).toBe(0);
    expect(moveCursor({ ...at, column: 0 }, key('ArrowRight'), rows)).toBeNull();
  });

  it('Shift keeps the anchor, so the rows between are selected', () => {
    const once = moveCursor(at, key('ArrowDown', { shift: true }), extent);
    expect(once).toEqual({ row: 11, column: 2, anchor: 10 });
    expect(once && selectedRange(once)).toEqual({ first: 10, last: 11 });
    const up = moveCursor(at, key('PageUp', { shift: true }), extent);
    expect(up && selectedRange(up)).toEqual({ first: 0, last: 10 });
  });

  it('never leaves the grid, whatever is pressed', () => {
    const names = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'a'];
    const press = fc.record({ key: fc.constantFrom(...names), shift: fc.boolean(), ctrl: fc.boolean() });
    const size = fc.record({
      rows: fc.integer({ min: 0, max: 40 }),
      columns: fc.integer({ min: 1, max: 8 }),
      page: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(size, fc.array(press), (grid, presses) => {
        let cursor = { row: 0, column: 0, anchor: 0 };
        for (const pressed of presses) cursor = moveCursor(cursor, pressed, grid) ?? cursor;
        expect(cursor.row).toBeLessThan(Math.max(1, grid.rows));
        expect(cursor.column).toBeLessThan(grid.columns);
        expect(Math.min(cursor.row, cursor.column, cursor.anchor)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

type Person = { name: string; score: number | null };
const columns: Column<Person>[] = [
  {
    key: 'name',
    heading: 'Họ và tên',
    width: 100,
    text: ({ name }) => name,
    sortBy: ({ name }) => givenNameFirst(name),
  },
  {
    key: 'score',
    heading: 'Điểm',
    width: 60,
    text: ({ score }) => (score === null ? '–' : String(score)),
    sortBy: ({ score }) => score,
  },
];

describe('rows of a table in the window', () => {
  const people = [
    { name: 'Nguyễn Thị Đào', score: 80 },
    { name: 'Trần Văn Ánh', score: null },
    { name: 'Lê Thị Dung', score: 9 },
    { name: 'Bùi Văn Ánh (A)', score: 100 },
  ];
  const names = (sort: { key: string; descending: boolean }) => sortRows(people, columns, sort).map(({ name }) => name);

  it('R43: names go by given name in Vietnamese order, đ after d, a mark in brackets is no name', () => {
    expect(names({ key: 'name', descending: false })).toEqual([
      'Bùi Văn Ánh (A)',
      'Trần Văn Ánh',
      'Lê Thị Dung',
      'Nguyễn Thị Đào',
    ]);
  });

  it('missing values are last both ways', () => {
    expect(names({ key: 'score', descending: false }).at(-1)).toBe('Trần Văn Ánh');
    expect(names({ key: 'score', descending: true }).at(-1)).toBe('Trần Văn Ánh');
    expect(names({ key: 'score', descending: true })[0]).toBe('Bùi Văn Ánh (A)');
  });

  it('go to the clipboard as Excel takes them: headings, tabs, no dash for what is missing', () => {
    const [first, second] = people;
    const rows = [first, second].filter((person) => person !== undefined);
    expect(toTsv(rows, columns)).toBe('Họ và tên\tĐiểm\r\nNguyễn Thị Đào\t80\r\nTrần Văn Ánh\t');
    expect(toTsv([{ name: 'Hai\tdòng\nmột ô', score: 1 }], columns)).toContain('Hai dòng một ô\t1');
  });

  it('go there as a table too, whose text cannot close a cell', () => {
    expect(toHtmlTable([{ name: '</td><b>&', score: null }], columns)).toContain('>&lt;/td&gt;&lt;b&gt;&amp;</td>');
  });

  it('stand under one heading with their neighbours of the same group', () => {
    const named = (key: string, group: string | null): Column<Person> => ({
      key,
      heading: key,
      group,
      width: 9,
      text: () => '',
    });
    const grouped = [
      named('a', null),
      named('b', null),
      named('c', 'Chi bộ'),
      named('d', 'Chi bộ'),
      named('e', 'Khác'),
    ];
    expect(headingGroups(grouped)).toEqual([
      { label: null, first: 0, span: 1 },
      { label: null, first: 1, span: 1 },
      { label: 'Chi bộ', first: 2, span: 2 },
      { label: 'Khác', first: 4, span: 1 },
    ]);
  });
});

describe('the cursor in a new order', () => {
  it('stays on its record, goes to the first row without it, and leaves the scroll as it was at first', () => {
    expect(placeInNewOrder(['a', 'b', 'c'], ['c', 'b', 'a'], 'a', 0)).toEqual({ row: 2, reveal: true });
    expect(placeInNewOrder(['a', 'b', 'c'], ['c', 'b'], 'a', 0)).toEqual({ row: 0, reveal: true });
    expect(placeInNewOrder(null, ['c', 'b'], 'a', 0)).toEqual({ row: 0, reveal: false });
    expect(placeInNewOrder(null, ['c', 'b', 'a'], 'a', 0)).toEqual({ row: 2, reveal: true });
  });

  it('is not taken from the person when the rest of the ids comes in', () => {
    const [part, whole] = [
      ['a', 'b', '', ''],
      ['a', 'b', 'c', 'd'],
    ];
    expect(placeInNewOrder(part, whole, '', 3)).toEqual({ row: 3, reveal: false });
    expect(placeInNewOrder(part, whole, 'b', 1)).toEqual({ row: 1, reveal: false });
    expect(placeInNewOrder(part, whole, 'gone', 2)).toEqual({ row: 2, reveal: false });
    expect(placeInNewOrder(part, whole, 'd', 0)).toEqual({ row: 3, reveal: true });
  });
});
