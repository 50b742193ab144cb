import { z } from 'zod';
import { procedure } from './errors.ts';
import { isoDate } from './values.ts';

const line = z.string().trim().max(200);
const heading = line.min(1);

/** A return form as an office lays it out (handbook section 4: "an office must be able to load its own form without code"). */
export const reportLayout = z.object({
  title: heading,
  /** `Biểu số 05`; empty: none. */
  annex_line: line,
  /** `Đơn vị tính: người`; null: none. */
  unit_line: line.min(1).nullable(),
  name_heading: heading,
  /** Sheets in their order; a column that stands on none is not printed. */
  sheets: z.array(
    z.object({
      name: heading.max(31),
      groups: z.array(z.object({ label: heading, columns: z.array(z.object({ key: z.string(), label: heading })) })),
    }),
  ),
  /** Text beside the figures in its order; one left out is not printed. Null: as the program has them. */
  texts: z
    .array(
      z.object({
        /** Which text: the program's heading of it. */
        of: heading,
        label: heading,
        /** After the figures. */
        last: z.boolean(),
      }),
    )
    .nullable()
    .default(null),
  /** Under the table, after the program's own notes. */
  notes: z.array(heading),
  /** Null: as the office's settings say. */
  receiver: heading.nullable(),
  /** The day by which the form is sent: of the month so many months after the period's last; null: none is set. */
  due: z.object({ months_after: z.int().min(0).max(12), day: z.int().min(1).max(31) }).nullable(),
  /** Left under the table: `Người lập biểu`. */
  maker: heading,
  /** Right under the table; null: who signs for the office. */
  signer: z.object({ authority: heading, position: heading.nullable(), name: heading.nullable() }).nullable(),
});

const code = z.string();

export const reportLayoutsContract = {
  /** The layout of a day, with the program's own and every column there is to choose from. */
  get: procedure.input(z.object({ code, day: isoDate })).output(
    z.object({
      layout: reportLayout,
      /** The office's own, since when; null: the program's. */
      own_since: isoDate.nullable(),
      standard: reportLayout,
      /** Heading of the column where the parts of a row are named, which stays; null: there is none. */
      part_heading: z.string().nullable(),
      columns: z.array(z.object({ key: z.string(), label: z.string(), type: z.enum(['text', 'int', 'percent1']) })),
    }),
  ),
  /** The office's own layout from a day on, in place of those it had from then on. */
  save: procedure.input(z.object({ code, valid_from: isoDate, layout: reportLayout })).output(z.null()),
  /** The program's layout again from a day on. */
  reset: procedure.input(z.object({ code, from: isoDate })).output(z.null()),
  /** The office's own layouts, the latest first. */
  history: procedure
    .input(z.object({ code }))
    .output(z.array(z.object({ valid_from: isoDate, valid_to: isoDate.nullable(), layout: reportLayout }))),
};

export type OfficeReportLayout = z.infer<typeof reportLayout>;
