import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recogniseSheet } from '../../../electron/data/importing/recognise/recognise-sheet.ts';
import { separateTables } from '../../../electron/data/importing/recognise/separate-tables.ts';
import { readRows } from '../../../electron/data/importing/recognise/sheet-rows.ts';
import type { SheetGrid } from '../../../electron/data/importing/workbook/sheet-grid.ts';
import { headingKey } from '../../../electron/data/vietnamese/fold.ts';
import {
  expectedOf,
  kindsAndHeadings,
  randomTables,
  sheetBeside,
  sheetWith,
  tablesBeside,
} from '../../support/random-sheet.ts';
import { dictionary } from '../../support/sheet.ts';

/** Every table of a sheet with its rows by field, as they are read. */
function readTables(sheet: SheetGrid) {
  return separateTables(sheet, dictionary).map((table) => {
    const recognised = recogniseSheet(table, dictionary);
    if (recognised === null) return { kind: 'unknown', rows: [] };
    const fields = recognised.columns.flatMap(({ meaning, index }) =>
      meaning === null || meaning.field === 'order'
        ? []
        : [index === null ? meaning.field : `${meaning.field}:${index}`],
    );
    const rows = readRows(table, recognised).map((row) => ({
      ...(row.kind === 'group' && { group: 'x' }),
      ...Object.fromEntries(fields.flatMap((field) => (row.line(field) === null ? [] : [[field, row.line(field)]]))),
    }));
    return { kind: recognised.kind, rows };
  });
}

test.each(kindsAndHeadings)('%s: no heading stands for two fields', (_, fields) => {
  const meanings = new Map<string, string>();
  const twice: string[] = [];
  for (const [field, patterns] of Object.entries(fields)) {
    for (const pattern of patterns) {
      const key = pattern.split(' > ').map(headingKey).join('/');
      if (key === '' || (meanings.get(key) ?? field) !== field)
        twice.push(`${pattern}: ${field}, ${meanings.get(key)}`);
      meanings.set(key, field);
    }
  }
  expect(twice).toEqual([]);
});

const numRuns = Number(process.env.LAYOUT_RUNS ?? 45);

test('tables of every kind, one or several on a sheet, come back the same however they are laid out', () => {
  fc.assert(
    fc.property(randomTables, fc.integer({ min: 0, max: 2 }), (tables, left) => {
      expect(readTables(sheetWith(tables, left))).toEqual(tables.map(expectedOf));
    }),
    { numRuns },
  );
}, 120_000);

test('two tables side by side are two', () => {
  fc.assert(
    fc.property(tablesBeside, ([first, second]) => {
      expect(readTables(sheetBeside(first, second))).toEqual([expectedOf(first), expectedOf(second)]);
    }),
    { numRuns: Math.ceil(numRuns / 3) },
  );
}, 120_000);
