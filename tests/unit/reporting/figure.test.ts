import { describe, expect, test } from 'vitest';
import {
  average,
  combine,
  count,
  type Figure,
  figureValue,
  isNotApplicable,
  notApplicable,
  ratio,
  sum,
  unknown,
} from '../../../electron/data/reporting/figure.ts';

type Meeting = { id: string; due: number | null; present: number | null };
const meetings: Meeting[] = [
  { id: 'a', due: 23, present: 15 },
  { id: 'b', due: 16, present: 14 },
  { id: 'c', due: null, present: null },
];
const due = sum('meeting', meetings, (meeting) => meeting.due);
const present = sum('meeting', meetings, (meeting) => meeting.present);

describe('decision 5: a figure is the rows behind it', () => {
  test('a count, a sum, a ratio of sums and a mean', () => {
    expect(figureValue(count('meeting', ['a', 'b']))).toBe(2);
    expect(figureValue(due)).toBe(39);
    expect(figureValue(ratio(present, due))).toBe(74.4);
    expect(figureValue(average('meeting', meetings, (meeting) => meeting.due))).toBe(20);
  });

  test('a record without the field is not behind the figure', () => {
    expect(due.rows.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('nothing counted is 0; nothing divided, averaged or known has no value', () => {
    expect(figureValue(count('meeting', []))).toBe(0);
    expect(figureValue(ratio(count('meeting', []), count('meeting', [])))).toBeNull();
    expect(figureValue(average('meeting', [], () => null))).toBeNull();
    expect(figureValue(unknown)).toBeNull();
  });

  test('- is printed for what does not apply, not for what is not known', () => {
    const cases: [Figure, boolean][] = [
      [unknown, false],
      [notApplicable, true],
      [ratio(count('meeting', []), count('meeting', [])), true],
      [count('meeting', []), false],
    ];
    for (const [figure, expected] of cases) expect(isNotApplicable(figure)).toBe(expected);
  });
});

describe('R41 a unit’s figure is that of its parts together', () => {
  test('rows are put together: rates and means are reckoned anew, never averaged', () => {
    const part = (index: number) => {
      const only = meetings.slice(index, index + 1);
      return ratio(
        sum('meeting', only, (meeting) => meeting.present),
        sum('meeting', only, (meeting) => meeting.due),
      );
    };
    expect([figureValue(part(0)), figureValue(part(1))]).toEqual([65.2, 87.5]);
    expect(figureValue(combine([part(0), part(1)]))).toBe(74.4);
  });

  test('R42 unknown parts are passed over; where nothing is known the whole is unknown, not 0', () => {
    expect(figureValue(combine([due, unknown]))).toBe(39);
    expect(combine([unknown, unknown])).toEqual(unknown);
    expect(combine([count('meeting', []), unknown])).toEqual(unknown);
    expect(combine([])).toEqual(unknown);
    expect(combine([notApplicable, notApplicable])).toEqual(notApplicable);
  });

  test('strict: one unknown part leaves the whole unknown', () => {
    expect(combine([due, unknown], { strict: true })).toEqual(unknown);
  });

  test('different kinds of figure cannot be put together', () => {
    expect(() => combine([due, ratio(present, due)])).toThrow(TypeError);
    expect(() => combine([ratio(present, due), due])).toThrow(TypeError);
  });
});
