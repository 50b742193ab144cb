import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { SochiboError, systemCode } from '../errors.ts';
import { unwatched } from '../jobs/course.ts';
import { readChecked } from './backups/checked-note.ts';
import { lockedPage } from './connection.ts';
import { askThread } from './copying/ask-thread.ts';
import type { FileEngine } from './file-engine.ts';
import { damagedWords } from './open-errors.ts';

const ioError = 10;
const shortRead = 522;

/**
 * Reads every page that is in use, and nothing of what stands on it: a page that its cipher does not acknowledge, one that belongs
 * to nothing and one that belongs to two are found before anything is shown (a district's 176 MB: 0.12 s, a quarter of
 * `refuseDamaged`, which still has to follow). Throws as that one.
 */
export function refuseUnreadable(connection: Database.Database, path: string): void {
  const pages = pagesInUse(connection, path);
  const free = Number(connection.pragma('freelist_count', { simple: true }));
  const all = Number(connection.pragma('page_count', { simple: true }));
  const locks = lockPages(all, Number(connection.pragma('page_size', { simple: true })));
  if (pages.spoilt === 0 && pages.present === pages.different && pages.present + free + locks === all) return;
  throw new SochiboError('office_damaged', damagedWords(path), { cause: `${pages.present} + ${free} of ${all} pages` });
}

/**
 * Pages that belong to no table and are not free in a file of so many: the one at the first gibibyte, where SQLite's locks are and
 * nothing is ever written (sqlite.org/fileformat2.html, 1.4), in a file that reaches so far; a province's does.
 */
export function lockPages(pages: number, bytesOfPage: number): 0 | 1 {
  return pages * bytesOfPage > lockedPage ? 1 : 0;
}

interface PagesInUse {
  present: number;
  different: number;
  spoilt: number;
}

function pagesInUse(connection: Database.Database, path: string): PagesInUse {
  try {
    const pages = connection.prepare<[], PagesInUse>(
      `SELECT count(*) AS present, count(DISTINCT pageno) AS different,
         count(*) FILTER (WHERE pagetype = 'corrupted') AS spoilt FROM dbstat`,
    );
    return pages.get() ?? { present: 0, different: 0, spoilt: 0 };
  } catch (error) {
    const code = systemCode(error);
    const isOfFile = code === 'SQLITE_IOERR_DATA' || code === 'SQLITE_IOERR_SHORT_READ';
    throw code.startsWith('SQLITE_IOERR') && !isOfFile ? notRead(path, error) : error;
  }
}

/**
 * Checks every page of an office file and every row on it before anything is shown from it. Throws `office_damaged`; what the disk
 * refused to read is no damage of the file and is thrown as `write_refused` (Zotero's rule: an operational error is never taken for
 * corruption).
 */
export function refuseDamaged(connection: Database.Database, path: string): void {
  refuseFound(connection.prepare<[], string>('PRAGMA quick_check(1000)').pluck().all(), path);
}

/**
 * The same behind `refuseUnreadable` and before anything is changed (`check-behind.ts`). Nothing is left to check where the file is,
 * byte for byte, the one whose copy passed its check last: a thread reads it for that (`copying/`). Another is checked a table after
 * the other, so that the window waits no longer than for the largest (a district's: a third of the whole). That each page is of one
 * table was seen there.
 */
export async function refuseDamagedBehind(engine: FileEngine, path: string): Promise<void> {
  if (await isAsChecked(engine, path)) return;
  const named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0";
  if (!engine.isOpen) return;
  const tables = engine.connection.prepare<[], string>(named).pluck().all();
  for (const table of ['sqlite_schema', ...tables]) {
    if (!engine.isOpen) return;
    const check = (file: Database.Database) => file.prepare<[], string>(`PRAGMA quick_check("${table}")`).pluck().all();
    refuseFound(engine.lifted(check), path);
    await setImmediate();
  }
}

/** What keeps it from being told is no damage: then the tables are looked at. */
async function isAsChecked(engine: FileEngine, path: string): Promise<boolean> {
  const checked = readChecked(path);
  if (checked === null) return false;
  try {
    return (await askThread({ work: 'fingerprint', source: engine.file }, unwatched)) === checked;
  } catch {
    return false;
  }
}

function refuseFound(found: readonly string[], path: string): void {
  if (found.length === 1 && found[0] === 'ok') return;
  const codes = found.flatMap((line) => [...line.matchAll(/error code=(\d+)/gu)].map(([, code]) => Number(code)));
  if (codes.some((code) => code % 256 === ioError && code !== shortRead)) throw notRead(path, found[0]);
  throw new SochiboError('office_damaged', damagedWords(path), { cause: found[0] });
}

function notRead(path: string, cause: unknown): SochiboError {
  return new SochiboError(
    'write_refused',
    `Ổ đĩa từ chối đọc ${path}. Kiểm tra ổ đĩa, dây nối rồi mở lại; tệp không bị thay đổi.`,
    { cause },
  );
}
