import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Windows flushes only what is open for writing. */
export function flush(path: string, flags: 'r' | 'r+' = 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Windows cannot open a folder; there the rename itself is durable. */
export function flushFolder(path: string): void {
  if (process.platform !== 'win32') flush(path, 'r');
}
