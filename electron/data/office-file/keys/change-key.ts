import { join } from 'node:path';
import type { CopyKeys } from '../backup-office.ts';
import { backupFolderOf } from '../backups/backup-names.ts';
import { listBackups } from '../backups/backup-store.ts';
import { putInPlace } from '../backups/put-in-place.ts';
import { restoreOffice } from '../restore-office.ts';
import { type KeySlot, reboxed, sealed } from './key-slots.ts';
import { type Keyring, keyIdOf, noKeys, type OfficeKey } from './office-key.ts';
import { copySlots, readSlots, setSlotsAside, writeSlots } from './slots-file.ts';

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

/** Takes the encryption of a closed office away; its slots stay until its backups are plain, too (`underNewKey`). */
export function decryptFile(path: string, keyring: Keyring): Keyring {
  putUnder(path, { keys: keyring.keys, key: null });
  return noKeys;
}

/**
 * A new key and with it a new recovery code: nothing that is written from now on opens with the old one. Everybody's passphrase
 * goes on, for the slots are closed for whoever has the private half (decision 0005).
 */
export function renewKey(path: string, keyring: Keyring, key: OfficeKey): Keyring {
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

function putUnder(path: string, keys: CopyKeys): void {
  putInPlace(path, 'new_key', (waiting) => restoreOffice(path, waiting, keys));
}
