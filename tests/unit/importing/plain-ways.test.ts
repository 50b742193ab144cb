import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recogniseSheet } from '../../../electron/data/importing/recognise/recognise-sheet.ts';
import { namesOrganisation } from '../../../electron/data/importing/recognise/row-kinds.ts';
import { readRows } from '../../../electron/data/importing/recognise/sheet-rows.ts';
import type { CellValue, GridRow, Merge, SheetGrid } from '../../../electron/data/importing/workbook/sheet-grid.ts';
import { isIsoDate } from '../../../electron/data/vietnamese/calendar.ts';
import { cleanText } from '../../../electron/data/vietnamese/clean-text.ts';
import { headingKey } from '../../../electron/data/vietnamese/fold.ts';
import { remembered } from '../../../electron/data/vietnamese/remembered.ts';
import { dictionary } from '../../support/sheet.ts';

// What is made short for the many plain cases says what the long way says.

const letters = fc.constantFrom(
  ...'aĐđÐđð Nguyễn\u00a0\u0300\n\t\u200b~!ỹẸ\u1efa×Ɖ ᶦ©0'.split(''),
  'ê\u0323',
  'Chi bộ',
);

test('a text that is taken for clean is what the cleaner makes of it', () => {
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 8 }), fc.string({ unit: 'binary' }), (parts, other) => {
      for (const text of [parts.join(''), other]) {
        // What cannot be seen is taken away, and keeps the text from being taken for clean.
        expect(cleanText(text)).toBe(cleanText(`${text}\u200b`));
      }
    }),
    { numRuns: 1000 },
  );
});

test('a day is one by its letters as by the calendar', () => {
  const part = (most: number, width: number) => fc.nat(most).map((number) => String(number).padStart(width, '0'));
  const near = fc
    .tuple(part(10_000, 4), part(14, 2), part(33, 2), fc.constantFrom('-', '-', '-', '/', '0', ''))
    .map(([year, month, day, sign]) => `${year}-${month}${sign}${day}`);
  const byCalendar = (text: string) => {
    const instant = new Date(`${text}T00:00:00Z`);
    const isDay = /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(instant.valueOf()) && text >= '0001';
    return isDay && instant.toISOString().slice(0, 10) === text;
  };
  fc.assert(
    fc.property(fc.oneof(near, near, fc.string()), (text) => {
      expect(isIsoDate(text)).toBe(byCalendar(text));
    }),
    { numRuns: 3000 },
  );
});

test('whether a name is an organisation can be told by its first letter where it is', () => {
  const start = fc.constantFrom(
    'Chi bộ ',
    'CHI BỘ ',
    'cb ',
    'Đảng ủy ',
    'ĐB ',
    '"Chi bộ ',
    ' Chi bộ ',
    'Lê ',
    'ſ ',
    'K ',
  );
  fc.assert(
    fc.property(fc.oneof(start, fc.string({ unit: 'grapheme' })), fc.string({ unit: 'grapheme' }), (first, rest) => {
      const text = first + rest;
      expect(namesOrganisation(text)).toBe(/^(?:chi bo|dang bo|dang uy|cb) /u.test(headingKey(text)));
    }),
  );
});

test('what is remembered is what is computed, also after the memory was full', () => {
  let asked = 0;
  const twice = remembered((text) => {
    asked += 1;
    return text + text;
  }, 3);
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e')), (texts) => {
      for (const text of texts) expect(twice(text)).toBe(text + text);
    }),
  );
  const before = asked;
  expect([twice('z'), twice('z')]).toEqual(['zz', 'zz']);
  expect(asked).toBe(before + 1);
});

const text = (value: string): CellValue => ({ type: 'text', text: value });
const number = (value: number): CellValue => ({ type: 'number', value, format: null });
const box = fc.constantFrom<CellValue | null>(
  null,
  number(1),
  number(2),
  text('3'),
  text('I'),
  text('A'),
  text('(2)'),
  text('\u200b'),
  text('3 = 1 + 2'),
  text('Tổng cộng'),
  text('Người lập biểu'),
  text('Chi bộ thôn Một'),
  text('II. Chi bộ thôn Hai'),
  text('Nguyễn Văn An'),
  text('Đặng Thị Bình'),
  text('Lê An'),
  text('19/5/1980'),
  { type: 'date', date: '1980-05-19', time: null },
  { type: 'error', text: '#N/A' },
);

function sheetOf(contents: readonly (readonly (CellValue | null)[])[], merges: Merge[]): SheetGrid {
  const headings = ['TT', 'Họ và tên', 'Dân tộc', 'Ngày vào Đảng', 'Ghi chú'].map(text);
  const rows = [headings, ...contents].map((boxes, index): GridRow => {
    const cells = boxes.flatMap((value, column): [number, CellValue][] => (value ? [[column + 1, value]] : []));
    return { number: index + 1, hidden: false, cells: new Map(cells) };
  });
  return {
    name: 'Danh sách',
    hidden: false,
    rows: rows.filter(({ cells }) => cells.size > 0),
    merges,
    hiddenColumns: [],
    decoded: [],
  };
}

function rowsOf(sheet: SheetGrid): unknown {
  const recognised = recogniseSheet(sheet, dictionary);
  if (recognised === null) return null;
  return readRows(sheet, recognised).map((row) => ({
    ...{ number: row.number, kind: row.kind, continues: row.continues, unreadable: row.unreadable() },
    lines: ['order', 'full_name', 'ethnicity', 'admission_date', 'note'].map((field) => row.line(field)),
  }));
}

test('a numbered row with its subject is read as every other row is', () => {
  const row = fc.oneof(
    fc.tuple(box, box, box, box, box),
    fc.tuple(fc.constant(number(7)), box, box, box, box),
    fc.tuple(fc.constant(text('8.')), fc.constant(text('Trần Thị Cúc')), box, box, box),
  );
  // Above a merge, which is far below and of a column that nobody reads, no row is taken for plain.
  const farBelow = { top: 90, left: 50, bottom: 91, right: 50 };
  let read = 0;
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (contents) => {
      const rows = rowsOf(sheetOf(contents, []));
      if (rows !== null) read += 1;
      expect(rows).toEqual(rowsOf(sheetOf(contents, [farBelow])));
    }),
    { numRuns: 600 },
  );
  expect(read).toBeGreaterThan(300);
});
