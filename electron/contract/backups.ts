import { z } from 'zod';
import { secret } from './access.ts';
import { procedure } from './errors.ts';
import { officeInfo } from './office.ts';
import { madeFile } from './values.ts';

export const backupReason = z.enum(['daily', 'closing', 'import', 'migration', 'restore', 'person']);

export const backupEntry = z.object({
  /** Names the backup; it stands in the folder of the office's backups. */
  file: z.string(),
  reason: backupReason,
  /** When it was made, by the clock of the machine: `2026-11-22T10:15:00`. */
  at: z.string(),
  /** Bytes. */
  size: z.int(),
});
export type BackupEntry = z.infer<typeof backupEntry>;

const backupCounts = z.object({
  organisations: z.int(),
  members: z.int(),
  meetings: z.int(),
  visits: z.int(),
  petitions: z.int(),
});
export type BackupCounts = z.infer<typeof backupCounts>;

/** What a backup holds, read from it, beside what the office holds now. */
export const backupPreview = z.object({
  office: z.string(),
  size: z.int(),
  last: z.object({ transaction: z.int(), at: z.string(), action: z.string(), detail: z.string() }).nullable(),
  counts: backupCounts,
  now: backupCounts,
  /** Changes that restoring it would take back, newest first, at most a hundred. */
  lost: z.array(z.object({ transaction: z.int(), at: z.string(), action: z.string(), detail: z.string() })),
});
export type BackupPreview = z.infer<typeof backupPreview>;

const named = z.object({ file: z.string().min(1) });

export const backupsContract = {
  /**
   * Newest first, with the folder they stand in; `failed`: why the last automatic one could not be made; `lost`: what the newest held
   * when the office was opened and its log did not, in words (a cut log).
   */
  list: procedure.output(
    z.object({
      folder: z.string(),
      failed: z.string().nullable(),
      lost: z.array(z.string()),
      backups: z.array(backupEntry),
    }),
  ),
  make: procedure.output(backupEntry),
  /** Opens it, checks every page and says what it holds. */
  preview: procedure.input(named).output(backupPreview),
  /** Of a backup under another passphrase than the office; asked for by `backup_passphrase_needed`. */
  unlock: procedure.input(named.extend({ secret })).output(z.null()),
  /**
   * Puts it in the place of the open office; `undo`: the backup made of that first. `access`: the office opens as before (`kept`), with the
   * passphrases of the backup, or without any.
   */
  restore: procedure.input(named).output(
    z.object({
      office: officeInfo,
      undo: z.string().nullable(),
      access: z.enum(['kept', 'of_backup', 'none']),
    }),
  ),
  /** A copy to be put elsewhere: a USB stick, another disk. `slots`: the key slots that go with one that has a passphrase. */
  copy: procedure.input(named).output(z.object({ file: madeFile, slots: madeFile.nullable() })),
};
