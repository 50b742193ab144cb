import { z } from 'zod';
import { id } from './values.ts';

/** What a sheet may be taken for. */
export const importSheetKind = z.enum([
  'organisations',
  'organisation_events',
  'members',
  'assignments',
  'teams',
  'meetings',
  'planned_visits',
  'planned_visit_results',
  'national_db',
  'petitions',
  'remarks',
]);
export type ImportSheetKind = z.infer<typeof importSheetKind>;

export const textEncoding = z.enum(['unicode', 'tcvn3', 'vni']);

const ofSheet = { file: z.string(), sheet: z.string() };
/** `C`. */
const letter = z.string().regex(/^[A-Z]{1,3}$/);

/** What the clerk says of one sheet; what is left out is as recognised. */
export const sheetDecision = z.object({
  ...ofSheet,
  /** null: not to be read at all. */
  kind: importSheetKind.nullable().optional(),
  /** First and last heading row, as Excel counts. */
  heading: z.object({ top: z.int().min(1), bottom: z.int().min(1) }).optional(),
  /** Column -> field; null: not read. A column that is left out is as recognised. */
  columns: z.record(letter, z.string().nullable()).optional(),
  /** Column -> what its letters are read as. */
  encodings: z.record(letter, textEncoding).optional(),
  /** Columns whose real dates have day and month exchanged (pitfall 4i): they are exchanged back. */
  swapped_dates: z.array(letter).optional(),
  /** The cell or committee that the rows belong to where they name none (pitfall 14f). */
  unit: id.nullable().optional(),
});
export type SheetDecision = z.infer<typeof sheetDecision>;

/** A box edited in place; the file stays as it is. */
export const boxDecision = z.object({ ...ofSheet, row: z.int().min(1), column: letter, text: z.string() });
export type BoxDecision = z.infer<typeof boxDecision>;

/** `skip`: the row is left out; `new`: somebody the office does not have; `record`: this one of the office (pitfall 10a). */
export const rowDecision = z.object({
  ...ofSheet,
  row: z.int().min(1),
  choice: z.discriminatedUnion('type', [
    z.object({ type: z.literal('skip') }),
    z.object({ type: z.literal('new') }),
    z.object({ type: z.literal('record'), record: id }),
  ]),
});
export type RowDecision = z.infer<typeof rowDecision>;

/** A word of the file that stands for an entry of a code list; the office remembers it when the import is written. */
export const valueDecision = z.object({ list: z.string(), text: z.string(), code: z.string() });
export type ValueDecision = z.infer<typeof valueDecision>;

/** All that the clerk has said of one import so far. The whole of it is sent each time. */
export const importDecisions = z.object({
  sheets: z.array(sheetDecision),
  boxes: z.array(boxDecision),
  rows: z.array(rowDecision),
  values: z.array(valueDecision),
});
export type ImportDecisions = z.infer<typeof importDecisions>;

export const noDecisions: ImportDecisions = { sheets: [], boxes: [], rows: [], values: [] };

/** A field that a column of a kind of sheet may be taken for. */
export const importField = z.object({ field: z.string(), label: z.string(), required: z.boolean() });

/** A window on the clerk's own sheet, as it was read and taken. */
export const sheetWindow = z.object({
  kind: importSheetKind.nullable(),
  /** The kinds it could as well be; empty where it is clear. */
  could_be: z.array(importSheetKind),
  /** What rows belong to that name no cell or committee, decided or proposed by title and name; null: nothing says. */
  unit: id.nullable(),
  heading: z.object({ top: z.int(), bottom: z.int() }).nullable(),
  /** The number of the last row. */
  last_row: z.int(),
  columns: z.array(
    z.object({
      letter,
      heading: z.string(),
      field: z.string().nullable(),
      encoding: textEncoding,
      /** Texts of the column before and after decoding; empty where nothing was decoded. */
      decoded: z.array(z.object({ row: z.int(), before: z.string(), after: z.string() })),
      dates_swapped: z.boolean(),
    }),
  ),
  rows: z.array(
    z.object({
      number: z.int(),
      role: z.enum(['title', 'heading', 'data', 'group', 'left_out']),
      /** What the row becomes; null for what is no record. `review`: the clerk should choose. */
      outcome: z.enum(['created', 'updated', 'unchanged', 'refused', 'skipped', 'review']).nullable(),
      boxes: z.array(z.object({ letter, text: z.string(), edited: z.boolean() })),
    }),
  ),
});
export type SheetWindow = z.infer<typeof sheetWindow>;

/** One row beside the record it was matched with, and whom else it may be. */
export const importedRow = z.object({
  record: z.object({ id, name: z.string(), detail: z.string() }).nullable(),
  /** Why it was matched, in words: `trùng số định danh`, `trùng họ tên và ngày sinh trong chi bộ`. */
  because: z.string().nullable(),
  fields: z.array(
    z.object({
      label: z.string(),
      ours: z.string().nullable(),
      theirs: z.string().nullable(),
      becomes: z.string().nullable(),
    }),
  ),
  /** Score 0–100, best first. */
  candidates: z.array(z.object({ id, name: z.string(), detail: z.string(), score: z.int() })),
});
export type ImportedRow = z.infer<typeof importedRow>;

/** A word that no entry of its code list is known by, with the entries it may stand for. */
export const unknownValue = z.object({
  list: z.string(),
  list_title: z.string(),
  text: z.string(),
  rows: z.int(),
  code: z.string().nullable(),
  choices: z.array(z.object({ code: z.string(), label: z.string() })),
});

/** One thing the office remembers of the files it was sent: whose sheet, or which word, and what it is taken for. */
export const learntThing = z.object({ id, about: z.string(), what: z.string() });
