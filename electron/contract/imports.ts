import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './errors.ts';
import {
  importDecisions,
  importedRow,
  importField,
  importSheetKind,
  learntThing,
  sheetWindow,
  unknownValue,
} from './import-decisions.ts';
import { id, madeFile, progressEvent } from './values.ts';

export const importKind = z.enum([
  'organisations',
  'members',
  'national-db',
  'assignments',
  'meetings',
  'planned-visits',
  'petitions',
  'remarks',
  'auto',
]);

export const importIssue = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  code: z.string(),
  message: z.string(),
  /** The row number that Excel shows; null for an issue of the whole sheet. */
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
});

export const importedSheet = z.object({
  name: z.string(),
  /** Which of several tables on one sheet, and its rows (`to` null: to the end); null: the sheet is one table. */
  table: z.object({ number: z.int(), of: z.int(), from: z.int(), to: z.int().nullable() }).nullable(),
  kind: z.string(),
  header_row: z.int().nullable(),
  /** What each column was taken for: letter, heading as written, field. */
  columns: z.array(z.object({ letter: z.string(), heading: z.string(), field: z.string().nullable() })),
  read: z.int(),
  created: z.int(),
  matched: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** Rows of which the clerk should say whose they are: until then each is a record of its own. */
  review: z.int(),
  issues: z.array(importIssue),
});

/** How much a clerk has decided of an import. */
export const importedDecisions = z.object({
  sheets_left_out: z.int(),
  columns: z.int(),
  boxes: z.int(),
  rows: z.int(),
  values: z.int(),
});
export type ImportedDecisions = z.infer<typeof importedDecisions>;

export const importResult = z.object({
  workbooks: z.array(z.object({ file: z.string(), sheets: z.array(importedSheet) })),
  /** Where the import brings members: the members of their cells before and after (pitfall 10d). */
  members_by_cell: z.array(z.object({ id, name: z.string(), before: z.int(), after: z.int() })).optional(),
  committed: z.boolean(),
  import_id: id.nullable(),
});

export const importEvent = z.discriminatedUnion('type', [
  progressEvent,
  z.object({ type: z.literal('preview'), plan: id, result: importResult }),
]);

const nationalPlace = { file: z.string(), sheet: z.string(), row: z.int() };

/** What the office and a workbook of the national database do not have alike. `member_id` null: not in the office yet. */
export const reconciliation = z.object({
  read: z.int(),
  same: z.int(),
  only_here: z.array(
    z.object({ member_id: id.nullable(), name: z.string(), birth_date: z.string().nullable(), cell: z.string() }),
  ),
  only_there: z.array(
    z.object({
      ...nationalPlace,
      name: z.string(),
      birth_date: z.string().nullable(),
      cell: z.string(),
      status: z.string().nullable(),
    }),
  ),
  /** One for each value; `theirs` null: the national database has none. What only it has is no difference, but taken over. */
  differing: z.array(
    z.object({
      ...nationalPlace,
      member_id: id.nullable(),
      name: z.string(),
      cell: z.string(),
      field: z.string(),
      heading: z.string(),
      ours: z.string(),
      theirs: z.string().nullable(),
    }),
  ),
  /** Organisations of which the workbook has nobody at all: their members are not in `only_here`. */
  not_covered: z.array(z.object({ id, name: z.string(), members: z.int() })),
});

const ofSheet = { plan: id, file: z.string(), sheet: z.string() };

export const importsContract = {
  /** Reads and recognises; nothing is written. Progress first, the preview last; `plan` is kept until committed or dropped. */
  preview: procedure
    .input(
      z.object({
        files: z.array(z.object({ path: z.string(), name: z.string() })).min(1),
        kind: importKind.optional(),
      }),
    )
    .output(eventIterator(importEvent)),
  /**
   * The plan made again with all that was decided so far, under the same id, without reading the files again. Only the
   * newest answer counts.
   */
  decide: procedure.input(z.object({ plan: id, decisions: importDecisions })).output(eventIterator(importEvent)),
  /** Filled rows of a sheet from a row number on, as it was read and taken. */
  sheet: procedure
    .input(z.object({ ...ofSheet, from: z.int().min(1), count: z.int().min(1).max(1000) }))
    .output(sheetWindow),
  /** One row beside what the office holds. */
  row: procedure.input(z.object({ ...ofSheet, row: z.int().min(1) })).output(importedRow),
  fields: procedure.input(z.object({ kind: importSheetKind })).output(z.array(importField)),
  unknownValues: procedure.input(z.object({ plan: id })).output(z.array(unknownValue)),
  /**
   * Writes the plan in one transaction, as a job; stopped, everything is as it was. With errors in it, only when `accept`: the
   * good rows, without the refused.
   */
  commit: procedure.input(z.object({ plan: id, accept: z.boolean() })).output(importResult),
  /** For a plan that is not written yet; null when none of its workbooks has the layout of the national database. */
  reconciliation: procedure.input(z.object({ plan: id })).output(reconciliation.nullable()),
  /** The same as an Excel file. */
  reconciliationFile: procedure.input(z.object({ plan: id })).output(z.object({ file: madeFile })),
  /** What was learnt from the files so far. */
  learnt: procedure.output(z.array(learntThing)),
  forget: procedure.input(z.object({ id })).output(z.null()),
  drop: procedure.input(z.object({ plan: id })).output(z.null()),
  runs: procedure.output(
    z.array(
      z.object({
        id,
        at: z.string(),
        files: z.array(z.string()),
        created: z.int(),
        updated: z.int(),
        /** Who imported it. */
        actor: z.string(),
        transaction: z.int(),
        undone: z.boolean(),
      }),
    ),
  ),
  /** An import that stands, with what was found in its files and decided of them (null: of an earlier version). */
  run: procedure.input(z.object({ id })).output(
    z.object({
      files: z.array(z.string()),
      decided: importedDecisions.nullable(),
      issues: z.array(importIssue.extend({ id, file: z.string(), sheet: z.string().nullable() })),
    }),
  ),
  /** Takes back the last import as a whole; any other: `office.undo` with its transaction. */
  undoLast: procedure.output(z.object({ files: z.array(z.string()) })),
};

export type ImportResult = z.infer<typeof importResult>;
export type ImportIssue = z.infer<typeof importIssue>;
export type ReconciliationResult = z.infer<typeof reconciliation>;
