import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSeries, type Numbered, proposeNumber } from '../../../electron/data/issuing/series.ts';
import { addDays } from '../../../electron/data/vietnamese/dates.ts';
import { day } from '../../support/small-office.ts';

const start = day('2024-01-01');
const documentOf = (number: number | null, after: number | null = null): Numbered => ({
  id: `${number} ${after}`,
  number,
  date: after === null ? null : addDays(start, after),
});
const documents = fc.array(
  fc
    .tuple(fc.option(fc.integer({ min: 1, max: 40 })), fc.option(fc.integer({ min: 0, max: 60 })))
    .map(([number, after]) => documentOf(number, after)),
);

describe('a series of numbers (document format, 4.1)', () => {
  it('never proposes a number that is taken, and however many follow one another leave neither gap nor duplicate', () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 10 }), (taken, more) => {
        const series = [...taken];
        const before = checkSeries(taken);
        for (let count = 0; count < more; count += 1) {
          const number = proposeNumber(series);
          expect(series.map((one) => one.number)).not.toContain(number);
          series.push(documentOf(number));
        }
        expect(checkSeries(series)?.gaps).toEqual(before?.gaps ?? []);
        expect(checkSeries(series)?.duplicates).toEqual(before?.duplicates ?? []);
      }),
    );
  });

  it('reports as gaps exactly the numbers nobody has between its first and its last', () => {
    fc.assert(
      fc.property(documents, (series) => {
        const found = checkSeries(series);
        const taken = new Set(series.flatMap(({ number }) => (number === null ? [] : [number])));
        if (found === null) {
          expect(taken.size).toBe(0);
          return;
        }
        const missing = found.gaps.flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, index) => from + index),
        );
        for (let number = Math.min(...taken); number <= Math.max(...taken); number += 1) {
          expect(missing.includes(number)).toBe(!taken.has(number));
        }
        expect(new Set(missing).size).toBe(missing.length);
      }),
    );
  });

  it('reports as out of order a number dated before a smaller one', () => {
    expect(checkSeries([documentOf(1, 10), documentOf(2, 3), documentOf(3, 10), documentOf(4)])?.outOfOrder).toEqual([
      2,
    ]);
    expect(checkSeries([documentOf(1, 1), documentOf(1, 5), documentOf(2, 5)])?.outOfOrder).toEqual([]);
  });

  it('an office that begins this register in the middle of a term misses no number before its first', () => {
    expect(checkSeries([documentOf(128, 1), documentOf(130, 2)])).toMatchObject({
      first: 128,
      gaps: [{ from: 129, to: 129 }],
    });
  });
});
