import { type Keyring, keyIdOf, type OfficeKey } from './office-key.ts';
import { unlockFile } from './unlock.ts';

/**
 * Keys of files that are not open: of an office that was refused although its passphrase was right, and of backups under another key
 * than the office's. In memory only, until an office is opened or closed.
 */
export class UnlockedKeys {
  #office: { path: string; keyring: Keyring } | null = null;
  /** By the id of the key; null: of an office that had no passphrase. */
  readonly #backups = new Map<string | null, Keyring>();

  /** The keys of an office, whether it is to be opened now or not; they are known from here on. Throws as `unlockFile`. */
  async unlockOffice(path: string, secret: string, slot?: string): Promise<Keyring> {
    const keyring = await unlockFile(path, secret, slot);
    this.noteOffice(path, keyring);
    return keyring;
  }

  /** Of a backup under another key than the office: by a passphrase or the recovery code of that time. Throws as `unlockFile`. */
  async unlockBackup(backup: string, secret: string): Promise<void> {
    this.noteBackup(await unlockFile(backup, secret));
  }

  noteOffice(path: string, keyring: Keyring): void {
    this.#office = { path, keyring };
  }

  /** What opens an office at `path`: that very one, or what was salvaged or copied from it. Null: nothing that is known. */
  officeAt(path: string): Keyring | null {
    if (this.#office === null) return null;
    const { current } = this.#office.keyring;
    const isSame = this.#office.path === path || (current !== null && keyIdOf(path) === current.id);
    return isSame ? this.#office.keyring : null;
  }

  noteBackup(keyring: Keyring): void {
    this.#backups.set(keyring.current?.id ?? null, keyring);
  }

  /** What was typed for a backup, or what the office had before a backup under another key took its place. */
  backupAt(path: string): Keyring | null {
    return this.#backups.get(keyIdOf(path)) ?? null;
  }

  /** All keys that backups were unlocked with. */
  backupKeys(): OfficeKey[] {
    return [...this.#backups.values()].flatMap(({ keys }) => keys);
  }

  forgetOffice(): void {
    this.#office = null;
  }

  forgetAll(): void {
    this.#office = null;
    this.#backups.clear();
  }
}
