import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { backupOffice } from '../backup-office.ts';
import type { Keyring } from '../keys/office-key.ts';
import { copySlots, slotsPathOf } from '../keys/slots-file.ts';
import { describeStorageError } from '../open-errors.ts';
import { refuseWithoutRoom } from '../places/free-space.ts';
import { type BackupName, type BackupReason, backupFolderOf, backupName, readBackupName } from './backup-names.ts';
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
 * Writes a checked backup of an open office into its folder, then removes what rotation no longer needs. Returns its path.
 * Throws `disk_full` before anything is written where there is no room, and what `backupOffice` throws.
 */
export function keepBackup(
  connection: Database.Database,
  officePath: string,
  reason: BackupReason,
  keyring: Keyring,
  now = new Date(),
): string {
  const folder = backupFolderOf(officePath);
  const target = freeName(officePath, folder, reason, now);
  try {
    mkdirSync(folder, { recursive: true });
    refuseWithoutRoom(target, statSync(officePath).size);
  } catch (error) {
    throw describeStorageError(error, folder);
  }
  if (keyring.current) copySlots(officePath, target);
  backupOffice(connection, target, { keys: keyring.keys });
  rotate(officePath, folder, now);
  return target;
}

/** The same, where something has changed since the newest backup; null where nothing has. */
export function keepBackupOfChanges(
  connection: Database.Database,
  officePath: string,
  reason: BackupReason,
  keyring: Keyring,
  now = new Date(),
): string | null {
  const changed = lastChange(connection)?.at ?? null;
  const newest = listBackups(officePath)[0];
  // A name says whole seconds; the file itself says when it was written out, to the millisecond.
  const written = newest ? statSync(join(backupFolderOf(officePath), newest.file)).mtimeMs : 0;
  if (changed === null || written > Date.parse(changed)) return null;
  return keepBackup(connection, officePath, reason, keyring, now);
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
    if (/\.tmp(-journal)?$/u.test(file)) rmSync(join(folder, file), { force: true });
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
