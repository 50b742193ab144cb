import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, chosenColumns, columnState } from '../../../renderer/components/data-table/chosen-columns.ts';
import { type Column, fittingColumns, rowMatches } from '../../../renderer/components/data-table/column.ts';
import { handOverList, toListExport } from '../../../renderer/components/data-table/list-export.ts';
import { selectedIds, togglePick } from '../../../renderer/components/data-table/selection.ts';

type Row = { name: string; born: string | null; count: number | null; rate: number; points: number };

const columns: readonly Column<Row>[] = [
  { key: 'name', heading: 'Họ và tên', width: 200, text: ({ name }) => name },
  {
    key: 'born',
    heading: 'Ngày sinh',
    width: 100,
    spare: 1,
    text: ({ born }) => born ?? '–',
    date: ({ born }) => born,
  },
  { key: 'count', heading: 'Số', group: 'Buổi', width: 60, text: () => '–', number: ({ count }) => count },
  { key: 'rate', heading: 'Tỷ lệ', width: 60, text: () => '', number: ({ rate }) => rate },
  { key: 'points', heading: 'Điểm', width: 60, spare: 2, text: () => '', number: ({ points }) => points },
];
async function* blocksOf(blocks: readonly Row[][]): AsyncGenerator<readonly Row[]> {
  yield* blocks;
}

const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);

describe('columns chosen by the clerk', () => {
  it('are put away one by one, but never the first, which names the row', () => {
    expect(keys(chosenColumns(columns, { rate: false, name: false }))).toEqual(['name', 'born', 'count', 'points']);
  });

  it('one without room is shown when it is asked for, and put away by the next click', () => {
    const fitting = fittingColumns(columns, 400);
    expect(columnState('points', {}, fitting)).toBe('no_room');
    const asked = choose({}, 'points', 'no_room');
    const shown = fittingColumns(chosenColumns(columns, asked), 400);
    expect(keys(shown)).toEqual(['name', 'count', 'rate', 'points']);
    expect(columnState('points', asked, shown)).toBe('shown');
    expect(choose(asked, 'points', 'shown')).toEqual({ points: false });
  });
});

describe('the filter of a list', () => {
  it('looks for the beginnings of words in what is shown, without diacritics', () => {
    const row = { name: 'Nguyễn Thị Ánh', born: '1990-05', count: null, rate: 0, points: 0 };
    expect(['anh ngu', '1990', ' '].map((wanted) => rowMatches(row, columns, wanted))).toEqual([true, true, true]);
    expect(rowMatches(row, columns, 'guyen')).toBe(false);
  });
});

describe('a list for Excel', () => {
  it('has numbers and days as values, their type by what is in them, and nothing for "–"', () => {
    const rows = [
      { name: 'Nguyễn Thị Ánh', born: '1990-05', count: 4505, rate: 92.3, points: 87.25 },
      { name: '–', born: null, count: null, rate: 100, points: 90 },
    ];
    expect(toListExport(rows, columns)).toEqual({
      columns: [
        { heading: 'Họ và tên', type: 'text' },
        { heading: 'Ngày sinh', type: 'date' },
        { heading: 'Buổi: Số', type: 'int' },
        { heading: 'Tỷ lệ', type: 'percent1' },
        { heading: 'Điểm', type: 'number' },
      ],
      rows: [
        ['Nguyễn Thị Ánh', '1990-05', 4505, 92.3, 87.25],
        [null, null, null, 100, 90],
      ],
    });
  });

  it('handed over block by block is the whole list, its types by all of it', async () => {
    const row = (points: number): Row => ({ name: 'Ánh', born: null, count: null, rate: 1, points });
    const blocks = [[row(1), row(2.25)], [row(3.5)], [row(4)]];
    const given: unknown[] = [];
    const hand = async (list: string | null, rows: readonly (readonly unknown[])[]) => {
      given.push([list, ...rows.map((values) => values[4])]);
      return 'a';
    };
    const asked = await handOverList(blocksOf(blocks), columns, hand);
    expect(given).toEqual([
      [null, 1, 2.25],
      ['a', 3.5],
    ]);
    expect(asked.columns.map(({ type }) => type)).toEqual(['text', 'date', 'int', 'int', 'number']);
    expect([asked.handed, asked.rows.map((values) => values[4])]).toEqual(['a', [4]]);
    expect(await handOverList(blocksOf([[row(1.5)]]), columns, hand)).toEqual(toListExport([row(1.5)], columns));
    expect(given).toHaveLength(2);
  });
});

describe('rows picked one by one', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const at = (row: number, anchor = row) => ({ row, column: 0, anchor });

  it('begin at the cursor, take others to them in the order of the list, and end with the last', () => {
    const first = togglePick(ids, at(2), null, 'c');
    expect(selectedIds(ids, at(2), first)).toEqual(['c']);
    const both = togglePick(ids, at(0), first, 'a');
    expect(selectedIds(ids, at(0), both)).toEqual(['a', 'c']);
    expect(togglePick(ids, at(0), togglePick(ids, at(0), both, 'a'), 'c')).toBeNull();
  });

  it('one row is taken out of a range', () => {
    expect(selectedIds(ids, at(3, 1), togglePick(ids, at(3, 1), null, 'c'))).toEqual(['b', 'd']);
  });

  it('picking twice changes nothing but the way the selection is kept', () => {
    const row = fc.nat({ max: 3 });
    fc.assert(
      fc.property(row, row, row, (from, to, clicked) => {
        const before = selectedIds(ids, at(to, from), null);
        const id = ids[clicked] ?? '';
        fc.pre(before.length > 1 || before[0] !== id);
        const twice = togglePick(ids, at(to, from), togglePick(ids, at(to, from), null, id), id);
        expect(selectedIds(ids, at(to, from), twice)).toEqual(before);
      }),
    );
  });
});
