import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { backupFolderOf } from './backup-names.ts';

/** Which bytes of an office file were checked through last, as their copy: in the folder of its backups, a line of hexadecimal. */
function checkedNotePath(officePath: string): string {
  return join(backupFolderOf(officePath), `${basename(officePath, extname(officePath))}.da-kiem-tra`);
}

/** `fingerprint`: of the pages of the office that a backup, which has passed its check, was made of. */
export function noteChecked(officePath: string, fingerprint: string): void {
  try {
    writeFileSync(checkedNotePath(officePath), `${fingerprint}\n`);
  } catch {
    // Without it the next opening checks the file through.
  }
}

/** Null: none is known. */
export function readChecked(officePath: string): string | null {
  try {
    const path = checkedNotePath(officePath);
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
  } catch {
    return null;
  }
}
