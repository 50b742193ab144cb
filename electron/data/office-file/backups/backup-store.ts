import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Course } from '../../jobs/course.ts';
import { backupOffice } from '../backup-office.ts';
import { copyOffice } from '../copying/copy-office.ts';
import type { Keyring } from '../keys/office-key.ts';
import { copySlots, slotsPathOf } from '../keys/slots-file.ts';
import type { Office } from '../office.ts';
import { describeStorageError } from '../open-errors.ts';
import { refuseWithoutRoom } from '../places/free-space.ts';
import { type BackupName, type BackupReason, backupFolderOf, backupName, readBackupName } from './backup-names.ts';
import { noteChecked } from './checked-note.ts';
import { lastChange } from './read-backup.ts';
import { outdatedBackups } from './rotation.ts';

/** The backups of an office by their names, newest first; of a folder that is not there, none. */
export function listBackups(officePath: string, folder = backupFolderOf(officePath)): BackupName[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder)
    .flatMap((file) => readBackupName(officePath, file) ?? [])
    .sort((a, b) => b.at.localeCompare(a.at) || b.number - a.number);
}

/**
 * Writes a checked backup of a file that was opened into the folder of its backups, then removes what rotation no longer needs. Returns
 * its path. Throws `disk_full` before anything is written where there is no room, and what `backupOffice` throws.
 */
export function keepBackup(
  connection: Database.Database,
  officePath: string,
  reason: BackupReason,
  keyring: Keyring,
  now = new Date(),
): string {
  const target = placeFor(officePath, reason, keyring, now);
  backupOffice(connection, target, { keys: keyring.keys });
  rotate(officePath, backupFolderOf(officePath), now);
  return target;
}

/** The same of an open office, whose clerk works on meanwhile (`copyOffice`, which says what it throws). One at a time. */
export async function keepBackupBehind(
  office: Office,
  reason: BackupReason,
  course?: Course,
  now = new Date(),
): Promise<string> {
  const { path, keyring } = office;
  const target = placeFor(path, reason, keyring, now);
  noteChecked(path, await copyOffice(office, target, course));
  rotate(path, backupFolderOf(path), now);
  return target;
}

/** Whether something has changed since the newest backup. */
export function isBackupDue(connection: Database.Database, officePath: string): boolean {
  const changed = lastChange(connection)?.at ?? null;
  const newest = listBackups(officePath)[0];
  // A name says whole seconds; the file itself says since when it has been so, to the millisecond.
  const written = newest ? statSync(join(backupFolderOf(officePath), newest.file)).mtimeMs : 0;
  return changed !== null && written <= Date.parse(changed);
}

/** Where a backup is to stand: a folder that is there and has room for it, with the slots that open it. */
function placeFor(officePath: string, reason: BackupReason, keyring: Keyring, now: Date): string {
  const folder = backupFolderOf(officePath);
  const target = freeName(officePath, folder, reason, now);
  try {
    mkdirSync(folder, { recursive: true });
    refuseWithoutRoom(target, statSync(officePath).size);
  } catch (error) {
    throw describeStorageError(error, folder);
  }
  if (keyring.current) copySlots(officePath, target);
  return target;
}

/** The number goes on over all backups of a second, whatever they were made for: by it they are told apart as newer and older. */
function freeName(officePath: string, folder: string, reason: BackupReason, now: Date): string {
  const first = backupName(officePath, reason, now, 1);
  const second = readBackupName(officePath, first)?.at;
  const taken = listBackups(officePath, folder).filter(({ at }) => at === second);
  return join(folder, backupName(officePath, reason, now, Math.max(0, ...taken.map(({ number }) => number)) + 1));
}

function rotate(officePath: string, folder: string, now: Date): void {
  // A backup that was cut off leaves its temporary file.
  for (const file of readdirSync(folder))
    if (/\.tmp(-journal|-wal)?$/u.test(file)) rmSync(join(folder, file), { force: true });
  const kept = listBackups(officePath, folder);
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  const outdated = new Set(
    outdatedBackups(
      kept.map(({ at }) => at),
      local,
    ),
  );
  for (const { file, at } of kept) {
    if (!outdated.has(at)) continue;
    for (const gone of [file, slotsPathOf(file)]) rmSync(join(folder, gone), { force: true });
  }
}
