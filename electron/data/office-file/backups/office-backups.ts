import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SochiboError } from '../../errors.ts';
import { type Course, unwatched } from '../../jobs/course.ts';
import { copyOffice } from '../copying/copy-office.ts';
import { copySlots } from '../keys/slots-file.ts';
import type { Office } from '../office.ts';
import { refuseWithoutRoom, roomOfExport } from '../places/free-space.ts';
import { type BackupReason, backupFolderOf, readBackupName } from './backup-names.ts';
import { isBackupDue, keepBackupBehind, listBackups } from './backup-store.ts';

/** When an office is backed up by itself: in the window also daily and on closing, elsewhere only before what changes much. */
export type BackupHabit = 'always' | 'before_changes' | 'never';

/** The backups of the open office, made by themselves and by the person: one after the other, each behind who works. */
export class OfficeBackups {
  readonly #habit: BackupHabit;
  readonly #course: Course;
  /** Why the last automatic backup could not be made, in words; null: it could. */
  failed: string | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** `onProgress` hears how far a backup is that is made by itself. */
  constructor(habit: BackupHabit, onProgress: Course['onProgress'] = unwatched.onProgress) {
    this.#habit = habit;
    this.#course = { onProgress };
  }

  /** A backup the person asks for. Throws `cancelled` where it was stopped. */
  async keep(office: Office, course?: Course): Promise<string> {
    office.refuseToChange();
    return this.#make(office, () => keepBackupBehind(office, 'person', course));
  }

  /** A backup at a place the person names, with the slots that open it. Throws as `copyOffice`, and `disk_full` before anything is written. */
  async keepAt(office: Office, target: string): Promise<void> {
    refuseWithoutRoom(target, statSync(office.path).size);
    await this.#make(office, () => copyOffice(office, target));
    if (office.keyring.current) copySlots(office.path, target);
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
    return this.#make(office, () => keepBackupBehind(office, reason));
  }

  /** The first time an office is opened on a day, where something has changed since the last backup. */
  async keepDaily(office: Office, now = new Date()): Promise<void> {
    if (this.#habit !== 'always' || office.view) return;
    const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    try {
      if (listBackups(office.path)[0]?.at.startsWith(today)) return;
      // It comes after the check of the whole file, and does not begin it; a change asked for meanwhile comes after it.
      if (isDue(office)) await this.#inTurn(() => keepBackupBehind(office, 'daily', this.#course, now));
      this.failed = null;
    } catch (error) {
      // One that was closed meanwhile is not the office that is told about.
      if (office.isOpen) this.#note(error);
    }
  }

  /** Closes the office, after a backup of what has changed since the last one. */
  async close(office: Office): Promise<void> {
    try {
      if (!office.isOpen || this.#habit !== 'always' || office.view) return;
      if (!isDue(office)) return;
      await this.#make(office, async () => {
        // One that was being made may have it all.
        if (isDue(office)) await keepBackupBehind(office, 'closing', this.#course);
      });
    } catch (error) {
      this.#note(error);
    } finally {
      office.close();
    }
  }

  /** When no backup is being made and none waits. */
  async idle(): Promise<void> {
    await this.#last;
  }

  #make<T>(office: Office, make: () => Promise<T>): Promise<T> {
    office.checkWhole();
    return this.#inTurn(make);
  }

  #inTurn<T>(make: () => Promise<T>): Promise<T> {
    const made = this.#last.then(make);
    this.#last = made.catch(() => undefined);
    return made;
  }

  /** Nobody waits for such a backup: why it failed is kept for the window to show. */
  #note(error: unknown): void {
    this.failed =
      error instanceof SochiboError ? error.message : 'Không tự sao lưu được. Sao lưu bằng tay ở Thiết lập.';
  }
}

function isDue(office: Office): boolean {
  return office.lookNow((connection) => isBackupDue(connection, office.path));
}

/** The path of a backup that is named without its folder. Throws `not_found` for any other name. */
export function backupPath(officePath: string, file: string): string {
  const named = basename(file) === file ? readBackupName(officePath, file) : null;
  if (!named) throw new SochiboError('not_found', `Không có bản sao lưu "${file}" của sổ này.`);
  return join(backupFolderOf(officePath), named.file);
}
