import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished } from 'vitest';
import { backupFolderOf } from '../../electron/data/office-file/backups/backup-names.ts';
import { router } from '../../electron/data/router.ts';
import { createSession } from '../../electron/data/session.ts';
import { addDecision, environment, newOffice, temporaryFolder } from './office.ts';
import { tableHashes } from './table-hashes.ts';

/** Trying a passphrase costs next to nothing. */
export const keyCost = 2 ** 6;
export const passphrase = 'sông Thạch Hãn mùa lũ';
export const first = { label: 'Văn phòng', passphrase };

/** A session as the window has it. */
export function windowSession(folder: string) {
  const options = {
    ...environment,
    outputDir: join(folder, 'made'),
    backups: 'always',
    keyCost,
    checkAfter: 600_000,
  } as const;
  const session = createSession(options);
  onTestFinished(() => session.close());
  return { session, client: createRouterClient(router, { context: { session } }) };
}

/** An office in which a decision is written, backed up as in the window. */
export async function workedIn() {
  const folder = temporaryFolder();
  const made = await newOffice(folder);
  await addDecision(made, '17-QĐ/HU');
  made.close();
  const { session, client } = windowSession(folder);
  await session.openOffice(made.path);
  await client.backups.make();
  const { path } = made;
  return {
    folder,
    path,
    session,
    client,
    backups: backupFolderOf(path),
    hashes: () => session.office.maintain(tableHashes),
  };
}

type Event = { type: 'progress' } | { type: 'done' };

/** What a run with progress came to. */
export async function outcome<T extends Event>(
  run: Promise<AsyncIterable<T>>,
): Promise<Exclude<T, { type: 'progress' }>> {
  for await (const event of await run) if (isDone(event)) return event;
  throw new Error('the run ended without an outcome');
}

function isDone<T extends Event>(event: T): event is Exclude<T, { type: 'progress' }> {
  return event.type === 'done';
}

/** A backup as before the office had a passphrase, encrypted since, and one made since. */
export async function encrypted() {
  const office = await workedIn();
  const { code, unchanged_backups } = await outcome(office.client.access.encrypt(first));
  expect(unchanged_backups).toEqual([]);
  return { ...office, code };
}

/** Flips a bit in pages of a closed office, from page `from` on (the first is 0), each `every`th. */
export function damagePages(path: string, { from, every }: { from: number; every: number }): void {
  const bytes = readFileSync(path);
  for (let at = from * 4096; at < bytes.length; at += every * 4096) bytes[at + 50] = (bytes[at + 50] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
