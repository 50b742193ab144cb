import { describe, expect, test } from 'vitest';
import {
  type AnnexEntry,
  type Assignment,
  AssignmentBook,
} from '../../../electron/data/assignments/assignment-book.ts';
import type { Bc02Data } from '../../../electron/data/reporting/reports/bc-02/read.ts';
import { buildBc02 } from '../../../electron/data/reporting/reports/bc-02-visits-against-quota.ts';
import type { PlannedVisit } from '../../../electron/data/visits/planned-visits.ts';
import { day, month, organisations, rulesWith, scope, valuesOf, visit } from '../../support/report-material.ts';

const tree = organisations([
  { id: 'X', kind: 'grassroots_committee', parents: [{ parent: null }] },
  { id: 'X1', parents: [{ parent: 'X' }] },
  { id: 'X2', parents: [{ parent: 'X' }] },
]);
const all = { valid_from: '2024-01-01', valid_to: null };
const document = { numberSymbol: '345-QĐ/HU', date: '2024-01-12' };
const entry: AnnexEntry = { id: 'E1', officialId: 'O1', title: null, titleGroup: null, minVisits: 4, document, ...all };
const toX1: Assignment = { id: 'A1', entryId: 'E1', officialId: 'O1', targetId: 'X1', role: 'attend', ...all };
const toX2: Assignment = { ...toX1, id: 'A2', targetId: 'X2' };

function data(key: string, differing: Partial<Bc02Data> = {}): Bc02Data {
  return {
    scope: scope(key),
    organisations: tree,
    assignments: new AssignmentBook([entry], [toX1, toX2]),
    rules: rulesWith(),
    officials: [{ id: 'O1', name: 'Nguyễn Văn An', post: 'Huyện ủy viên' }],
    visits: [],
    plans: [],
    events: [],
    reports: [],
    petitions: [],
    keepsPetitions: false,
    ...differing,
  };
}

function plan(id: string, differing: Partial<PlannedVisit> = {}): PlannedVisit {
  return {
    id,
    officialId: 'O1',
    period: month('2024-03'),
    cellId: 'X1',
    state: 'planned',
    hasVisit: false,
    reason: null,
    visit: null,
    reportSubmittedOn: null,
    ...differing,
  };
}

describe('BC-02 visits', () => {
  const visits = [
    visit('v1', 'X1', '2024-01-03', { kind: 'regular_with_thematic' }),
    visit('v2', 'X2', '2024-01-03', { kind: 'thematic', assignmentId: 'A2' }),
    visit('v3', 'X1', '2024-02-03', { kind: 'congress' }),
    visit('v4', 'X1', '2024-02-05', { basis: 'outside', creditedTo: [] }),
  ];

  test('R30 two cells on one day are two visits; a combined meeting is printed under Thường kỳ', () => {
    const built = buildBc02(data('2024-01', { visits }));
    expect(valuesOf(built, 'O1')).toMatchObject({ visits_regular: 1, visits_thematic: 1, visits_other: 0, visits: 2 });
    expect(valuesOf(built, 'A1')).toMatchObject({ visits: 1, quota_year: null, shortfall: null });
  });

  test('lũy kế runs from January; the rate is against the quota to date, or by the rule against the year’s', () => {
    expect(valuesOf(buildBc02(data('2024-02', { visits })), 'O1')).toMatchObject({
      visits: 1,
      visits_year_to_date: 3,
      quota_to_date: 1,
      quota_rate: 300,
    });
    const rules = rulesWith({ quota_rate_base: 'quota_year' });
    expect(valuesOf(buildBc02(data('2024-02', { visits, rules })), 'O1')).toMatchObject({ quota_rate: 75 });
  });

  test('R29 visits outside the assignment are noted, not counted', () => {
    const [row] = buildBc02(data('2024-02', { visits })).rows;
    expect(row?.texts['Ghi chú']).toBe('Ngoài phân công, không tính: 1 lượt');
  });

  test('R31 a substitute’s visit stands on a row of its own under the substitute', () => {
    const substituted = visit('v5', 'X9', '2024-02-03', { basis: 'substitute', assignmentId: null });
    const built = buildBc02(data('2024-02', { visits: [substituted] }));
    expect(valuesOf(built, 'O1')).toMatchObject({ visits: 1 });
    expect(built.rows.map(({ key, kind }) => [key, kind])).toEqual([
      ['O1', 'official'],
      ['A1', 'assignment'],
      ['A2', 'assignment'],
      ['O1:other', 'other'],
    ]);
    expect(valuesOf(built, 'O1:other')).toMatchObject({ visits: 1 });
  });
});

