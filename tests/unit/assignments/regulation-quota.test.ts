import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnnexEntry,
  type Assignment,
  AssignmentBook,
} from '../../../electron/data/assignments/assignment-book.ts';
import { officialQuota } from '../../../electron/data/assignments/official-quota.ts';
import { QuotaBook, type QuotaRule } from '../../../electron/data/assignments/quota-rule.ts';
import { isOutOfScope } from '../../../electron/data/assignments/scope.ts';
import { parsePeriod, wholeYear, yearToDate } from '../../../electron/data/reporting/period.ts';
import { day } from '../../support/report-material.ts';

const year = wholeYear(parsePeriod('2024'));
const byEntry = { mode: 'by_month', rounded: 'entry' } as const;

function rule(titleGroup: string, minVisits: number, differing: Partial<QuotaRule> = {}): QuotaRule {
  return {
    id: `quota of ${titleGroup}`,
    regulation: '1120-QĐ/TU',
    titleGroup,
    minVisits,
    cycle: 'year',
    countedKinds: ['regular'],
    scope: 'area_in_charge',
    perCell: false,
    proration: 'by_month',
    valid_from: null,
    valid_to: null,
    ...differing,
  };
}

function entry(differing: Partial<AnnexEntry> = {}): AnnexEntry {
  return {
    id: 'E1',
    officialId: 'O1',
    title: null,
    titleGroup: null,
    minVisits: null,
    document: null,
    valid_from: '2024-01-01',
    valid_to: null,
    ...differing,
  };
}

const to = (targetId: string, differing: Partial<Assignment> = {}): Assignment => ({
  id: `to ${targetId}`,
  entryId: 'E1',
  officialId: 'O1',
  targetId,
  role: 'attend',
  valid_from: '2024-01-01',
  valid_to: null,
  ...differing,
});
const held = (titleGroup: string | null, valid_from: string | null = null, valid_to: string | null = null) => ({
  officialId: 'O1',
  titleGroup,
  valid_from,
  valid_to,
});

/** The quota to the end of a period; a word where there is no number. */
function quota(book: AssignmentBook, key = '2024'): number | string {
  const asked = officialQuota(book, 'O1', { months: yearToDate(parsePeriod(key)), year }, byEntry);
  return typeof asked === 'string' ? asked : asked.parts.reduce((sum, { amount }) => sum + amount, 0);
}

function book({
  rules = [rule('TUV', 3)],
  titles = [held('TUV')],
  entries = [entry()],
  targets = [to('X1')],
}: {
  rules?: QuotaRule[];
  titles?: ReturnType<typeof held>[];
  entries?: AnnexEntry[];
  targets?: Assignment[];
} = {}) {
  return new AssignmentBook(entries, targets, new QuotaBook(rules, titles));
}

describe('R27 the quota follows the title group held', () => {
  const rules = [rule('BTV_TU', 2), rule('TUV', 3)];

  test('6 months with quota 2, then 6 months with quota 3: ceil(1 + 1,5) = 3', () => {
    const titles = [held('BTV_TU', null, '2024-06-30'), held('TUV', '2024-07-01')];
    const changed = book({ rules, titles });
    expect(quota(changed)).toBe(3);
    expect(officialQuota(changed, 'O1', { months: year, year }, byEntry)).toEqual({
      parts: [
        { source: 'quota', id: 'quota of BTV_TU', amount: 1, months: { from: '2024-01', to: '2024-06' } },
        { source: 'quota', id: 'quota of TUV', amount: 2, months: { from: '2024-07', to: '2024-12' } },
      ],
    });
  });

  test('5 months with 2 and 7 with 3 are added before rounding: ceil(10/12 + 21/12) = 3, not 1 + 2 + …', () => {
    const titles = [held('BTV_TU', null, '2024-05-31'), held('TUV', '2024-06-01')];
    expect(quota(book({ rules, titles }))).toBe(3);
  });

  test('where no list says the title, the group that the annex names', () => {
    expect(quota(book({ rules, titles: [], entries: [entry({ titleGroup: 'BTV_TU' })] }))).toBe(2);
  });

  test('a number of the annex row comes first', () => {
    expect(quota(book({ entries: [entry({ minVisits: 5 })] }))).toBe(5);
  });

  test('one row with a number and one without: the number and what the regulation asks', () => {
    const entries = [entry({ minVisits: 5 }), entry({ id: 'E2' })];
    expect(quota(book({ entries }))).toBe(8);
  });

  test('a place in a team asks for no visits of its own beside another assignment, alone it does', () => {
    const inTeam = entry({ id: 'E2' });
    const targets = [to('X1'), to('X', { id: 'team', entryId: 'E2', role: 'team_member' })];
    const numbered = entry({ minVisits: 5 });
    expect(quota(book({ entries: [numbered, inTeam], targets }))).toBe(5);
    expect(quota(book({ entries: [numbered, inTeam], targets, rules: [] }))).toBe(5);
    expect(quota(book({ entries: [inTeam], targets }))).toBe(3);
  });

  test('two rows without a number are one quota over both', () => {
    expect(quota(book({ entries: [entry(), entry({ id: 'E2' })] }))).toBe(3);
  });
});

