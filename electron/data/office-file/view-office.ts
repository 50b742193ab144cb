import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { SochiboError } from '../errors.ts';
import { backupFolderOf } from './backups/backup-names.ts';
import { listBackups } from './backups/backup-store.ts';
import { lastChange } from './backups/read-backup.ts';
import { applicationId, integerPragma, openConnection } from './connection.ts';
import { FileEngine } from './file-engine.ts';
import { type Keyring, noKeys } from './keys/office-key.ts';
import { migrate } from './migrate.ts';
import { Office } from './office.ts';
import { describeStorageError } from './open-errors.ts';
import { holderWords, readLockNote } from './places/lock-note.ts';
import { refuseDamaged } from './refuse-damaged.ts';
import { noHold } from './standing.ts';

/** Who looks, and what opens the file. */
interface Viewer {
  actor: string;
  keyring?: Keyring;
}

/** Attempts to copy a file between two writes of whoever has it open. */
const attempts = 3;

/**
 * Opens a copy of an office file that is in use elsewhere, or that may only be read: to be looked at. The copy, at `target`,
 * holds what is written up to now, with its log, and is checked page by page; where none comes out whole, it is the
 * newest backup. An encrypted one stays encrypted. Throws as `openOffice`; the file itself is only read.
 */
export function viewOffice(path: string, target: string, { actor, keyring = noKeys }: Viewer): Office {
  if (!existsSync(path)) throw new SochiboError('office_not_found', `Không có tệp ${path}.`);
  try {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (!copyAtRest(path, target)) continue;
      return opened({ path, copy: target, actor, keyring, words: reason(path) });
    }
    throw new SochiboError(
      'office_locked',
      `Sổ ${path} đang được ghi liên tục nên chưa chép ra xem được. Thử lại sau.`,
    );
  } catch (error) {
    const refusal = describeStorageError(error, path);
    const backup = newestBackup(path);
    if (backup === null || !isOfCopy(refusal)) throw refusal;
    removeCopy(target);
    copyPart(backup, target);
    const words = `${reason(path)} Đang xem bản sao lưu gần nhất.`;
    return opened({ path, copy: target, actor, keyring, words });
  }
}

function isOfCopy(error: unknown): boolean {
  return error instanceof SochiboError && ['office_damaged', 'office_locked'].includes(error.code);
}

interface Looking extends Required<Viewer> {
  path: string;
  copy: string;
  words: string;
}

function opened({ path, copy, actor, keyring, words }: Looking): Office {
  let connection: Database.Database | null = null;
  try {
    connection = openConnection(copy, { mustExist: true, keys: keyring.keys });
    if (integerPragma(connection, 'application_id') !== applicationId) {
      throw new SochiboError('office_not_an_office', `Tệp ${path} không phải sổ của Sổ Chi bộ.`);
    }
    refuseDamaged(connection, path);
    migrate(connection);
    const asOf = lastChange(connection)?.at ?? new Date().toISOString();
    const hold = { ...noHold, release: () => removeCopy(copy) };
    return new Office(path, new FileEngine(connection), actor, keyring, { view: { asOf, words }, hold });
  } catch (error) {
    connection?.close();
    removeCopy(copy);
    throw error;
  }
}

function reason(path: string): string {
  return readLockNote(path) ? holderWords(path) : 'Đang xem bản chép, không phải tệp gốc.';
}

/** Whether the file and the beginning of its log stayed as they were while both were copied: then they belong together. */
function copyAtRest(path: string, target: string): boolean {
  removeCopy(target);
  const before = look(path);
  for (const part of ['', '-wal']) if (existsSync(path + part)) copyPart(path + part, target + part);
  return look(path) === before;
}

/** A log is only added to until it begins anew with another head. */
function look(path: string): string {
  const { ino, size, mtimeMs } = statSync(path);
  const head = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`).subarray(0, 32).toString('hex') : '';
  return `${ino} ${size} ${mtimeMs} ${head}`;
}

function copyPart(from: string, to: string): void {
  copyFileSync(from, to);
  // What comes from a read-only medium is read-only itself.
  chmodSync(to, 0o600);
}

function newestBackup(path: string): string | null {
  const [newest] = listBackups(path);
  return newest ? join(backupFolderOf(path), newest.file) : null;
}

function removeCopy(copy: string): void {
  for (const part of ['', '-wal', '-journal', '-shm']) rmSync(copy + part, { force: true });
}
