import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIsoDate, parseDateTyped } from '../../../electron/data/vietnamese/dates.ts';
import { understandDate } from '../../../renderer/components/date-input.ts';

const today = '2026-11-22';
const partial = (text: string) => understandDate(text, { partial: true, today });
const full = (text: string) => understandDate(text, { partial: false, today });

describe('date field: what is typed', () => {
  it.each([
    ['1/5/80', '1980-05-01'],
    ['010580', '1980-05-01'],
    ['01051980', '1980-05-01'],
    ['1.5.1980', '1980-05-01'],
    ['1-5-1980', '1980-05-01'],
    [' 3/2/1990 ', '1990-02-03'],
    ['29/02/2024', '2024-02-29'],
    ['1/1/27', '2027-01-01'],
    ['1/1/28', '1928-01-01'],
    ['5/1980', '1980-05'],
    ['1980', '1980'],
  ])('understands %s as %s', (typed, value) => {
    expect(partial(typed)).toMatchObject({ kind: 'date', value });
  });

  it.each(['31/02/1990', '29/2/2023', '1/13/1990', '320180', '5/80', '1/5', 'hôm qua', '0/5/1980', '1/5/1780'])(
    'refuses %s instead of moving it to another day',
    (typed) => {
      expect(partial(typed).kind).toBe('bad');
    },
  );

  it('says in words what it understood', () => {
    expect(partial('1/5/80')).toMatchObject({ words: 'ngày 1 tháng 5 năm 1980' });
    expect(partial('5/1980')).toMatchObject({ words: 'tháng 5 năm 1980' });
  });

  it('takes a month or a year only where partial dates are taken', () => {
    expect(full('5/1980')).toEqual({ kind: 'bad', message: 'Cần đủ ngày, tháng, năm.' });
    expect(full('1980').kind).toBe('bad');
    expect(full('').kind).toBe('empty');
  });

  it('agrees with the data side on every day as typed', () => {
    if (!isIsoDate(today)) throw new Error('not a day');
    const separator = fc.constantFrom('/', '.', '-');
    const typed = fc
      .tuple(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 2110 }),
        separator,
      )
      .chain(([day, month, year, mark]) =>
        fc.constantFrom(
          `${day}${mark}${month}${mark}${String(year).padStart(4, '0')}`,
          `${day}${mark}${month}${mark}${String(year % 100).padStart(2, '0')}`,
          `${month}${mark}${String(year).padStart(4, '0')}`,
          String(day).padStart(2, '0') + String(month).padStart(2, '0') + String(year % 100).padStart(2, '0'),
          String(year),
        ),
      );
    fc.assert(
      fc.property(typed, (text) => {
        const there = parseDateTyped(text, { today });
        const here = partial(text);
        expect(here.kind === 'date' ? here.value : null).toBe(there.ok ? there.value : null);
      }),
      { numRuns: 2000 },
    );
  });
});
