import { describe, expect, it } from 'vitest';
import { successorsFrom } from '../../../electron/data/organisations/successors.ts';
import type { Bc05Data } from '../../../electron/data/reporting/reports/bc-05/read.ts';
import { buildBc05 } from '../../../electron/data/reporting/reports/bc-05-cell-meetings.ts';
import { meeting, organisations, rulesWith, scope, valuesOf } from '../../support/report-material.ts';

const xa = [{ parent: 'X' }];
/** X1 and X2 became X3 on 16 August 2024; on 1 October commune X became Y, with cell X4 under it. */
const merged = successorsFrom([
  { kind: 'merge', organisation_id: 'X1', other_id: 'X3' },
  { kind: 'merge', organisation_id: 'X2', other_id: 'X3' },
  { kind: 'merge', organisation_id: 'X', other_id: 'Y' },
]);
const moved = [
  { parent: 'X', to: '2024-09-30' },
  { parent: 'Y', from: '2024-10-01' },
];
const tree = organisations(
  [
    { id: 'H', kind: 'committee', parents: [{ parent: null }] },
    { id: 'X', kind: 'grassroots_committee', parents: [{ parent: 'H' }], to: '2024-09-30' },
    { id: 'Y', kind: 'grassroots_committee', parents: [{ parent: 'H' }], from: '2024-10-01' },
    { id: 'X1', parents: xa, to: '2024-08-15' },
    { id: 'X2', parents: xa, to: '2024-08-15' },
    { id: 'X3', parents: moved, from: '2024-08-16' },
    { id: 'X4', parents: moved },
  ],
  merged,
);
const meetings = [
  meeting('m1', 'X1', '2024-07-03'),
  meeting('m2', 'X2', '2024-07-03', { due: 10, present: 5 }),
  meeting('m3', 'X3', '2024-09-03'),
  meeting('m4', 'X4', '2024-09-03'),
];
const quarter = (organisedOn?: string): Bc05Data => ({
  scope: scope('2024-Q3', organisedOn === undefined ? {} : { organisedOn }),
  organisations: tree,
  rules: rulesWith(),
  dayExceptions: [],
  meetings,
  visits: [],
  tasks: [],
  cellTypes: new Map(),
});

describe('R4 a cell created or merged in the period is expected for the months in force only', () => {
  const built = buildBc05(quarter());
  it.each([
    ['X1', 0],
    ['X2', 0],
    // August, which it closed in force; September it met.
    ['X3', 1],
    ['X4', 2],
  ])('%s: %i months not reported', (cell, months) => {
    expect(valuesOf(built, cell)).toMatchObject({ cells_not_reported: months });
  });
});

describe('R26 by the organisation of the time, or folded into today’s', () => {
  it('keeps the cells of the time under their commune of the time', () => {
    const { rows, notes } = buildBc05(quarter());
    expect(rows.map(({ key, parent }) => [key, parent])).toEqual([
      ['X', null],
      ['X1', 'X'],
      ['X2', 'X'],
      ['X3', 'X'],
      ['X4', 'X'],
    ]);
    expect(notes.join(' ')).not.toContain('kế tục');
  });

  it('adds what the merged cells did to their successor, under the commune of today', () => {
    const built = buildBc05(quarter('2024-12-31'));
    expect(built.rows.map(({ key, parent }) => [key, parent])).toEqual([
      ['Y', null],
      ['X3', 'Y'],
      ['X4', 'Y'],
    ]);
    // 18 + 10 + 18 due, 17 + 5 + 17 present: sums, never a mean of rates (R12).
    expect(valuesOf(built, 'X3')).toMatchObject({ due: 46, present: 39, attendance_rate: 84.8, cells_not_reported: 1 });
    expect(built.notes[0]).toContain('kế tục');
  });

  it('changes no figure of the whole', () => {
    expect(valuesOf(buildBc05(quarter('2024-12-31')), 'total')).toEqual(valuesOf(buildBc05(quarter()), 'total'));
  });
});
