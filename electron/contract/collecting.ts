import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, isoDate, madeFile, month } from './values.ts';

/** The forms an office sends to be filled in: Excel files that the importer knows again. */
export const collectionFormKind = z.enum(['meetings', 'attendance', 'visits', 'petitions', 'members']);
export type CollectionFormKind = z.infer<typeof collectionFormKind>;

const ofMonth = { kind: collectionFormKind, period: month };
/** The day until which the form is to come back; it is printed on the form. */
const due = { due_on: isoDate.optional() };

export const collectionUnit = z.object({
  /** A grassroots organisation or a cell; of the form `visits` an official. */
  unit: id,
  name: z.string(),
  /** Cells the form asks about. */
  cells: z.int(),
  /** What the office has of the month already, from a form or typed in: cells, of the form `visits` reports handed in. */
  reported: z.int(),
  /** When the form was made last; null: never. */
  sent_at: z.string().nullable(),
  due_on: isoDate.nullable(),
  /** When a filled one was first imported; null: not yet. */
  answered_at: z.string().nullable(),
});
export type CollectionUnit = z.infer<typeof collectionUnit>;

export const collectingContract = {
  forms: procedure.output(z.array(z.object({ kind: collectionFormKind, title: z.string() }))),
  /** Who is asked for the month, and who has answered. */
  units: procedure.input(z.object(ofMonth)).output(z.array(collectionUnit)),
  /** The form of one unit: a grassroots organisation, a single cell, or an official. */
  make: procedure.input(z.object({ ...ofMonth, ...due, unit: id })).output(z.object({ file: madeFile })),
  /** The forms of every unit, as one .zip and as a job. Stopped, it leaves nothing behind. */
  makeAll: procedure.input(z.object({ ...ofMonth, ...due })).output(z.object({ zip: madeFile, files: z.int() })),
};
