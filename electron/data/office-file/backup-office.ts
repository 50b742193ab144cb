import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { SochiboError, systemCode } from '../errors.ts';
import { openConnection } from './connection.ts';
import { describeStorageError } from './open-errors.ts';

/**
 * Writes a checked copy of an open office to `target` (never over an existing file): VACUUM INTO a temporary file,
 * reopened and checked, flushed, then renamed (reliability finding 5). The copy stays encrypted like its source.
 */
export function backupOffice(connection: Database.Database, target: string): void {
  if (existsSync(target)) {
    throw new SochiboError('office_exists', `Đã có tệp ${target}. Chọn tên khác cho bản sao lưu.`);
  }
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    connection.prepare('VACUUM INTO ?').run(temporary);
    checkCopy(temporary);
    flush(temporary);
    renameSync(temporary, target);
    flushFolder(dirname(target));
  } catch (error) {
    for (const leftover of [temporary, `${temporary}-journal`]) rmSync(leftover, { force: true });
    throw describeStorageError(error, isOfReading(error) ? connection.name : target);
  }
}

/** What only reading the source can say; all else is about the copy. */
function isOfReading(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|IOERR_(DATA|READ|SHORT_READ))/u.test(systemCode(error));
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

/** Windows flushes only what is open for writing. */
function flush(path: string, flags: 'r' | 'r+' = 'r+'): void {
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
