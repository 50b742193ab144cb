import { setImmediate as nextTurn } from 'node:timers/promises';
import { SochiboError } from '../errors.ts';
import type { Progress } from '../progress-events.ts';

/** What running work is given: whether it is to stop, and where it says how far it is. */
export interface Course {
  signal?: AbortSignal | undefined;
  onProgress(progress: Progress): void;
}

/** For work that nobody watches. */
export const unwatched: Course = { onProgress: () => undefined };

/**
 * Between two steps: says how far the work is and lets the rest of the process have its turn, in which a request to stop is
 * heard. Throws `cancelled` with `stopped` as its words.
 */
export async function nextStep({ signal, onProgress }: Course, progress: Progress, stopped: string): Promise<void> {
  onProgress(progress);
  await nextTurn();
  if (signal?.aborted) throw new SochiboError('cancelled', stopped);
}
