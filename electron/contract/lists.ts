import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, isoDate, madeFile } from './values.ts';

/** The most rows of one exported list. */
export const mostListRows = 100_000;

/**
 * `int`: a count, shown `4.696`; `percent1`: one decimal; `number`: as it is; `date`: `2024-07-03`, `2024-07` or `2024`.
 * In a column of numbers or dates a text is printed as it is.
 */
export const listColumn = z.object({
  heading: z.string(),
  type: z.enum(['text', 'int', 'percent1', 'number', 'date']),
});

/** The most rows that the window hands over at once: longer lists go page by page, and are whole nowhere. */
export const mostRowsAtOnce = 500;

/** Values in the order of the columns; null where nothing is known. */
const listRows = z.array(z.array(z.union([z.string(), z.number(), z.null()])));

const listInput = z.object({
  title: z.string().min(1),
  /** The window's period in words, and the last day of it. */
  period_label: z.string(),
  as_of: isoDate,
  columns: z.array(listColumn).min(1).max(100),
  /** Rows handed over before, by the id that `hand` gave: they come before `rows`. */
  handed: id.optional(),
  rows: listRows,
});

export const listsContract = {
  /** Keeps rows of a list that is too long for one call, after those it has already; null: the first of a list. */
  hand: procedure
    .input(z.object({ list: id.nullable(), rows: listRows.max(mostRowsAtOnce) }))
    .output(z.object({ list: id })),
  /** A list as it stands in the window, as an Excel workbook. Nothing is read from the office but its name. */
  export: procedure.input(listInput).output(z.object({ file: madeFile })),
};

export type ListExport = z.infer<typeof listInput>;
export type ListColumnType = z.infer<typeof listColumn>['type'];
