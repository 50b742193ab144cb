import { z } from 'zod';
import { secret } from './access.ts';
import { backupEntry, backupPreview } from './backups.ts';
import { procedure } from './errors.ts';
import { officeInfo } from './office.ts';

const path = z.string().min(1);

/** What a damaged file gave back, kind by kind, in words for the clerk. */
export const salvageReport = z.object({
  source: z.string(),
  target: z.string(),
  /** What matters, a sentence each. */
  notes: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      /** Rows read from the file. */
      read: z.int(),
      /** Rows that did not read and came back from the audit log. */
      from_log: z.int(),
      lost: z.int(),
      /** False: at least so many are lost. */
      exact: z.boolean(),
      /** Rows whose reference to a lost row was taken out. */
      emptied: z.int(),
      /** Rows that stayed out, for what they belong to is lost. */
      left_out: z.int(),
    }),
  ),
  /** Rules that the new file does not keep. */
  broken_rules: z.array(z.string()),
});
export type SalvageReport = z.infer<typeof salvageReport>;

export const placeKind = z.enum(['network', 'synced', 'removable', 'read_only']);

/** A place where an office file cannot be worked in as on the machine's own disk. */
export const officePlace = z.object({
  kind: placeKind,
  /** Why, and what to do. */
  words: z.string(),
});
export type OfficePlace = z.infer<typeof officePlace>;

/** What can be done about an office file that does not open as it is. */
export const openingContract = {
  /** Where the file stands and what is kept of it; nothing is opened. */
  look: procedure.input(z.object({ path })).output(
    z.object({
      place: officePlace.nullable(),
      /** Suggested for a copy on this machine, or for a salvaged file. */
      copy_to: z.string(),
      salvage_to: z.string(),
      backups: z.array(backupEntry),
    }),
  ),
  /** What a backup of an office holds that is not open; `now` and `lost` say nothing then. */
  previewBackup: procedure
    .input(z.object({ path, file: z.string().min(1) }))
    .output(backupPreview.omit({ now: true, lost: true })),
  /** Of a backup under another passphrase than the office; asked for by `backup_passphrase_needed`. */
  unlockBackup: procedure.input(z.object({ path, file: z.string().min(1), secret })).output(z.null()),
  /** Puts a backup in the place of a damaged file, which is kept beside it, and opens the office. */
  restore: procedure
    .input(z.object({ path, file: z.string().min(1) }))
    .output(z.object({ office: officeInfo, kept_as: z.string() })),
  /** Reads a damaged file as far as it goes into a new one; the report is written beside that as text, too. */
  salvage: procedure
    .input(z.object({ path, to: path }))
    .output(z.object({ report: salvageReport, report_path: z.string() })),
  /** A checked copy on this machine, opened. */
  copyHere: procedure.input(z.object({ path, to: path })).output(officeInfo),
  /** To be looked at, not changed: a copy of what is in use elsewhere or may not be written. */
  view: procedure.input(z.object({ path })).output(officeInfo),
};
