import { describe, expect, it } from 'vitest';
import { minutesBetween, understandTime } from '../../../renderer/components/time-input.ts';

describe('time field', () => {
  it.each([
    ['19:30', '19:30'],
    ['19h30', '19:30'],
    ['7g', '07:00'],
    ['7 giờ 05', '07:05'],
    ['1930', '19:30'],
    ['8', '08:00'],
  ])('understands %s as %s', (typed, time) => {
    expect(understandTime(typed)).toBe(time);
  });

  it.each(['', '24:00', '19:60', '19h300', 'tối', '193'])('does not take "%s"', (typed) => {
    expect(understandTime(typed)).toBeNull();
  });

  it('knows no duration when the end is before the start', () => {
    expect(minutesBetween('19:30', '21:15')).toBe(105);
    expect(minutesBetween('19:30', '19:00')).toBeNull();
    expect(minutesBetween(null, '19:00')).toBeNull();
  });
});
