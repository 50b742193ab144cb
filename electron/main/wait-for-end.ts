import type { DataChild } from './data-process-launcher.ts';

/** Milliseconds without a word after which a process that is to end is taken for hung. */
const patience = 20_000;

/**
 * Resolves when the data process has ended. As long as it says that the backup of closing goes on, at least every second, it has
 * its time; silent for too long, it is killed. Every change was on the disk before.
 */
export function waitForEnd(child: Pick<DataChild, 'onMessage' | 'onExit' | 'kill'>): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = () => {
      child.kill();
      resolve();
    };
    let late = setTimeout(giveUp, patience);
    child.onMessage(({ kind }) => {
      if (kind !== 'backing-up') return;
      clearTimeout(late);
      late = setTimeout(giveUp, patience);
    });
    child.onExit(() => {
      clearTimeout(late);
      resolve();
    });
  });
}