describe('R28 part of a year', () => {
  test('quota 2 a year, assignment from 1 September: ceil(2 × 4/12) = 1', () => {
    expect(quota(book({ rules: [rule('TUV', 2)], entries: [entry({ valid_from: '2024-09-01' })] }))).toBe(1);
  });

  test('at least 1 unless less than a month is left', () => {
    expect(quota(book({ entries: [entry({ valid_from: '2024-12-01' })] }))).toBe(1);
    expect(quota(book({ entries: [entry({ valid_from: '2024-12-05', valid_to: '2024-12-20' })] }))).toBe('unknown');
  });

  test('a regulation that began on 29 August asks from August on, by the month', () => {
    expect(quota(book({ rules: [rule('TUV', 3, { valid_from: '2024-08-29' })] }))).toBe(2);
  });

  test('whole: the full number, shown at the end of the year only', () => {
    const whole = book({
      rules: [rule('TUV', 3, { proration: 'whole' })],
      entries: [entry({ valid_from: '2024-09-01' })],
    });
    expect(quota(whole, '2024-10')).toBe('at_year_end');
    expect(quota(whole)).toBe(3);
  });

  test('whole, with a change of title: what the later title asks, once', () => {
    const rules = [rule('BTV_TU', 2, { proration: 'whole' }), rule('TUV', 3, { proration: 'whole' })];
    expect(quota(book({ rules, titles: [held('BTV_TU', null, '2024-06-30'), held('TUV', '2024-07-01')] }))).toBe(3);
  });
});

describe('BC-02 định mức đến kỳ', () => {
  test.each([
    ['2024-03', 1],
    ['2024-06', 2],
    ['2024-9M', 3],
    ['2024', 3],
  ])('quota 3 a year, by month, end of %s: %d', (key, expected) => {
    expect(quota(book(), key)).toBe(expected);
  });
});

describe('cycles', () => {
  test('monthly: as many as months in force', () => {
    const monthly = book({
      rules: [rule('TUV', 1, { cycle: 'month' })],
      entries: [entry({ valid_from: '2024-03-15' })],
    });
    expect(quota(monthly)).toBe(10);
    expect(quota(monthly, '2024-04')).toBe(2);
  });

  test('quarterly: each quarter is rounded up by itself', () => {
    const quarterly = book({
      rules: [rule('TUV', 2, { cycle: 'quarter' })],
      entries: [entry({ valid_from: '2024-02-01' })],
    });
    expect(quota(quarterly)).toBe(2 + 2 + 2 + 2);
    expect(quota(quarterly, '2024-04')).toBe(2 + 1);
  });

  test('quarterly and whole: a quarter counts when it is over', () => {
    const whole = book({ rules: [rule('TUV', 2, { cycle: 'quarter', proration: 'whole' })] });
    expect(quota(whole, '2024-05')).toBe(2);
    expect(quota(whole, '2024-06')).toBe(4);
  });

  test('per cell: the number for each target that month, a cell named twice once', () => {
    const rules = [rule('TUV', 1, { cycle: 'month', perCell: true })];
    const targets = [to('X1'), to('X2', { valid_from: '2024-07-01' }), to('X1', { id: 'again' })];
    expect(quota(book({ rules, targets }))).toBe(12 + 6);
  });
});

