import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, parse, resolve } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { MadeFile } from '../../contract/values.ts';
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

/** Copies a made file to `folder` and returns where it stands; beside a file of that name as `… (2)`, never over it. */
export function deliver(session: Session, file: MadeFile, folder: string): string {
  const source = session.files.pathOf(file.id);
  if (source === null) throw new Error(`made file ${file.name} is not there`);
  mkdirSync(folder, { recursive: true });
  const { name, ext } = parse(file.name);
  let target = join(folder, file.name);
  for (let count = 2; existsSync(target); count += 1) target = join(folder, `${name} (${count})${ext}`);
  copyFileSync(source, target);
  return target;
}
