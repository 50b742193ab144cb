import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDecimal,
  formatInteger,
  formatPercent1,
  parseNumberAsWritten,
  ratioPercent,
  roundHalfUp,
} from '../../../electron/data/vietnamese/numbers.ts';

describe('R12 rates', () => {
  // The first from the handbook, the others from the test vectors of the sample offices.
  test.each([
    [29, 39, 74.4],
    [15, 23, 65.2],
    [14, 16, 87.5],
    [14, 17, 82.4],
    [52734, 56398, 93.5],
    [1, 80, 1.3],
    [3, 80, 3.8],
    [1, 8, 12.5],
    [0, 7, 0],
    [7, 7, 100],
    [8, 7, 114.3],
  ])('%i of %i is %d %%', (numerator, denominator, percent) => {
    expect(ratioPercent(numerator, denominator)).toBe(percent);
  });

  test('no rate when nobody was due; counts only', () => {
    expect(ratioPercent(0, 0)).toBeNull();
    for (const wrong of [-1, 0.5, Number.NaN]) {
      expect(() => ratioPercent(wrong, 1)).toThrow(RangeError);
      expect(() => ratioPercent(1, wrong)).toThrow(RangeError);
    }
  });

  test('any two counts, also those whose quotient no number of 53 bits holds, give what whole numbers give', () => {
    const counted = fc.oneof(fc.nat(100_000), fc.maxSafeNat());
    fc.assert(
      fc.property(counted, counted, (numerator, denominator) => {
        fc.pre(denominator > 0);
        const tenths = (2000n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator));
        expect(ratioPercent(numerator, denominator)).toBe(Number(tenths) / 10);
      }),
    );
  });

  test('half up: the tenths are at most half a tenth above and less than half below', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (numerator, denominator) => {
        const tenths = Math.round((ratioPercent(numerator, denominator) ?? Number.NaN) * 10);
        const excess = 2n * BigInt(tenths) * BigInt(denominator) - 2000n * BigInt(numerator);
        expect(excess <= BigInt(denominator) && excess > -BigInt(denominator)).toBe(true);
      }),
    );
  });
});

describe('rounding', () => {
  test.each([
    [1.005, 2, 1.01],
    [8.345, 2, 8.35],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.05, 1, 0.1],
    [74.35, 1, 74.4],
    [74.34999, 1, 74.3],
    [-0.04, 1, 0],
  ])('%d to %i digits is %d', (value, digits, rounded) => {
    expect(roundHalfUp(value, digits)).toBe(rounded);
  });
});

describe('document format, section 8: numbers as printed', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1234, '1.234'],
    [1234567, '1.234.567'],
    [-1234, '-1.234'],
  ])('%d is %s', (value, text) => {
    expect(formatInteger(value)).toBe(text);
  });

  test('decimals by a comma, percentages with one', () => {
    expect(formatDecimal(1234.5, 1)).toBe('1.234,5');
    expect(formatDecimal(999.995, 2)).toBe('1.000,00');
    expect(formatDecimal(-0.04, 1)).toBe('0,0');
    expect(formatPercent1(98.5)).toBe('98,5');
    expect(formatPercent1(100)).toBe('100,0');
  });
});

describe('numbers as written', () => {
  test.each([
    ['90,5', 90.5],
    ['91.7', 91.7],
    ['91,7%', 91.7],
    ['91,7 %', 91.7],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234', 1234],
    ['1.234.567', 1234567],
    ['1,234,567', 1234567],
    ['1\u00a0234,5', 1234.5],
    ['1,234', 1.234],
    ['0.125', 0.125],
    [' 09 ', 9],
    ["'12", 12],
    ['-5', -5],
    ['−5,5', -5.5],
  ])('%j is %d', (text, value) => {
    expect(parseNumberAsWritten(text)).toBe(value);
  });

  test.each(['', '-', 'x', '3.8E+10', '1.2.3', '1.23.456', '12/15', '09 lần/năm', '1,2,3', '5,', '.5', '1 2'])(
    '%j is no number',
    (text) => {
      expect(parseNumberAsWritten(text)).toBeNull();
    },
  );

  test('what is printed is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(2), (units, digits) => {
        const value = units / 10 ** digits;
        expect(parseNumberAsWritten(formatDecimal(value, digits))).toBe(value);
      }),
    );
  });
});
