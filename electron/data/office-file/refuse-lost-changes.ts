import { copyFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { SochiboError } from '../errors.ts';
import { lastChange } from './backups/read-backup.ts';
import { lockNotePath, readLockNote } from './places/lock-note.ts';

/**
 * Where SQLite's log does not read, it is cut there without a word, and the last acknowledged changes with it. Whoever had the file
 * open has left beside it which change was acknowledged last: an office that holds fewer is refused, and its log is kept.
 * Throws `office_damaged`. To be asked while the file is locked, before anything is written.
 */
export function refuseLostChanges(connection: Database.Database, path: string): void {
  const acknowledged = readLockNote(path)?.acknowledged ?? 0;
  const present = lastChange(connection)?.transaction ?? 0;
  if (present >= acknowledged) return;
  keepLog(`${path}-wal`);
  throw new SochiboError(
    'office_damaged',
    `Sổ ${path} thiếu ${acknowledged - present} lần ghi cuối, đã ghi xong trước khi máy hoặc chương trình dừng đột ngột: ` +
      'tệp nhật ký ghi bên cạnh sổ đã hỏng hoặc mất. Tệp được giữ lại. Khôi phục từ bản sao lưu gần nhất, hoặc cứu ' +
      'những gì còn đọc được sang sổ mới rồi nhập lại các thay đổi cuối. ' +
      `Nếu đã tự chép một bản cũ vào đây, xóa tệp ${basename(lockNotePath(path))} rồi mở lại.`,
  );
}

/** SQLite removes a log when it closes the file. */
function keepLog(log: string): void {
  if (!statSync(log, { throwIfNoEntry: false })?.size) return;
  const moment = new Date().toISOString().replaceAll(/[-:]/gu, '').slice(0, 15);
  copyFileSync(log, `${log}.hong-${moment}`);
}
