import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SochiboError } from '../../errors.ts';
import { backupOffice } from '../backup-office.ts';
import { copySlots } from '../keys/slots-file.ts';
import type { Office } from '../office.ts';
import { refuseWithoutRoom, roomOfExport } from '../places/free-space.ts';
import { type BackupReason, backupFolderOf, readBackupName } from './backup-names.ts';
import { keepBackup, keepBackupOfChanges, listBackups } from './backup-store.ts';

/** When an office is backed up by itself: in the window also daily and on closing, elsewhere only before what changes much. */
export type BackupHabit = 'always' | 'before_changes' | 'never';

/** The backups of the open office, made by themselves and by the person. */
export class OfficeBackups {
  readonly #habit: BackupHabit;
  /** Why the last automatic backup could not be made, in words; null: it could. */
  failed: string | null = null;

  constructor(habit: BackupHabit) {
    this.#habit = habit;
  }

  /** A backup the person asks for. */
  keep(office: Office): Promise<string> {
    office.refuseToChange();
    return office.maintain((connection) => keepBackup(connection, office.path, 'person', office.keyring));
  }

  /** A backup at a place the person names, with the slots that open it. Throws as `backupOffice`, and `disk_full` before anything is written. */
  keepAt(office: Office, target: string): Promise<void> {
    return office.maintain((connection) => {
      refuseWithoutRoom(target, statSync(office.path).size);
      backupOffice(connection, target, { keys: office.keyring.keys });
      if (office.keyring.current) copySlots(office.path, target);
    });
  }

  /**
   * Before an import or a restore. Throws what keeps it from being made: then the change must not be made either; `disk_full`, where there
   * is no room for it and for the office to grow by half. Returns where it stands; null: this program keeps none.
   */
  async keepBefore(office: Office, reason: Extract<BackupReason, 'import' | 'restore'>): Promise<string | null> {
    office.refuseToChange();
    const { size } = statSync(office.path);
    refuseWithoutRoom(office.path, size * 1.5 + roomOfExport);
    if (this.#habit === 'never') return null;
    return office.maintain((connection) => keepBackup(connection, office.path, reason, office.keyring));
  }

  /** The first time an office is opened on a day, where something has changed since the last backup. */
  async keepDaily(office: Office, now = new Date()): Promise<void> {
    if (this.#habit !== 'always' || office.view) return;
    const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    try {
      if (listBackups(office.path)[0]?.at.startsWith(today)) return;
      await office.maintainLater((connection) =>
        keepBackupOfChanges(connection, office.path, 'daily', office.keyring, now),
      );
      this.failed = null;
    } catch (error) {
      // One that was closed meanwhile is not the office that is told about.
      if (office.isOpen) this.#note(error);
    }
  }

  /** Closes the office, with a backup of what has changed since the last one. */
  close(office: Office): void {
    try {
      office.close((connection) => {
        if (this.#habit === 'always' && !office.view)
          keepBackupOfChanges(connection, office.path, 'closing', office.keyring);
      });
    } catch (error) {
      this.#note(error);
    }
  }

  /** Nobody waits for such a backup: why it failed is kept for the window to show. */
  #note(error: unknown): void {
    this.failed =
      error instanceof SochiboError ? error.message : 'Không tự sao lưu được. Sao lưu bằng tay ở Thiết lập.';
  }
}

/** The path of a backup that is named without its folder. Throws `not_found` for any other name. */
export function backupPath(officePath: string, file: string): string {
  const named = basename(file) === file ? readBackupName(officePath, file) : null;
  if (!named) throw new SochiboError('not_found', `Không có bản sao lưu "${file}" của sổ này.`);
  return join(backupFolderOf(officePath), named.file);
}
