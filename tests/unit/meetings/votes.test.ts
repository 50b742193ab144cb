import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RollLine } from '../../../electron/data/meetings/attendance-rules.ts';
import {
  baseRuleOf,
  isBelowQuorum,
  type Threshold,
  voteBase,
  voteBaseOfCounts,
  voteOutcome,
  votesNeeded,
} from '../../../electron/data/meetings/votes.ts';
import type { StatusKind } from '../../../electron/data/schema/column-types.ts';
import { day, rulesWith } from '../../support/report-material.ts';

const on = day('2024-07-03');
const rules = rulesWith();
const baseRule = rules.on('vote_base', on).value;
const line = (status: StatusKind, given: Partial<RollLine> = {}): RollLine => ({
  standing: 'full',
  status,
  result: 'present',
  ...given,
});
const times = (count: number, one: RollLine) => Array.from({ length: count }, () => one);

const threshold = (kind: string): Threshold => {
  const found = rules.on('vote_thresholds', on).value.find((each) => each.kind === kind);
  if (!found) throw new Error(`no threshold ${kind}`);
  return found;
};

/** 17 full members, one exempt and absent; 14 of the 16 due came. */
const lamDong = [
  ...times(14, line('active')),
  ...times(2, line('active', { result: 'absent_excused' })),
  line('exempt', { result: 'not_due' }),
];

describe('R17 vote base', () => {
  test('R16 (Lâm Đồng): 17 full members, one exempt and absent: base 16', () => {
    expect(voteBase(lamDong, baseRule)).toBe(16);
  });

  test('an exempt member who came counts (R11), by the totals as by the roll', () => {
    expect(voteBase([...lamDong.slice(0, 16), line('exempt')], baseRule)).toBe(17);
    const counts = {
      ...{ full: 17, probationary: 0, exempt: 1, workingAway: 0, temporarilyAway: 0, suspended: 0 },
      presentExempt: 0,
      absentExcused: 2,
    };
    expect(voteBaseOfCounts(counts, baseRule)).toBe(16);
    expect(voteBaseOfCounts({ ...counts, presentExempt: 1 }, baseRule)).toBe(17);
    expect(voteBaseOfCounts({ ...counts, full: null }, baseRule)).toBeNull();
  });

  test('leaves out who is away, suspended, working away and absent, or only received for a time', () => {
    const others: RollLine[] = [
      line('temporarily_away', { result: 'not_due' }),
      line('suspended', { result: 'not_due' }),
      line('temporarily_exempt', { result: 'not_due' }),
      line('temporarily_received'),
      line('armed_forces_special_duty', { result: 'not_due' }),
    ];
    expect(voteBase([...lamDong, ...others], baseRule)).toBe(16);
  });

  test('elections of a congress leave out who is excused for the whole of it, by the roll as by the totals', () => {
    const summoned = baseRuleOf(threshold('election'), { ...baseRule, probationary: true });
    const probationary = times(2, line('active', { standing: 'probationary' }));
    expect(voteBase([...lamDong, ...probationary], summoned)).toBe(14);
    const counts = {
      ...{ full: 17, probationary: 2, exempt: 1, workingAway: 0, temporarilyAway: 0, suspended: 0 },
      ...{ presentExempt: 0, absentExcused: 2 },
    };
    expect(voteBaseOfCounts(counts, summoned)).toBe(14);
  });

  test('the roll and the totals agree', () => {
    const statuses = fc.constantFrom<StatusKind>(
      'active',
      'exempt',
      'temporarily_exempt',
      'temporarily_away',
      'suspended',
    );
    const lines = fc.array(fc.record({ status: statuses, came: fc.boolean() }));
    fc.assert(
      fc.property(lines, (people) => {
        const roll = people.map(({ status, came }) => line(status, { result: came ? 'present' : 'not_due' }));
        const count = (...wanted: StatusKind[]) => people.filter(({ status }) => wanted.includes(status));
        const counts = {
          full: people.length,
          probationary: 0,
          exempt: count('exempt').length,
          workingAway: count('temporarily_exempt').length,
          temporarilyAway: count('temporarily_away').length,
          suspended: count('suspended').length,
          presentExempt: count('exempt', 'temporarily_exempt').filter(({ came }) => came).length,
          absentExcused: 0,
        };
        expect(voteBaseOfCounts(counts, baseRule)).toBe(voteBase(roll, baseRule));
      }),
    );
  });
});

