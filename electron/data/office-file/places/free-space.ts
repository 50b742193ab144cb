import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { SochiboError } from '../../errors.ts';

/** A fifth more than is to be written: the disk is used by others, too. */
const reserve = 1.2;

/**
 * Throws `disk_full` where the disk of the folder that `target` is to stand in has no room for so many bytes: before
 * anything is written, for on a full disk even deleting fails (reliability finding 7).
 */
export function refuseWithoutRoom(target: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(dirname(target));
  if (bavail * bsize > bytes * reserve) return;
  throw new SochiboError(
    'disk_full',
    `Ổ đĩa của ${dirname(target)} không đủ chỗ để ghi ${target} (cần khoảng ${megabytes(bytes * reserve)} MB). ` +
      'Giải phóng chỗ trống rồi làm lại; chưa có gì bị thay đổi.',
  );
}

function megabytes(bytes: number): string {
  return String(Math.max(1, Math.ceil(bytes / 1_000_000)));
}
