import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, isoDate, meetingKind, month } from './values.ts';

const year = z.int().min(1990).max(2100);
const quarter = z.int().min(1).max(4);
const text = z.string().nullable();

/** A theme of the catalogue; with `required_by` it is compulsory in its year (and quarter, where one is said). */
const themeFields = {
  title: z.string().trim().min(1),
  /** The document that makes it compulsory. */
  required_by: text,
  required_year: year.nullable(),
  required_quarter: quarter.nullable(),
  /** Codes of the list cell_types; empty = every cell. */
  cell_types: z.array(z.string()),
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
};

export const themeRecord = z.object({
  id,
  ...themeFields,
  /** Names of the cell types. */
  cell_type_labels: z.array(z.string()),
  /** Entries of plans that use it. */
  planned: z.int(),
});

export const planEntry = z.object({
  id,
  theme_id: id.nullable(),
  title: z.string(),
  preparer: text,
  preparer_id: id.nullable(),
  planned_month: month.nullable(),
  required_by: text,
  note: text,
  /** Held meetings on it: one theme may take several. */
  meetings: z.array(z.object({ id, date: isoDate.nullable(), kind: meetingKind })),
});

/** One cell's plan of the year, quarter by quarter. */
export const planRow = z.object({
  cell_id: id,
  cell: z.string(),
  grassroots: z.string(),
  cell_type: text,
  quarters: z.array(
    z.object({
      quarter,
      entries: z.array(planEntry),
      /** Held thematic meetings by date (R5), combined ones among them, planned or not. */
      held: z.int(),
    }),
  ),
});

/** Why a cell is listed as missing something in a quarter (R5). */
export const missingTheme = z.object({
  cell_id: id,
  cell: z.string(),
  grassroots: z.string(),
  reason: z.enum(['no_plan', 'not_held', 'required_not_planned']),
  plan_id: id.nullable(),
  theme_id: id.nullable(),
  title: text,
  required_by: text,
});

const entryInput = z.object({
  /** An entry that is there; without it a new one. */
  id: id.optional(),
  cell_id: id,
  quarter,
  theme_id: id.nullable(),
  title: z.string().trim().min(1),
  preparer: text,
  preparer_id: id.nullable(),
  planned_month: month.nullable(),
  note: text,
});

export const themesContract = {
  /** The catalogue by title; with `year`, compulsory themes of other years are left out. */
  catalogue: procedure.input(z.object({ year: year.optional() })).output(z.array(themeRecord)),
  saveTheme: procedure.input(z.object({ id: id.optional(), ...themeFields })).output(z.object({ id })),
  /** `conflict` while a plan uses it: give it an end instead. */
  removeTheme: procedure.input(z.object({ id })).output(z.object({})),
  /** Cells in force in the year, in the order of the office's list. */
  plan: procedure.input(z.object({ year, organisation_id: id.optional() })).output(z.array(planRow)),
  /** Saves and removes entries in one transaction. `conflict` for an entry on which a meeting was held. */
  savePlan: procedure
    .input(z.object({ year, entries: z.array(entryInput), removed: z.array(id) }))
    .output(z.object({ changed: z.int() })),
  /** Gives one theme to many cells; cells that have it in the quarter stay as they are. */
  copy: procedure
    .input(z.object({ year, quarter, theme_id: id.nullable(), title: z.string().trim().min(1), cell_ids: z.array(id) }))
    .output(z.object({ added: z.int() })),
  missing: procedure.input(z.object({ year, quarter, organisation_id: id.optional() })).output(z.array(missingTheme)),
};

export type ThemeRecord = z.infer<typeof themeRecord>;
export type PlanEntry = z.infer<typeof planEntry>;
export type PlanRow = z.infer<typeof planRow>;
export type MissingTheme = z.infer<typeof missingTheme>;
export type PlanEntryInput = z.infer<typeof entryInput>;
