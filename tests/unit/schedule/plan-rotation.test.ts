import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planRotation } from '../../../electron/data/schedule/plan-rotation.ts';
import type {
  Rotation,
  RotationCell,
  RotationQuestion,
  Taken,
} from '../../../electron/data/schedule/rotation/question.ts';
import type { Month } from '../../../electron/data/vietnamese/dates.ts';
import { day, month } from '../../support/report-material.ts';

const YEAR = Array.from({ length: 12 }, (_, index) => month(`2026-${String(index + 1).padStart(2, '0')}`));
const rule = { every_months: 6, unvisited_months: 6, visits_per_day: 1, difficult_first: true };

function cell(id: string, given: { on?: number; difficult?: boolean; last?: string } = {}): RotationCell {
  const on = String(given.on ?? 3).padStart(2, '0');
  return {
    id,
    difficult: given.difficult ?? false,
    days: new Map(YEAR.map((each) => [each, day(`${each}-${on}`)])),
    lastVisit: given.last === undefined ? null : month(given.last),
  };
}

function ask(differing: Partial<RotationQuestion>): RotationQuestion {
  return {
    months: YEAR,
    cells: [],
    officials: [{ id: 'an', wanted: null }],
    rule,
    assignmentOf: (officialId, cellId) => `${officialId}-${cellId}`,
    taken: [],
    notBefore: null,
    ...differing,
  };
}

const visitsOf = ({ proposed }: Rotation, cellId: string) =>
  proposed.filter((visit) => visit.cellId === cellId).map(({ month: at }) => Number(at.slice(5)));

describe('R33 a rotation under “all cells meet on day 3”', () => {
  test('an official with six cells sees each of them twice a year, one a month', () => {
    const rotation = planRotation(ask({ cells: ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((id) => cell(id)) }));
    expect(rotation.unmet).toEqual([]);
    expect(rotation.proposed).toHaveLength(12);
    expect(new Set(rotation.proposed.map(({ date }) => date)).size).toBe(12);
    expect(visitsOf(rotation, 'c1')).toEqual([1, 7]);
  });

  test('difficult cells come first', () => {
    const cells = [cell('c1'), cell('c2'), cell('c3', { difficult: true })];
    const order = planRotation(ask({ cells })).proposed.map(({ cellId }) => cellId);
    expect(order.slice(0, 3)).toEqual(['c3', 'c1', 'c2']);
    const not = planRotation(ask({ cells, rule: { ...rule, difficult_first: false } }));
    expect(not.proposed[0]?.cellId).toBe('c1');
  });

  test('seven cells are one too many for one official, and it says for which and why', () => {
    const rotation = planRotation(ask({ cells: Array.from({ length: 7 }, (_, index) => cell(`c${index}`)) }));
    expect(rotation.unmet.length).toBeGreaterThan(0);
    expect(rotation.unmet[0]).toEqual({
      ...{ kind: 'cell', cellId: 'c0', why: 'no_free_official' },
      // Seen in January, it should be seen again by July.
      ...{ from: '2026-02', to: '2026-07' },
    });
    const helped = ask({
      cells: Array.from({ length: 7 }, (_, index) => cell(`c${index}`)),
      officials: [
        { id: 'an', wanted: null },
        { id: 'ba', wanted: null },
      ],
    });
    expect(planRotation(helped).unmet).toEqual([]);
  });

  test('a cell seen last month waits, one of long ago does not', () => {
    const rotation = planRotation(ask({ cells: [cell('new', { last: '2025-12' }), cell('old', { last: '2024-01' })] }));
    expect(visitsOf(rotation, 'old')[0]).toBe(1);
    expect(visitsOf(rotation, 'new')[0]).toBe(6);
  });

  test('what crowds a later month is begun in time', () => {
    const cells = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((id) => cell(id, { last: '2025-12' }));
    const rotation = planRotation(ask({ cells, months: YEAR.slice(0, 6) }));
    expect(rotation.unmet).toEqual([]);
    expect(rotation.proposed).toHaveLength(6);
  });

  test('a cell with nobody assigned, or without a day, is named with its reason', () => {
    const none = { ...cell('c2'), days: new Map() };
    const rotation = planRotation(
      ask({ cells: [cell('c1'), none], assignmentOf: (_, cellId) => (cellId === 'c1' ? null : 'a') }),
    );
    expect(rotation.proposed).toEqual([]);
    expect(rotation.unmet).toMatchObject([
      { cellId: 'c1', why: 'nobody_assigned' },
      { cellId: 'c2', why: 'no_day' },
    ]);
  });

  test('no more visits than it takes: several officials for a cell, and days of their own, change nothing', () => {
    const cells = Array.from({ length: 6 }, (_, index) => cell(`c${index}`, { on: index + 3, last: '2025-12' }));
    const officials = [
      { id: 'an', wanted: null },
      { id: 'ba', wanted: null },
    ];
    const rotation = planRotation(ask({ cells, officials }));
    expect(cells.map(({ id }) => visitsOf(rotation, id))).toEqual(cells.map(() => [6, 12]));
  });

  test('plans that are there stay, and count', () => {
    const taken: Taken[] = [{ officialId: 'an', cellId: 'c2', month: month('2026-01'), date: day('2026-01-03') }];
    const rotation = planRotation(ask({ cells: [cell('c1'), cell('c2')], taken }));
    expect(rotation.proposed.some(({ date }) => date === '2026-01-03')).toBe(false);
    expect(visitsOf(rotation, 'c1')[0]).toBe(2);
    expect(visitsOf(rotation, 'c2')[0]).toBe(7);
  });

  test('the quota is planned where a cell has waited longest; what cannot be is said', () => {
    const two = planRotation(ask({ cells: [cell('c1')], officials: [{ id: 'an', wanted: 4 }] }));
    expect(two.proposed).toHaveLength(4);
    const many = planRotation(ask({ cells: [cell('c1')], officials: [{ id: 'an', wanted: 15 }] }));
    expect(many.unmet).toEqual([{ kind: 'official', officialId: 'an', wanted: 15, missing: 3, why: 'no_free_day' }]);
    const none = planRotation(ask({ officials: [{ id: 'an', wanted: 2 }] }));
    expect(none.unmet).toMatchObject([{ why: 'no_cells', missing: 2 }]);
  });

  test('nothing is proposed for days that have passed', () => {
    const rotation = planRotation(ask({ cells: [cell('c1')], notBefore: day('2026-03-04') }));
    expect(visitsOf(rotation, 'c1')[0]).toBe(4);
  });
});

