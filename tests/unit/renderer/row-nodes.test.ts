import { describe, expect, it } from 'vitest';
import { RowNodes } from '../../../renderer/components/data-table/row-nodes.ts';

const rows = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, offset) => ({ index: first + offset }));
const slots = 10;
const slotsOf = (drawn: readonly { index: number }[]) => drawn.map(({ index }) => index % slots);

describe('nodes of the rows of a list', () => {
  it('stand still while the list scrolls, and serve all rows that are drawn', () => {
    const nodes = new RowNodes();
    const before = slotsOf(nodes.inOrder(rows(20, 29), slots, false));
    for (const first of [23, 4_711, 0, 99_990]) {
      const drawn = nodes.inOrder(rows(first, first + 9), slots, true);
      expect(slotsOf(drawn)).toEqual(before);
      expect(drawn.map(({ index }) => index).sort((a, b) => a - b)).toEqual(
        rows(first, first + 9).map(({ index }) => index),
      );
    }
  });

  it('are in the order of the rows when the list rests', () => {
    const nodes = new RowNodes();
    nodes.inOrder(rows(0, 9), slots, false);
    nodes.inOrder(rows(17, 26), slots, true);
    expect(nodes.inOrder(rows(17, 26), slots, false)).toEqual(rows(17, 26));
  });

  it('that are new come behind the others while the list scrolls', () => {
    const nodes = new RowNodes();
    nodes.inOrder(rows(0, 6), slots, false);
    expect(slotsOf(nodes.inOrder(rows(3, 12), slots, true))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
