import type { OfficeKey } from '../keys/office-key.ts';
import type { LogHead } from '../log-heads.ts';

/** An open office file that nothing is written to while it is read beside its connection. */
export interface StillFile {
  path: string;
  /** Its own: opening the file once more and closing that would let go of SQLite's lock. */
  handle: number;
  /** Bytes, of all pages and of one. */
  size: number;
  pageSize: number;
}

/** What is asked of the thread, once. */
export type CopyRequest =
  | {
      work: 'copy';
      source: StillFile;
      /** Where it is written, and where it is to stand when it is whole. */
      target: string;
      place: string;
      keys: readonly OfficeKey[];
      /** The last change, which the copy must hold. */
      head: LogHead | null;
      /** Since when the file stands still, milliseconds of the clock. */
      since: number;
    }
  | { work: 'fingerprint'; source: StillFile };

/**
 * What the thread says. `read`: the file may change again. `done`, `failed` and `spoilt` are its last words: what the disk or SQLite
 * says of a file, and what the check of the copy has found.
 */
export type CopyMessage =
  | { kind: 'progress'; done: number; of: number }
  | { kind: 'read' }
  | { kind: 'done'; fingerprint: string }
  | { kind: 'failed'; code: string; message: string; path: string }
  | { kind: 'spoilt'; found: string };
