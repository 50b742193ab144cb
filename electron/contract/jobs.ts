import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, madeFile } from './values.ts';

/** Work that may take long: it goes on while the clerk is on other screens. */
export const jobKind = z.enum(['import', 'folder', 'package', 'receive', 'forms', 'backup', 'restore']);
export type JobKind = z.infer<typeof jobKind>;

/** What can still be opened when the work is over. */
export const jobResult = z.object({
  /** In words: `Đã lập 43 tệp.` */
  message: z.string(),
  file: madeFile.nullable(),
  /** A made folder, by its id. */
  folder: id.nullable(),
  import_id: id.nullable(),
  /** What was left out of it, each with the reason in words. */
  notes: z.array(z.string()),
});
export type JobResult = z.infer<typeof jobResult>;

export const job = z.object({
  id,
  kind: jobKind,
  /** `Lập hồ sơ tháng 7/2024`. */
  title: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
  /** False: it is over in a moment, or must not be broken off. */
  stoppable: z.boolean(),
  started_at: z.string(),
  ended_at: z.string().nullable(),
  /** What is being done now, and how far it is; `of` 0: not known yet. */
  step: z.string(),
  done: z.int(),
  of: z.int(),
  result: jobResult.nullable(),
  /** Why it failed, in words. */
  error: z.string().nullable(),
});
export type Job = z.infer<typeof job>;

export const jobsContract = {
  /** Of the person at work, since the office was opened: running and waiting ones first, then the newest. */
  list: procedure.output(z.array(job)),
  /** Stops work that is waiting or running: it leaves nothing behind. Work that is over stays as it is. */
  cancel: procedure.input(z.object({ id })).output(z.null()),
};