describe('BC-02 quota', () => {
  test('the shortfall is what its rows add up to, also where more visits were made than asked for', () => {
    const made = (count: number) =>
      buildBc02(
        data('2024', { visits: Array.from({ length: count }, (_, index) => visit(`v${index}`, 'X1', '2024-05-03')) }),
      );
    expect([0, 3, 4, 6].map((count) => valuesOf(made(count), 'O1').shortfall)).toEqual([4, 1, 0, 0]);
  });

  test('the shortfall is a figure of the year; a missing quota is unknown', () => {
    expect(valuesOf(buildBc02(data('2024-Q3')), 'O1').shortfall).toBeNull();
    const assignments = new AssignmentBook([{ ...entry, minVisits: null }], [toX1]);
    expect(valuesOf(buildBc02(data('2024', { assignments })), 'O1')).toMatchObject({
      quota_year: null,
      quota_to_date: null,
      quota_rate: null,
      shortfall: null,
      visits: 0,
    });
  });

  test('a quota that is not prorated is shown to date only at the end of the year', () => {
    const rules = rulesWith({ quota_proration: { mode: 'whole', rounded: 'entry' } });
    const toDate = (key: string) => valuesOf(buildBc02(data(key, { rules })), 'O1').quota_to_date;
    expect([toDate('2024-06'), toDate('2024-12'), toDate('2024')]).toEqual([null, 4, 4]);
  });
});

describe('BC-02 plans and reports', () => {
  test('R42 an office that keeps no plans has no figures of plans', () => {
    expect(valuesOf(buildBc02(data('2024')), 'O1')).toMatchObject({
      missed_with_reason: null,
      missed_without_reason: null,
      substitute_sent: null,
      reports_due: null,
      petitions: null,
    });
  });

  test('an office that keeps plans and no dates of reports has figures of plans only', () => {
    const plans = [
      plan('p1', { state: 'missed', reason: 'Ốm' }),
      plan('p2', { state: 'missed' }),
      plan('p3', { state: 'substitute_sent', reason: 'Đi công tác' }),
      plan('p4', { cellId: 'X2' }),
    ];
    const built = buildBc02(data('2024', { plans }));
    const expected = { missed_with_reason: 1, substitute_sent: 1, reports_due: null };
    expect(valuesOf(built, 'O1')).toMatchObject({ ...expected, missed_without_reason: 2 });
    expect(valuesOf(built, 'A1')).toMatchObject({ ...expected, missed_without_reason: 1 });
    expect(valuesOf(buildBc02(data('2024-07', { plans })), 'O1')).toMatchObject({ missed_with_reason: 0 });
  });

  test('R35 reports are due for what was attended, late after five days', () => {
    const attended = (id: string, submitted: string | null) =>
      plan(id, {
        state: 'attended',
        hasVisit: true,
        visit: { id: `visit ${id}`, cellId: 'X1', date: day('2024-03-03') },
        reportSubmittedOn: submitted === null ? null : day(submitted),
      });
    const plans = [attended('p1', '2024-03-08'), attended('p2', '2024-03-09'), attended('p3', null)];
    expect(valuesOf(buildBc02(data('2024-03', { plans })), 'O1')).toMatchObject({
      reports_due: 3,
      reports_submitted: 2,
      reports_late: 1,
    });
  });

  test('a plan for any cell falls under the assignment of the cell visited, else under the only one there is', () => {
    const anyCell = plan('p1', { cellId: null, state: 'missed' });
    const under = (assignments: Assignment[], plans: PlannedVisit[]) =>
      buildBc02(data('2024', { assignments: new AssignmentBook([entry], assignments), plans }));
    expect(valuesOf(under([toX1], [anyCell]), 'A1')).toMatchObject({ missed_without_reason: 1 });
    expect(valuesOf(under([toX1, toX2], [anyCell]), 'O1:other')).toMatchObject({ missed_without_reason: 1 });
  });
});
