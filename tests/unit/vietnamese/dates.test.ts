import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dateFromExcelSerial,
  daysBetween,
  formatDate,
  formatLongDate,
  formatShortDate,
  parseDateAsWritten,
  parseDateTyped,
  parseDayMonth,
} from '../../../electron/data/vietnamese/dates.ts';
import { anyDay, day, unicodeForms } from './material.ts';

const today = day('2026-06-01');
const birth = { today, kind: 'birth' } as const;
const event = { today, kind: 'event' } as const;

describe('pitfall 4: dates as written', () => {
  test.each([
    ['4a', '19/5/1990', '1990-05-19'],
    ['4a', '19-05-1990', '1990-05-19'],
    ['4a', '19.5.1990', '1990-05-19'],
    ['4a', '19 / 5 / 1990', '1990-05-19'],
    ['4a', '19–05–1990', '1990-05-19'],
    ['4a', ' 19/05/1990. ', '1990-05-19'],
    ['4a', '3/2/1990', '1990-02-03'],
    ['4e', '33012', '1990-05-19'],
    ['4e', '33012.75', '1990-05-19'],
    ['4f', '19/05/1990 00:00:00', '1990-05-19'],
    ['4f', '1990-05-19 23:30', '1990-05-19'],
    ['4f', '1990-05-19T00:00:00', '1990-05-19'],
    ['4h', '3/2 năm 1990', '1990-02-03'],
    ['4h', 'ngày 3 tháng 2 năm 1990', '1990-02-03'],
    ['4h', 'Ngày 03/02/1990', '1990-02-03'],
    ['4h', '3 tháng 2, 1990', '1990-02-03'],
    ['samples', 'ngày 5 tháng 12 năm 2012', '2012-12-05'],
    ['samples', "'19/5/1990", '1990-05-19'],
    ['samples', '’19/5/1990', '1990-05-19'],
    ['samples', '1990-05-19', '1990-05-19'],
  ])('%s %j is the day %s', (_, text, value) => {
    for (const form of Object.values(unicodeForms(text))) {
      expect(parseDateAsWritten(form, event)).toEqual({ ok: true, value, note: null });
    }
  });

  test.each([
    ['4c', '05-1990', '1990-05'],
    ['4c', '5/1990', '1990-05'],
    ['4c', '5.1990', '1990-05'],
    ['4c', 'tháng 5/1990', '1990-05'],
    ['4c', 'Tháng 05 năm 1990', '1990-05'],
    ['4c', '1990-05', '1990-05'],
    ['4d', '1990', '1990'],
    ['4d', 'năm 1990', '1990'],
    ['4g', '00/00/1990', '1990'],
    ['4g', '0/0/1990', '1990'],
    ['4g', '00/1990', '1990'],
    ['4g', '--/--/1990', '1990'],
    ['4g', '…/…/1990', '1990'],
    ['4g', '--/5/1990', '1990-05'],
    ['4g', '0/5/1990', '1990-05'],
    ['4g', '00.05.1990', '1990-05'],
    ['4g', 'ngày … tháng 5 năm 1990', '1990-05'],
  ])('%s %j is the partial date %s', (_, text, value) => {
    expect(parseDateAsWritten(text, birth)).toEqual({ ok: true, value, note: 'partial' });
  });

  test.each([
    ['19/05/90', birth, '1990-05-19'],
    ['19/05/90', event, '1990-05-19'],
    ['19.5.45', birth, '1945-05-19'],
    ['3/2/05', birth, '2005-02-03'],
    ['3/2/05', event, '2005-02-03'],
    ['01/06/26', event, '2026-06-01'],
    ['02/06/26', event, '1926-06-02'],
    ['ngày 3 tháng 2 năm 90', birth, '1990-02-03'],
    ['0/5/90', birth, '1990-05'],
    // On 1/6/2026: still 16 years old and 110 already; 17 already and 109 still.
    ['01/06/09', birth, '2009-06-01'],
    ['02/06/16', birth, '1916-06-02'],
  ])('4b %j (%o): the century is chosen, and said to be', (text, options, value) => {
    expect(parseDateAsWritten(text, options)).toEqual({ ok: true, value, note: 'two_digit_year' });
  });

  test.each(['02/06/09', '01/06/16', '1/1/12'])('4b %j is no birth in either century', (text) => {
    expect(parseDateAsWritten(text, birth)).toEqual({ ok: false, code: 'impossible_date', text });
  });

  test.each([
    ['31/02/1980', 'impossible_date'],
    ['29/02/2019', 'impossible_date'],
    ['29/02/1900', 'impossible_date'],
    ['19/13/1990', 'impossible_date'],
    ['5/19/1990', 'impossible_date'],
    ['32/1/1990', 'impossible_date'],
    ['13/1990', 'impossible_date'],
    ['5/00/1990', 'impossible_date'],
    ['30/02/90', 'impossible_date'],
    ['1/1/0190', 'impossible_date'],
    ['02/06/2026', 'future_date'],
    ['12/3/2042', 'future_date'],
    ['2042', 'future_date'],
    ['07/2026', 'future_date'],
    ['55000', 'future_date'],
    ['', 'not_a_date'],
    ['không rõ', 'not_a_date'],
    ['5/90', 'not_a_date'],
    ['05/03', 'not_a_date'],
    ['19/5/199', 'not_a_date'],
    ['9999999', 'not_a_date'],
    ['9999', 'impossible_date'],
    ['19/05/1990 / 20/05/1991', 'not_a_date'],
    ['1990-05-18T17:00:00Z', 'not_a_date'],
    ['3.3E+4', 'not_a_date'],
  ])('%j: %s', (text, code) => {
    for (const kind of ['birth', 'event'] as const) {
      expect(parseDateAsWritten(text, { today, kind })).toEqual({ ok: false, code, text });
    }
  });

  test('today itself, this month and this year are not the future', () => {
    for (const text of ['01/06/2026', '6/2026', '2026']) expect(parseDateAsWritten(text, event).ok).toBe(true);
  });
});

