import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import { SochiboError } from '../../errors.ts';
import { brokenSeals } from '../audit.ts';
import { backupOffice } from '../backup-office.ts';
import { checkOffice, type OfficeCheck } from '../check-office.ts';
import { type Keyring, noKeys } from '../keys/office-key.ts';
import { copySlots, slotsPathOf } from '../keys/slots-file.ts';
import { openOffice } from '../open-office.ts';
import { refuseWithoutRoom } from '../places/free-space.ts';
import { type LooseRow, looseWords, type RefusedRow, settleReferences } from './lost-references.ts';
import { NewFile } from './new-file.ts';
import { columnsOf, readTable, type TableReading } from './read-table.ts';
import { putRowsFromLog } from './rows-from-log.ts';
import { openWorkingCopy, type WorkingCopy } from './working-copy.ts';

/** What became of one table. `read` + `fromLog` rows came over, before `loose` ones were left out. */
export interface TableOutcome {
  table: string;
  /** Read from the damaged file. */
  read: number;
  /** Did not read, and came back as the audit log says they were. */
  fromLog: number;
  /** Did not read and could not be had elsewhere: exactly, or at least so many. */
  lost: number;
  isExact: boolean;
}

export interface SalvageOutcome {
  source: string;
  target: string;
  /** When, by the clock of the machine. */
  at: Date;
  isCutOff: boolean;
  /** The text beside the new file then tells nothing of what stands in its rows. */
  isEncrypted: boolean;
  tables: readonly TableOutcome[];
  loose: readonly LooseRow[];
  /** Rows with a value that their table does not take; counted as lost where the log did not have them otherwise. */
  refused: readonly RefusedRow[];
  /** Transactions whose seal is broken or gone: the log can no longer show what they changed. */
  brokenSeals: number;
  /** The office's own row was lost: name and level are to be set anew. */
  officeLost: boolean;
  /** The new file, checked: dated rules that a lost row broke are named in it. */
  check: OfficeCheck;
}

/**
 * Reads a damaged office file as far as it goes into a new one of the newest schema, and opens that once, so that it is
 * known to open. It is under the key of the damaged one (`keyring`), with the same slots. The damaged file is only read; nothing
 * is overwritten. Throws `office_exists`, `office_not_found`, `office_not_an_office`, `office_newer`, `disk_full`; nothing is
 * left at `target` then.
 */
export async function salvageOffice(
  source: string,
  target: string,
  { keyring = noKeys, ...environment }: { resourcesDir: string; actor: string; keyring?: Keyring },
): Promise<SalvageOutcome> {
  for (const present of [target, slotsPathOf(target)]) {
    if (existsSync(present)) {
      throw new SochiboError('office_exists', `Đã có tệp ${present}. Chọn tên khác cho sổ cứu được.`);
    }
  }
  if (!existsSync(source)) throw new SochiboError('office_not_found', `Không có tệp ${source}.`);
  refuseWithoutRoom(target, statSync(source).size * 2);
  const copy = openWorkingCopy(source, keyring);
  try {
    if (keyring.current) copySlots(source, target);
    const outcome = rebuild(copy, target, keyring);
    const check = await nameSalvage(target, { ...environment, keyring }, outcome.loose);
    const isEncrypted = keyring.current !== null;
    return { source, target, at: new Date(), isEncrypted, isCutOff: copy.isCutOff, check, ...outcome };
  } catch (error) {
    for (const part of [target, slotsPathOf(target)]) rmSync(part, { force: true });
    throw error;
  } finally {
    copy.remove();
  }
}

type Rebuilt = Pick<SalvageOutcome, 'tables' | 'loose' | 'refused' | 'brokenSeals' | 'officeLost'>;

