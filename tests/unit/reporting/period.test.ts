import { describe, expect, test } from 'vitest';
import {
  monthName,
  parsePeriod,
  previousPeriod,
  samePeriodLastYear,
  wholeYear,
  yearToDate,
} from '../../../electron/data/reporting/period.ts';

describe('3.1 reporting periods', () => {
  test.each([
    ['2024-07', 'month', 'Tháng 7/2024', '2024-07-01', '2024-07-31', 1],
    ['2024-02', 'month', 'Tháng 2/2024', '2024-02-01', '2024-02-29', 1],
    ['2024-Q3', 'quarter', 'Quý III/2024', '2024-07-01', '2024-09-30', 3],
    ['2024-H1', 'half_year', '6 tháng đầu năm 2024', '2024-01-01', '2024-06-30', 6],
    ['2024-H2', 'half_year', '6 tháng cuối năm 2024', '2024-07-01', '2024-12-31', 6],
    ['2024-9M', 'nine_months', '9 tháng năm 2024', '2024-01-01', '2024-09-30', 9],
    ['2024', 'year', 'Năm 2024', '2024-01-01', '2024-12-31', 12],
  ])('%s', (key, kind, label, dateFrom, dateTo, months) => {
    const period = parsePeriod(key);
    expect(period).toMatchObject({ key, kind, label, dateFrom, dateTo, year: 2024 });
    expect(period.months).toHaveLength(months);
    expect([period.months[0], period.lastMonth]).toEqual([dateFrom.slice(0, 7), dateTo.slice(0, 7)]);
  });

  test.each(['2024-13', '2024-00', '2024-Q5', '2024-H3', '2024-6M', '24-07', '2024-7', '', 'năm 2024', '0000'])(
    '%j is refused in words',
    (key) => {
      expect(() => parsePeriod(key)).toThrowError(expect.objectContaining({ code: 'wrong_arguments' }));
    },
  );

  test.each([
    ['2024-07', '2024-06', '2023-07'],
    ['2024-01', '2023-12', '2023-01'],
    ['2024-Q3', '2024-Q2', '2023-Q3'],
    ['2024-Q1', '2023-Q4', '2023-Q1'],
    ['2024-H1', '2023-H2', '2023-H1'],
    ['2024-H2', '2024-H1', '2023-H2'],
    ['2024-9M', '2023-9M', '2023-9M'],
    ['2024', '2023', '2023'],
  ])('before %s comes %s, a year ago %s', (key, before, lastYear) => {
    expect(previousPeriod(parsePeriod(key)).key).toBe(before);
    expect(samePeriodLastYear(parsePeriod(key)).key).toBe(lastYear);
  });

  test('a month has its quarter up to the end of the month', () => {
    expect(parsePeriod('2024-08').quarters).toEqual([{ year: 2024, number: 3, from: '2024-07-01', to: '2024-08-31' }]);
    expect(parsePeriod('2024-9M').quarters.map(({ number, to }) => [number, to])).toEqual([
      [1, '2024-03-31'],
      [2, '2024-06-30'],
      [3, '2024-09-30'],
    ]);
  });

  test('lũy kế begins in January', () => {
    expect(yearToDate(parsePeriod('2024-Q2'))).toEqual([
      '2024-01',
      '2024-02',
      '2024-03',
      '2024-04',
      '2024-05',
      '2024-06',
    ]);
    expect(wholeYear(parsePeriod('2024-02'))).toHaveLength(12);
    expect(monthName(parsePeriod('2024-02').lastMonth)).toBe('Tháng 2/2024');
  });
});
