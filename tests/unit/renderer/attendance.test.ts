import { describe, expect, it } from 'vitest';
import type { MeetingForm, MeetingPage } from '../../../electron/contract/meetings.ts';
import {
  type Attendance,
  callRoll,
  countsOf,
  isDueEntry,
  isRollCall,
  markMember,
  nothingMore,
  resultOfKey,
  toggleMark,
  withAttendance,
} from '../../../renderer/features/meetings/attendance.ts';
import { emptyForm } from './empty-form.ts';

const rule = { count_probationary: true, subtract_working_away: true, subtract_absent_excused: false };

type RollEntry = MeetingPage['roll'][number];

const person = (name: string, status: RollEntry['status'] = 'active', standing: RollEntry['standing'] = 'full') => ({
  member_id: name,
  full_name: name,
  standing,
  status,
  due: ['active', 'reduced', 'temporarily_received'].includes(status),
});

/** Sao Vàng, thôn 11 (handbook R16): 25 members, 7 exempt, 1 away: 17 due. */
const saoVang: RollEntry[] = [
  ...Array.from({ length: 16 }, (_, index) => person(`đảng viên ${index}`)),
  person('dự bị', 'active', 'probationary'),
  ...Array.from({ length: 7 }, (_, index) => person(`miễn ${index}`, 'exempt')),
  person('đi làm xa', 'temporarily_exempt'),
];

const markAt = (list: Attendance[], index: number, result: Attendance['result']) =>
  list.map((entry, at) => (at === index ? markMember(entry, result, isDueEntry(entry, rule)) : entry));

describe('roll-call', () => {
  it('R10, R16 (Sao Vàng, thôn 11): everybody due is present until said otherwise', () => {
    expect(countsOf(callRoll(saoVang, []), rule)).toMatchObject({
      members_total: 25,
      full_members: 24,
      probationary: 1,
      exempt: 7,
      working_away: 1,
      due: 17,
      present: 17,
      absent_excused: 0,
      absent_unexcused: 0,
      present_exempt: 0,
    });
  });

  it('R15: one temporarily received is due here and not in the đảng số; one away is not due', () => {
    const roll = [person('ở nhà'), person('đến', 'temporarily_received'), person('đi', 'temporarily_away')];
    expect(countsOf(callRoll(roll, []), rule)).toMatchObject({
      members_total: 2,
      temporarily_received: 1,
      temporarily_away: 1,
      due: 2,
    });
  });

  it('R11: an exempt member who came is on neither side of the rate', () => {
    const exemptAt = 17;
    const came = markAt(callRoll(saoVang, []), exemptAt, 'present');
    expect(countsOf(came, rule)).toMatchObject({ due: 17, present: 17, present_exempt: 1 });
    expect(countsOf(markAt(came, exemptAt, 'present'), rule)).toMatchObject({ present_exempt: 0 });
    expect(markAt(came, exemptAt, 'absent_unexcused')[exemptAt]?.result).toBe('not_due');
  });

  it('the counts follow every mark', () => {
    const list = markAt(markAt(callRoll(saoVang, []), 0, 'absent_excused'), 1, 'absent_unexcused');
    expect(countsOf(list, rule)).toMatchObject({ due: 17, present: 15, absent_excused: 1, absent_unexcused: 1 });
  });

  it('a reason goes with an excused absence only', () => {
    const [first] = callRoll([person('A')], []);
    if (!first) throw new Error('nobody called');
    const excused = { ...markMember(first, 'absent_excused', true), reason: 'ốm' };
    expect(markMember(excused, 'absent_excused', true).reason).toBe('ốm');
    expect(markMember(excused, 'present', true).reason).toBeNull();
  });

  it('what an old list says of the absent is kept, the others are present', () => {
    const absent: Attendance = {
      member_id: 'B',
      name: 'B',
      standing_then: 'full',
      status_then: 'active',
      result: 'absent_excused',
      reason: 'đi công tác',
      ...nothingMore,
    };
    const stranger: Attendance = { ...absent, member_id: null, name: 'không có trong danh sách' };
    const called = callRoll([person('A'), person('B')], [absent, stranger]);
    expect(called.map(({ name, result }) => [name, result])).toEqual([
      ['A', 'present'],
      ['B', 'absent_excused'],
      ['không có trong danh sách', 'absent_excused'],
    ]);
  });

  it('typed totals stand where the list only names the absent', () => {
    const typed: MeetingForm = { ...emptyForm, due: 20, present: 17, absent_excused: 2, absent_unexcused: 1 };
    const absent: Attendance = {
      member_id: null,
      name: 'Nguyễn Văn A',
      standing_then: null,
      status_then: null,
      result: 'absent_excused',
      reason: 'ốm',
      ...nothingMore,
    };
    expect(isRollCall([absent])).toBe(false);
    expect(withAttendance(typed, [absent], rule)).toMatchObject({ due: 20, present: 17, absent_excused: 2 });
  });

  it('R10: the office decides whether probationary members, those working away and the excused are due', () => {
    const roll = [
      person('A'),
      person('B'),
      person('dự bị', 'active', 'probationary'),
      person('xa', 'temporarily_exempt'),
    ];
    const list = markAt(callRoll(roll, []), 1, 'absent_excused');
    expect(countsOf(list, rule)).toMatchObject({ due: 3, present: 2, absent_excused: 1 });
    expect(countsOf(list, { ...rule, count_probationary: false })).toMatchObject({ due: 2, present: 1 });
    expect(countsOf(list, { ...rule, subtract_absent_excused: true })).toMatchObject({ due: 2, present: 2 });
    const came = list.map((entry, at) => (at === 3 ? markMember(entry, 'present', false) : entry));
    expect(countsOf(came, rule)).toMatchObject({ due: 3, present: 2, present_exempt: 1 });
    const awayIsDue = { ...rule, subtract_working_away: false };
    expect(countsOf(came, awayIsDue)).toMatchObject({ due: 4, present: 3, present_exempt: 0 });
  });

  it('R13: late or leaving early is a mark of who is present; an absent member has none', () => {
    const [first] = callRoll([person('A')], []);
    if (!first) throw new Error('nobody called');
    const late = toggleMark(first, 'late_or_left_early');
    expect([late.result, late.late_or_left_early]).toEqual(['present', true]);
    expect(countsOf([late], rule)).toMatchObject({ due: 1, present: 1 });
    expect(markMember(late, 'absent_excused', true).late_or_left_early).toBeNull();
    expect(toggleMark(markMember(late, 'absent_excused', true), 'spoke').spoke).toBeNull();
  });

  it('one key each, by the place of the key', () => {
    expect(['KeyC', 'KeyP', 'KeyK', 'KeyX'].map(resultOfKey)).toEqual([
      'present',
      'absent_excused',
      'absent_unexcused',
      null,
    ]);
  });
});
