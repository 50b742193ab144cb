import { z } from 'zod';
import { procedure } from './errors.ts';
import { isoDate, madeFile } from './values.ts';

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

const listInput = z.object({
  title: z.string().min(1),
  /** The window's period in words, and the last day of it. */
  period_label: z.string(),
  as_of: isoDate,
  columns: z.array(listColumn).min(1).max(100),
  /** Values in the order of the columns; null where nothing is known. */
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
});

export const listsContract = {
  /** A list as it stands in the window, as an Excel workbook. Nothing is read from the office but its name. */
  export: procedure.input(listInput).output(z.object({ file: madeFile })),
};

export type ListExport = z.infer<typeof listInput>;
export type ListColumnType = z.infer<typeof listColumn>['type'];
