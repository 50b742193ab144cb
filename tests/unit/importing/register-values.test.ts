import { describe, expect, test } from 'vitest';
import { draftMeetings } from '../../../electron/data/importing/drafts/meetings.ts';
import { parseAssignmentPeriod } from '../../../electron/data/importing/values/assignment-period.ts';
import { parseDayChange, parseMeetingDay } from '../../../electron/data/importing/values/meeting-day.ts';
import { parseMeetingNote } from '../../../electron/data/importing/values/meeting-notes.ts';
import {
  canonicalCellName,
  canonicalCommitteeName,
  cellKey,
  committeeKey,
} from '../../../electron/data/importing/values/organisation-names.ts';
import { parseVisitResult } from '../../../electron/data/importing/values/visit-results.ts';
import { parseVisitors } from '../../../electron/data/importing/values/visitors.ts';
import type { RuleValue } from '../../../electron/data/rules/rule-values.ts';
import { type Box, contextOf, defaultRules, issueCodes, sheetOf } from '../../support/sheet.ts';

describe('names of cells and committees', () => {
  test.each([
    ['Chi bộ thôn Nà Sảng', 'Chi bộ thôn Nà Sảng'],
    ['CB  thôn Nà Sảng', 'Chi bộ thôn Nà Sảng'],
    ['Thôn Nà Sảng', 'Chi bộ thôn Nà Sảng'],
    ['CHI BỘ THÔN NÀ SẢNG', 'Chi bộ thôn Nà Sảng'],
    ['Trường\u00a0Mầm non', 'Chi bộ Trường Mầm non'],
    ['CB thôn Vĩnh Hoà', 'Chi bộ thôn Vĩnh Hòa'],
    ['các đoàn thể', 'Chi bộ các đoàn thể'],
  ])('%s', (written, name) => {
    expect(canonicalCellName(written)).toBe(name);
    expect(cellKey(written)).toBe(cellKey(name));
  });

  test('a place whose name only begins like "chi bộ" keeps it', () => {
    expect(canonicalCellName('Cb')).toBe('Chi bộ Cb');
  });

  test('diacritics tell cells apart', () => {
    expect(cellKey('Thôn Hòa')).not.toBe(cellKey('Thôn Hoa'));
  });

  test('committees', () => {
    expect(canonicalCommitteeName('ĐẢNG BỘ XÃ HÒA LẪM')).toBe('Đảng bộ xã Hòa Lẫm');
    expect(committeeKey('Xã Hoà Lẫm')).toBe(committeeKey('ĐẢNG BỘ XÃ HÒA LẪM'));
  });
});

test.each([
  ['Ngày 28 dương lịch hằng tháng', 28],
  ['mùng 8', 8],
  ['03', 3],
  ['Tùy tháng', null],
  ['45', null],
])('set day %s', (written, day) => {
  expect(parseMeetingDay(written)).toBe(day);
});

test('a change of the set day in a note', () => {
  const note = 'Vùng sâu, từ 01/7/2024 đổi ngày SH (trước là ngày 20)';
  expect(parseDayChange(note)).toEqual({ from: '2024-07-01', previousDay: 20 });
});

test.each([
  ['Từ tháng 01/2024', { from: '2024-01-01', to: null }],
  ['Năm 2024', { from: '2024-01-01', to: null }],
  ['Đến hết tháng 4/2024', { from: '2024-01-01', to: '2024-04-30' }],
  ['Từ tháng 5/2024 đến hết tháng 8/2024', { from: '2024-05-01', to: '2024-08-31' }],
  ['Từ ngày 15/3/2024 đến ngày 20/9/2024', { from: '2024-03-15', to: '2024-09-20' }],
  ['khi có yêu cầu', null],
])('assignment %s', (written, period) => {
  expect(parseAssignmentPeriod(written)).toEqual(period);
});