describe('R18 probationary members', () => {
  const roll = [...lamDong, ...times(2, line('active', { standing: 'probationary' }))];

  test('have no vote, unless the office says so, and never among the full members', () => {
    expect(voteBase(roll, baseRule)).toBe(16);
    const counting = { ...baseRule, probationary: true };
    expect(voteBase(roll, counting)).toBe(18);
    expect(voteBase(roll, baseRuleOf(threshold('admission'), counting))).toBe(16);
    expect(voteBase(roll, baseRuleOf(threshold('resolution'), counting))).toBe(18);
  });
});

describe('R19 thresholds', () => {
  test.each<[string, number, number]>([
    ['resolution', 16, 9],
    ['resolution', 17, 9],
    ['grade_excellent', 16, 11],
    ['grade_excellent', 15, 10],
    ['grade_good', 16, 9],
    ['admission', 9, 6],
    ['discipline', 10, 6],
    ['expulsion', 10, 7],
    ['election', 14, 8],
    ['election', 15, 8],
  ])('%s of %i needs %i', (kind, base, needed) => {
    expect(votesNeeded(base, threshold(kind))).toBe(needed);
    expect(voteOutcome({ base, inFavour: needed }, threshold(kind))).toBe('passed');
    expect(voteOutcome({ base, inFavour: needed - 1 }, threshold(kind))).toBe('not_passed');
  });

  test('R16 (Lâm Đồng): 14 of 16, 87,5 %, carries the grade "xuất sắc"', () => {
    expect(voteOutcome({ base: 16, inFavour: 14 }, threshold('grade_excellent'))).toBe('passed');
  });

  test('an office whose thresholds were written before there was one for elections has the usual one', () => {
    const [own] = rules.on('vote_thresholds', on).value;
    const older = rulesWith({ vote_thresholds: [own] }).on('vote_thresholds', on).value;
    expect(older).toEqual([own, threshold('election')]);
    const otherwise = { ...threshold('election'), numerator: 2, denominator: 3, over: false };
    expect(rulesWith({ vote_thresholds: [otherwise] }).on('vote_thresholds', on).value).toEqual([otherwise]);
  });

  test('R42 nothing is said of what is missing or does not add up', () => {
    const resolution = threshold('resolution');
    expect(voteOutcome({ base: null, inFavour: 14 }, resolution)).toBe('unknown');
    expect(voteOutcome({ base: 16, inFavour: null }, resolution)).toBe('unknown');
    expect(voteOutcome({ base: 16, inFavour: 17 }, resolution)).toBe('unknown');
    expect(voteOutcome({ base: 0, inFavour: 0 }, resolution)).toBe('unknown');
    expect(voteOutcome({ base: 16, inFavour: 14 }, null)).toBe('unknown');
  });

  test('the votes needed are the fewest that pass', () => {
    const kinds = fc.constantFrom(...rules.on('vote_thresholds', on).value);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), kinds, (base, rule) => {
        const share = rule.numerator / rule.denominator;
        const carries = (votes: number) => (rule.over ? votes / base > share : votes / base >= share - 1e-12);
        const needed = votesNeeded(base, rule);
        expect([carries(needed), carries(needed - 1)]).toEqual([true, false]);
      }),
    );
  });
});

describe('R20 quorum', () => {
  test('is off by default', () => {
    expect(isBelowQuorum({ present: 1, due: 30 }, rules.on('quorum_warning', on).value)).toBe(false);
  });

  test('where it is on, two thirds of those due is enough and less is not', () => {
    const rule = { enabled: true, numerator: 2, denominator: 3 };
    expect(isBelowQuorum({ present: 10, due: 15 }, rule)).toBe(false);
    expect(isBelowQuorum({ present: 9, due: 15 }, rule)).toBe(true);
    expect(isBelowQuorum({ present: null, due: 15 }, rule)).toBe(false);
  });
});
