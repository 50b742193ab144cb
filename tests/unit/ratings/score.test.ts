import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactCode } from '../../../electron/contract/scoring-sheet.ts';
import { type FactValue, factsWith } from '../../../electron/data/ratings/facts.ts';
import { leavesOf } from '../../../electron/data/ratings/lines.ts';
import { type Entry, gradeOf, score } from '../../../electron/data/ratings/score.ts';
import { preset } from '../../support/scoring-sheets.ts';

const anPhu = preset('an-phu-hd42');
const checklist = preset('hd12-checklist');

/** Points of one line of the An Phú sheet, nobody having said anything. */
function points(number: string, facts: Partial<Record<FactCode, FactValue>>): number | null {
  const line = score(anPhu, factsWith(facts), new Map()).lines.find((each) => each.number === number);
  if (!line) throw new Error(`no line ${number}`);
  return line.points;
}

const lasted = (minutes: number, required: number) => ({
  duration_surplus_minutes: minutes - required,
  duration_percent: { numerator: minutes, denominator: required },
});
const share = (numerator: number, denominator: number) => ({ numerator, denominator });

/** Every line with its full points. */
const fullMarks = () =>
  new Map(leavesOf(anPhu.criteria).map(({ criterion }) => [criterion.number, entry(criterion.max_points)]));
const entry = (given: number | null): Entry => ({ points: given, applies: true });

describe('an-phu-hd42, the worked examples of handbook section 6', () => {
  it.each([
    [90, [90, 75, 60, 59, 45, 44]],
    [120, [120, 105, 90, 89, 60, 59]],
  ])('criterion 1, required %i', (required, durations) => {
    expect(durations.map((minutes) => points('1', lasted(minutes, required)))).toEqual([5, 4, 3, 2, 2, 1]);
  });

  it('2a: 9 of 10 with nobody unexcused is 4; 19 of 20 with one unexcused is 1', () => {
    expect(points('2a', { attendance_percent: share(9, 10), absent_unexcused_count: 0 })).toBe(4);
    expect(points('2a', { attendance_percent: share(19, 20), absent_unexcused_count: 1 })).toBe(1);
  });

  it('2a, R16 Quý Lộc: 15 of 23 is 2 points, 15 of 17 is 3', () => {
    expect(points('2a', { attendance_percent: share(15, 23), absent_unexcused_count: 0 })).toBe(2);
    expect(points('2a', { attendance_percent: share(15, 17), absent_unexcused_count: 0 })).toBe(3);
  });

  it('2a compares the exact fraction: 899 of 999 prints 90,0 and is below 90', () => {
    expect(points('2a', { attendance_percent: share(899, 999), absent_unexcused_count: 0 })).toBe(3);
  });

  it('4e: 50 % is 5, 49 % is 4', () => {
    expect(points('4e', { speaker_percent: share(1, 2) })).toBe(5);
    expect(points('4e', { speaker_percent: share(49, 100) })).toBe(4);
  });

  it('4c: in a month without a theme 4b counts to 15 and the total is still 100', () => {
    const without = factsWith({ has_theme: false });
    const full = fullMarks().set('4b', entry(15)).set('4c', entry(null));
    const scored = score(anPhu, without, full);
    expect(scored.lines.find(({ number }) => number === '4c')).toMatchObject({ applies: false, points: 0, max: 0 });
    expect(scored.lines.find(({ number }) => number === '4b')?.max).toBe(15);
    expect(scored).toMatchObject({ total: 100, grade: 'good' });
    expect(score(anPhu, factsWith({ has_theme: true }), fullMarks())).toMatchObject({ total: 100, grade: 'good' });
  });

  it('3c: a cell with only a secretary has the full points', () => {
    expect(points('3c', { only_secretary: true })).toBe(2);
    expect(points('3c', { only_secretary: false, cell_committee_met_before: true })).toBeNull();
  });

  it('grades by inclusive lower bounds: 90; 89,5; 70; 69,5; 50; 49', () => {
    expect([90, 89.5, 70, 69.5, 50, 49].map((total) => gradeOf(anPhu, total))).toEqual([
      ...['good', 'fair', 'fair', 'average', 'average', 'poor'],
    ]);
  });

  it('adds groups: 4 of the printed sheet is 30 and 5 is 10, the central criterion 4', () => {
    const { groups } = score(anPhu, factsWith({ has_theme: true }), fullMarks());
    expect(groups).toMatchObject({ '3': 10, '4': 30, '5': 10 });
  });
});