interface Drawn {
  question: RotationQuestion;
  covers: ReadonlySet<string>;
}

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    cells: fc.array(
      fc.record({
        on: fc.constantFrom(3, 3, 3, 5, 28),
        difficult: fc.boolean(),
        last: fc.option(fc.constantFrom('2025-12', '2025-10', '2025-07', '2024-01')),
      }),
      { maxLength: 9 },
    ),
    officials: fc.array(fc.option(fc.integer({ min: 0, max: 6 })), { maxLength: 4 }),
    uncovered: fc.array(fc.tuple(fc.nat(3), fc.nat(8)), { maxLength: 12 }),
    months: fc.integer({ min: 1, max: 12 }),
    every: fc.integer({ min: 1, max: 7 }),
    perDay: fc.integer({ min: 1, max: 2 }),
    taken: fc.array(fc.tuple(fc.nat(3), fc.nat(8), fc.nat(11)), { maxLength: 4 }),
  })
  .map(({ cells, officials, uncovered, months, every, perDay, taken }) => {
    const made = cells.map(({ last, ...given }, index) => cell(`c${index}`, { ...given, ...(last && { last }) }));
    const covers = new Set(officials.flatMap((_, official) => made.map(({ id }) => `o${official} ${id}`)));
    for (const [official, index] of uncovered) covers.delete(`o${official} c${index}`);
    const question = ask({
      months: YEAR.slice(0, months),
      cells: made,
      officials: officials.map((wanted, index) => ({ id: `o${index}`, wanted })),
      rule: { ...rule, every_months: every, visits_per_day: perDay },
      assignmentOf: (officialId, cellId) => (covers.has(`${officialId} ${cellId}`) ? 'a' : null),
      taken: taken.flatMap(([official, index, at]): Taken[] => {
        const [each, there] = [YEAR[at], made[index]];
        const date = each && there?.days.get(each);
        return each && there && date && official < officials.length
          ? [{ officialId: `o${official}`, cellId: there.id, month: each, date }]
          : [];
      }),
    });
    return { question, covers };
  });

describe('R33 whatever the cells, officials and plans', () => {
  test('nobody is in more places on a day than the rule allows, and every visit is under an assignment', () => {
    fc.assert(
      fc.property(drawn, ({ question, covers }) => {
        const { proposed } = planRotation(question);
        const atOnce = Map.groupBy(proposed, ({ officialId, date }) => `${officialId} ${date}`);
        for (const [key, visits] of atOnce) {
          const fixed = question.taken.filter(({ officialId, date }) => `${officialId} ${date}` === key).length;
          expect(visits.length).toBeLessThanOrEqual(Math.max(0, question.rule.visits_per_day - fixed));
        }
        for (const { officialId, cellId, date, month: at } of proposed) {
          expect(covers.has(`${officialId} ${cellId}`)).toBe(true);
          expect(question.cells.find(({ id }) => id === cellId)?.days.get(at)).toBe(date);
        }
      }),
    );
  });

  test('a cell that is not named as unmet is visited at least every k months', () => {
    fc.assert(
      fc.property(drawn, ({ question }) => {
        const { proposed, unmet } = planRotation(question);
        const every = question.rule.every_months;
        const named = new Set(unmet.map((each) => (each.kind === 'cell' ? each.cellId : '')));
        for (const { id, lastVisit } of question.cells.filter((each) => !named.has(each.id))) {
          const visits = [...proposed, ...question.taken].filter(({ cellId }) => cellId === id);
          const indexes = visits.map((visit) => YEAR.indexOf(visit.month));
          for (let from = 0; from + every <= question.months.length; from += 1) {
            expect(indexes.some((index) => index >= from && index < from + every)).toBe(true);
          }
          // The months since the last visit before these count, too.
          const before = lastVisit === null ? null : monthsBefore(lastVisit);
          if (before === null || before > every || every - before >= question.months.length) continue;
          expect(indexes.some((index) => index <= every - before)).toBe(true);
        }
      }),
    );
  });

  test('the same question has the same answer, and a quota that is met is not named', () => {
    fc.assert(
      fc.property(drawn, ({ question }) => {
        const answer = planRotation(question);
        expect(planRotation(question)).toEqual(answer);
        for (const { id, wanted } of question.officials) {
          const visits = [...answer.proposed, ...question.taken.filter((each) => question.months.includes(each.month))];
          const made = visits.filter(({ officialId }) => officialId === id).length;
          const named = answer.unmet.some((each) => each.kind === 'official' && each.officialId === id);
          expect(named).toBe(wanted !== null && made < wanted);
        }
      }),
    );
  });
});

/** Months from `last` to the first month asked about. */
function monthsBefore(last: Month): number {
  return (2026 - Number(last.slice(0, 4))) * 12 + 1 - Number(last.slice(5));
}
