import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { SochiboError } from '../errors.ts';
import { applicationId, integerPragma, openConnection } from './connection.ts';
import { describeStorageError } from './open-errors.ts';

/**
 * Writes a checked copy of an open office to `target` (never over an existing file): VACUUM INTO a temporary file,
 * reopened and checked, flushed, then renamed (reliability finding 5). The copy stays encrypted like its source.
 */
export function backupOffice(connection: Database.Database, target: string): void {
  if (existsSync(target)) {
    throw new SochiboError('office_exists', `Đã có tệp ${target}. Chọn tên khác cho bản sao lưu.`);
  }
  const temporary = `${target}.tmp`;
  rmSync(temporary, { force: true });
  try {
    connection.prepare('VACUUM INTO ?').run(temporary);
    checkCopy(temporary);
    flush(temporary);
    renameSync(temporary, target);
    flush(dirname(target));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw describeStorageError(error, target);
  }
}

/** A backup beside the file, named after what comes next and the time: `So.sochibo.truoc-nang-cap-20261121-101500.bak`. */
export async function backupBefore(connection: Database.Database, path: string, step: 'nâng cấp'): Promise<string> {
  const stamp = new Date().toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 15);
  const target = `${path}.${step === 'nâng cấp' ? 'truoc-nang-cap' : step}-${stamp}.bak`;
  backupOffice(connection, target);
  return target;
}

/**
 * Puts a backup in place as a new office file. Never overwrites: an office already at `target` is refused, and so is
 * a write-ahead log left there, which would silently undo the restore (reliability finding 4).
 */
export function restoreOffice(backup: string, target: string): void {
  for (const present of [target, `${target}-wal`, `${target}-journal`]) {
    if (existsSync(present)) {
      throw new SochiboError('office_exists', `Đã có tệp ${present}. Chuyển tệp đó đi hoặc khôi phục sang tên khác.`);
    }
  }
  if (!existsSync(backup)) throw new SochiboError('office_not_found', `Không có bản sao lưu ${backup}.`);
  let connection: Database.Database | null = null;
  try {
    connection = openConnection(backup, { mustExist: true, readonly: true });
    if (integerPragma(connection, 'application_id') !== applicationId) {
      throw new SochiboError('office_not_an_office', `Tệp ${backup} không phải bản sao lưu của Sổ Chi bộ.`);
    }
    backupOffice(connection, target);
  } catch (error) {
    throw describeStorageError(error, backup);
  } finally {
    connection?.close();
  }
}

function checkCopy(path: string): void {
  const copy = openConnection(path, { mustExist: true, readonly: true });
  try {
    const result = copy.pragma('integrity_check', { simple: true });
    if (result !== 'ok')
      throw new SochiboError('office_damaged', `Bản sao lưu ${path} không đạt kiểm tra: ${String(result)}.`);
  } finally {
    copy.close();
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
