import { z } from 'zod';
import { procedure } from './errors.ts';
import { recordHistory } from './record-history.ts';
import { id, isoDate, officeLevel } from './values.ts';

export const officeInfo = z.object({
  path: z.string(),
  name: z.string(),
  level: officeLevel,
  superior: z.string(),
  place: z.string(),
  advisory_body: z.string(),
  report_receiver: z.string(),
  root_organisation_id: id,
  /** Only looked at: up to when it shows what was done, and why it is a copy. */
  view: z.object({ as_of: z.string(), words: z.string() }).nullable(),
  /** Months that have meetings, oldest first: where the period picker starts. */
  months: z.array(z.string()),
  counts: z.object({
    grassroots: z.int(),
    cells: z.int(),
    members: z.int(),
    officials: z.int(),
    meetings: z.int(),
  }),
});

export const historyEntry = z.object({
  transaction: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  detail: z.string(),
  rows: z.int(),
  undoes: z.int().nullable(),
  undone: z.boolean(),
});

export const checkLine = z.object({ name: z.string(), ok: z.boolean(), found: z.array(z.string()) });

export const officeContract = {
  /** The open office, or null. Counts are as of `as_of` (today when left out). */
  current: procedure.input(z.object({ as_of: isoDate.optional() })).output(officeInfo.nullable()),
  create: procedure
    .input(
      z.object({
        path: z.string().min(1),
        level: officeLevel,
        name: z.string().trim().min(1),
        superior: z.string().trim().min(1),
        place: z.string().trim().min(1),
      }),
    )
    .output(officeInfo),
  /** `ask_about_place`: refused with `office_place` where the file does not stand on the machine's own disk. */
  open: procedure
    .input(z.object({ path: z.string().min(1), ask_about_place: z.boolean().optional() }))
    .output(officeInfo),
  close: procedure.output(z.null()),
  /** The latest changes, newest first. */
  history: procedure.input(z.object({ limit: z.int().min(1).max(500) })).output(z.array(historyEntry)),
  recordHistory,
  /**
   * Takes back one change as a whole. One that somebody else has made: only by who administers the office, and with `of`,
   * the name of whose change it is: nobody takes back a colleague's work unawares.
   */
  undo: procedure.input(z.object({ transaction: z.int(), of: z.string().optional() })).output(z.null()),
  check: procedure.output(z.object({ ok: z.boolean(), checks: z.array(checkLine) })),
  /** Members, cells, officials by name, petitions by code or words, meetings by cell and month, without diacritics (Ctrl+K). */
  find: procedure.input(z.object({ text: z.string() })).output(
    z.array(
      z.object({
        entity: z.enum(['member', 'organisation', 'official', 'petition', 'meeting']),
        id,
        label: z.string(),
        context: z.string(),
      }),
    ),
  ),
};

export type OfficeInfo = z.infer<typeof officeInfo>;
export type HistoryEntry = z.infer<typeof historyEntry>;
