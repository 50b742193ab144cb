import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { router } from '../../data/router.ts';
import { createSession, type Session } from '../../data/session.ts';
import { findResourcesDir } from '../resources-dir.ts';

export interface CommandContext {
  session: Session;
  client: RouterClient<typeof router>;
}

/** A data session for one command, with direct calls to the router; closed and tidied when the work ends. */
export async function withSession<T>(work: (context: CommandContext) => Promise<T>): Promise<T> {
  const outputDir = mkdtempSync(join(tmpdir(), 'sochibo-'));
  const session = createSession({ resourcesDir: findResourcesDir(), outputDir, actor: userInfo().username });
  try {
    return await work({ session, client: createRouterClient(router, { context: { session } }) });
  } finally {
    session.close();
    rmSync(outputDir, { recursive: true, force: true });
  }
}

/** The same with an office file open. */
export async function withOffice<T>(file: string, work: (context: CommandContext) => Promise<T>): Promise<T> {
  return withSession(async (context) => {
    await context.client.office.open({ path: resolve(file) });
    return work(context);
  });
}
