import { open, rename, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** Windows refuses to replace a file that Word, Excel or an antivirus holds for a moment: milliseconds between tries. */
const pauses = [200, 400, 800];

/**
 * Writes a file through a temporary one beside it: the old file stays whole until the new one is on disk.
 * Throws what the system says; nothing is left behind then.
 */
export async function writeSafely(target: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    await write(temporary);
    const handle = await open(temporary, 'r+');
    await handle.sync().finally(() => handle.close());
    await replace(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function replace(temporary: string, target: string): Promise<void> {
  for (const pause of pauses) {
    try {
      return await rename(temporary, target);
    } catch (error) {
      if (!isHeld(error)) throw error;
      await wait(pause);
    }
  }
  await rename(temporary, target);
}

/** True when another program keeps the file open. */
export function isHeld(error: unknown): boolean {
  return ['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error));
}

/** The system's short name of an error, or nothing. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
