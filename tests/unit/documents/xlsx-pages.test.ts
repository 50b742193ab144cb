import { expect, test } from 'vitest';
import { breakBeforeRow } from '../../../electron/data/documents/xlsx-pages.ts';

/** A page of 100 pt of room, head 20, rows of 10. */
const page = { height: (100 * 20) / 0.97, scale: 1 };
const rows = (count: number) => Array.from({ length: count }, () => 10);

test.each([
  // above 10 + head 20 + 5 rows leave 20: the signatures stand under the table.
  ['room enough', { above: 10, rows: rows(5), below: 20 }, null],
  // one row more and they would stand alone: the last three rows go with them.
  ['no room left', { above: 10, rows: rows(6), below: 20 }, 3],
  // 7 rows fill page 1, the eighth stands on page 2 with its head: 100 - 30 = 70 left.
  ['rows on the last page already', { above: 10, rows: rows(8), below: 60 }, null],
  ['a table as short as what would be moved', { above: 60, rows: rows(2), below: 30 }, null],
  ['more than a page can hold', { above: 10, rows: rows(6), below: 80 }, null],
])('signatures are never alone on the last page: %s', (_, heights, expected) => {
  expect(breakBeforeRow({ head: 20, ...heights }, page)).toBe(expected);
});

test('a sheet scaled down to half has room for twice as much', () => {
  expect(breakBeforeRow({ above: 10, head: 20, rows: rows(6), below: 20 }, { ...page, scale: 0.5 })).toBeNull();
});
