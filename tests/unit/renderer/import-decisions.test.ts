import { describe, expect, it } from 'vitest';
import { importDecisions, noDecisions } from '../../../electron/contract/import-decisions.ts';
import { movePosition } from '../../../renderer/features/imports/clerk-sheet/sheet-position.ts';
import {
  decide,
  doAgain,
  rowChoiceOf,
  takeBack,
  undecided,
  withBoxes,
  withColumn,
  withEncoding,
  withHeading,
  withKind,
  withRow,
  withSwappedDates,
  withValue,
} from '../../../renderer/features/imports/decision-state.ts';
import { sheetMarks } from '../../../renderer/features/imports/sheet-marks.ts';

const place = { file: 'ds.xlsx', sheet: 'Hòa Lẫm' };
const other = { file: 'ds.xlsx', sheet: 'Khe Sơn' };
const columns = [
  { letter: 'B', field: 'full_name' },
  { letter: 'C', field: 'birth_date' },
  { letter: 'D', field: null },
];

describe('decisions of an import', () => {
  it('takes steps back and does them again; a new step forgets what was taken back', () => {
    const one = decide(undecided, withKind(place, 'members'));
    const two = decide(one, withBoxes([{ ...place, row: 9, column: 'C', text: '01/02/1980' }]));
    expect(takeBack(two).now).toEqual(one.now);
    expect(takeBack(takeBack(takeBack(two))).now).toEqual(noDecisions);
    expect(doAgain(takeBack(two)).now).toEqual(two.now);
    expect(doAgain(decide(takeBack(two), withKind(other, null))).now.boxes).toEqual([]);
  });

  it('puts a field in one column only', () => {
    const { sheets } = withColumn(place, 'D', 'birth_date', columns)(noDecisions);
    expect(sheets).toEqual([{ ...place, columns: { C: null, D: 'birth_date' } }]);
    expect(withColumn(place, 'B', null, columns)(noDecisions).sheets[0]?.columns).toEqual({ B: null });
  });

  it('forgets the columns when the sheet is of another kind or its heading stands elsewhere', () => {
    const mapped = withEncoding(place, 'B', 'tcvn3')(withColumn(place, 'D', 'gender', columns)(noDecisions));
    expect(withKind(place, 'petitions')(mapped).sheets).toEqual([
      { ...place, encodings: { B: 'tcvn3' }, kind: 'petitions' },
    ]);
    expect(withHeading(place, 7, 6)(mapped).sheets[0]).toEqual({
      ...place,
      encodings: { B: 'tcvn3' },
      heading: { top: 6, bottom: 7 },
    });
  });

  it('keeps one decision a box, a row, a word and a column of dates', () => {
    const box = { ...place, row: 9, column: 'C' };
    const boxes = withBoxes([{ ...box, text: 'b' }])(withBoxes([{ ...box, text: 'a' }])(noDecisions)).boxes;
    expect(boxes).toEqual([{ ...box, text: 'b' }]);
    const row = { ...place, row: 9 };
    const chosen = withRow(row, { type: 'new' })(withRow(row, { type: 'skip' })(noDecisions));
    expect([chosen.rows.length, rowChoiceOf(chosen, row), rowChoiceOf(chosen, { ...row, row: 8 })]).toEqual([
      1,
      { type: 'new' },
      null,
    ]);
    expect(withRow(row, null)(chosen).rows).toEqual([]);
    const named = withValue('education', 'ĐH tại chức', 'university')(noDecisions);
    expect(withValue('education', 'ĐH tại chức', null)(named).values).toEqual([]);
    const taken = [
      { letter: 'C', dates_swapped: false },
      { letter: 'F', dates_swapped: true },
    ];
    const swapped = withSwappedDates(place, 'C', true, taken)(noDecisions);
    expect(swapped.sheets[0]?.swapped_dates).toEqual(['F', 'C']);
    expect(withSwappedDates(place, 'F', false, taken)(noDecisions).sheets[0]?.swapped_dates).toEqual([]);
  });

  it('is what the contract takes, whatever was decided', () => {
    const all = [
      withKind(place, null),
      withHeading(other, 6, 7),
      withColumn(other, 'D', 'gender', columns),
      withEncoding(other, 'D', 'vni'),
      withSwappedDates(other, 'C', true, []),
    ].reduce((now, step) => step(now), noDecisions);
    expect(importDecisions.parse(all)).toEqual(all);
  });
});

describe('the cursor on a clerk’s sheet', () => {
  const extent = { lastRow: 30, columns: 5, page: 10 };
  const press = (row: number, column: number, key: string, shift = false, ctrl = false) =>
    movePosition({ row, column }, { key, shift, ctrl }, extent);

  it('goes from the first row up to the headings, and no key but the arrow does', () => {
    expect(press(1, 2, 'ArrowUp')).toEqual({ row: 0, column: 2 });
    expect(press(9, 2, 'PageUp')).toEqual({ row: 1, column: 2 });
    expect(press(9, 2, 'ArrowUp', false, true)).toEqual({ row: 1, column: 2 });
    expect(press(1, 2, 'Enter', true)).toEqual({ row: 1, column: 2 });
  });

  it('stops at the edges, and lets the Tab key leave at the last column', () => {
    expect(press(30, 4, 'ArrowDown')).toEqual({ row: 30, column: 4 });
    expect(press(3, 4, 'Tab')).toBeNull();
    expect(press(3, 0, 'Tab', true)).toBeNull();
    expect(press(3, 3, 'End', false, true)).toEqual({ row: 30, column: 4 });
    expect(press(3, 3, 'Escape')).toBeNull();
  });
});

describe('marks of a sheet', () => {
  it('shows the gravest issue of a box first; those of the whole row stand apart', () => {
    const issue = (severity: 'error' | 'warning' | 'info', row: number | null, column: string | null) => ({
      severity,
      code: 'x',
      message: severity,
      row,
      column,
      value: null,
    });
    const marks = sheetMarks([
      issue('info', 9, 'C'),
      issue('error', 9, 'C'),
      issue('warning', 9, null),
      issue('error', null, null),
    ]);
    expect([...marks.keys()]).toEqual([9]);
    expect(
      marks
        .get(9)
        ?.get('C')
        ?.map(({ severity }) => severity),
    ).toEqual(['error', 'info']);
    expect(marks.get(9)?.get('')?.length).toBe(1);
  });
});