describe('what is not known is not 0 (R42)', () => {
  test('no assignment, no regulation on the group, no title', () => {
    expect(quota(book({ entries: [] }))).toBe('unknown');
    expect(quota(book({ titles: [held('CONG_CHUC')] }))).toBe('unknown');
    expect(quota(book({ titles: [held(null)] }))).toBe('unknown');
  });

  test('a group named without a number owes nothing', () => {
    expect(quota(book({ rules: [rule('TUV', 0)] }))).toBe(0);
  });
});

describe('R29 scope', () => {
  const on = day('2024-05-03');
  const chain = ['X1', 'X', 'root'];

  test('any cell: without an assignment, and the title alone obliges', () => {
    const free = book({ rules: [rule('TUV', 2, { scope: 'any' })], entries: [], targets: [] });
    expect(free.covers('O1', ['Y9'], on)).toBe(true);
    expect(quota(free)).toBe(2);
  });

  test('area in charge: the target and what is below it', () => {
    const area = book({ targets: [to('X', { role: 'area_in_charge' })] });
    expect(area.covers('O1', chain, on)).toBe(true);
    expect(area.covers('O1', ['Y1', 'Y', 'root'], on)).toBe(false);
  });

  test('list: the named cells only', () => {
    const rules = [rule('TUV', 3, { scope: 'list' })];
    expect(book({ rules, targets: [to('X1')] }).covers('O1', chain, on)).toBe(true);
    expect(book({ rules, targets: [to('X')] }).covers('O1', chain, on)).toBe(false);
  });

  test('without a regulation an assigned commune means any cell of it', () => {
    expect(book({ rules: [], targets: [to('X')] }).covers('O1', chain, on)).toBe(true);
  });
});

test('the quota to date never falls, and the parts always add up to the year', () => {
  const arbitrary = fc.record({
    first: fc.nat(8),
    second: fc.nat(8),
    change: fc.integer({ min: 2, max: 12 }),
    cycle: fc.constantFrom('month', 'quarter', 'year'),
  });
  fc.assert(
    fc.property(arbitrary, ({ first, second, change, cycle }) => {
      const from = `2024-${String(change).padStart(2, '0')}-01`;
      const made = book({
        rules: [rule('BTV_TU', first, { cycle }), rule('TUV', second, { cycle })],
        titles: [held('BTV_TU', null, `2024-${String(change - 1).padStart(2, '0')}-28`), held('TUV', from)],
      });
      const sums = year.map((month) => Number(quota(made, month)));
      expect(sums).toEqual([...sums].sort((a, b) => a - b));
      const most = Math.max(first, second) * { month: 12, quarter: 4, year: 1 }[cycle];
      expect(sums.at(-1)).toBeLessThanOrEqual(most);
    }),
  );
});

describe('BC-03 an assignment outside the scope of the regulation', () => {
  const chain = ['X1', 'X', 'root'];
  const own = (...assignments: Assignment[]) => assignments;

  test.each([
    ['any', 'X', false, false],
    ['list', 'X', false, true],
    ['list', 'X1', true, false],
  ] as const)('%s: %s', (scope, target, isCell, expected) => {
    const one = to(target);
    expect(isOutOfScope(scope, one, own(one), { isCell, chain })).toBe(expected);
  });

  test('area in charge: a cell inside the area, outside it, and an official without any area', () => {
    const cell = to('X1');
    const inside = to('X', { role: 'area_in_charge' });
    const elsewhere = to('Y', { role: 'area_in_charge' });
    const check = (...all: Assignment[]) => isOutOfScope('area_in_charge', cell, all, { isCell: true, chain });
    expect([check(cell, inside), check(cell, elsewhere), check(cell)]).toEqual([false, true, false]);
  });
});
