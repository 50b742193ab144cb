import { statfsSync } from 'node:fs';

/** What the disk of a folder still takes, in bytes. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
