import { existsSync, renameSync, rmSync } from 'node:fs';
import { type Keyring, keyIdOf, noKeys } from '../keys/office-key.ts';
import { copySlots, setSlotsAside, slotsPathOf } from '../keys/slots-file.ts';
import { restoreOffice } from '../restore-office.ts';
import { putInPlace } from './put-in-place.ts';

/** `office`: what the office has now. `backup`: what was typed for a backup that is under another key. */
interface RestoringKeys {
  office: Keyring;
  backup: Keyring | null;
}

/**
 * Puts a backup in the place of a closed office file. It is under the key that the office has now; one that was opened with a passphrase of
 * its own keeps its key, and its slots take the place of the office's, which are set aside. The backup is checked and written out
 * beside the office first (`putInPlace`). Returns where the old file lies now and what the office opens with. Throws as
 * `restoreOffice`; the office is then as it was.
 */
export function restoreInPlace(
  backup: string,
  path: string,
  keys: RestoringKeys = { office: noKeys, backup: null },
): { aside: string; keyring: Keyring } {
  const { office, backup: own } = keys;
  if (own === null || own.current?.id === office.current?.id) {
    const under = { keys: office.keys, key: office.current };
    return { aside: putInPlace(path, 'restore', (waiting) => restoreOffice(backup, waiting, under)), keyring: office };
  }
  const slots = new SwappedSlots(path);
  const head = keyIdOf(path);
  try {
    const aside = putInPlace(path, 'restore', (waiting) => {
      restoreOffice(backup, waiting, { keys: own.keys });
      slots.swap(backup);
    });
    return { aside, keyring: own };
  } catch (error) {
    // Once the office has left its place, the backup comes there with the next opening: the slots are that one's.
    if (existsSync(path) && keyIdOf(path) === head) slots.swapBack();
    throw error;
  }
}

/** The slots beside an office, exchanged for those of a backup, and back. */
class SwappedSlots {
  readonly #path: string;
  #aside: string | null = null;
  #isSwapped = false;

  constructor(path: string) {
    this.#path = path;
  }

  swap(backup: string): void {
    this.#aside = setSlotsAside(this.#path);
    this.#isSwapped = true;
    copySlots(backup, this.#path);
  }

  swapBack(): void {
    if (!this.#isSwapped) return;
    rmSync(slotsPathOf(this.#path), { force: true });
    if (this.#aside !== null) renameSync(this.#aside, slotsPathOf(this.#path));
  }
}
