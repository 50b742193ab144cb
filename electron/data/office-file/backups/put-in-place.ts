import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flushFolder } from '../flush.ts';
import { describeStorageError } from '../open-errors.ts';
import { lockNotePath } from '../places/lock-note.ts';

/** What belongs to an office file: SQLite's logs left beside it would silently undo a restore (reliability finding 4). */
const parts = ['', '-wal', '-journal', '-shm'] as const;

/** Why another file takes the place of an office file; the words stand in the names of both meanwhile. */
export type PuttingReason = 'restore' | 'new_key';

const words = {
  restore: { waiting: '.dang-khoi-phuc', aside: '.truoc-khoi-phuc' },
  new_key: { waiting: '.dang-doi-khoa', aside: '.truoc-doi-khoa' },
} as const satisfies Record<PuttingReason, unknown>;

const reasons = ['restore', 'new_key'] as const;

const waiting = (path: string, reason: PuttingReason) => path + words[reason].waiting;
const aside = (path: string, reason: PuttingReason) => path + words[reason].aside;

/**
 * Puts a file in the place of a closed office file. `write` makes it whole and checked at the path it is given, beside the office;
 * then the office and its logs are moved aside together, and the new one is moved in. Cut off at any step, `finishPutting` brings
 * it to its end. Returns where the old file lies now. Throws what `write` throws; the office is then as it was.
 */
export function putInPlace(path: string, reason: PuttingReason, write: (waitingPath: string) => void): string {
  finishPutting(path);
  const [next, old] = [waiting(path, reason), aside(path, reason)];
  try {
    write(next);
    keepEarlierAside(old);
    move(path, old);
    finishPutting(path);
    return old;
  } catch (error) {
    throw describeStorageError(error, path);
  }
}

/**
 * Ends what was cut off between its moves, and removes what was cut off before them: that was never in use, and may be a plain
 * copy of what is to be encrypted.
 */
export function finishPutting(path: string): void {
  for (const reason of reasons) {
    const next = waiting(path, reason);
    if (!existsSync(path) && existsSync(next)) {
      move(path, aside(path, reason));
      // What was acknowledged there is not to be looked for here.
      rmSync(lockNotePath(path), { force: true });
      renameSync(next, path);
      flushFolder(dirname(path));
    } else if (existsSync(path)) forgetUnfinished(next);
  }
}

/**
 * Removes the file that was put aside: only where a checked copy of it is kept. One that cannot be removed is in nobody's way after
 * a restore; after a change of key it may be plain, and is told.
 */
export function forgetAside(path: string, reason: PuttingReason): void {
  try {
    for (const part of parts) rmSync(aside(path, reason) + part, { force: true });
  } catch (error) {
    if (reason === 'new_key') throw describeStorageError(error, aside(path, reason));
  }
}

/** The new file itself, and the temporary ones it was being written as. */
function forgetUnfinished(next: string): void {
  const [folder, name] = [dirname(next), basename(next)];
  for (const file of readdirSync(folder)) if (file.startsWith(name)) rmSync(join(folder, file), { force: true });
}

/** The office file first: from then on a change that is cut off is finished, not begun anew. */
function move(from: string, to: string): void {
  for (const part of parts) if (existsSync(from + part)) renameSync(from + part, to + part);
}

/** What an earlier change left aside is somebody's data too. */
function keepEarlierAside(old: string): void {
  if (!existsSync(old)) return;
  let number = 2;
  while (existsSync(`${old}-${number}`)) number += 1;
  move(old, `${old}-${number}`);
}
