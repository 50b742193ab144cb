import { setImmediate } from 'node:timers';
import { expect, test } from 'vitest';
import { inTurns } from '../../../electron/data/importing/conversation/stoppable.ts';
import { atOnce, type Turns } from '../../../electron/data/importing/turns.ts';

function* count(to: number): Turns<number> {
  let rows = 0;
  while (rows < to) {
    yield;
    rows += 1;
  }
  return rows;
}

test('work in turns finds what the same work finds in one go', async () => {
  expect(await inTurns(count(1_000), undefined)).toBe(atOnce(count(1_000)));
});

test('a cancel is heard between two rows, however many are still to come', async () => {
  const controller = new AbortController();
  const work = inTurns(count(Number.POSITIVE_INFINITY), controller.signal);
  setImmediate(() => setImmediate(() => controller.abort()));
  await expect(work).rejects.toMatchObject({ code: 'cancelled' });
});
