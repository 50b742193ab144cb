import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  average,
  combine,
  count,
  type Figure,
  type FigureRow,
  figureValue,
  hasNoRows,
  ratio,
  sum,
  unknown,
} from '../../../electron/data/reporting/figure.ts';

interface RecordedMeeting {
  id: string;
  due: number | null;
  present: number | null;
}

const amount = fc.option(fc.integer({ min: 0, max: 300 }));
const cells = fc.array(
  fc.option(fc.array(fc.record({ id: fc.uuid(), due: amount, present: amount }), { maxLength: 14 })),
  { maxLength: 8 },
);

/** A column of a cell; of one that says nothing it is unknown. */
const columns: Readonly<Record<string, (meetings: readonly RecordedMeeting[]) => Figure>> = {
  count: (meetings) =>
    count(
      'meeting',
      meetings.map(({ id }) => id),
    ),
  sum: (meetings) => sum('meeting', meetings, ({ due }) => due),
  average: (meetings) => average('meeting', meetings, ({ present }) => present, 1),
  ratio: (meetings) =>
    ratio(
      sum('meeting', meetings, ({ present }) => present),
      sum('meeting', meetings, ({ due }) => due),
    ),
};

/** The value as it is reckoned from a list of rows by hand. */
function byHand(figure: Figure): number | null {
  const total = (rows: readonly FigureRow[]) => rows.reduce((all, row) => all + row.amount, 0);
  if (figure.how === 'unknown') return null;
  if (figure.how === 'ratio') {
    const [above, below] = [total(figure.numerator.rows), total(figure.denominator.rows)];
    return below === 0 ? null : Math.floor((2000 * above + below) / (2 * below)) / 10;
  }
  if (figure.how !== 'average') return total(figure.rows);
  return figure.rows.length === 0 ? null : Math.round((total(figure.rows) / figure.rows.length) * 10) / 10;
}

describe('decision 5: what a figure says without its rows is what its rows say', () => {
  test.each(Object.keys(columns))('%s, of a cell, of communes and of the whole put together from either', (name) => {
    const column = columns[name];
    if (!column) throw new Error(name);
    fc.assert(
      fc.property(cells, (all) => {
        const parts = all.map((meetings) => (meetings === null ? unknown : column(meetings)));
        const half = Math.ceil(parts.length / 2);
        const communes = [combine(parts.slice(0, half)), combine(parts.slice(half))];
        const [whole, ofCommunes] = [combine(parts), combine(communes)];
        for (const figure of [...parts, ...communes, whole]) {
          expect(figureValue(figure)).toBe(byHand(figure));
          expect(hasNoRows(figure)).toBe(rowsOf(figure).length === 0);
        }
        expect(rowsOf(ofCommunes)).toEqual(rowsOf(whole));
        const recorded = all.flatMap((meetings) => meetings ?? []);
        if (whole.how === 'sum') expect(figureValue(whole)).toBe(recorded.reduce((to, { due }) => to + (due ?? 0), 0));
        if (whole.how === 'count') expect(figureValue(whole)).toBe(recorded.length);
      }),
    );
  });
});

function rowsOf(figure: Figure): readonly FigureRow[] {
  if (figure.how === 'unknown') return [];
  return figure.how === 'ratio' ? figure.denominator.rows : figure.rows;
}
