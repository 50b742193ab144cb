import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { SochiboError } from '../../electron/data/errors.ts';
import { router } from '../../electron/data/router.ts';
import { createSession } from '../../electron/data/session.ts';
import { describeFailure } from '../../electron/hosts/commands/exit-codes.ts';
import { environment } from './environment.ts';

/** What the program shows of an office file: everything, or why it does not. */
export type Shown = { lists: string } | { refused: string; words: string };

/** Opens an office as the window does and reads every list and a report of it through the contract. */
export async function readEverything(path: string, made: string): Promise<Shown> {
  // As in the window: checked through only behind all of this.
  const session = createSession({ ...environment, outputDir: join(made, 'made'), checkAfter: 600_000 });
  try {
    await session.openOffice(path);
    const client = createRouterClient(router, { context: { session } });
    const lists = [
      await client.organisations.list({ all: true }),
      await client.members.list({ counted_only: false }),
      await client.officials.list({}),
      await client.officials.assignments({}),
      await client.officials.decisions(),
      await client.meetings.list({}),
      await client.meetings.visits({}),
      await client.petitions.list({}),
      await client.rules.list(),
      await client.settings.codeLists(),
      (await client.reports.run({ code: 'BC-02', period: '2024' })).rows,
    ];
    return { lists: JSON.stringify(lists) };
  } catch (error) {
    const { message } = describeFailure(error);
    return { refused: error instanceof SochiboError ? error.code : 'bug', words: message };
  } finally {
    session.close();
  }
}
