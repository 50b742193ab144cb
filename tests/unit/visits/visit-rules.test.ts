import { describe, expect, test } from 'vitest';
import type { PlannedVisitState } from '../../../electron/data/schema/column-types.ts';
import { type IsoDate, type Month, parseIsoDate, parseMonth } from '../../../electron/data/vietnamese/dates.ts';
import {
  isLateReport,
  needsReport,
  type PlanOutcome,
  planOutcome,
} from '../../../electron/data/visits/plan-outcome.ts';
import { type CreditRules, creditedOfficials, visitBasis } from '../../../electron/data/visits/visit-basis.ts';

type CreditCase = Parameters<typeof creditedOfficials>[0];

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

const visit = { officialId: 'O1', cellId: 'C1', ownCellIds: ['C9'], onBehalf: false, covered: true };

describe('R29, R31, R32 the basis of a visit', () => {
  test.each([
    ['assigned', {}],
    ['outside', { covered: false }],
    ['substitute', { covered: false, onBehalf: true }],
    ['substitute', { covered: true, onBehalf: true }],
    ['unlisted', { officialId: null, onBehalf: true }],
    ['own_cell', { ownCellIds: ['C1'] }],
    ['own_cell', { ownCellIds: ['C1'], onBehalf: true, covered: false }],
  ])('%s when %o', (basis, differing) => {
    expect(visitBasis({ ...visit, ...differing })).toBe(basis);
  });
});

describe('R29, R31 for whom a visit counts', () => {
  const rules: CreditRules = {
    countedKinds: ['regular', 'thematic'],
    outside: { counts: false },
    substitute: { counts_for: ['substitute'] },
  };
  const assigned = { basis: 'assigned', officialId: 'O1', onBehalfOfId: null, held: true, kind: 'regular' } as const;
  const credited = (differing: Partial<CreditCase>, changed: Partial<CreditRules> = {}) =>
    creditedOfficials({ ...assigned, ...differing }, { ...rules, ...changed });

  test('an assigned visit to a meeting that took place and of a kind that counts', () => {
    expect(credited({})).toEqual(['O1']);
    expect(credited({ held: false })).toEqual([]);
    expect(credited({ kind: 'congress' })).toEqual([]);
    expect(credited({ kind: null })).toEqual([]);
  });

  test('outside the assignment only by the switch', () => {
    expect(credited({ basis: 'outside' })).toEqual([]);
    expect(credited({ basis: 'outside' }, { outside: { counts: true } })).toEqual(['O1']);
  });

  test('a substitute’s visit for the substitute only, by the switch for the other or both', () => {
    const substituted = { basis: 'substitute', onBehalfOfId: 'O2' } as const;
    expect(credited(substituted)).toEqual(['O1']);
    expect(credited(substituted, { substitute: { counts_for: ['assigned'] } })).toEqual(['O2']);
    expect(credited(substituted, { substitute: { counts_for: ['substitute', 'assigned'] } })).toEqual(['O1', 'O2']);
  });

  test('attending one’s own cell, or as somebody on no list, for nobody', () => {
    expect(credited({ basis: 'own_cell' })).toEqual([]);
    expect(credited({ basis: 'unlisted', officialId: null })).toEqual([]);
  });
});

describe('BC-02 what became of a plan', () => {
  const outcome = (state: PlannedVisitState, hasVisit = false, reason: string | null = null) =>
    planOutcome({ period: month('2024-03'), state, hasVisit, reason }, day('2024-12-31'));

  test.each<[PlannedVisitState, boolean, string | null, PlanOutcome]>([
    ['attended', true, null, 'attended'],
    ['attended', false, null, 'claimed'],
    ['rescheduled', true, null, 'rescheduled'],
    ['substitute_sent', true, 'Ốm', 'substituted'],
    ['missed', false, 'Ốm', 'missed_with_reason'],
    ['missed', false, null, 'missed_without_reason'],
    ['planned', true, null, 'attended'],
    ['planned', false, null, 'missed_without_reason'],
    ['cell_notified', false, null, 'missed_without_reason'],
    ['cancelled', false, null, 'cancelled'],
  ])('%s, visit %s, reason %s: %s', (state, hasVisit, reason, expected) => {
    expect(outcome(state, hasVisit, reason)).toBe(expected);
  });

  test('a plan of a month that is not over is open', () => {
    const plan = { period: month('2024-03'), state: 'planned', hasVisit: false, reason: null } as const;
    expect(planOutcome(plan, day('2024-03-30'))).toBe('open');
    expect(planOutcome(plan, day('2024-03-31'))).toBe('missed_without_reason');
  });
});

describe('R35 visit reports', () => {
  const due = { days: 5 };

  test('late from the sixth day after the meeting', () => {
    expect(isLateReport(day('2024-02-26'), day('2024-03-02'), due)).toBe(false);
    expect(isLateReport(day('2024-02-26'), day('2024-03-03'), due)).toBe(true);
  });

  test('due from those who reported having attended and have the visit; a missing report is not a missing visit', () => {
    const plan = { period: month('2024-03'), reason: null };
    expect(needsReport({ ...plan, state: 'attended', hasVisit: true })).toBe(true);
    expect(needsReport({ ...plan, state: 'rescheduled', hasVisit: true })).toBe(true);
    expect(needsReport({ ...plan, state: 'attended', hasVisit: false })).toBe(false);
    expect(needsReport({ ...plan, state: 'planned', hasVisit: true })).toBe(false);
    expect(needsReport({ ...plan, state: 'substitute_sent', hasVisit: true })).toBe(false);
  });
});
