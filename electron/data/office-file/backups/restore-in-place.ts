import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFolder } from '../backup-office.ts';
import { describeStorageError } from '../open-errors.ts';
import { restoreOffice } from '../restore-office.ts';

/** What belongs to an office file: SQLite's logs left beside it would silently undo a restore (reliability finding 4). */
const parts = ['', '-wal', '-journal', '-shm'] as const;

const waiting = (path: string) => `${path}.dang-khoi-phuc`;
const aside = (path: string) => `${path}.truoc-khoi-phuc`;

/**
 * Puts a backup in the place of a closed office file. The backup is checked and written out beside it first; then the
 * file and its logs are moved aside together, and the new one is moved in. Cut off at any step, `finishRestore` brings it
 * to its end. Returns where the old file lies now. Throws as `restoreOffice`; the office is then as it was.
 */
export function restoreInPlace(backup: string, path: string): string {
  finishRestore(path);
  for (const part of parts) rmSync(waiting(path) + part, { force: true });
  restoreOffice(backup, waiting(path));
  try {
    keepEarlierAside(path);
    move(path, aside(path));
    finishRestore(path);
    return aside(path);
  } catch (error) {
    throw describeStorageError(error, path);
  }
}

/** Ends a restore that was cut off between its moves; anything else is left alone. */
export function finishRestore(path: string): void {
  if (existsSync(path) || !existsSync(waiting(path))) return;
  move(path, aside(path));
  renameSync(waiting(path), path);
  flushFolder(dirname(path));
}

/** Removes the file a restore has put aside: only where a checked backup of it is kept. */
export function forgetAside(path: string): void {
  for (const part of parts) rmSync(aside(path) + part, { force: true });
}

/** The office file first: from then on a restore that is cut off is finished, not begun anew. */
function move(from: string, to: string): void {
  for (const part of parts) if (existsSync(from + part)) renameSync(from + part, to + part);
}

/** What an earlier restore left aside is somebody's data too. */
function keepEarlierAside(path: string): void {
  if (!existsSync(aside(path))) return;
  let number = 2;
  while (existsSync(`${aside(path)}-${number}`)) number += 1;
  move(aside(path), `${aside(path)}-${number}`);
}
