import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, isoDate, madeFile } from './values.ts';

/** One fault of a template: which tag, what is wrong and what to do, and the known tag it may have meant. */
const templateProblem = z.object({ tag: z.string().nullable(), message: z.string(), nearest: z.string().nullable() });

const kind = z.object({ code: z.string() });
const upload = kind.extend({ name: z.string().min(1), content: z.base64() });

const documentTemplate = z.object({
  code: z.string(),
  title: z.string(),
  facts: z.array(z.string()),
  lists: z.array(z.object({ name: z.string(), tags: z.array(z.string()) })),
  template: z.object({ id, name: z.string(), added_on: isoDate }).nullable(),
});

export const templatesContract = {
  /** Each kind of document with the tags a template of it may use, and the office's own template where it has one. */
  list: procedure.output(z.array(documentTemplate)),
  /** Reads a template without keeping it; no problems: it may be kept. Refused when it is no Word document at all. */
  check: procedure.input(upload).output(z.array(templateProblem)),
  /** Keeps it in place of the built-in layout. Refused while it has problems. */
  save: procedure.input(upload).output(z.null()),
  /** The built-in layout is back. */
  restore: procedure.input(kind).output(z.null()),
  /** The office's template as it was kept, to go on working on. */
  file: procedure.input(kind).output(z.object({ file: madeFile })),
  /** A Word file with every tag of the kind, to begin from. */
  starter: procedure.input(kind).output(z.object({ file: madeFile })),
};

export type TemplateProblem = z.infer<typeof templateProblem>;
export type DocumentTemplate = z.infer<typeof documentTemplate>;
