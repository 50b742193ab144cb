import { describe, expect, it } from 'vitest';
import { treeLines } from '../../../renderer/components/tree.ts';

const items = [
  { id: 'district', parent: null },
  { id: 'commune', parent: 'district' },
  { id: 'village 1', parent: 'commune' },
  { id: 'village 2', parent: 'commune' },
  { id: 'office', parent: 'district' },
  { id: 'stray', parent: 'closed down' },
];

function lines(closed: string[], matches?: (id: string) => boolean) {
  return treeLines(items, {
    idOf: ({ id }) => id,
    parentOf: ({ parent }) => parent,
    closed: new Set(closed),
    matches: matches ? ({ id }) => matches(id) : null,
  }).map(({ item, depth }) => `${depth} ${item.id}`);
}

describe('lines of a tree', () => {
  it('children stand under their parent; an unknown parent makes a root, nothing is lost', () => {
    expect(lines([])).toEqual(['0 district', '1 commune', '2 village 1', '2 village 2', '1 office', '0 stray']);
  });

  it('a closed branch hides what is under it', () => {
    expect(lines(['commune'])).toEqual(['0 district', '1 commune', '1 office', '0 stray']);
  });

  it('a filter shows what matches with its parents, even in a closed branch', () => {
    expect(lines(['commune'], (id) => id === 'village 2')).toEqual(['0 district', '1 commune', '2 village 2']);
  });

  it('a match shows all that is under it', () => {
    expect(lines([], (id) => id === 'commune')).toEqual(['0 district', '1 commune', '2 village 1', '2 village 2']);
  });

  it('an item that is its own parent does not hang the window', () => {
    const own = treeLines([{ id: 'a' }], { idOf: ({ id }) => id, parentOf: ({ id }) => id, closed: new Set() });
    expect(own).toHaveLength(1);
  });
});
