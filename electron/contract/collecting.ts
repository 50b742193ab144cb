import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, madeFile, month } from './values.ts';

/** The forms an office sends to be filled in: Excel files that the importer knows again. */
export const collectionFormKind = z.enum(['meetings', 'petitions']);
export type CollectionFormKind = z.infer<typeof collectionFormKind>;

const ofMonth = { kind: collectionFormKind, period: month };

export const collectionUnit = z.object({
  unit: id,
  name: z.string(),
  /** Cells the form asks about. */
  cells: z.int(),
  /** Of these, the cells of which the office has such a record for the month, from a form or typed in. */
  reported: z.int(),
  /** When the form was made last; null: never. */
  sent_at: z.string().nullable(),
  /** When a filled one was first imported; null: not yet. */
  answered_at: z.string().nullable(),
});
export type CollectionUnit = z.infer<typeof collectionUnit>;

export const collectingContract = {
  forms: procedure.output(z.array(z.object({ kind: collectionFormKind, title: z.string() }))),
  /** Who is asked for the month, and who has answered. */
  units: procedure.input(z.object(ofMonth)).output(z.array(collectionUnit)),
  /** The form of one unit: a grassroots organisation, or a single cell. */
  make: procedure.input(z.object({ ...ofMonth, unit: id })).output(z.object({ file: madeFile })),
  /** The forms of every unit directly under the office, as one .zip. */
  makeAll: procedure.input(z.object(ofMonth)).output(z.object({ zip: madeFile, files: z.int() })),
};
