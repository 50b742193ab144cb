import { hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** What an encrypted office file is written under (decision 0005). */
export interface OfficeKey {
  /** Stands in clear in the first bytes of every file under this key: 16 hexadecimal digits. It tells nothing of the secret. */
  readonly id: string;
  /** 20 random bytes; printed, they are the recovery code. */
  readonly secret: Buffer;
}

/** What an office was opened with. */
export interface Keyring {
  /** The key of the file; null: it has no passphrase. */
  readonly current: OfficeKey | null;
  /** The current key and those that some of its backups are still under. */
  readonly keys: readonly OfficeKey[];
  /** Whose passphrase opened it; null: none did. */
  readonly slot: { readonly id: string; readonly label: string } | null;
  readonly openedBy: 'published_key' | 'passphrase' | 'recovery_code';
}

/** An office without a passphrase. */
export const noKeys: Keyring = { current: null, keys: [], slot: null, openedBy: 'published_key' };

const marker = Buffer.from('SOCHIBO1', 'latin1');
const idBytes = 8;

export function newOfficeKey(): OfficeKey {
  return officeKeyOf(randomBytes(20));
}

export function officeKeyOf(secret: Buffer): OfficeKey {
  return { id: derive(secret, 'id', idBytes).toString('hex'), secret };
}

/** 32 bytes for one purpose: `pages` of the file, `slots` for the seal of the slots. */
export function derive(secret: Buffer, purpose: 'pages' | 'slots' | 'id', length = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `sochibo ${purpose} 1`, length));
}

/**
 * Key and salt as the cipher takes them, in hexadecimal. A raw key needs no salt, so the 16 bytes that the salt has in clear at
 * the head of the file say that it is an encrypted office, and under which key.
 */
export function rawKey(key: OfficeKey): string {
  return derive(key.secret, 'pages').toString('hex') + marker.toString('hex') + key.id;
}

/** The id of the key a file is under, from its first bytes; null: an office without a passphrase, or no office, or no file. */
export function keyIdOf(path: string): string | null {
  const head = Buffer.alloc(marker.length + idBytes);
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    readSync(handle, head);
  } finally {
    closeSync(handle);
  }
  return head.subarray(0, marker.length).equals(marker) ? head.subarray(marker.length).toString('hex') : null;
}
