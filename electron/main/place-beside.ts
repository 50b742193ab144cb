import { constants } from 'node:fs';
import { chmod, copyFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { freeName } from './file-names.ts';

/** Puts a new program beside the one that runs, never over anything, ready to be started. Returns where it stands. */
export async function placeBeside(source: string, running: string): Promise<string> {
  const wanted = join(dirname(running), basename(source));
  const copy = (path: string) => copyFile(source, path, constants.COPYFILE_EXCL);
  const target = await copy(wanted).then(
    () => wanted,
    async (error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const other = freeName(wanted);
      await copy(other);
      return other;
    },
  );
  await chmod(target, 0o755);
  return target;
}
