import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { formatDate, parseIsoDate } from '../../vietnamese/dates.ts';
import { openConnection } from '../connection.ts';
import type { OfficeKey } from '../keys/office-key.ts';
import { headOf, standingOf } from '../log-heads.ts';
import type { Office } from '../office.ts';
import { type BackupName, backupFolderOf } from './backup-names.ts';
import { listBackups } from './backup-store.ts';

/** Backups looked at when an office is opened: a cut log is found while the newest of before the cut are among them. */
const lookedAtOnOpening = 8;
const changesNamed = 3;

const found = new WeakMap<Office, Promise<string[]>>();

/** What the newest backups know and the office does not, in words; read once after each opening. */
export function lostSinceBackups(office: Office): Promise<string[]> {
  const known = found.get(office);
  if (known) return known;
  const read = office.view
    ? Promise.resolve([])
    : office.maintainLater((connection) =>
        lostChanges(connection, office.path, office.keyring.keys, lookedAtOnOpening),
      );
  found.set(office, read);
  return read;
}

/**
 * The changes that backups of this office hold and its log does not, a line for each such backup, newest first. What was left
 * behind by a restore is not missing: only backups made since the last one count. One that cannot be read says nothing here.
 */
export function lostChanges(
  connection: Database.Database,
  officePath: string,
  keys: readonly OfficeKey[],
  most = Number.POSITIVE_INFINITY,
): string[] {
  const all = listBackups(officePath);
  const restored = all.findIndex(({ reason }) => reason === 'restore');
  const since = restored === -1 ? all : all.slice(0, restored);
  return since.slice(0, most).flatMap((backup) => {
    const lost = lostTo(connection, join(backupFolderOf(officePath), backup.file), keys);
    return lost === null ? [] : [`Bản sao lưu ${momentOf(backup)}: sổ thiếu ${lost}`];
  });
}

/** What the log of a copy holds and that of the office does not; null for nothing, another office, or a copy that does not open. */
function lostTo(connection: Database.Database, path: string, keys: readonly OfficeKey[]): string | null {
  let copy: Database.Database;
  try {
    copy = openConnection(path, { mustExist: true, readonly: true, keys });
  } catch {
    return null;
  }
  try {
    if (officeId(copy) !== officeId(connection)) return null;
    const head = headOf(copy);
    if (head === null || standingOf(connection, head) === 'held') return null;
    const missing = changesAfter(copy, lastInBoth(connection, copy));
    const named = missing.slice(0, changesNamed).map(({ id, action, detail }) => `${id} ${action}: ${detail}`);
    const more = missing.length > changesNamed ? '; …' : '';
    return `${missing.length} lần ghi (${named.join('; ')}${more})`;
  } catch {
    // Damaged: its own preview says so.
    return null;
  } finally {
    copy.close();
  }
}

function officeId(connection: Database.Database): string | undefined {
  return connection.prepare<[], { id: string }>('SELECT id FROM office').get()?.id;
}

/** The last transaction that stands in both logs with the same seal; 0: none. */
function lastInBoth(connection: Database.Database, copy: Database.Database): number {
  const seals = copy.prepare<[], { id: number; hash: string }>(
    'SELECT id, hash FROM audit_transaction ORDER BY id DESC',
  );
  for (const { id, hash } of seals.iterate()) {
    if (standingOf(connection, { transaction: id, hash }) === 'held') return id;
  }
  return 0;
}

function changesAfter(copy: Database.Database, last: number): { id: number; action: string; detail: string }[] {
  return copy
    .prepare<[number], { id: number; action: string; detail: string }>(
      'SELECT id, action, detail FROM audit_transaction WHERE id > ? ORDER BY id',
    )
    .all(last);
}

/** `10:15 22/11/2026` */
function momentOf({ at }: BackupName): string {
  const day = parseIsoDate(at.slice(0, 10));
  return day === null ? at : `${at.slice(11, 16)} ${formatDate(day)}`;
}