describe('facts that are not known', () => {
  it('R42: leave their lines to the scorer and the total open, never 0', () => {
    const scored = score(anPhu, factsWith({}), new Map());
    expect(scored.lines.map((line) => line.points)).toEqual(scored.lines.map(() => null));
    expect(scored).toMatchObject({ total: null, grade: null });
  });

  it('R42: an override that cannot be judged leaves the band undecided', () => {
    expect(points('2a', { attendance_percent: share(10, 10) })).toBeNull();
  });

  it('a proposal is shown and not counted until the scorer takes it', () => {
    const [line] = score(anPhu, factsWith({ documents_lead_days: 2 }), new Map()).lines.filter(
      ({ number }) => number === '3e',
    );
    expect(line).toMatchObject({ proposed: 2, points: null, source: null });
  });

  it('what the scorer said stands over what was worked out', () => {
    const scored = score(anPhu, factsWith(lasted(95, 90)), new Map([['1', entry(3)]]));
    expect(scored.lines[0]).toMatchObject({ points: 3, worked_out: 5, source: 'entered' });
  });
});

describe('lines that do not apply', () => {
  it('skip_and_rescale: the rest is rescaled to the declared total', () => {
    const criteria = anPhu.criteria.map((line) =>
      line.number === '7'
        ? {
            ...line,
            applies_when: { fact: 'has_theme', op: '==' as const, value: true },
            when_not_applicable: { action: 'skip_and_rescale' as const, target: null, evidence: null },
          }
        : line,
    );
    const sheet = { ...anPhu, criteria };
    const entries = fullMarks().set('1', entry(0)).set('4b', entry(15));
    // 70 points can be reached, 65 are given: 65 / 70 × 100 = 92,857…
    expect(score(sheet, factsWith({ has_theme: false }), entries)).toMatchObject({ total: 92.86, grade: 'good' });
  });

  it('a line the scorer says does not apply goes by the rule of the line', () => {
    const entries = fullMarks().set('3c', { points: null, applies: false });
    const scored = score(anPhu, factsWith({ has_theme: true }), entries);
    expect(scored.lines.find(({ number }) => number === '3c')).toMatchObject({ applies: false, points: 2 });
  });
});

describe('hd12-checklist', () => {
  const yes = new Map(leavesOf(checklist.criteria).map(({ criterion }) => [criterion.number, entry(1)]));

  it('meets when every line that applies is yes, and has no points', () => {
    expect(score(checklist, factsWith({}), yes)).toMatchObject({ result: 'meets', total: null, grade: null });
  });

  it('does not meet with one no; stays open while a line is open', () => {
    expect(score(checklist, factsWith({}), new Map(yes).set('3b', entry(0))).result).toBe('does_not_meet');
    expect(score(checklist, factsWith({}), new Map(yes).set('3b', entry(null))).result).toBeNull();
  });

  it('asks for more than 85 %: 17 of 20 is exactly 85 and is not enough', () => {
    const proposed = (present: number) =>
      score(checklist, factsWith({ attendance_percent: share(present, 20) }), new Map()).lines[0]?.proposed;
    expect([17, 18].map(proposed)).toEqual([0, 1]);
  });
});

describe('properties', () => {
  const presets = ['an-phu-hd42', 'hd42-2025', 'phu-tho-khoi-hd12'].map(preset);

  it('a total is the sum of its lines and stays between 0 and the declared total', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...presets),
        fc.boolean(),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (sheet, has_theme, stream) => {
          const facts = factsWith({ has_theme });
          const max = new Map(score(sheet, facts, new Map()).lines.map((line) => [line.number, line.max ?? 0]));
          const entries = new Map(
            [...max].map(([number, most]) => [number, entry(Math.floor((stream.next().value ?? 0) * most * 2) / 2)]),
          );
          const { total, lines, grade } = score(sheet, facts, entries);
          const sum = lines.reduce((sofar, line) => sofar + (line.points ?? 0), 0);
          expect(total).toBeCloseTo(sum, 6);
          expect(total).toBeGreaterThanOrEqual(0);
          expect(total).toBeLessThanOrEqual(sheet.total_points);
          expect(grade).not.toBeNull();
        },
      ),
    );
  });

  it('better attendance never has fewer points', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), fc.nat(), (due, a, b) => {
        const [few, many] = [a % (due + 1), b % (due + 1)].sort((x, y) => x - y);
        const given = (present: number) =>
          points('2a', { attendance_percent: share(present, due), absent_unexcused_count: 0 }) ?? 0;
        expect(given(many ?? 0)).toBeGreaterThanOrEqual(given(few ?? 0));
      }),
    );
  });
});
