import { expect, test } from 'vitest';
import type { ExpiringRecord } from '../../../electron/contract/member-events.ts';
import type { Bc13Data, WatchedStatus } from '../../../electron/data/reporting/reports/bc-13/read.ts';
import { buildBc13 } from '../../../electron/data/reporting/reports/bc-13-members-to-watch.ts';
import type { AttendanceResult } from '../../../electron/data/schema/column-types.ts';
import { day, meeting, month, organisations, rulesWith, scope, valuesOf } from '../../support/report-material.ts';

const tree = organisations([
  { id: 'G', kind: 'grassroots_committee', parents: [{ parent: null }] },
  { id: 'A', parents: [{ parent: 'G' }] },
  { id: 'B', parents: [{ parent: 'G' }] },
]);

function data(given: Partial<Bc13Data>, period = '2024', asOf?: string): Bc13Data {
  return {
    scope: scope(period, asOf === undefined ? {} : { asOf }),
    organisations: tree,
    rules: rulesWith(),
    meetings: [],
    named: [],
    called: [],
    statuses: [],
    expiring: [],
    ...given,
  };
}

/** Regular meetings of cell A in which one member has these results. */
function called(results: readonly [string, AttendanceResult][]): Bc13Data['called'] {
  return results.map(([period, result]) => ({
    id: `meeting ${period}`,
    cellId: 'A',
    month: month(period),
    absentExcused: result === 'absent_excused' ? 1 : 0,
    lines: [{ memberId: 'M1', name: 'Hồ Văn Kiên', result }],
  }));
}

const excused = (...months: string[]) => called(months.map((period) => [period, 'absent_excused']));
const status = (memberId: string, kind: WatchedStatus['kind'], given: Partial<WatchedStatus> = {}): WatchedStatus => ({
  memberId,
  name: `Đảng viên ${memberId}`,
  birthDate: '1980',
  admissionDate: null,
  cellId: 'A',
  kind,
  since: '2024-01-01',
  expectedEnd: null,
  reviewOn: null,
  place: null,
  document: null,
  ...given,
});
const expiring = (memberId: string, what: ExpiringRecord['what'], on: string, left: number): ExpiringRecord => ({
  id: `${memberId}:${what}`,
  member_id: memberId,
  full_name: `Đảng viên ${memberId}`,
  cell_id: 'A',
  cell: 'Chi bộ A',
  grassroots: 'Chi bộ G',
  what,
  words: '',
  day: day(on),
  days_left: left,
});
const listed = (built: ReturnType<typeof buildBc13>, name: string) =>
  (built.lists?.find((list) => list.name === name)?.rows ?? []).map(({ cells }) => cells);

test.each<[string, Bc13Data['called'], number]>([
  ['three in a row: no flag', excused('2024-01', '2024-02', '2024-03'), 0],
  ['four in a row: flag', excused('2024-01', '2024-02', '2024-03', '2024-04'), 1],
  [
    'four, but there in between: no flag',
    called([
      ['2024-01', 'absent_excused'],
      ['2024-02', 'absent_excused'],
      ['2024-03', 'present'],
      ['2024-04', 'absent_excused'],
      ['2024-05', 'absent_excused'],
    ]),
    0,
  ],
])('R14 %s', (_, meetings, flagged) => {
  const built = buildBc13(data({ called: meetings }));
  expect(valuesOf(built, 'total').excused_streak).toBe(flagged);
  expect(listed(built, 'Vắng có lý do trên 3 lần')).toHaveLength(flagged);
});

test('R14 a run is listed in the periods it reaches into', () => {
  const meetings = excused('2024-02', '2024-03', '2024-04', '2024-05');
  expect(valuesOf(buildBc13(data({ called: meetings }, '2024-Q2')), 'total').excused_streak).toBe(1);
  expect(valuesOf(buildBc13(data({ called: meetings }, '2024-Q3')), 'total').excused_streak).toBe(0);
});

