import { setImmediate } from 'node:timers/promises';
import type { KyselyPlugin } from 'kysely';
import { SochiboError } from '../../errors.ts';

/** Milliseconds that writing may keep the thread before it looks whether to go on. */
const breath = 100;

/** Lets the rest of the process have its turn. Throws `cancelled` when `signal` has aborted. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  if (signal?.aborted) throw new SochiboError('cancelled', 'Đã dừng nhập dữ liệu. Chưa có gì thay đổi.');
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
