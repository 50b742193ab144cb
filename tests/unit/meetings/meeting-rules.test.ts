import { describe, expect, test } from 'vitest';
import { isShort, meetingMinutes, requiredMinutes } from '../../../electron/data/meetings/duration.ts';
import { dayOutcome, dueDay, effectiveDay } from '../../../electron/data/meetings/meeting-day.ts';
import { isCountedKind, isRegular, isThematic } from '../../../electron/data/meetings/meeting-kinds.ts';
import { printedGrade } from '../../../electron/data/meetings/register.ts';
import { loadDefaultRules } from '../../../electron/data/rules/default-rules.ts';
import { Rules } from '../../../electron/data/rules/read-rules.ts';
import type { MeetingKind } from '../../../electron/data/schema/column-types.ts';
import { type IsoDate, type Month, parseIsoDate, parseMonth } from '../../../electron/data/vietnamese/dates.ts';
import { resourcesDir } from '../../support/office.ts';

function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`not a day: ${text}`);
  return date;
}

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(`not a month: ${text}`);
  return parsed;
}

const rules = new Rules(loadDefaultRules(resourcesDir));

describe('R2 and R3 the set day', () => {
  const held = (date: string, otherDayApproved = false) => ({
    period: month(date.slice(0, 7)),
    date: day(date),
    otherDayApproved,
  });

  const set = (setDay: number | null, approvedDay: number | null = null) => ({ setDay, approvedDay });

  test('R3 an approved exception counts as compliant and is told apart from the set day', () => {
    expect(dayOutcome(held('2024-03-10'), set(3, 10), 'last_day')).toBe('other_day_approved');
    expect(dayOutcome(held('2024-03-03'), set(3, 10), 'last_day')).toBe('on_set_day');
    expect(dayOutcome(held('2024-03-11'), set(3, 10), 'last_day')).toBe('other_day_unapproved');
    expect(dayOutcome(held('2024-03-11'), set(null, 10), 'last_day')).toBe('other_day_unapproved');
  });

  test('R2 a cell is expected on the approved day while there is one, else on the set day', () => {
    expect([effectiveDay(set(3)), effectiveDay(set(3, 10)), effectiveDay(set(null))]).toEqual([3, 10, null]);
  });

  test('is compared as it is, never shifted for a Sunday', () => {
    expect(dayOutcome(held('2024-03-03'), set(3), 'last_day')).toBe('on_set_day');
    expect(dayOutcome(held('2024-03-04'), set(3), 'last_day')).toBe('other_day_unapproved');
    expect(dayOutcome(held('2024-03-04', true), set(3), 'last_day')).toBe('other_day_approved');
  });

  test('a meeting held on that day of another month is on another day', () => {
    const meeting = { period: month('2024-03'), date: day('2024-04-02'), otherDayApproved: true };
    expect(dayOutcome(meeting, set(2), 'last_day')).toBe('other_day_approved');
  });

  test('without a set day no day is wrong', () => {
    expect(dayOutcome(held('2024-03-04'), set(null), 'last_day')).toBeNull();
  });

  test('a month too short for it has its last day, or by the rule none', () => {
    expect(dueDay(month('2024-02'), 31, 'last_day')).toBe('2024-02-29');
    expect(dueDay(month('2023-02'), 29, 'last_day')).toBe('2023-02-28');
    expect(dueDay(month('2024-04'), 31, 'none')).toBeNull();
    expect(dueDay(month('2024-03'), 31, 'none')).toBe('2024-03-31');
    expect(dayOutcome(held('2024-04-30'), set(31), 'none')).toBe('other_day_unapproved');
  });
});

describe('R6 minutes', () => {
  test.each<[string | null, string | null, number | null]>([
    ['07:30', '09:50', 140],
    ['19:30', null, null],
    [null, '21:00', null],
    ['19:30', '18:00', null],
  ])('%s to %s is %s', (from, to, minutes) => {
    expect(meetingMinutes(from, to)).toBe(minutes);
  });

  const required = (date: string, kind: MeetingKind, members: number | null = 20) =>
    requiredMinutes({ kind, members, ownMinimum: null }, rules.on('minimum_minutes', day(date)).value);

  test('90 since HD 12; combined 120 only since HD 42; nothing known before', () => {
    expect(required('2024-07-03', 'regular')).toBe(90);
    expect(required('2024-07-03', 'regular_with_thematic')).toBe(90);
    expect(required('2025-11-03', 'regular_with_thematic')).toBe(120);
    expect(required('2025-11-03', 'thematic')).toBe(90);
    expect(required('2017-05-03', 'regular')).toBeNull();
  });

  test('a local variant by number of members: the largest that applies', () => {
    const local = { default: 90, combined: 120, by_member_count: [{ from: 30, minutes: 120 }] };
    const of = (members: number | null, ownMinimum: number | null = null) =>
      requiredMinutes({ kind: 'regular', members, ownMinimum }, local);
    expect([of(29), of(30), of(null)]).toEqual([90, 120, 90]);
    // HD 42: for a small cell the competent committee sets its own.
    expect([of(8, 60), of(30, 60)]).toEqual([60, 60]);
  });

  test('R42 what is not known is not short', () => {
    expect(isShort(89, 90)).toBe(true);
    expect(isShort(90, 90)).toBe(false);
    expect(isShort(null, 90)).toBe(false);
    expect(isShort(30, null)).toBe(false);
  });
});

describe('R5 and R7 kinds of meeting', () => {
  const kinds = rules.on('meeting_kinds', day('2024-07-03')).value;

  test.each<[MeetingKind | null, boolean, boolean, boolean]>([
    ['regular', true, false, true],
    ['thematic', false, true, true],
    ['regular_with_thematic', true, true, true],
    ['extraordinary', false, false, false],
    ['cell_committee', false, false, false],
    ['congress', false, false, false],
    [null, false, false, false],
  ])('%s: regular %s, thematic %s, counted %s', (kind, regular, thematic, counted) => {
    expect([isRegular(kind, kinds), isThematic(kind, kinds), isCountedKind(kind, kinds)]).toEqual([
      regular,
      thematic,
      counted,
    ]);
  });
});

describe('BC-05 the printed grade', () => {
  test('is the decided one, else the cell’s own, else none', () => {
    const rule = rules.on('printed_grade', day('2024-07-03')).value;
    const [self, decided] = [
      { role: 'self', grade: 'good' },
      { role: 'superior_decision', grade: 'fair' },
    ] as const;
    expect(printedGrade({ grades: [self, decided] }, rule)).toBe('fair');
    expect(printedGrade({ grades: [self] }, rule)).toBe('good');
    expect(printedGrade({ grades: [{ role: 'visiting_official', grade: 'good' }] }, rule)).toBeNull();
  });
});