test('BC-13 three months without a reason are listed, two are not; the number is a rule', () => {
  const missed = (...months: string[]) => called(months.map((period) => [period, 'absent_unexcused']));
  const of = (meetings: Bc13Data['called'], rules = rulesWith()) =>
    valuesOf(buildBc13(data({ called: meetings, rules })), 'total').stopped_coming;
  expect(of(missed('2024-01', '2024-05'))).toBe(0);
  expect(of(missed('2024-01', '2024-05', '2024-09'))).toBe(1);
  expect(of(missed('2024-01', '2024-05'), rulesWith({ unexcused_months: { months: 2 } }))).toBe(1);
});

test('R42 absent members whom no list names: how many times is known, who is not', () => {
  const meetings = [meeting('m1', 'A', '2024-07-03', { absentUnexcused: 2 })];
  const nobody = buildBc13(data({ meetings }, '2024-07'));
  expect(valuesOf(nobody, 'total')).toMatchObject({ absent_unexcused: 2, members_absent_unexcused: null });
  expect(listed(nobody, 'Vắng không lý do')).toMatchObject([{ name: 'Chưa ghi tên: 2 đảng viên', when: '03/07/2024' }]);
  const named = [
    { meetingId: 'm1', memberId: 'M1', name: 'Hồ Văn Kiên' },
    { meetingId: 'm1', memberId: null, name: 'Hồ Thị Ké' },
  ];
  const known = buildBc13(data({ meetings, named }, '2024-07'));
  expect(valuesOf(known, 'total').members_absent_unexcused).toBe(2);
  const figure = known.total.members_absent_unexcused;
  expect(figure?.how === 'count' ? figure.rows : []).toEqual([
    { entity: 'member', id: 'M1', amount: 1, note: null },
    { entity: 'meeting', id: 'm1', amount: 1, note: 'Hồ Thị Ké' },
  ]);
});

test('members by status are counted with the rows behind them; a cell without members is unknown', () => {
  const built = buildBc13(
    data({ statuses: [status('M1', 'exempt'), status('M2', 'temporarily_exempt'), status('M3', 'active')] }),
  );
  expect(valuesOf(built, 'A')).toMatchObject({ exempt: 1, temporarily_exempt: 1, probation_ending: 0 });
  expect(built.rows.map(({ key }) => key)).toEqual(['G', 'A']);
  expect(valuesOf(built, 'G')).toEqual(valuesOf(built, 'total'));
  expect(valuesOf(buildBc13(data({})), 'total')).toMatchObject({ exempt: null, temporarily_exempt: null });
});

test('R23 away for longer than twelve months is said beside the name', () => {
  const built = buildBc13(
    data(
      {
        statuses: [
          status('M1', 'temporarily_exempt', { since: '2023-06-30', expectedEnd: '2024-05-01' }),
          status('M2', 'temporarily_exempt', { since: '2024-02-01', expectedEnd: '2024-06-20' }),
          status('M3', 'temporarily_exempt', { since: '2024-02-01', expectedEnd: '2024-12-01' }),
        ],
      },
      '2024-H1',
    ),
  );
  expect(listed(built, 'Tạm miễn, làm ăn xa').map(({ note }) => note)).toEqual([
    'Đã quá 12 tháng',
    'Quá hạn 10 ngày',
    '',
  ]);
});

test('R24 and Điều 5: what ends soon or is past its day stands with the days that are left', () => {
  const built = buildBc13(
    data({
      statuses: [
        status('M1', 'temporarily_away', { place: 'Đảng ủy phường Đông Hà', document: '12-QĐ/ĐU' }),
        status('M2', 'active', { admissionDate: '2024-01-10' }),
      ],
      expiring: [
        expiring('M1', 'temporarily_away', '2025-01-20', 20),
        expiring('M2', 'probation', '2024-12-21', -10),
        expiring('M2', 'exemption_review', '2025-01-01', 1),
      ],
    }),
  );
  expect(valuesOf(built, 'total')).toMatchObject({ transfers_ending: 1, probation_ending: 1 });
  expect(listed(built, 'Sinh hoạt tạm thời')).toMatchObject([
    { number: '1', cell: 'Chi bộ A', direction: 'Đi', place: 'Đảng ủy phường Đông Hà', until: '2025-01-20', left: 20 },
  ]);
  expect(listed(built, 'Dự bị sắp hết hạn')).toMatchObject([
    { admitted: '2024-01-10', until: '2024-12-21', left: -10, note: 'Quá hạn 10 ngày' },
  ]);
});
