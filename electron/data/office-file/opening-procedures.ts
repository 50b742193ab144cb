import { existsSync, renameSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { SochiboError } from '../errors.ts';
import { os } from '../procedures.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { backupFolderOf } from './backups/backup-names.ts';
import { listBackups } from './backups/backup-store.ts';
import { backupPath } from './backups/office-backups.ts';
import { readBackup } from './backups/read-backup.ts';
import { restoreInPlace } from './backups/restore-in-place.ts';
import { copyHere } from './copy-here.ts';
import { officeInfo } from './office-info.ts';
import { readPlace } from './places/read-place.ts';
import { salvageOffice } from './salvage/salvage-office.ts';
import { salvageReport, salvageTextPath, writeSalvageText } from './salvage/salvage-report.ts';

/** What can be done about an office file that does not open as it is. */
export const openingProcedures = os.opening.router({
  look: os.opening.look.handler(({ input: { path } }) => {
    const name = basename(path, extname(path));
    const folder = backupFolderOf(path);
    return {
      place: existsSync(path) ? readPlace(path) : null,
      copy_to: freeName(homedir(), name, ''),
      salvage_to: freeName(dirname(path), name, ' - cứu được'),
      backups: listBackups(path).map(({ file, reason, at }) => ({
        file,
        reason,
        at,
        size: statSync(join(folder, file)).size,
      })),
    };
  }),
  previewBackup: os.opening.previewBackup.handler(({ context: { session }, input }) =>
    readBackup(backupPath(input.path, input.file), session.backupKeysOf(input.path)),
  ),
  unlockBackup: os.opening.unlockBackup.handler(async ({ context: { session }, input }) => {
    await session.unlocked.unlockBackup(backupPath(input.path, input.file), input.secret);
    return null;
  }),
  restore: os.opening.restore.handler(async ({ context: { session }, input }) => {
    await refuseHealthy(session, input.path);
    const { office, aside } = await restoreRefused(session, backupPath(input.path, input.file), input.path);
    return { office: await officeInfo(office, today()), kept_as: keepDamaged(aside, input.path) };
  }),
  salvage: os.opening.salvage.handler(async ({ context: { session }, input }) => {
    const outcome = await salvageOffice(input.path, input.to, {
      ...session.options,
      keyring: session.keyringOf(input.path),
    });
    writeSalvageText(outcome);
    return { report: salvageReport(outcome), report_path: salvageTextPath(input.to) };
  }),
  copyHere: os.opening.copyHere.handler(async ({ context: { session }, input }) => {
    copyHere(input.path, input.to, session.keyringOf(input.path).keys);
    return officeInfo(await session.openOffice(input.to), today());
  }),
  view: os.opening.view.handler(async ({ context: { session }, input }) =>
    officeInfo(await session.viewOffice(input.path), today()),
  ),
});

/** Puts a backup in the place of an office that does not open, and opens it. Returns where the old file lies now. Throws as `restoreInPlace`. */
async function restoreRefused(session: Session, backup: string, path: string) {
  const keys = { office: session.keyringOf(path), backup: session.unlocked.backupAt(backup) };
  const { aside, keyring } = restoreInPlace(backup, path, keys);
  session.unlocked.noteOffice(path, keyring);
  return { office: await session.openOffice(path), aside };
}

/** A backup goes over an office that opens only from inside it, by who may. */
async function refuseHealthy(session: Session, path: string): Promise<void> {
  if (!existsSync(path)) return;
  try {
    await session.openOffice(path);
  } catch (error) {
    if (error instanceof SochiboError && ['office_damaged', 'office_not_an_office'].includes(error.code)) return;
    throw error;
  }
  throw new SochiboError(
    'conflict',
    'Sổ vẫn mở được nên không thay bằng bản sao lưu ở đây. Khôi phục ở Thiết lập, Sao lưu.',
  );
}

/** The damaged file and its logs under a name that says so; nothing removes them. Returns the new name. */
function keepDamaged(aside: string, path: string): string {
  const moment = new Date().toISOString().replaceAll(/[-:]/gu, '').slice(0, 15);
  const kept = `${path}.hong-${moment}`;
  for (const part of ['', '-wal', '-journal', '-shm'])
    if (existsSync(aside + part)) renameSync(aside + part, kept + part);
  return kept;
}

function freeName(folder: string, name: string, addition: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${addition}${number > 1 ? ` (${number})` : ''}.sochibo`);
    if (!existsSync(path)) return path;
  }
}
