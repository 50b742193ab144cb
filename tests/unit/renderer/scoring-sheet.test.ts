import { describe, expect, it } from 'vitest';
import type { MeetingRatings, ScoredSheet } from '../../../electron/contract/ratings.ts';
import { emptyRating, openingForm, withItem, withProposals } from '../../../renderer/features/ratings/rating-lines.ts';
import {
  lineAt,
  pathsOf,
  withLine,
  withLineAfter,
  withLineMoved,
  withoutLine,
  withPart,
} from '../../../renderer/features/ratings/sheet-tree.ts';
import { preset } from '../../support/scoring-sheets.ts';

const definition = preset('an-phu-hd42');
const { criteria } = definition;
const numbers = (lines: typeof criteria) => pathsOf(lines).map(({ line }) => line.number);

describe('the lines of a sheet that is being edited', () => {
  it('are found by their path, groups before their parts', () => {
    expect(numbers(criteria).slice(0, 5)).toEqual(['1', '2', '2a', '2b', '3']);
    expect(lineAt(criteria, [1, 0])?.number).toBe('2a');
    expect(lineAt(criteria, [1, 9])).toBeNull();
  });

  it('are added after one, or under one, which becomes a group', () => {
    const after = withLineAfter(criteria, [1, 0]);
    expect(after.path).toEqual([1, 1]);
    expect(numbers(after.criteria).slice(0, 5)).toEqual(['1', '2', '2a', '', '2b']);
    const under = withPart(criteria, [0]);
    expect(under.path).toEqual([0, 0]);
    expect(under.criteria[0]).toMatchObject({ kind: 'group', bands: [] });
  });

  it('move within their list, and stay at either end', () => {
    const moved = withLineMoved(criteria, [1, 1], -1);
    expect(moved.path).toEqual([1, 0]);
    expect(numbers(moved.criteria).slice(1, 4)).toEqual(['2', '2b', '2a']);
    expect(withLineMoved(criteria, [1, 0], -1)).toEqual({ criteria, path: [1, 0] });
  });

  it('are changed and taken out without touching the others', () => {
    const line = lineAt(criteria, [2, 0]);
    if (!line) throw new Error('no line 3a');
    expect(lineAt(withLine(criteria, [2, 0], { ...line, max_points: 4 }), [2, 0])?.max_points).toBe(4);
    expect(numbers(withoutLine(criteria, [2]))).toEqual(numbers(criteria).filter((number) => !number.startsWith('3')));
  });
});

describe('a rating that is opened again', () => {
  const line = (number: string, given: Partial<ScoredSheet['lines'][number]>): ScoredSheet['lines'][number] => ({
    ...{ number, max: 5, applies: true, points: null, source: null, worked_out: null, proposed: null, words: null },
    ...given,
  });
  const score = (...lines: ScoredSheet['lines']): ScoredSheet => ({
    ...{ lines, groups: {}, total: 96, so_far: 96, grade: 'good', result: null },
  });
  const item = (criterion: string, points: number, basis: string | null = null) => ({
    ...{ criterion, points, applies: true, basis },
  });
  const page = (rating: ScoredSheet, items: ReturnType<typeof item>[]): MeetingRatings => ({
    meeting_id: 'm',
    sheet: { id: 's', name: 'Mẫu', version: 1, definition },
    blank: rating,
    ratings: [{ role: 'self', form: { ...emptyRating, total: 96, grade: 'good', items }, score: rating }],
  });

  it('leaves to the meeting what the meeting had given, and keeps what the scorer said', () => {
    const lines = score(
      line('1', { worked_out: 4, points: 4, source: 'entered' }),
      line('2a', { worked_out: 1, points: 4, source: 'entered' }),
      line('3a', { points: 3, source: 'entered' }),
    );
    const form = openingForm(page(lines, [item('1', 4), item('2a', 4, 'đơn xin phép'), item('3a', 3)]), 'self');
    expect(form.items.map(({ criterion }) => criterion)).toEqual(['2a', '3a']);
    // A grade that is that of the points follows the points.
    expect(form.grade).toBeNull();
  });

  it('a line of which nothing is said any more has no item', () => {
    expect(withItem([item('1', 4)], '1', { points: null })).toEqual([]);
  });

  it('takes proposals only where nothing is said yet', () => {
    const lines = score(line('3d', { proposed: 1 }), line('3e', { proposed: 2, points: 0, source: 'entered' }));
    expect(withProposals([item('3e', 0)], lines)).toEqual([item('3e', 0), item('3d', 1)]);
  });
});
