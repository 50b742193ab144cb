import { useSyncExternalStore } from 'react';
import { refusalOf } from './data.ts';

/** What came of work that was asked for last. */
export type LongState<Made> =
  | { step: 'none' }
  | { step: 'working' }
  | { step: 'done'; made: Made }
  | { step: 'stopped' }
  | { step: 'failed'; error: unknown };

export interface LongWork<Input, Made> {
  /** Asks for the work; resolves with what came of it, and never throws. */
  start(input: Input): Promise<LongState<Made>>;
  /** Nothing is to be shown of it any more. */
  reset(): void;
  use(): LongState<Made>;
}

const listeners = new Set<() => void>();
const resets: (() => void)[] = [];
let asked = 0;

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Work of the data side that may take long (`contract/jobs.ts`). It belongs to the window and not to a screen: it goes on when
 * the clerk looks something up elsewhere, and what came of it is still there when the screen is opened again.
 */
export function longWork<Input, Made>(run: (input: Input) => Promise<Made>): LongWork<Input, Made> {
  let state: LongState<Made> = { step: 'none' };
  let turn = 0;
  const show = (next: LongState<Made>) => {
    state = next;
    tell();
  };
  const reset = () => {
    turn += 1;
    show({ step: 'none' });
  };
  resets.push(reset);
  return {
    async start(input) {
      turn += 1;
      const own = turn;
      asked += 1;
      show({ step: 'working' });
      const next = await outcome(run, input);
      asked -= 1;
      if (own === turn) show(next);
      else tell();
      return next;
    },
    reset,
    use: () => useSyncExternalStore(subscribe, () => state),
  };
}

async function outcome<Input, Made>(run: (input: Input) => Promise<Made>, input: Input): Promise<LongState<Made>> {
  try {
    return { step: 'done', made: await run(input) };
  } catch (error) {
    return refusalOf(error) === 'cancelled' ? { step: 'stopped' } : { step: 'failed', error };
  }
}

/** Whether an answer of long work is still awaited. */
export function useIsAsked(): boolean {
  return useSyncExternalStore(subscribe, () => asked > 0);
}

/** Another office: what came of work in the last one is none of its business. */
export function forgetLongWork(): void {
  for (const reset of resets) reset();
}
