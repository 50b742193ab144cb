import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsInForce, type QuotaEntry, quotaOver, quotaShares } from '../../../electron/data/assignments/quota.ts';
import { parsePeriod, wholeYear, yearToDate } from '../../../electron/data/reporting/period.ts';

const [year, toDate] = [wholeYear(parsePeriod('2024')), (key: string) => yearToDate(parsePeriod(key))];
const byEntry = { mode: 'by_month', rounded: 'entry' } as const;
const together = { mode: 'by_month', rounded: 'official' } as const;

function entry(
  minVisits: number,
  valid_from: string | null = '2024-01-01',
  valid_to: string | null = null,
): QuotaEntry {
  return { minVisits, valid_from, valid_to };
}

describe('months in force', () => {
  test.each([
    ['2024-01-01', null, 12],
    [null, null, 12],
    ['2023-06-01', '2024-04-30', 4],
    ['2024-09-01', null, 4],
    ['2025-01-01', null, 0],
    ['2024-05-10', '2024-05-20', 0],
  ])('from %s to %s: %d', (valid_from, valid_to, months) => {
    expect(monthsInForce({ valid_from, valid_to }, year)).toBe(months);
  });

  test('of a handover in mid-month exactly one of the two has the month', () => {
    expect(monthsInForce({ valid_from: null, valid_to: '2024-05-14' }, year)).toBe(4);
    expect(monthsInForce({ valid_from: '2024-05-15', valid_to: null }, year)).toBe(8);
  });
});

describe('BC-02 định mức đến kỳ', () => {
  test.each([
    ['2024-03', 1],
    ['2024-06', 2],
    ['2024-9M', 3],
    ['2024', 3],
  ])('quota 3 a year, by month, end of %s: %d', (key, quota) => {
    expect(quotaOver([entry(3)], toDate(key), byEntry)).toBe(quota);
  });
});

describe('R28 part of a year', () => {
  test('quota 2 a year, assignment from 1 September: ceil(2 × 4/12) = 1', () => {
    expect(quotaOver([entry(2, '2024-09-01')], year, byEntry)).toBe(1);
  });

  test('at least 1 unless less than a month is left; a quota of 0 stays 0', () => {
    expect(quotaOver([entry(1, '2024-12-01')], year, byEntry)).toBe(1);
    expect(quotaOver([entry(4, '2024-12-10', '2024-12-20')], year, byEntry)).toBe(0);
    expect(quotaOver([entry(0)], year, byEntry)).toBe(0);
  });

  test('whole: the full quota of each row', () => {
    expect(quotaOver([entry(2, '2024-09-01')], year, { mode: 'whole', rounded: 'entry' })).toBe(2);
  });
});

describe('R27 a change of title', () => {
  const change = [entry(2, '2024-01-01', '2024-06-30'), entry(3, '2024-07-01')];

  test('6 months with quota 2, then 6 months with quota 3: ceil(1 + 1,5) = 3', () => {
    expect(quotaOver(change, year, together)).toBe(3);
    expect(quotaShares(change, year, together)).toEqual([1, 2]);
  });

  test('each row of the annex by itself: 1 + 2', () => {
    expect(quotaShares(change, year, byEntry)).toEqual([1, 2]);
  });

  test('the two ways differ where both rows leave a fraction: 0,5 + 0,5', () => {
    const halves = [entry(1, '2024-01-01', '2024-06-30'), entry(1, '2024-07-01')];
    expect(quotaOver(halves, year, byEntry)).toBe(2);
    expect(quotaOver(halves, year, together)).toBe(1);
  });

  test('the share to date never falls from month to month, and the shares are the quota', () => {
    const row = fc.record({
      minVisits: fc.nat(12),
      valid_from: fc.constantFrom(null, '2023-05-01', '2024-03-01', '2024-09-15'),
      valid_to: fc.constantFrom(null, '2024-06-30', '2024-11-14', '2025-01-01'),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), fc.constantFrom(byEntry, together), (rows, rule) => {
        const sums = year.map((_, index) => quotaOver(rows, year.slice(0, index + 1), rule));
        expect(sums).toEqual([...sums].sort((a, b) => a - b));
        const shares = quotaShares(rows, year, rule);
        expect(shares.every((share) => share >= 0)).toBe(true);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(sums.at(-1));
      }),
    );
  });

  test('rounding row by row never asks for less than rounding once, and shares always add up', () => {
    const arbitrary = fc.array(fc.record({ minVisits: fc.nat(12), months: fc.integer({ min: 1, max: 12 }) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(arbitrary, (rows) => {
        const entries = rows.map(({ minVisits, months }) =>
          entry(minVisits, `2024-${String(13 - months).padStart(2, '0')}-01`),
        );
        const exact = rows.reduce((sum, { minVisits, months }) => sum + minVisits * months, 0);
        expect(quotaOver(entries, year, together)).toBe(Math.ceil(exact / 12));
        expect(quotaOver(entries, year, byEntry)).toBeGreaterThanOrEqual(quotaOver(entries, year, together));
      }),
    );
  });
});
