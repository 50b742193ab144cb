import { describe, expect, it } from 'vitest';
import { reportPeriod } from '../../../electron/contract/values.ts';
import {
  periodBounds,
  periodInText,
  periodLabel,
  periodsOfYear,
  readPeriod,
  shiftPeriod,
} from '../../../renderer/app/period.ts';

describe('the period of the window', () => {
  it.each([
    ['2024-02', 'Tháng 2/2024', { from: '2024-02', to: '2024-02', lastDay: '2024-02-29' }],
    ['2024-Q3', 'Quý III/2024', { from: '2024-07', to: '2024-09', lastDay: '2024-09-30' }],
    ['2024-H1', '6 tháng đầu năm 2024', { from: '2024-01', to: '2024-06', lastDay: '2024-06-30' }],
    ['2024-H2', '6 tháng cuối năm 2024', { from: '2024-07', to: '2024-12', lastDay: '2024-12-31' }],
    ['2024-9M', '9 tháng năm 2024', { from: '2024-01', to: '2024-09', lastDay: '2024-09-30' }],
    ['2024', 'Năm 2024', { from: '2024-01', to: '2024-12', lastDay: '2024-12-31' }],
  ])('%s is %s', (period, label, bounds) => {
    expect(periodLabel(period)).toBe(label);
    expect(periodBounds(period)).toEqual(bounds);
  });

  it('keeps the numeral of a quarter within a sentence', () => {
    expect(periodInText(periodLabel('2024-Q3'))).toBe('quý III/2024');
  });

  it('knows no thirteenth month', () => {
    expect(readPeriod('2024-13')).toBeNull();
    expect(readPeriod('2024-00')).toBeNull();
  });

  it('goes on over the turn of the year, in its own kind', () => {
    expect(shiftPeriod('2024-12', 1)).toBe('2025-01');
    expect(shiftPeriod('2024-Q1', -1)).toBe('2023-Q4');
    expect(shiftPeriod('2024-H2', 1)).toBe('2025-H1');
    expect(shiftPeriod('2024-9M', 1)).toBe('2025-9M');
    expect(shiftPeriod('2024', -1)).toBe('2023');
  });

  it('offers only periods that the contract takes, and back and forth is the same', () => {
    for (const period of Object.values(periodsOfYear(2024)).flat()) {
      expect(reportPeriod.safeParse(period).success).toBe(true);
      expect(shiftPeriod(shiftPeriod(period, 1), -1)).toBe(period);
    }
  });
});
