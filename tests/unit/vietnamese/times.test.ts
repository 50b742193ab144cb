import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minutesBetween, parseClock, parseTimeRange } from '../../../electron/data/vietnamese/times.ts';

function clock(text: string) {
  const time = parseClock(text);
  if (time === null) throw new Error(`not a time: ${text}`);
  return time;
}

describe('times of the meeting register', () => {
  test.each([
    ['19h30 - 21h15', '19:30', '21:15'],
    ['7g30-9h', '07:30', '09:00'],
    ['08:00 – 09:45', '08:00', '09:45'],
    ['08:00 — 09:45', '08:00', '09:45'],
    ['19g00 đến 20g30', '19:00', '20:30'],
    ['19g00 đến 20g30'.normalize('NFD'), '19:00', '20:30'],
    ['Từ 19h00 đến 20h30', '19:00', '20:30'],
    ['19 giờ 30 phút – 21 giờ', '19:30', '21:00'],
    ["19h30'-21h15'", '19:30', '21:15'],
    ['19.30 - 21.15', '19:30', '21:15'],
    ['7-9h', '07:00', '09:00'],
    ['14:00', '14:00', null],
    ['7h', '07:00', null],
    ['19h', '19:00', null],
    ['19h30 -', '19:30', null],
    ['- 21h', null, '21:00'],
    ['19:30 đến 17:00', '19:30', '17:00'],
    ['19:30:00 - 21:15:00', '19:30', '21:15'],
  ])('%j', (text, start, end) => {
    expect(parseTimeRange(text)).toEqual({ start, end });
  });

  test.each([
    '',
    '-',
    '19',
    '- 9',
    '7-',
    '7-9',
    '25h',
    '19h60',
    '24:00',
    'tối',
    '19h30 - tối',
    '7h-8h-9h',
    '05/03',
    '1234',
  ])('%j cannot be read', (text) => {
    expect(parseTimeRange(text)).toBeNull();
  });

  test('one time', () => {
    expect(parseClock('7h5')).toBe('07:05');
    expect(parseClock("'08:00")).toBe('08:00');
    expect(parseClock('8:5')).toBeNull();
    expect(parseClock('8')).toBeNull();
  });

  test('duration in minutes; none when the end is before the start', () => {
    expect(minutesBetween(clock('19h30'), clock('21h15'))).toBe(105);
    expect(minutesBetween(clock('8h'), clock('8h'))).toBe(0);
    expect(minutesBetween(clock('19:30'), clock('17:00'))).toBeNull();
  });

  test('every pair of times is read in every way of writing', () => {
    const time = fc.tuple(fc.nat(23), fc.nat(59));
    fc.assert(
      fc.property(time, time, fc.constantFrom('h', 'g', ':', ' giờ '), (from, to, unit) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const write = ([hour, minute]: [number, number]) => `${hour}${unit}${two(minute)}`;
        expect(parseTimeRange(`${write(from)} - ${write(to)}`)).toEqual({
          start: from.map(two).join(':'),
          end: to.map(two).join(':'),
        });
        const minutes = (to[0] - from[0]) * 60 + to[1] - from[1];
        expect(minutesBetween(clock(write(from)), clock(write(to)))).toBe(minutes < 0 ? null : minutes);
      }),
    );
  });
});
