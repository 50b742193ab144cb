import { expect, it } from 'vitest';
import { inBatches } from '../../../electron/data/schema/in-batches.ts';

it('asks of no more values than a statement takes, and gives all rows in their order', async () => {
  const values = Array.from({ length: 25_000 }, (_, index) => index);
  const asked: number[] = [];
  const rows = await inBatches(values, async (some) => {
    asked.push(some.length);
    return [...some];
  });
  expect(asked).toEqual([10_000, 10_000, 5_000]);
  expect(rows).toEqual(values);
});

it('gives more rows than a call takes arguments: a cell of a province has hundreds of lines a year', async () => {
  const rows = await inBatches(['a', 'b'], async (some) => Array.from({ length: 300_000 }, () => some.length));
  expect(rows).toHaveLength(300_000);
});
