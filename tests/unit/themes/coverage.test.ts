import { describe, expect, test } from 'vitest';
import {
  meetingsOfEntries,
  missingOf,
  type RequiredTheme,
  type ThematicMeeting,
} from '../../../electron/data/themes/coverage.ts';
import { day } from '../../support/report-material.ts';

const entry = (id: string, title: string, themeId: string | null = null) => ({ id, title, themeId, requiredBy: null });
const held = (id: string, given: Partial<ThematicMeeting> = {}): ThematicMeeting => ({
  id,
  cellId: 'X1',
  date: day('2024-02-03'),
  kind: 'thematic',
  theme: null,
  planId: null,
  ...given,
});
const on = (entries: ReturnType<typeof entry>[], ofQuarter: ThematicMeeting[], linked = ofQuarter) =>
  Object.fromEntries(
    [...meetingsOfEntries(entries, { linked, ofQuarter })].map(([id, meetings]) => [
      id,
      meetings.map((each) => each.id),
    ]),
  );

describe('R5 meetings on a planned theme', () => {
  test('several meetings may hold one theme; a combined one counts', () => {
    const meetings = [held('m1', { planId: 'p' }), held('m2', { planId: 'p', kind: 'regular_with_thematic' })];
    expect(on([entry('p', 'Học Bác'), entry('q', 'Đất đai')], meetings)).toEqual({ p: ['m1', 'm2'], q: [] });
  });

  test('without a link the title says which, without diacritics; the only theme of a quarter takes what names none', () => {
    const meetings = [held('m1', { theme: 'hoc bac' }), held('m2')];
    expect(on([entry('p', 'Học Bác'), entry('q', 'Đất đai')], meetings)).toEqual({ p: ['m1'], q: [] });
    expect(on([entry('p', 'Học Bác')], meetings)).toEqual({ p: ['m1', 'm2'] });
  });

  test('a meeting that says it holds the theme counts in whatever quarter it was held', () => {
    expect(on([entry('p', 'Học Bác')], [], [held('m1', { planId: 'p', date: day('2024-05-03') })])).toEqual({
      p: ['m1'],
    });
  });
});

describe('R5 what is missing in a quarter', () => {
  const rural: RequiredTheme = { id: 't', title: 'Học Bác', requiredBy: 'KH 12-KH/TU', cellTypes: ['THON'] };
  const reasons = (...args: Parameters<typeof missingOf>) => missingOf(...args).map(({ reason }) => reason);
  const rule = { compulsory: [rural], required: 1 };

  test('a cell with neither plan nor meeting misses a plan; one that met anyway does not', () => {
    const none = { cellType: 'CQNN', entries: [], held: 0 };
    expect(reasons(none, rule)).toEqual(['no_plan']);
    expect(reasons({ ...none, held: 1 }, rule)).toEqual([]);
  });

  test('a planned theme without a meeting is not held', () => {
    const planned = { ...entry('p', 'Đất đai'), held: 0 };
    expect(reasons({ cellType: 'CQNN', entries: [planned], held: 1 }, rule)).toEqual(['not_held']);
    expect(reasons({ cellType: 'CQNN', entries: [{ ...planned, held: 2 }], held: 2 }, rule)).toEqual([]);
  });

  test('a compulsory theme binds cells of its types, by the theme or by its title', () => {
    const other = { ...entry('p', 'Đất đai'), held: 1 };
    expect(reasons({ cellType: 'THON', entries: [other], held: 1 }, rule)).toEqual(['required_not_planned']);
    expect(reasons({ cellType: 'CQNN', entries: [other], held: 1 }, rule)).toEqual([]);
    const byTitle = { ...entry('q', 'Học Bác'), held: 1 };
    expect(reasons({ cellType: 'THON', entries: [byTitle], held: 1 }, rule)).toEqual([]);
    const byTheme = { ...entry('q', 'Tên khác', 't'), held: 1 };
    expect(reasons({ cellType: 'THON', entries: [byTheme], held: 1 }, rule)).toEqual([]);
  });
});
