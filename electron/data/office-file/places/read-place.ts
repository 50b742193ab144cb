import { accessSync, constants, existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OfficePlace } from '../../../contract/opening.ts';
import { officePlace } from './office-place.ts';

const markerNames = ['.dropbox', '.dropbox.cache', '.tmp.drivedownload', '.nextcloudsync.log', '.owncloudsync.log'];

/** Where a file that is there stands; null: in an ordinary folder. */
export function readPlace(path: string): OfficePlace | null {
  const resolved = resolvedPath(path);
  const mount = process.platform === 'linux' ? mountOf(resolved) : null;
  return officePlace({
    platform: process.platform,
    path: resolved,
    fileSystem: mount?.fileSystem ?? null,
    mountPoint: mount?.mountPoint ?? null,
    env: process.env,
    markers: foldersAbove(resolved).flatMap((folder) => markerNames.filter((name) => existsSync(join(folder, name)))),
    mayWrite: mayWrite(path) && mayWrite(dirname(path)),
  });
}

function resolvedPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function foldersAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...foldersAbove(folder)];
}

/** The innermost mount that a path stands in. */
function mountOf(path: string): { mountPoint: string; fileSystem: string } | null {
  let lines: string[];
  try {
    lines = readFileSync('/proc/self/mounts', 'utf8').split('\n');
  } catch {
    return null;
  }
  const mounts = lines.flatMap((line) => {
    const [, mountPoint, fileSystem] = line.split(' ');
    if (mountPoint === undefined || fileSystem === undefined) return [];
    // A blank in a name stands as \040.
    const plain = mountPoint.replace(/\\(\d{3})/gu, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    return plain === '/' || path === plain || path.startsWith(`${plain}/`) ? [{ mountPoint: plain, fileSystem }] : [];
  });
  return mounts.toSorted((a, b) => b.mountPoint.length - a.mountPoint.length)[0] ?? null;
}
