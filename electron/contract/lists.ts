import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './errors.ts';
import { mostRowsAtOnce } from './list-values.ts';
import { memberColumnKey } from './member-columns.ts';
import { memberQuery } from './members.ts';
import { id, isoDate, madeFile, progressEvent } from './values.ts';

/**
 * `int`: a count, shown `4.696`; `percent1`: one decimal; `number`: as it is; `date`: `2024-07-03`, `2024-07` or `2024`.
 * In a column of numbers or dates a text is printed as it is.
 */
export const listColumn = z.object({
  heading: z.string(),
  type: z.enum(['text', 'int', 'percent1', 'number', 'date']),
});

/** Values in the order of the columns; null where nothing is known. */
const listRows = z.array(z.array(z.union([z.string(), z.number(), z.null()])));

/** What stands above the table. */
const heading = z.object({
  title: z.string().min(1),
  /** The window's period in words, and the last day of it. */
  period_label: z.string(),
  as_of: isoDate,
});

const listInput = heading.extend({
  columns: z.array(listColumn).min(1).max(100),
  /** Rows handed over before, by the id that `hand` gave: they come before `rows`. */
  handed: id.optional(),
  rows: listRows,
});

const memberListInput = heading.extend({ query: memberQuery, columns: z.array(memberColumnKey).min(1) });

export const listsContract = {
  /** Keeps rows of a list that is too long for one call, after those it has already; null: the first of a list. */
  hand: procedure
    .input(z.object({ list: id.nullable(), rows: listRows.max(mostRowsAtOnce) }))
    .output(z.object({ list: id })),
  /** A list as it stands in the window, as an Excel workbook. Nothing is read from the office but its name. */
  export: procedure.input(listInput).output(z.object({ file: madeFile })),
  /**
   * The list of members as it stands in the window: of the same question, which the data side answers once more and reads the rows of.
   * They never are in the window, nor whole anywhere. Ends with the file; stopped by its signal it leaves nothing behind.
   */
  members: procedure
    .input(memberListInput)
    .output(
      eventIterator(
        z.discriminatedUnion('type', [progressEvent, z.object({ type: z.literal('done'), file: madeFile })]),
      ),
    ),
};

export type ListExport = z.infer<typeof listInput>;
export type MemberListExport = z.infer<typeof memberListInput>;
export type ListColumnType = z.infer<typeof listColumn>['type'];
