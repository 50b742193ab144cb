import { setImmediate } from 'node:timers/promises';
import type { KyselyPlugin } from 'kysely';
import { SochiboError } from '../../errors.ts';
import { Turn } from '../../turn.ts';
import type { Turns } from '../turns.ts';

/** Lets the rest of the process have its turn. Throws `cancelled` when `signal` has aborted. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  if (signal?.aborted) throw new SochiboError('cancelled', 'Đã dừng nhập dữ liệu. Chưa có gì thay đổi.');
}

/** Does work on rows with a pause whenever its turn has been long. Throws `cancelled` when `signal` has aborted. */
export async function inTurns<T>(work: Turns<T>, signal: AbortSignal | undefined): Promise<T> {
  await pause(signal);
  const turn = new Turn();
  let step = work.next();
  while (!step.done) {
    if (turn.isLong) await turn.end(() => pause(signal));
    step = work.next();
  }
  return step.value;
}

/**
 * Between two statements lets the rest of the process have its turn now and then, so that progress goes out and a
 * cancelling comes in. Statements throw `cancelled` from then on; the transaction around them takes everything back.
 */
export function stoppable(signal: AbortSignal | undefined): KyselyPlugin {
  const turn = new Turn();
  return {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (signal?.aborted || turn.isLong) await turn.end(() => pause(signal));
      return result;
    },
  };
}
