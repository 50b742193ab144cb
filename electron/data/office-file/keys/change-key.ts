import { renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backupOffice, type CopyKeys } from '../backup-office.ts';
import { backupFolderOf } from '../backups/backup-names.ts';
import { listBackups } from '../backups/backup-store.ts';
import { putInPlace } from '../backups/put-in-place.ts';
import { openConnection } from '../connection.ts';
import { flushFolder } from '../flush.ts';
import { restoreOffice } from '../restore-office.ts';
import { type KeySlot, reboxed, sealed } from './key-slots.ts';
import { type Keyring, keyIdOf, newOfficeKey, noKeys, type OfficeKey } from './office-key.ts';
import { copySlots, readSlots, setSlotsAside, slotsPathOf, writeSlots } from './slots-file.ts';

/**
 * Encrypts a closed office: slots first, then the file. Cut off between the two, the file opens without a passphrase as before.
 * Throws what `restoreOffice` throws; the office is then as it was.
 */
export function encryptFile(path: string, key: OfficeKey, slot: KeySlot): Keyring {
  setSlotsAside(path);
  writeSlots(path, sealed([slot], [key]));
  putUnder(path, { key });
  return { current: key, keys: [key], slot: { id: slot.id, label: slot.label }, openedBy: 'passphrase' };
}

/** Takes the encryption of a closed office away; its slots stay until its backups are plain, too (`rekeyBackups`). */
export function decryptFile(path: string, keyring: Keyring): Keyring {
  putUnder(path, { keys: keyring.keys, key: null });
  return noKeys;
}

/**
 * A new key and with it a new recovery code: nothing that is written from now on opens with the old one. Everybody's passphrase
 * goes on, for the slots are closed for whoever has the private half (decision 0005).
 */
export function renewKey(path: string, keyring: Keyring): Keyring {
  const key = newOfficeKey();
  const keys = [key, ...keyring.keys];
  const slots = reboxed(readSlots(path).slots, keys);
  writeSlots(path, sealed(slots, keys));
  putUnder(path, { keys: keyring.keys, key });
  return { ...keyring, current: key, keys };
}

/** Changes the slots of an office that is open; the copies of them beside its backups follow. */
export function changeSlots(path: string, keys: readonly OfficeKey[], slots: readonly KeySlot[]): void {
  writeSlots(path, sealed(slots, keys));
  for (const { file } of listBackups(path)) {
    const backup = join(backupFolderOf(path), file);
    const id = keyIdOf(backup);
    if (keys.some((key) => key.id === id)) copySlots(path, backup);
  }
}

/**
 * Brings the backups in the folder of an office under the key it has now, one by one, so that other work comes between. Those
 * that do not open stay as they were and are named. What was cut off goes on with the next call.
 */
export async function rekeyBackups(path: string, keys: readonly OfficeKey[], key: OfficeKey | null): Promise<string[]> {
  const folder = backupFolderOf(path);
  const unchanged: string[] = [];
  for (const { file } of listBackups(path)) {
    const backup = join(folder, file);
    if (keyIdOf(backup) === (key?.id ?? null)) continue;
    await new Promise((resume) => setImmediate(resume));
    try {
      rekeyBackup(backup, { keys, key });
      if (key) copySlots(path, backup);
      else rmSync(slotsPathOf(backup), { force: true });
    } catch {
      unchanged.push(file);
    }
  }
  return unchanged;
}

/** A backup is opened for reading, copied beside itself and replaced by the checked copy; it is never without a whole file. */
function rekeyBackup(backup: string, keys: CopyKeys): void {
  const next = `${backup}.doi-khoa.tmp`;
  rmSync(next, { force: true });
  const connection = openConnection(backup, { mustExist: true, readonly: true, keys: keys.keys ?? [] });
  try {
    backupOffice(connection, next, keys);
  } finally {
    connection.close();
  }
  renameSync(next, backup);
  flushFolder(dirname(backup));
}

function putUnder(path: string, keys: CopyKeys): void {
  putInPlace(path, 'new_key', (waiting) => restoreOffice(path, waiting, keys));
}
