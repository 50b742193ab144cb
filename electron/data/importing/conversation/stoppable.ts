import { setImmediate } from 'node:timers/promises';
import type { KyselyPlugin } from 'kysely';
import { SochiboError } from '../../errors.ts';
import type { Turns } from '../turns.ts';

/** Milliseconds that the work may keep the thread before it looks whether to go on. */
const breath = 50;

/** Lets the rest of the process have its turn. Throws `cancelled` when `signal` has aborted. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  if (signal?.aborted) throw new SochiboError('cancelled', 'Đã dừng nhập dữ liệu. Chưa có gì thay đổi.');
}

/** Does work on rows with a pause whenever its turn has been long. Throws `cancelled` when `signal` has aborted. */
export async function inTurns<T>(work: Turns<T>, signal: AbortSignal | undefined): Promise<T> {
  await pause(signal);
  let last = performance.now();
  let turn = work.next();
  while (!turn.done) {
    if (performance.now() - last > breath) {
      await pause(signal);
      last = performance.now();
    }
    turn = work.next();
  }
  return turn.value;
}

/**
 * Between two statements lets the rest of the process have its turn now and then, so that progress goes out and a
 * cancelling comes in. Statements throw `cancelled` from then on; the transaction around them takes everything back.
 */
export function stoppable(signal: AbortSignal | undefined): KyselyPlugin {
  let last = performance.now();
  return {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (signal?.aborted || performance.now() - last > breath) {
        await pause(signal);
        last = performance.now();
      }
      return result;
    },
  };
}
