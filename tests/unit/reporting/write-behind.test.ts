import { expect, it } from 'vitest';
import { WriteBehind } from '../../../electron/data/reporting/period-folder/write-behind.ts';

it('runs a few tasks at once beside what is made next, and waits for all at the end', async () => {
  const disk = new WriteBehind(2);
  const waiting = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
  let running = 0;
  let most = 0;
  const added: number[] = [];
  const all = (async () => {
    for (const [index, { promise }] of waiting.entries()) {
      await disk.add(async () => {
        running += 1;
        most = Math.max(most, running);
        await promise;
        running -= 1;
      });
      added.push(index);
    }
    await disk.end();
  })();
  await new Promise(setImmediate);
  expect(added).toEqual([0, 1]);
  for (const { resolve } of waiting) {
    resolve();
    await new Promise(setImmediate);
  }
  await all;
  expect({ running, most, added }).toEqual({ running: 0, most: 2, added: [0, 1, 2, 3, 4] });
});

it('what a task throws is thrown by the next call, while those that still run are waited for', async () => {
  const disk = new WriteBehind(3);
  const slow = Promise.withResolvers<void>();
  let ended = false;
  await disk.add(async () => {
    await slow.promise;
    ended = true;
  });
  await disk.add(() => Promise.reject(new Error('full')));
  await new Promise(setImmediate);
  await expect(disk.add(async () => undefined)).rejects.toThrow('full');
  const stopped = disk.stop();
  slow.resolve();
  await stopped;
  expect(ended).toBe(true);
  await expect(disk.end()).rejects.toThrow('full');
});
