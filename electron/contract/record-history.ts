import { z } from 'zod';
import { procedure } from './errors.ts';
import { id } from './values.ts';

export const toldRecord = z.enum(['member', 'organisation', 'official', 'assignment', 'meeting', 'petition']);

/** One change of a record, as a clerk would tell it. */
export const recordChange = z.object({
  transaction: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  /** What became what: `Điện thoại`, from `0912…`, to `–`; null where there was nothing, or nothing is left. */
  changes: z.array(z.object({ what: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  undone: z.boolean(),
});

/** What happened to one record, newest first, at most the last 200 changes. */
export const recordHistory = procedure.input(z.object({ record: toldRecord, id })).output(z.array(recordChange));

export type RecordChange = z.infer<typeof recordChange>;
export type ToldRecordName = z.infer<typeof toldRecord>;
