import { describe, expect, test } from 'vitest';
import type { Bc05Data } from '../../../electron/data/reporting/reports/bc-05/read.ts';
import { buildBc05 } from '../../../electron/data/reporting/reports/bc-05-cell-meetings.ts';
import { meeting, month, organisations, rulesWith, scope, valuesOf, visit } from '../../support/report-material.ts';

const xa = [{ parent: 'X' }];
const tree = organisations([
  { id: 'H', kind: 'committee', parents: [{ parent: null }] },
  { id: 'X', kind: 'grassroots_committee', parents: [{ parent: 'H' }] },
  { id: 'X1', parents: xa },
  { id: 'X2', parents: xa },
]);

function data(key: string, differing: Partial<Bc05Data> = {}): Bc05Data {
  return {
    scope: scope(key),
    organisations: tree,
    rules: rulesWith(),
    dayExceptions: [],
    meetings: [],
    visits: [],
    tasks: [],
    cellTypes: new Map([['THON', 'Thôn']]),
    ...differing,
  };
}

describe('R42 missing data is not 0', () => {
  const built = buildBc05(data('2024-07', { meetings: [meeting('m1', 'X1', '2024-07-03')] }));

  test('a cell of which nothing is recorded is unknown in its own row, and counted as not reported', () => {
    const { cells, cells_not_reported, thematic_required_cells, ...others } = valuesOf(built, 'X2');
    expect({ cells, cells_not_reported, thematic_required_cells }).toEqual({
      cells: 1,
      cells_not_reported: 1,
      thematic_required_cells: 1,
    });
    const known = Object.entries(others).filter(([, value]) => value !== null);
    expect(known).toEqual([['residential_cells', 1]]);
  });

  test('its organisation sums what is recorded and says how many are missing', () => {
    expect(valuesOf(built, 'X')).toMatchObject({
      cells: 2,
      cells_met: 1,
      cells_not_reported: 1,
      members: 20,
      due: 18,
      attendance_rate: 94.4,
    });
  });

  test('of a period of which nobody recorded anything no figure is 0, neither in sum', () => {
    const silent = buildBc05(data('2023-05'));
    for (const row of ['total', 'X', 'X1']) {
      const values = valuesOf(silent, row);
      const cells = row === 'X1' ? 1 : 2;
      const known = Object.entries(values).filter(([, value]) => value !== null);
      expect(Object.fromEntries(known), row).toEqual({
        cells,
        residential_cells: cells,
        cells_not_reported: cells,
        thematic_required_cells: cells,
      });
    }
  });

  test('a cell without the last month’s row has no number of members for the period', () => {
    const quarter = buildBc05(data('2024-Q3', { meetings: [meeting('m1', 'X1', '2024-08-03')] }));
    expect(valuesOf(quarter, 'X1')).toMatchObject({ members: null, exempt: null, due: 18, cells_not_reported: 2 });
  });

  test('what registers have no place for is unknown until somebody records it', () => {
    expect(valuesOf(built, 'X')).toMatchObject({
      full_members: null,
      temporarily_away: null,
      resolutions: null,
      tasks_given: null,
      tasks_done_rate: null,
    });
    const meetings = [
      meeting('m1', 'X1', '2024-07-03', { hasConclusion: true, fullMembers: 19, probationary: 1, temporarilyAway: 0 }),
      meeting('m2', 'X2', '2024-07-03'),
    ];
    const tasks = [
      { id: 't1', meetingId: 'm1', done: true },
      { id: 't2', meetingId: 'm1', done: false },
    ];
    const recorded = buildBc05(data('2024-07', { meetings, tasks }));
    const expected = { resolutions: 1, tasks_given: 2, tasks_done_rate: 50, temporarily_away: 0 };
    expect(valuesOf(recorded, 'X')).toMatchObject(expected);
    expect(valuesOf(recorded, 'X1')).toMatchObject({ ...expected, full_members: 19, probationary_members: 1 });
    // Chính thức and Dự bị add up to Tổng số: of half the cells they would not.
    expect(valuesOf(recorded, 'X')).toMatchObject({ members: 40, full_members: null, probationary_members: null });
  });

  test('a planned meeting is not a report', () => {
    const planned = meeting('m1', 'X1', '2024-07-03', { state: 'planned' });
    expect(valuesOf(buildBc05(data('2024-07', { meetings: [planned] })), 'X1')).toMatchObject({
      cells_not_reported: 1,
      cells_met: null,
    });
  });
});

