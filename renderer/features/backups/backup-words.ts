import type { BackupCounts, BackupEntry } from '../../../electron/contract/backups.ts';

/** Why a backup was made, as the clerk would say it. */
export const reasonWords: Readonly<Record<BackupEntry['reason'], string>> = {
  daily: 'Hằng ngày, khi mở sổ',
  closing: 'Khi đóng sổ',
  import: 'Trước khi nhập dữ liệu',
  migration: 'Trước khi nâng cấp sổ',
  restore: 'Trước khi khôi phục',
  person: 'Tự sao lưu',
};

export const countWords: readonly (readonly [key: keyof BackupCounts, label: string])[] = [
  ['organisations', 'Tổ chức đảng'],
  ['members', 'Đảng viên'],
  ['meetings', 'Buổi sinh hoạt'],
  ['visits', 'Lượt dự sinh hoạt'],
  ['petitions', 'Kiến nghị'],
];

/** Kilobytes below one megabyte, else megabytes with one decimal. */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / 1_048_576;
  if (megabytes < 1) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${megabytes.toFixed(1).replace('.', ',')} MB`;
}
