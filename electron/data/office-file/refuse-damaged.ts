import type Database from 'better-sqlite3';
import { SochiboError } from '../errors.ts';
import { damagedWords } from './open-errors.ts';

const ioError = 10;
const shortRead = 522;

/**
 * Reads every page of an office file, on every opening (30–80 ms for a district's 7 MB): a page that its cipher does not
 * acknowledge is found before anything is shown from it. Throws `office_damaged`; what the disk refused to read is no
 * damage of the file and is thrown as `write_refused` (Zotero's rule: an operational error is never taken for corruption).
 */
export function refuseDamaged(connection: Database.Database, path: string): void {
  const found = connection.prepare<[], string>('PRAGMA quick_check(1000)').pluck().all();
  if (found.length === 1 && found[0] === 'ok') return;
  const codes = found.flatMap((line) => [...line.matchAll(/error code=(\d+)/gu)].map(([, code]) => Number(code)));
  if (codes.some((code) => code % 256 === ioError && code !== shortRead)) {
    throw new SochiboError(
      'write_refused',
      `Ổ đĩa từ chối đọc ${path}. Kiểm tra ổ đĩa, dây nối rồi mở lại; tệp không bị thay đổi.`,
      { cause: found[0] },
    );
  }
  throw new SochiboError('office_damaged', damagedWords(path), { cause: found[0] });
}
