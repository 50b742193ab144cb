import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  double,
  oneof,
  property,
  record,
  string,
  uniqueArray,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packRows } from '../../../electron/data/importing/workbook/pack-rows.ts';
import { PackedRows } from '../../../electron/data/importing/workbook/packed-rows.ts';
import { type CellValue, type GridRow, rowNumbered } from '../../../electron/data/importing/workbook/sheet-grid.ts';

const value = oneof(
  record({ type: constant('text' as const), text: string() }),
  record({ type: constant('text' as const), text: string(), font: constantFrom('tcvn3' as const, 'vni' as const) }),
  record({
    type: constant('number' as const),
    // Excel has one zero.
    value: double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    format: constantFrom(null, '00000000', '#,##0'),
  }),
  record({
    type: constant('date' as const),
    date: constantFrom('1990-05-19', 'x y'),
    time: constantFrom(null, '07:30'),
  }),
  record({ type: constant('time' as const), time: constant('07:30') }),
  record({ type: constant('boolean' as const), value: boolean() }),
  record({ type: constant('error' as const), text: constant('#N/A') }),
  constant<CellValue>({ type: 'uncached' }),
);

const boxes = uniqueArray(constantFrom(1, 2, 3, 20, 300, 70_000), { maxLength: 6 }).chain((columns) =>
  array(value, { minLength: columns.length, maxLength: columns.length }).map((values) =>
    columns.map((column, index): [number, CellValue] => [column, values[index] ?? { type: 'uncached' }]),
  ),
);

function rowsOf(contents: readonly (readonly [number, CellValue][])[], step: number): GridRow[] {
  return contents.map((cells, index) => ({ number: index * step + 2, hidden: index % 3 === 0, cells: new Map(cells) }));
}

const plain = ({ number, hidden, cells }: GridRow) => ({ number, hidden, cells: [...cells] });

describe('packed rows', () => {
  test('say what the rows said that went in', () => {
    assert(
      property(array(boxes, { maxLength: 12 }), (contents) => {
        const rows = rowsOf(contents, 1);
        const packed = new PackedRows(structuredClone(packRows(rows)));
        expect(Array.from(packed, plain)).toEqual(rows.map(plain));
        for (const [index, row] of rows.entries()) {
          const same = packed.at(index);
          expect(same?.cells.size).toBe(row.cells.size);
          for (const [column, box] of row.cells) expect(same?.cells.get(column)).toEqual(box);
          expect(same?.cells.get(4)).toBeUndefined();
        }
      }),
    );
  });

  test('are found by number and sliced over the edges of chunks, as an array is', () => {
    const rows = rowsOf(
      Array.from({ length: 2500 }, (_, index): [number, CellValue][] => [
        [1, { type: 'number', value: index, format: null }],
      ]),
      2,
    );
    const packed = new PackedRows(packRows(rows));
    expect(packed.slice(1000, 1050).map(plain)).toEqual(rows.slice(1000, 1050).map(plain));
    expect(packed.slice(-3).map(plain)).toEqual(rows.slice(-3).map(plain));
    expect(packed.at(2500)).toBeUndefined();
    for (const number of [2, 2048, 2050, 5000]) expect(rowNumbered(packed, number)?.number).toBe(number);
    expect(rowNumbered(packed, 2049)).toBeUndefined();
    expect(rowNumbered(packed, 9999)).toBeUndefined();
  });
});
