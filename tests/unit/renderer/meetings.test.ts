import { describe, expect, it } from 'vitest';
import type { MeetingRecord } from '../../../electron/contract/meetings.ts';
import type { OrganisationRecord } from '../../../electron/contract/organisations.ts';
import { attendanceRate, meetingLines } from '../../../renderer/features/meetings/meeting-lines.ts';
import { completeSteps, nextStep, steps } from '../../../renderer/features/meetings/steps.ts';
import { emptyForm } from './empty-form.ts';

describe('list of meetings', () => {
  const { attendance: _a, guests: _g, agenda: _i, opinions: _o, votes: _v, tasks: _t, ...fields } = emptyForm;
  const meeting = (cell: string, kind: MeetingRecord['kind'], state: MeetingRecord['state'] = 'held') => ({
    ...fields,
    id: `${cell} ${kind}`,
    cell_id: cell,
    cell,
    grassroots: 'xã',
    period: '2024-07',
    held: state === 'held',
    state,
    kind,
    not_held_reason: state === 'not_held' ? 'mưa lũ' : null,
  });
  const cell = (id: string, kind: OrganisationRecord['kind'] = 'cell'): OrganisationRecord => ({
    id,
    name: id,
    kind,
    parent_id: null,
    parent: null,
    cell_type: null,
    cell_type_label: null,
    is_residential: null,
    meeting_day: null,
    difficulty_flags: [],
    secretary: null,
    members: 0,
    exempt: 0,
    valid_from: null,
    valid_to: null,
  });
  const cells = [cell('thôn 1'), cell('thôn 2'), cell('thôn 3'), cell('xã', 'grassroots_committee')];
  const meetings = [meeting('thôn 1', 'regular'), meeting('thôn 2', 'thematic'), meeting('thôn 3', null, 'not_held')];

  it('R42: a cell without a word is shown; R4: a month without a meeting but with a reason is not missing', () => {
    const lines = meetingLines(meetings, cells, '2024-07');
    expect(lines.filter(({ state }) => state === 'missing').map(({ id }) => id)).toEqual(['missing:thôn 2']);
  });

  it('over several months nothing is said to be missing: a cell is expected only for its months in force', () => {
    expect(meetingLines(meetings, cells, null)).toHaveLength(3);
  });

  it('R12 attendance rate has one decimal, half up, and is unknown when nobody was due', () => {
    expect(attendanceRate(29, 39)).toBe(74.4);
    expect(attendanceRate(15, 17)).toBe(88.2);
    expect(attendanceRate(1, 16)).toBe(6.3);
    expect(attendanceRate(0, 0)).toBeNull();
    expect(attendanceRate(null, 10)).toBeNull();
  });
});

describe('steps of a meeting', () => {
  it('have a tick when the minutes have what they need of them', () => {
    expect([...completeSteps(emptyForm)]).toEqual([]);
    const opened = {
      ...emptyForm,
      date: '2024-07-03',
      started_at: '19:30',
      place: 'Nhà văn hóa thôn',
      chair: 'A',
      secretary: 'B',
      grade: 'good' as const,
      agenda: [{ key: '1', title: ' ', content: null, conclusion: null }],
    };
    expect([...completeSteps(opened)]).toEqual(['opening', 'rating']);
  });

  it('stand in the order of the minutes (document format 6.2)', () => {
    expect(nextStep('opening')).toBe('attendance');
    expect(nextStep('rating')).toBeNull();
    expect(steps.map(({ label }) => label).join(' · ')).toBe(
      'Chuẩn bị · Mở đầu · Điểm danh · Nội dung · Thảo luận · Biểu quyết · Kết thúc · Chấm điểm',
    );
  });
});
