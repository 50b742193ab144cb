import { utimesSync } from 'node:fs';
import { openConnection } from '../connection.ts';
import { flush } from '../flush.ts';
import type { OfficeKey } from '../keys/office-key.ts';
import { headOf, type LogHead } from '../log-heads.ts';

/** What the copy is under, and what it must hold. */
interface Expected {
  keys: readonly OfficeKey[];
  head: LogHead | null;
  since: number;
}

/**
 * Makes a copy of every page one that may be read from anywhere (without a log beside it) and checks it: its cipher acknowledges
 * each page that is in use, as it was written and at its place, so that it has every row of its source; what stands on the pages;
 * the last change. Then it is flushed, under the time since when it has been so. Returns what is wrong with it, or null. Throws what
 * SQLite and the system say.
 */
export function finishCopy(path: string, { keys, head, since }: Expected): string | null {
  const copy = openConnection(path, { mustExist: true, keys });
  try {
    copy.pragma('journal_mode=DELETE');
    const result = String(copy.pragma('integrity_check', { simple: true }));
    const held = headOf(copy);
    if (result !== 'ok') return result;
    if (held?.transaction !== head?.transaction || held?.hash !== head?.hash) return 'thiếu lần ghi cuối';
  } finally {
    copy.close();
  }
  utimesSync(path, since / 1000, since / 1000);
  flush(path);
  return null;
}