describe('pitfall 4e: Excel serial numbers', () => {
  test.each([
    [33012, false, '1990-05-19'],
    [33012.9999, false, '1990-05-19'],
    [45285, false, '2023-12-25'],
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [60.5, false, null],
    [61, false, '1900-03-01'],
    [0, false, null],
    [-1, false, null],
    [2958465, false, '9999-12-31'],
    [2958466, false, null],
    [Number.NaN, false, null],
    [Number.POSITIVE_INFINITY, false, null],
    [31550, true, '1990-05-19'],
    [0, true, '1904-01-01'],
    [60, true, '1904-03-01'],
  ])('%d (1904: %s) is %s', (serial, date1904, date) => {
    expect(dateFromExcelSerial(serial, date1904)).toBe(date);
  });

  test('the two systems are 1462 days apart, and a serial as text is of the 1900 system', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 46_000 }), (serial) => {
        const date = dateFromExcelSerial(serial, false);
        expect(dateFromExcelSerial(serial - 1462, true)).toBe(date);
        expect(parseDateAsWritten(String(serial), event)).toEqual({ ok: true, value: date, note: null });
      }),
    );
  });
});

describe('round trip', () => {
  const past = anyDay.filter((date) => date <= today);

  test('every way of writing a day gives the day back', () => {
    fc.assert(
      fc.property(past, (date) => {
        const [year, month, dayOfMonth] = date.split('-').map(Number);
        const written = [
          formatDate(date),
          formatLongDate(date),
          formatShortDate(date),
          `${dayOfMonth}.${month}.${year}`,
          `${dayOfMonth} - ${month} - ${year}`,
          `'${dayOfMonth}/${month}/${year}`,
          `${dayOfMonth}/${month} năm ${year}`,
          date,
        ];
        for (const text of written)
          expect(parseDateAsWritten(text, event)).toEqual({ ok: true, value: date, note: null });
        for (const text of [
          formatDate(date),
          formatDate(date).replaceAll('/', ''),
          `${dayOfMonth}-${month}-${year}`,
          date,
        ]) {
          expect(parseDateTyped(text, { today })).toEqual({ ok: true, value: date, note: null });
        }
      }),
    );
  });

  test('4b a birth with two digits is between 17 and 109 years old, and shares its last digits', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (date, now) => {
        const text = formatDate(date).replace(/\/\d\d(\d\d)$/u, '/$1');
        const reading = parseDateAsWritten(text, { today: now, kind: 'birth' });
        if (!reading.ok) {
          // Right only when the written century gives no such age either.
          expect(addMonths(date, 17 * 12) <= now && addMonths(date, 110 * 12) > now).toBe(false);
          return;
        }
        expect(reading.value.slice(2)).toBe(date.slice(2));
        expect(addMonths(day(reading.value), 16 * 12) <= now).toBe(true);
        expect(addMonths(day(reading.value), 110 * 12) > now).toBe(true);
      }),
    );
  });

  test('4b an event with two digits is the latest one not in the future', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(36_000), (now, ago) => {
        const date = addDays(now, -ago);
        fc.pre(date >= '1900-03-01' && daysBetween(date, now) < 36_500);
        const text = formatDate(date).replace(/\/\d\d(\d\d)$/u, '/$1');
        expect(parseDateAsWritten(text, { today: now, kind: 'event' })).toMatchObject({ ok: true, value: date });
      }),
    );
  });

  test('no text at all makes the parsers throw', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d/.\- năthg']{0,14}$/u));
    fc.assert(
      fc.property(text, (raw) => {
        for (const reading of [parseDateAsWritten(raw, event), parseDateTyped(raw, { today })]) {
          if (reading.ok) expect(reading.value).toMatch(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/u);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('interface "Forms": the date field', () => {
  test.each([
    ['1/5/80', '1980-05-01', 'two_digit_year'],
    ['010580', '1980-05-01', 'two_digit_year'],
    ['01051980', '1980-05-01', null],
    ['5/1980', '1980-05', 'partial'],
    ['1980', '1980', 'partial'],
    ['1.5.1980', '1980-05-01', null],
    ['1-5-1980', '1980-05-01', null],
    ['3/2/1990', '1990-02-03', null],
    ['1/5/26', '2026-05-01', 'two_digit_year'],
    ['1/5/27', '2027-05-01', 'two_digit_year'],
    ['1/5/28', '1928-05-01', 'two_digit_year'],
    ['1/5/2030', '2030-05-01', null],
    ['29/02/00', '2000-02-29', 'two_digit_year'],
  ])('%j is %s', (text, value, note) => {
    expect(parseDateTyped(text, { today })).toEqual({ ok: true, value, note });
  });

  test.each([
    ['31/02/1990', 'impossible_date'],
    ['310290', 'impossible_date'],
    ['00/00/1990', 'impossible_date'],
    ['0/5/1990', 'impossible_date'],
    ['13/1990', 'impossible_date'],
    ['0105', 'impossible_date'],
    ['45285', 'not_a_date'],
    ['19 5 1990', 'not_a_date'],
    ['ngày 3 tháng 2 năm 1990', 'not_a_date'],
    ['1/5', 'not_a_date'],
    ['', 'not_a_date'],
  ])('%j: %s', (text, code) => {
    expect(parseDateTyped(text, { today })).toEqual({ ok: false, code, text });
  });
});

describe('day and month of a register', () => {
  test.each([
    ['05/03', 5, 3],
    ['5.3', 5, 3],
    ['5-3', 5, 3],
    [" '29/02 ", 29, 2],
    ['ngày 5 tháng 3', 5, 3],
  ])('%j is day %i, month %i', (text, dayOfMonth, month) => {
    expect(parseDayMonth(text)).toEqual({ day: dayOfMonth, month });
  });

  test.each(['30/02', '5/13', '0/5', '05/03/2024', '5', '', '5/3/'])('%j is none', (text) => {
    expect(parseDayMonth(text)).toBeNull();
  });
});