describe('R3 an approved exception', () => {
  const exception = {
    id: 'ngoai-le',
    organisation_id: 'X1',
    day: 10,
    approval_document: '15-CV/ĐU',
    reason: 'mùa vụ',
    valid_from: '2024-07-01',
    valid_to: '2024-08-31',
  };
  const figures = (date: string) => {
    const { met_on_set_day, met_other_day_approved, met_other_day_unapproved } = valuesOf(
      buildBc05(data(date.slice(0, 7), { meetings: [meeting('m1', 'X1', date)], dayExceptions: [exception] })),
      'X1',
    );
    return [met_on_set_day, met_other_day_approved, met_other_day_unapproved];
  };

  test('makes its day comply while it is in force, listed apart; the set day goes on complying', () => {
    expect(figures('2024-07-10')).toEqual([0, 1, 0]);
    expect(figures('2024-07-03')).toEqual([1, 0, 0]);
    expect(figures('2024-07-11')).toEqual([0, 0, 1]);
    expect(figures('2024-09-10')).toEqual([0, 0, 1]);
  });
});

describe('R4 a month without a meeting is a record', () => {
  const notHeld = meeting('m1', 'X1', '2024-07-03', {
    state: 'not_held',
    kind: null,
    date: null,
    due: null,
    present: null,
  });

  test('it is counted as not held and still says how many members the cell has', () => {
    const built = buildBc05(data('2024-07', { meetings: [notHeld] }));
    expect(valuesOf(built, 'X1')).toMatchObject({
      cells_met: 0,
      cells_not_met: 1,
      cells_not_reported: 0,
      members: 20,
      due: 0,
      attendance_rate: null,
    });
  });

  test('cells are expected only for their months in force; what a dissolved cell did stays in the sums', () => {
    const places = organisations([
      { id: 'X', kind: 'grassroots_committee', parents: [{ parent: null }] },
      { id: 'X1', parents: xa, to: '2024-08-31' },
      { id: 'X2', parents: xa, from: '2024-09-01' },
    ]);
    const meetings = [meeting('m1', 'X1', '2024-07-03'), meeting('m2', 'X2', '2024-09-03')];
    const built = buildBc05(data('2024-Q3', { organisations: places, meetings }));
    expect(valuesOf(built, 'total')).toMatchObject({ cells: 1, cells_met: 2, cells_not_reported: 1, due: 36 });
    expect(valuesOf(built, 'X1')).toMatchObject({ cells: 0, cells_not_reported: 1, thematic_required_cells: 0 });
  });

  test('months that have not begun are not missing', () => {
    const built = buildBc05(data('2024', { scope: scope('2024', { asOf: '2024-03-15' }) }));
    expect(valuesOf(built, 'X1')).toMatchObject({ cells_not_reported: 3 });
  });

  test('a quarter that has not begun is not owed', () => {
    const meetings = [meeting('m1', 'X1', '2024-02-03', { kind: 'thematic' })];
    const built = buildBc05(data('2024', { meetings, scope: scope('2024', { asOf: '2024-04-15' }) }));
    expect(valuesOf(built, 'X')).toMatchObject({ thematic_required_cells: 4, thematic_rate: 25 });
  });
});

describe('R5 thematic meetings', () => {
  const late = meeting('m1', 'X1', '2024-04-02', { kind: 'regular_with_thematic', period: month('2024-03') });

  test('the March meeting held on 2 April: period March, quarter II', () => {
    const [first, second] = ['2024-Q1', '2024-Q2'].map((key) => buildBc05(data(key, { meetings: [late] })));
    if (!first || !second) throw new Error('not built');
    expect(valuesOf(first, 'X')).toMatchObject({ thematic_meetings: 1, thematic_done_cells: 0, due: 18 });
    expect(valuesOf(second, 'X')).toMatchObject({ thematic_meetings: null, thematic_done_cells: 1, due: null });
    // R41: what stands in the sum of the organisation stands in the row of the cell.
    expect(valuesOf(second, 'X1')).toMatchObject({ thematic_meetings: null, thematic_done_cells: 1, due: null });
  });

  test('a month shows its quarter to date, a year each quarter', () => {
    const meetings = [meeting('m1', 'X1', '2024-05-03', { kind: 'thematic' })];
    const done = (key: string) => valuesOf(buildBc05(data(key, { meetings })), 'X');
    expect(done('2024-04')).toMatchObject({
      thematic_required_cells: 2,
      thematic_done_cells: null,
      thematic_rate: null,
    });
    expect(done('2024-06')).toMatchObject({ thematic_required_cells: 2, thematic_done_cells: 1, thematic_rate: 50 });
    expect(done('2024')).toMatchObject({ thematic_required_cells: 8, thematic_done_cells: 1, thematic_rate: 12.5 });
  });

  test('a form of another length than a quarter says so', () => {
    const thematic = (key: string) => buildBc05(data(key)).notes.filter((note) => note.includes('chuyên đề'));
    expect(thematic('2024-Q1')).toEqual([]);
    expect(thematic('2024-05')).toEqual(['Số chi bộ sinh hoạt chuyên đề tính từ đầu quý đến hết tháng.']);
    expect(thematic('2024')).toEqual(['Số chi bộ sinh hoạt chuyên đề: mỗi chi bộ tính một lần cho mỗi quý.']);
  });

  test('does not replace the regular meeting', () => {
    const built = buildBc05(data('2024-05', { meetings: [meeting('m1', 'X1', '2024-05-03', { kind: 'thematic' })] }));
    expect(valuesOf(built, 'X1')).toMatchObject({ cells_met: 0, cells_not_reported: 1, due: 18 });
  });
});

