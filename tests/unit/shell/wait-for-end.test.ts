import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FromDataProcess } from '../../../electron/contract/process-channel.ts';
import { waitForEnd } from '../../../electron/main/wait-for-end.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A process that is to end: what it says and when it ends is the test's. */
function ending() {
  const heard: { say(message: FromDataProcess): void; exit(): void } = { say: () => undefined, exit: () => undefined };
  const state = { killed: false, over: false };
  const child = {
    onMessage: (listener: (message: FromDataProcess) => void) => {
      heard.say = listener;
    },
    onExit: (listener: () => void) => {
      heard.exit = listener;
    },
    kill: () => {
      state.killed = true;
    },
  };
  void waitForEnd(child).then(() => {
    state.over = true;
  });
  return { heard, state };
}

it('waits for a backup as long as it goes on', async () => {
  const { heard, state } = ending();
  for (let second = 0; second < 300; second += 1) {
    heard.say({ kind: 'backing-up' });
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(state).toEqual({ killed: false, over: false });
  heard.exit();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(state).toEqual({ killed: false, over: true });
});

it('ends one that has fallen silent, whatever else it said', async () => {
  const { heard, state } = ending();
  heard.say({ kind: 'backing-up' });
  await vi.advanceTimersByTimeAsync(19_000);
  heard.say({ kind: 'working', title: null });
  expect(state).toEqual({ killed: false, over: false });
  await vi.advanceTimersByTimeAsync(2000);
  expect(state).toEqual({ killed: true, over: true });
});
