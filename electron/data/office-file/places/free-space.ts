import { dirname } from 'node:path';
import { SochiboError } from '../../errors.ts';
import { freeBytes } from './free-bytes.ts';

/** A fifth more than is to be written: the disk is used by others, too. */
const reserve = 1.2;

/** A report, a form, a package, whose size is not known before it is written: no larger than this. */
export const roomOfExport = 20_000_000;

/**
 * Throws `disk_full` where the disk of the folder that `target` is to stand in has no room for so many bytes: before
 * anything is written, for on a full disk even deleting fails (reliability finding 7).
 */
export function refuseWithoutRoom(target: string, bytes: number): void {
  const folder = dirname(target);
  const free = freeBytes(folder);
  if (free > bytes * reserve) return;
  throw new SochiboError(
    'disk_full',
    `Ổ đĩa chứa ${folder} không đủ chỗ: cần khoảng ${megabytes(bytes * reserve, Math.ceil)} MB, còn trống ${megabytes(free, Math.floor)} MB. ` +
      'Chưa ghi gì, việc đang làm còn nguyên. Xóa bớt tệp không cần hoặc dọn thùng rác rồi làm lại.',
  );
}

/** With one decimal, `0,1`. */
function megabytes(bytes: number, round: (tenths: number) => number): string {
  return String(round(bytes / 100_000) / 10).replace('.', ',');
}