function rebuild({ connection: source, folder, version }: WorkingCopy, target: string, keyring: Keyring): Rebuilt {
  const file = new NewFile(join(folder, 'moi.sochibo'), version, keyring.current);
  try {
    const readings = new Map<string, TableReading>();
    for (const table of file.tables()) {
      const columns = columnsOf(source, table);
      readings.set(table, columns.length === 0 ? unknownTable(file, table) : read(source, file, table, columns));
    }
    const tables = [...readings].map(([table, reading]) => completed(file, table, reading, readings));
    const officeLost = fillOfficeRow(file);
    const loose = settleReferences(file.connection);
    sealGaps(file);
    file.finish();
    const broken = brokenSeals(file.connection).length;
    backupOffice(file.connection, target, { keys: keyring.keys });
    return { tables, loose, refused: file.refused, brokenSeals: broken, officeLost };
  } finally {
    file.connection.close();
  }
}

function read(source: Database.Database, file: NewFile, table: string, columns: readonly string[]): TableReading {
  return readTable(source, table, file.putter(table, columns));
}

/** A table that cannot even be found in the file. */
function unknownTable(file: NewFile, table: string): TableReading {
  return { columns: columnsOf(file.connection, table), read: 0, lost: new Set(), isExact: false };
}

/** The rows of one table that did not read, from the log where that is whole. */
function completed(
  file: NewFile,
  table: string,
  { columns, read, lost, isExact }: TableReading,
  readings: ReadonlyMap<string, TableReading>,
): TableOutcome {
  const logReading = readings.get('audit_log');
  const isLogWhole = logReading?.isExact === true && logReading.lost.size === 0;
  const isAudited = columns.includes('id') && !table.startsWith('audit_');
  const isWhole = isExact && lost.size === 0;
  if (isWhole || !isLogWhole || !isAudited) return { table, read, fromLog: 0, lost: lost.size, isExact };
  // A whole log knows every row there was.
  const log = putRowsFromLog(file.connection, table, columns, file.putter(table, columns));
  return { table, read, fromLog: log.came, lost: log.lost, isExact: true };
}

/** An office file needs its one row of itself; where that is lost, one that says so. Returns whether it was. */
function fillOfficeRow({ connection }: NewFile): boolean {
  const present = connection.prepare<[], number>('SELECT count(*) FROM office').pluck().get();
  if (present !== 0) return false;
  const name = 'Sổ cứu được (đặt lại tên ở Thiết lập)';
  connection
    .prepare(
      `INSERT INTO office (id, name, level, superior, place, issuer, advisory_body, body_code, report_receiver, created_on)
       VALUES (?, ?, 'commune', '', '', ?, '', '', '', date('now'))`,
    )
    .run(newId(), name, name);
  return true;
}

/** Rows of the log whose transaction is lost get one that says so: a later change must not take its number. */
function sealGaps({ connection }: NewFile): void {
  connection.exec(
    `INSERT INTO audit_transaction (id, at, actor, action, detail, undoes, rows, previous_hash, hash)
     SELECT transaction_id, '', '', 'Không đọc lại được', 'Tệp hỏng: mất tên và thời điểm của lần ghi này', NULL, count(*), '', ''
     FROM audit_log WHERE transaction_id NOT IN (SELECT id FROM audit_transaction) GROUP BY transaction_id`,
  );
}

/** The salvage stands in the history of the new file, with the rows that stayed out of it; the file is checked whole. */
async function nameSalvage(
  target: string,
  environment: { resourcesDir: string; actor: string; keyring: Keyring },
  loose: readonly LooseRow[],
): Promise<OfficeCheck> {
  const office = await openOffice(target, environment);
  try {
    await office.write('Cứu dữ liệu', 'Sổ này được đọc lại từ một tệp hỏng', (db) =>
      db
        .insertInto('setting')
        .values({
          id: newId(),
          key: `salvaged ${new Date().toISOString()}`,
          value: JSON.stringify(loose.map(looseWords)),
        })
        .execute(),
    );
    return await office.maintain(checkOffice);
  } finally {
    office.close();
  }
}
