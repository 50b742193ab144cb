import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, madeFile, reportPeriod } from './values.ts';

/** All documents and reports of a period ("hồ sơ tháng 7"): of the office as one, or a folder for each grassroots organisation. */
const question = z.object({
  period: reportPeriod,
  unit: id.optional(),
  per: z.enum(['office', 'grassroots']),
});

const folderMade = z.object({
  zip: madeFile,
  /** The same files not packed, for a host that can copy a folder to where the person says. */
  folder: id,
  files: z.array(z.object({ path: z.string(), size: z.int() })),
  /** What could not be made, each with the reason in words; the rest is in the folder. */
  failed: z.array(z.object({ name: z.string(), reason: z.string() })),
});

export const foldersContract = {
  /** What the folder would hold, by kind, and how many of each. */
  contents: procedure
    .input(question)
    .output(
      z.array(z.object({ code: z.string(), title: z.string(), files: z.int(), format: z.enum(['docx', 'xlsx']) })),
    ),
  /** Makes the folder, as a job. `codes`: only these kinds. Stopped, it leaves nothing behind. */
  make: procedure.input(question.extend({ codes: z.array(z.string()).optional() })).output(folderMade),
};

export type FolderQuestion = z.infer<typeof question>;
export type FolderMade = z.infer<typeof folderMade>;
