import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  earliestDay,
  firstDayOfMonth,
  formatDate,
  formatLongDate,
  formatShortDate,
  type IsoDate,
  isRealDate,
  lastDayOfMonth,
  type Month,
  monthOf,
  monthsBetween,
  type PartialDate,
  parseIsoDate,
  parseMonth,
  parsePartialIso,
  toIsoDate,
} from '../../../electron/data/vietnamese/dates.ts';
import { anyDay, day } from './material.ts';

function month(text: string): Month {
  const value = parseMonth(text);
  if (value === null) throw new Error(`not a month: ${text}`);
  return value;
}

function partial(text: string): PartialDate {
  const value = parsePartialIso(text);
  if (value === null) throw new Error(`not a partial date: ${text}`);
  return value;
}

describe('days that exist', () => {
  test.each([
    [2000, 2, 29, true],
    [1900, 2, 29, false],
    [2019, 2, 29, false],
    [1980, 2, 31, false],
    [2024, 4, 31, false],
    [2024, 12, 31, true],
    [2024, 13, 1, false],
    [2024, 0, 1, false],
    [2024, 1, 0, false],
    [2024, 1.5, 1, false],
    [0, 1, 1, false],
    [10000, 1, 1, false],
  ])('%i-%i-%i: %s', (year, monthNumber, dayNumber, real) => {
    expect(isRealDate(year, monthNumber, dayNumber)).toBe(real);
    expect(toIsoDate(year, monthNumber, dayNumber) !== null).toBe(real);
  });

  test('agrees with the calendar of JavaScript', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.nat(14), fc.nat(33), (year, monthNumber, dayNumber) => {
        const date = new Date(Date.UTC(year, monthNumber - 1, dayNumber));
        const kept =
          date.getUTCFullYear() === year && date.getUTCMonth() + 1 === monthNumber && date.getUTCDate() === dayNumber;
        expect(isRealDate(year, monthNumber, dayNumber)).toBe(kept);
      }),
    );
  });

  test('parsers of ISO text take nothing else', () => {
    for (const text of ['2024-2-01', '2024-02-30', '2024-02-01T00:00', ' 2024-02-01', '2024-02', '']) {
      expect(parseIsoDate(text)).toBeNull();
    }
    for (const text of ['2024-13', '2024-00', '24', '0000', '2024-', '2024-02-30'])
      expect(parsePartialIso(text)).toBeNull();
    for (const text of ['2024', '2024-02', '2024-02-29']) expect(parsePartialIso(text)).toBe(text);
    for (const text of ['2024', '2024-02-29', '2024-13']) expect(parseMonth(text)).toBeNull();
  });
});

describe('arithmetic', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2015-02-03', 12, '2016-02-03'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -13, '2022-12-15'],
  ])('%s + %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test.each([
    ['2024-01-31', '2024-02-29', 1],
    ['2024-02-29', '2025-02-28', 12],
    ['2024-01-15', '2024-02-14', 0],
    ['2024-01-15', '2024-02-15', 1],
    ['2024-07', '2025-01', 6],
    ['2025-01', '2024-07', -6],
    ['2024', '2024-12', 11],
  ])('%s to %s: %i whole months', (from, to, months) => {
    expect(monthsBetween(partial(from), partial(to))).toBe(months);
  });

  test('days over leap days and ends of years', () => {
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(day('1900-02-28'), 1)).toBe('1900-03-01');
    expect(daysBetween(day('2023-12-31'), day('2024-12-31'))).toBe(366);
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(day('0001-01-01'), -1)).toThrow(RangeError);
  });

  test('properties', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (date, count) => {
        expect(daysBetween(date, addDays(date, count))).toBe(count);
        const later = addMonths(date, Math.abs(count));
        expect(monthsBetween(date, later)).toBe(Math.abs(count));
        expect(monthsBetween(monthOf(date), monthOf(later))).toBe(Math.abs(count));
        const last = lastDayOfMonth(monthOf(date));
        expect(monthOf(last)).toBe(monthOf(date));
        expect(addDays(last, 1)).toBe(addMonths(firstDayOfMonth(monthOf(date)), 1));
      }),
    );
  });

  test('4 partial dates sort at the earliest possible day', () => {
    expect(earliestDay(partial('1990'))).toBe('1990-01-01');
    expect(earliestDay(partial('1990-05'))).toBe('1990-05-01');
    expect(earliestDay(partial('1990-05-19'))).toBe('1990-05-19');
    expect(firstDayOfMonth(month('2024-02'))).toBe('2024-02-01');
    expect(lastDayOfMonth(month('2024-02'))).toBe('2024-02-29');
  });
});

describe('display', () => {
  test('4 dd/mm/yyyy at the precision of the value', () => {
    expect(formatDate(partial('1990-05-09'))).toBe('09/05/1990');
    expect(formatDate(partial('1990-05'))).toBe('05/1990');
    expect(formatDate(partial('1990'))).toBe('1990');
  });

  // Document format, section 8: the examples of the handbook.
  test.each<[string, string]>([
    ['2026-02-03', 'ngày 03 tháng 02 năm 2026'],
    ['2018-04-03', 'ngày 03 tháng 4 năm 2018'],
    ['2018-02-20', 'ngày 20 tháng 02 năm 2018'],
    ['2026-01-09', 'ngày 09 tháng 01 năm 2026'],
    ['2024-02-05', 'ngày 05 tháng 02 năm 2024'],
    ['2026-05-27', 'ngày 27 tháng 5 năm 2026'],
    ['2026-03-05', 'ngày 05 tháng 3 năm 2026'],
    ['2025-12-10', 'ngày 10 tháng 12 năm 2025'],
  ])('%s is written %s', (date, text) => {
    expect(formatLongDate(day(date))).toBe(text);
  });

  test.each<[string, string]>([
    ['2018-04-03', '03/4/2018'],
    ['2017-02-06', '06/02/2017'],
    ['2026-05-27', '27/5/2026'],
  ])('%s is shortened to %s', (date, text) => {
    const value: IsoDate = day(date);
    expect(formatShortDate(value)).toBe(text);
  });
});
