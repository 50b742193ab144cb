import { describe, expect, it } from 'vitest';
import { cellSizeFlag } from '../../../electron/data/organisations/cell-size.ts';
import { successorOf, successorsFrom } from '../../../electron/data/organisations/successors.ts';
import { parseRuleValue } from '../../../electron/data/rules/rule-values.ts';
import { day, rulesWith } from '../../support/report-material.ts';

const event = (kind: 'merge' | 'split' | 'dissolve', organisation_id: string, other_id: string | null) => ({
  kind,
  organisation_id,
  other_id,
});

describe('R26 the successor of an organisation on a day', () => {
  const successors = successorsFrom([
    event('merge', 'a', 'ab'),
    event('merge', 'b', 'ab'),
    event('merge', 'ab', 'xa'),
    event('split', 'phan-1', 'cu'),
    event('split', 'phan-2', 'cu'),
    event('dissolve', 'het', null),
    event('dissolve', 'giai-the', 'nhan'),
  ]);
  const inForce = (...ids: string[]) => successorsOn(new Set(ids));
  const successorsOn = (ids: ReadonlySet<string>) => (id: string) => successorOf(id, successors, (one) => ids.has(one));

  it('is itself while it is in force', () => {
    expect(inForce('a')('a')).toBe('a');
  });

  it('follows one merger after another to who is in force', () => {
    expect(inForce('ab')('a')).toBe('ab');
    expect(inForce('xa')('b')).toBe('xa');
  });

  it('is the first part of a cell that was split, or the part that still is', () => {
    expect(inForce('phan-1', 'phan-2')('cu')).toBe('phan-1');
    expect(inForce('phan-2')('cu')).toBe('phan-2');
    expect(inForce('cu', 'phan-1')('cu')).toBe('cu');
  });

  it('is who took over from a dissolved cell, and nobody when nobody did', () => {
    expect(inForce('nhan')('giai-the')).toBe('nhan');
    expect(inForce('nhan')('het')).toBeNull();
  });

  it('ends where mergers go in a circle', () => {
    const circle = successorsFrom([event('merge', 'a', 'b'), event('merge', 'b', 'a')]);
    expect(successorOf('a', circle, () => false)).toBeNull();
  });
});

describe('R21 the size of a cell', () => {
  const rule = rulesWith().on('cell_size', day('2024-07-03')).value;
  it.each([
    [2, 1, 'too_few_full_members'],
    [3, 1, null],
    [8, 2, null],
    [9, 2, 'needs_cell_committee'],
    [9, 3, null],
    [null, 0, null],
  ])('%s full members, %i in posts: %s', (fullMembers, posts, flag) => {
    expect(cellSizeFlag({ fullMembers, posts }, rule)).toBe(flag);
  });

  it('an office that wrote the rule before posts were asked for has three', () => {
    expect(parseRuleValue('cell_size', '{"committee_from":9,"minimum":3}').committee_posts).toBe(3);
  });
});
