import type { CopyKeys } from '../backup-office.ts';
import { restoreOffice } from '../restore-office.ts';
import { putInPlace } from './put-in-place.ts';

/**
 * Puts a backup in the place of a closed office file, under the key that the office has now. The backup is checked and written
 * out beside it first (`putInPlace`). Returns where the old file lies now. Throws as `restoreOffice`; the office is then as it was.
 */
export function restoreInPlace(backup: string, path: string, keys: CopyKeys = {}): string {
  return putInPlace(path, 'restore', (waiting) => restoreOffice(backup, waiting, keys));
}
