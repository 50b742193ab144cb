import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SochiboError } from '../../errors.ts';
import type { Progress } from '../../progress-events.ts';
import { backupOffice, type CopyKeys } from '../backup-office.ts';
import { backupFolderOf } from '../backups/backup-names.ts';
import { listBackups } from '../backups/backup-store.ts';
import { openConnection } from '../connection.ts';
import { flushFolder } from '../flush.ts';
import { refuseWithoutRoom } from '../places/free-space.ts';
import { keyIdOf, type OfficeKey } from './office-key.ts';
import { copySlots, slotsPathOf } from './slots-file.ts';

/** `key`: what all of it is to be under; null: the published one. */
type NewKey = Required<CopyKeys>;

export interface Course {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Brings an office and its backups under another key: copies of the backups are written beside them first, `changeOffice` does the office
 * itself, then the copies take their places. `done` and `of` are bytes. Stopped before the office is changed (throws `cancelled`), nothing is
 * left behind; cut off after it, the next unlocking goes on. Throws `disk_full` before anything is written, and what
 * `changeOffice` throws. Returns the backups that did not open and stay as they were.
 */
export async function underNewKey(
  path: string,
  keys: NewKey,
  changeOffice: () => Promise<unknown>,
  course: Course = {},
): Promise<string[]> {
  const folder = backupFolderOf(path);
  const backups = listBackups(path)
    .map(({ file }) => join(folder, file))
    .filter((backup) => keyIdOf(backup) !== (keys.key?.id ?? null));
  const all = [...backups, path];
  const of = all.reduce((sum, file) => sum + statSync(file).size, 0);
  refuseWithoutRoom(path, of);
  let done = 0;
  try {
    for (const backup of backups) {
      await pause(course, { step: 'Bản sao lưu', done, of });
      tryCopy(backup, keys);
      done += statSync(backup).size;
    }
    await pause(course, { step: 'Sổ', done, of });
    await changeOffice();
  } catch (error) {
    for (const backup of backups) rmSync(copyOf(backup), { force: true });
    throw error;
  }
  for (const backup of backups) if (existsSync(copyOf(backup))) takeCopy(path, backup, keys.key);
  return rekeyBackups(path, keys.keys, keys.key);
}

/**
 * Brings the backups in the folder of an office under the key it has now, one by one, so that other work comes between. Those
 * that do not open stay as they were and are named. What was cut off goes on with the next call.
 */
export async function rekeyBackups(path: string, keys: readonly OfficeKey[], key: OfficeKey | null): Promise<string[]> {
  const unchanged: string[] = [];
  for (const { file } of listBackups(path)) {
    const backup = join(backupFolderOf(path), file);
    if (keyIdOf(backup) === (key?.id ?? null)) continue;
    await pause({}, { step: file, done: 0, of: 1 });
    if (tryCopy(backup, { keys, key })) takeCopy(path, backup, key);
    else unchanged.push(file);
  }
  return unchanged;
}

/** Where the copy of a backup under its new key waits; cut off, it goes when old backups are thinned out (`backup-store.ts`). */
function copyOf(backup: string): string {
  return `${backup}.doi-khoa.tmp`;
}

/** A checked copy of a backup, which is opened for reading only. False: it does not open. */
function tryCopy(backup: string, keys: NewKey): boolean {
  try {
    rmSync(copyOf(backup), { force: true });
    const connection = openConnection(backup, { mustExist: true, readonly: true, keys: keys.keys });
    try {
      backupOffice(connection, copyOf(backup), keys);
    } finally {
      connection.close();
    }
    return true;
  } catch {
    return false;
  }
}

/** The copy takes the place of the backup, which is never without a whole file. */
function takeCopy(path: string, backup: string, key: OfficeKey | null): void {
  renameSync(copyOf(backup), backup);
  flushFolder(dirname(backup));
  if (key) copySlots(path, backup);
  else rmSync(slotsPathOf(backup), { force: true });
}

/** Between two files: says how far the work has come, lets others work, and stops where asked to. */
async function pause({ signal, onProgress }: Course, progress: Progress): Promise<void> {
  onProgress?.(progress);
  await new Promise((resolve) => setImmediate(resolve));
  if (signal?.aborted) throw new SochiboError('cancelled', 'Đã dừng. Sổ và các bản sao lưu còn như trước.');
}
