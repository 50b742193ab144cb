import type { KyselyPlugin } from 'kysely';
import { type OpenSeal, sealSoFar } from './audit.ts';
import type { Hands } from './engine.ts';

/** Rows changed between two parts of the seal: few enough that what is logged of them is still in the cache of pages. */
const rowsAtATime = 2_000n;

/** Hands whose changes are sealed as they come, some thousand rows at a time. */
export function sealedAlong(hands: Hands, seal: OpenSeal, pause: () => Promise<unknown>): Hands {
  let waiting = 0n;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      waiting += result.numAffectedRows ?? 0n;
      if (waiting >= rowsAtATime) {
        waiting = 0n;
        await hands.perform(sealSoFar(seal), pause);
      }
      return result;
    },
  };
  return { ...hands, db: hands.db.withPlugin(plugin) };
}