test.each([
  ['đ/c Mai Xuân Định', [{ name: 'Mai Xuân Định', title: null, onBehalfOf: null }]],
  ['Mai Xuân Định - CVP HU', [{ name: 'Mai Xuân Định', title: 'CVP HU', onBehalfOf: null }]],
  ['Đ/c Lê Công Tiến (PCT UBND)', [{ name: 'Lê Công Tiến', title: 'PCT UBND', onBehalfOf: null }]],
  ['Lê  Công Tiến - PCT UBND (KT)', [{ name: 'Lê Công Tiến', title: 'PCT UBND, KT', onBehalfOf: null }]],
  [
    'Đ/c Phạm Văn Vượng (CV, dự thay đ/c Vũ Trọng Long)',
    [{ name: 'Phạm Văn Vượng', title: 'CV', onBehalfOf: 'Vũ Trọng Long' }],
  ],
  [
    'Đ/c Ma Thị Hoa (dự thay đ/c Vũ Thị Út); Vi Văn Ngôn',
    [
      { name: 'Ma Thị Hoa', title: null, onBehalfOf: 'Vũ Thị Út' },
      { name: 'Vi Văn Ngôn', title: null, onBehalfOf: null },
    ],
  ],
  [
    'đ/c Võ Đức Thọ;\nđ/c Nguyễn Công Ước - PBT Đảng ủy xã',
    [
      { name: 'Võ Đức Thọ', title: null, onBehalfOf: null },
      { name: 'Nguyễn Công Ước', title: 'PBT Đảng ủy xã', onBehalfOf: null },
    ],
  ],
])('visitors %j', (written, visitors) => {
  expect(parseVisitors(written)).toEqual(visitors);
});

describe('remarks of a register', () => {
  test.each([
    ['Đổi sang ngày 09/01 do trùng lịch họp cấp trên, đã xin ý kiến Đảng ủy', { otherDayApproved: true }],
    ['Chuyển ngày 05/01 vì mưa lũ, Đảng ủy đồng ý', { otherDayApproved: true }],
    ['Đổi ngày, chưa báo cáo Đảng ủy', { otherDayApproved: false }],
    ['Lùi ngày do bí thư bận việc gia đình', { otherDayApproved: false }],
    ['01 đ/c đến muộn 15 phút', { otherDayApproved: null, otherDayReason: null }],
    ['Có 02 đ/c sinh hoạt tạm thời đến', { temporarilyReceived: 2 }],
    ['01 đ/c đang bị đình chỉ sinh hoạt', { suspended: 1 }],
    ['Trong đó 02 đ/c được miễn vẫn đến dự', { presentExempt: 2 }],
    ['Mưa lũ chia cắt, không tổ chức sinh hoạt', { notHeldReason: 'Mưa lũ chia cắt, không tổ chức sinh hoạt' }],
  ])('%s', (written, expected) => {
    expect(parseMeetingNote(written)).toMatchObject(expected);
  });

  test('the absent are named between other remarks', () => {
    const note = parseMeetingNote(
      'Họp muộn; Vắng có lý do: Hồ Rin (ốm); Kăn A Vươn (đi nương xa); 01 đ/c đến muộn 15 phút',
    );
    expect(note).toMatchObject({
      otherDayReason: 'Họp muộn',
      absentees: [
        { name: 'Hồ Rin', reason: 'ốm' },
        { name: 'Kăn A Vươn', reason: 'đi nương xa' },
      ],
    });
  });
});

test.each([
  ['Đã dự', { state: 'attended' }],
  ['Vắng', { state: 'missed', reason: null }],
  ['Vắng - đi công tác tỉnh', { state: 'missed', reason: 'Đi công tác tỉnh' }],
  ['Cử người dự thay', { state: 'substitute_sent', substitute: null }],
  ['Thay: Ma Thị Hoa (ốm)', { state: 'substitute_sent', substitute: 'Ma Thị Hoa', reason: 'Ốm' }],
  ['Chuyển tháng 4', { state: 'rescheduled', rescheduledTo: 4 }],
])('result %s', (written, expected) => {
  expect(parseVisitResult(written)).toMatchObject(expected);
});

