import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { expect } from 'vitest';
import { router } from '../../electron/data/router.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { environment } from './office.ts';
import { truthOffice } from './truth-office.ts';
import { addTruthPetitions } from './truth-petitions.ts';

/** The commune's records in an office that is open in a session, as the window has it. */
export interface FrozenOffice {
  session: Session;
  client: RouterClient<typeof router>;
  /** Changes the office, looks, and takes the change back. */
  afterChange<T>(change: (db: Session['office']['db']) => Promise<unknown>, look: () => Promise<T>): Promise<T>;
  remove(): void;
}

export const unnumbered = { number: null, date: null, signer: null, earlier: null };

/** Call `remove` when done. */
export async function frozenOffice(): Promise<FrozenOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-frozen-'));
  const made = await truthOffice('commune-b');
  await addTruthPetitions(made);
  made.office.close();
  const session = createSession({ ...environment, outputDir: folder });
  await session.openOffice(made.office.path);
  return {
    session,
    client: createRouterClient(router, { context: { session } }),
    async afterChange(change, look) {
      const takenBack = new Error('taken back');
      const seen: Awaited<ReturnType<typeof look>>[] = [];
      const work = session.office.write('Thử', '', async (db) => {
        await change(db);
        seen.push(await look());
        throw takenBack;
      });
      await expect(work).rejects.toBe(takenBack);
      const [first] = seen;
      if (first === undefined) throw new Error('nothing was seen');
      return first;
    },
    remove: () => {
      session.close();
      made.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
