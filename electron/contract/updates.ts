import { z } from 'zod';
import { procedure } from './errors.ts';
import { id } from './values.ts';

const chosen = z.object({ path: z.string(), name: z.string() });

export const updatesContract = {
  /** What a file brings, when its signature is right and it fits the running program. Nothing is installed. */
  look: procedure.input(chosen).output(
    z.object({
      version: z.string(),
      /** The version that is running. */
      current: z.string(),
      made_at: z.string(),
      /** Bytes. */
      size: z.int(),
      notes: z.string(),
    }),
  ),
  /** Checks it once more, backs up the office that is open, and takes the installer out; the shell starts it by its id. */
  prepare: procedure.input(chosen).output(z.object({ update: id, version: z.string(), backup: z.string().nullable() })),
};