describe('a register row', () => {
  const headings = [
    'Chi bộ',
    'Ngày sinh hoạt',
    'Giờ',
    'Loại hình',
    'Tổng số ĐV',
    'Miễn SH',
    'Đi xa',
    'Phải dự',
    'Có mặt',
    'Vắng có lý do',
    'Vắng không lý do',
    'Điểm',
    'Xếp loại',
    'Ghi chú',
  ];
  const row = (changes: Record<number, Box>): Box[] =>
    ['Thôn 1', '03/03', '19h30', 'TK', 12, 1, 1, 10, 9, 1, 0, 85, 'K', ''].map((box, index) => changes[index] ?? box);

  function register(...rows: Box[][]) {
    return registerBy(defaultRules, ...rows);
  }

  function registerBy(rules: typeof defaultRules, ...rows: Box[][]) {
    const title = [['THEO DÕI SINH HOẠT CHI BỘ THÁNG 3 NĂM 2024'], ['Khe Sơn, ngày 13 tháng 4 năm 2024']];
    const context = contextOf(sheetOf([...title, headings, ...rows]), 'meetings', rules);
    const { rows: drafts } = draftMeetings(context);
    return { drafts, issues: issueCodes(context) };
  }

  test('the period is the month of the sheet, and so is the year of 03/03', () => {
    const { drafts, issues } = register(row({}));
    expect(drafts[0]).toMatchObject({ period: '2024-03', date: '2024-03-03', kind: 'regular', grade: 'fair' });
    expect(issues).toEqual([]);
  });

  test('R4 a month without a meeting is a record with its reason', () => {
    const { drafts } = register([
      'Thôn 1',
      'Không họp',
      '',
      '',
      12,
      1,
      1,
      '-',
      '-',
      '',
      '',
      '',
      '',
      'Không họp do mưa lũ',
    ]);
    expect(drafts[0]).toMatchObject({ held: false, kind: null, date: null, counts: { membersTotal: 12, due: null } });
  });

  test.each<[string, Partial<RuleValue<'members_due'>>, Record<number, Box>, string[]]>([
    ['who works away is due', { subtract_working_away: false }, { 7: 11, 8: 10 }, []],
    ['who works away is due', { subtract_working_away: false }, {}, ['due_mismatch 4']],
    ['the excused are not due', { subtract_absent_excused: true }, { 7: 9 }, []],
    ['the excused are not due', { subtract_absent_excused: true }, {}, ['due_mismatch 4', 'attendance_sum_mismatch 4']],
  ])('R10 the due are checked by the rule of the office: %s', (_, changes, boxes, expected) => {
    const rules = defaultRules.map((rule) =>
      rule.code === 'members_due'
        ? { ...rule, value: JSON.stringify({ ...JSON.parse(rule.value), ...changes }) }
        : rule,
    );
    expect(registerBy(rules, row(boxes)).issues.toSorted()).toEqual(expected.toSorted());
  });

  test.each<[string, Record<number, Box>, string[]]>([
    ['R5 a meeting in another month', { 1: '02/4/2024' }, ['date_outside_period 4']],
    ['R10 due that nothing explains', { 7: 11, 8: 10 }, ['due_mismatch 4']],
    [
      'R11 exempt members among the present',
      { 8: 11, 9: 0, 13: 'Trong đó 01 đ/c được miễn vẫn đến dự' },
      ['present_exceeds_due 4'],
    ],
    ['present and absent that are not the due', { 9: 0 }, ['attendance_sum_mismatch 4']],
    ['points and grade that do not fit', { 12: 'Tốt' }, ['grade_score_mismatch 4']],
    ['a kind that is none', { 3: 'Liên hoan' }, ['unknown_meeting_kind 4']],
    ['a grade that is none', { 12: 'A+' }, ['unknown_grade 4']],
    ['a count that is none', { 8: 'chín' }, ['not_a_number 4']],
  ])('%s', (_, changes, expected) => {
    expect(register(row(changes)).issues).toEqual(expected);
  });

  test('R11 they are counted apart', () => {
    const { drafts } = register(row({ 8: 11, 9: 0, 13: 'Trong đó 01 đ/c được miễn vẫn đến dự' }));
    expect(drafts[0]).toMatchObject({ counts: { due: 10, present: 10 }, remarks: { presentExempt: 1 } });
  });
});