describe('R6 the minimum is that of the meeting’s day', () => {
  test('100 minutes of a combined meeting: enough in 2024, short under HD 42', () => {
    const short = (key: string) => {
      const meetings = [meeting('m1', 'X1', `${key}-03`, { kind: 'regular_with_thematic', minutes: 100 })];
      return valuesOf(buildBc05(data(key, { meetings })), 'X1').meetings_below_minimum;
    };
    expect([short('2024-11'), short('2025-11')]).toEqual([0, 1]);
  });

  test('a small cell has its own minimum (HD 42), by the version of the day', () => {
    const meetings = [
      meeting('m1', 'X1', '2025-11-03', { minutes: 60 }),
      meeting('m2', 'X2', '2025-11-03', { minutes: 60 }),
    ];
    const places = organisations([
      { id: 'X', kind: 'grassroots_committee', parents: [{ parent: null }] },
      { id: 'X1', parents: [{ parent: 'X' }], ownMinutes: 60 },
      { id: 'X2', parents: [{ parent: 'X' }] },
    ]);
    const built = buildBc05(data('2025-11', { meetings, organisations: places }));
    const short = ['X1', 'X2', 'X'].map((key) => valuesOf(built, key).meetings_below_minimum);
    expect(short).toEqual([0, 1, 1]);
  });

  test('the head of a report over both names both', () => {
    expect(buildBc05(data('2025')).rules.filter(({ name }) => name === 'minimum_minutes')).toEqual([
      { name: 'minimum_minutes', version: 'HD 12' },
      { name: 'minimum_minutes', version: 'HD 42' },
    ]);
  });
});

describe('R11, R29, R32, R36', () => {
  test('exempt members who came count on both sides only by the rule', () => {
    const meetings = [meeting('m1', 'X1', '2024-07-03', { present: 18, presentExempt: 2 })];
    const side = (rules = rulesWith()) => valuesOf(buildBc05(data('2024-07', { meetings, rules })), 'X1');
    expect(side()).toMatchObject({ due: 18, present: 18, attendance_rate: 100 });
    expect(side(rulesWith({ exempt_present: 'counts_on_both_sides' }))).toMatchObject({ due: 20, present: 20 });
  });

  test('two visitors in one meeting: one cell, two visits; an own member is none', () => {
    const visits = [
      visit('v1', 'X1', '2024-07-03'),
      visit('v2', 'X1', '2024-07-03', { officialId: null, basis: 'unlisted', creditedTo: [] }),
      visit('v3', 'X2', '2024-07-03', { basis: 'own_cell', creditedTo: [] }),
      visit('v4', 'X2', '2024-07-03', { held: false, creditedTo: [] }),
    ];
    expect(valuesOf(buildBc05(data('2024-07', { visits })), 'X')).toMatchObject({ cells_visited: 1, visits: 2 });
  });
});

describe('R26 by the organisation of the time', () => {
  const places = organisations([
    { id: 'X', kind: 'grassroots_committee', parents: [{ parent: null }] },
    { id: 'Y', kind: 'grassroots_committee', parents: [{ parent: null }] },
    {
      id: 'X1',
      parents: [
        { parent: 'X', to: '2024-06-30' },
        { parent: 'Y', from: '2024-07-01' },
      ],
    },
    { id: 'Z', kind: 'grassroots_cell', parents: [{ parent: null }] },
  ]);
  const under = (key: string) =>
    buildBc05(data(key, { organisations: places })).rows.map((row) => [row.key, row.kind, row.parent]);

  test('a cell that moved belongs where it was at the end of the period; a grassroots cell is its own', () => {
    const own = ['Z', 'organisation', null];
    expect(under('2024-Q2')).toEqual([['X', 'organisation', null], ['X1', 'cell', 'X'], own]);
    expect(under('2024-Q3')).toEqual([['Y', 'organisation', null], ['X1', 'cell', 'Y'], own]);
  });
});
