import { basename, dirname, extname, join } from 'node:path';

/** Why a backup was made; the words stand in its file name, so that a folder of backups can be read without the program. */
export const backupReasons = {
  daily: 'hang-ngay',
  closing: 'dong-so',
  import: 'truoc-nhap',
  migration: 'truoc-nang-cap',
  restore: 'truoc-khoi-phuc',
  person: 'tu-sao-luu',
} as const;

export type BackupReason = keyof typeof backupReasons;

/** What the name of a backup says. */
export interface BackupName {
  /** Name of the file, without its folder. */
  file: string;
  reason: BackupReason;
  /** When it was made, by the clock of the machine: `2026-11-22T10:15:00`. */
  at: string;
  /** Among those of one second, from 1. */
  number: number;
}

const ending = '.bak';

/** The folder beside the office file in which its backups are kept: `So huyen uy - sao luu`. */
export function backupFolderOf(officePath: string): string {
  return join(dirname(officePath), `${stemOf(officePath)} - sao lưu`);
}

/** `So.20261122-101500.truoc-nhap.bak`; `number` tells apart those of one second. */
export function backupName(officePath: string, reason: BackupReason, at: Date, number: number): string {
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(twoDigits).join('');
  const clock = [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join('');
  const again = number > 1 ? `-${number}` : '';
  return `${stemOf(officePath)}.${day}-${clock}${again}.${backupReasons[reason]}${ending}`;
}

/** What a file of the backup folder is; null for one that is no backup of this office by its name. */
export function readBackupName(officePath: string, file: string): BackupName | null {
  const stem = `${stemOf(officePath)}.`;
  if (!file.startsWith(stem)) return null;
  const match = /^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})(?:-(\d+))?\.([a-z-]+)\.bak$/u.exec(
    file.slice(stem.length),
  );
  if (!match) return null;
  const [, year, month, day, hour, minute, second, again, words] = match;
  const reason = reasonOf(words ?? '');
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  return reason && { file, reason, at, number: Number(again ?? 1) };
}

function reasonOf(words: string): BackupReason | null {
  const reasons: readonly BackupReason[] = ['daily', 'closing', 'import', 'migration', 'restore', 'person'];
  return reasons.find((reason) => backupReasons[reason] === words) ?? null;
}

function stemOf(officePath: string): string {
  return basename(officePath, extname(officePath));
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
