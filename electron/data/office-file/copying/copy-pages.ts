import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { lockedPage } from '../connection.ts';
import type { StillFile } from './copy-message.ts';

/** A whole number of pages of any size. */
const slice = 1 << 20;
/** What is not flushed yet is flushed with a clerk's next change, which waits for it: so much at the most. */
const flushedAtOnce = 16 * slice;

const shortRead = 'SQLITE_IOERR_SHORT_READ';

/** SHA-256 of every page. Throws what the system says. */
export function fingerprintOf(source: StillFile): string {
  const hash = createHash('sha256');
  readPages(source, (bytes) => hash.update(bytes));
  return hash.digest('hex');
}

/**
 * Writes the pages to a new file, flushed. `onProgress` hears how many bytes are written. Returns their fingerprint. Throws the
 * same; of the file that is read where its `syscall` is `read`.
 */
export function copyPages(source: StillFile, target: string, onProgress: (done: number) => void): string {
  const hash = createHash('sha256');
  const copy = openSync(target, 'wx');
  try {
    readPages(source, (bytes, at) => {
      hash.update(bytes);
      writeAll(copy, bytes, at);
      const done = at + bytes.length;
      if (done % flushedAtOnce !== 0 && done < source.size) return;
      fsyncSync(copy);
      onProgress(done);
    });
  } finally {
    closeSync(copy);
  }
  return hash.digest('hex');
}

function readPages(source: StillFile, take: (bytes: Buffer, at: number) => void): void {
  const buffer = Buffer.alloc(slice);
  for (let at = 0; at < source.size; at += slice) {
    const bytes = buffer.subarray(0, Math.min(slice, source.size - at));
    readAll(source, bytes, at);
    take(bytes, at);
  }
}

function readAll({ handle, pageSize }: StillFile, bytes: Buffer, at: number): void {
  // Windows lets nobody read what another handle has locked.
  let read = at === lockedPage ? bytes.fill(0, 0, pageSize) && pageSize : 0;
  while (read < bytes.length) {
    const count = readSync(handle, bytes, read, bytes.length - read, at + read);
    if (count === 0) throw Object.assign(new Error(`ends at ${at + read}`), { code: shortRead, syscall: 'read' });
    read += count;
  }
}

/** A disk that is nearly full takes a part, and says so only when the rest comes. */
function writeAll(copy: number, bytes: Buffer, at: number): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(copy, bytes, written, bytes.length - written, at + written);
  }
}
