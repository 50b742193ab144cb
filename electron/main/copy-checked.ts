import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, open, readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Why a copy is not taken for one: its code is read by `whyNotWritten`. */
class CopyError extends Error {
  readonly code: 'ENOSPC' | 'EDIFFERENT';

  constructor(code: CopyError['code'], path: string) {
    super(`${code}: ${path}`);
    this.code = code;
  }
}

/**
 * Copies a file, flushes the copy to its disk and reads it back: only one that is the same byte for byte may be taken away on a stick
 * (reliability, "Places"). Throws `ENOSPC` before anything is written where there is no room, `EDIFFERENT` where the copy differs, and
 * what the system says.
 */
export async function copyChecked(source: string, target: string): Promise<void> {
  const { size } = await stat(source);
  const { bavail, bsize } = await statfs(dirname(target));
  if (bavail * bsize < size) throw new CopyError('ENOSPC', target);
  await copyFile(source, target);
  await flush(target);
  await refuseDifferent(source, target);
}

/** The same for every file of a folder that was copied. */
export async function checkFolderCopy(source: string, target: string): Promise<void> {
  for (const entry of await readdir(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const original = join(entry.parentPath, entry.name);
    const copy = join(target, original.slice(source.length));
    await flush(copy);
    await refuseDifferent(original, copy);
  }
}

async function refuseDifferent(source: string, copy: string): Promise<void> {
  if ((await hashOf(source)) !== (await hashOf(copy))) throw new CopyError('EDIFFERENT', copy);
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.sync().finally(() => handle.close());
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
