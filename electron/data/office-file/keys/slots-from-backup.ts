import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SochiboError } from '../../errors.ts';
import { type BackupName, backupFolderOf } from '../backups/backup-names.ts';
import { listBackups } from '../backups/backup-store.ts';
import { keyIdOf } from './office-key.ts';
import { copySlots, findSlots, setSlotsAside, slotsPathOf } from './slots-file.ts';

/**
 * The newest backup under the key of an office whose slots are not those beside the office: every change of the slots reaches both, so
 * those of the office were lost, damaged or changed by somebody else. Null: there is none.
 */
export function backupWithSlots(path: string): BackupName | null {
  const present = textOf(path);
  const id = keyIdOf(path);
  for (const backup of listBackups(path)) {
    const file = join(backupFolderOf(path), backup.file);
    const slots = findSlots(file)?.slots ?? [];
    if (id !== null && !slots.some(({ boxes }) => boxes.some(({ key }) => key === id))) continue;
    if (slots.length > 0) return textOf(file) === present ? null : backup;
  }
  return null;
}

/** Puts the slots of that backup beside the office; those that lay there are set aside. Throws `not_found` where there are none. */
export function takeSlotsFromBackup(path: string): void {
  const backup = backupWithSlots(path);
  if (!backup) {
    throw new SochiboError(
      'not_found',
      'Không bản sao lưu nào cạnh sổ có tệp khóa khác. Chép tệp khóa từ nơi khác về, hoặc nhập mã khôi phục đã in.',
    );
  }
  setSlotsAside(path);
  copySlots(join(backupFolderOf(path), backup.file), path);
}

function textOf(path: string): string | null {
  const slots = slotsPathOf(path);
  return existsSync(slots) ? readFileSync(slots, 'utf8') : null;
}
