import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, madeFile, officeLevel, organisationKind, progressEvent, reportPeriod } from './values.ts';

/** What a package may carry; the organisations are always in it. */
export const packageContent = z.enum(['organisations', 'members', 'meetings', 'visits', 'petitions']);
export type PackageContent = z.infer<typeof packageContent>;

/** Against the guessing of a file that was lost on its way. */
export const passphrase = z.string().min(8).max(200);

const partCount = z.object({ table: z.string(), title: z.string(), rows: z.int() });

/** The hash of a package in eight groups of five digits, to be read over the telephone. */
const code = z.array(z.string().regex(/^\d{5}$/u)).length(8);

const packageHead = z.object({
  sender: id,
  sender_name: z.string(),
  level: officeLevel,
  superior: z.string(),
  period: reportPeriod,
  period_label: z.string(),
  contents: z.array(packageContent),
  /** With identity numbers, card numbers and addresses. */
  personal: z.boolean(),
  made_at: z.string(),
  program: z.string(),
  sha256: z.string(),
  code,
  parts: z.array(partCount),
});

/** A place here that the sender may be: below the office, and of nobody else yet. */
const unitChoice = z.object({ id, name: z.string(), kind: organisationKind });

const effect = z.object({
  table: z.string(),
  title: z.string(),
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** Found here under another id. */
  matched: z.int(),
  /** Left out: the office keeps its own facts on it. */
  kept: z.int(),
  /** Came only from the package that this one replaces, and are no longer in it: removed. */
  taken_back: z.int(),
  /** The same, but something here stands on them: ended where they have an end, else left as they are. */
  ended: z.int(),
});

export const packagePreview = z.object({
  file: z.string(),
  /** Why it cannot be received; then nothing else is known but, perhaps, who sent it. */
  refused: z.string().nullable(),
  head: packageHead.nullable(),
  unit: z
    .object({
      /** Null: not in the office yet, it is added under `parent`. */
      id: id.nullable(),
      name: z.string(),
      parent: z.string(),
      how: z.enum(['remembered', 'by_name', 'by_superior', 'chosen']),
    })
    .nullable(),
  /** What it may be, where that is not obvious or to be put right. */
  choices: z.array(unitChoice),
  /** Received before and nothing newer since: receiving it again changes nothing. */
  already_received: z.boolean(),
  replaces: z.object({ made_at: z.string(), received_at: z.string(), file: z.string() }).nullable(),
  effects: z.array(effect),
  /** What the office has otherwise of records it knew before; at most a hundred. */
  differences: z.array(
    z.object({ record: z.string(), column: z.string(), ours: z.string(), theirs: z.string(), taken: z.boolean() }),
  ),
  notes: z.array(z.string()),
});
export type PackagePreview = z.infer<typeof packagePreview>;
export type PackageHead = z.infer<typeof packageHead>;
export type PackageEffect = z.infer<typeof effect>;

const received = z.object({
  file: z.string(),
  sender_name: z.string(),
  /** Null: nothing to write. */
  import_id: id.nullable(),
  created: z.int(),
  updated: z.int(),
  taken_back: z.int(),
});
export type ReceivedPackage = z.infer<typeof received>;

/** `unit`: the organisation here; null: add it under the office's own. */
const unitDecision = z.object({ file: z.int(), unit: id.nullable() });

export const packagesContract = {
  /** One file for the superior, as a job, closed by a passphrase where one is given. Written, flushed, read back and compared. */
  make: procedure
    .input(
      z.object({
        period: reportPeriod,
        contents: z.array(packageContent),
        personal: z.boolean(),
        passphrase: passphrase.optional(),
      }),
    )
    .output(z.object({ file: madeFile, head: packageHead })),
  /** Reads packages and says what each would do; nothing is written. `plan` is kept until received or dropped. */
  preview: procedure
    .input(
      z.object({
        files: z.array(z.object({ path: z.string(), name: z.string() })).min(1),
        passphrase: z.string().optional(),
        units: z.array(unitDecision).optional(),
      }),
    )
    .output(
      eventIterator(
        z.discriminatedUnion('type', [
          progressEvent,
          z.object({ type: z.literal('preview'), plan: id, packages: z.array(packagePreview) }),
        ]),
      ),
    ),
  /**
   * Writes the packages of a preview that are not refused, as a job, each in one transaction: what was received stays when the
   * rest is stopped.
   */
  receive: procedure.input(z.object({ plan: id })).output(z.array(received)),
  drop: procedure.input(z.object({ plan: id })).output(z.null()),
  /** Packages made and received, newest first. */
  list: procedure.output(
    z.array(
      z.object({
        id,
        direction: z.enum(['made', 'received']),
        sender_name: z.string(),
        unit_id: id.nullable(),
        period: z.string(),
        contents: z.array(packageContent),
        made_at: z.string(),
        received_at: z.string().nullable(),
        file: z.string(),
        code,
        /** A later one of the same unit and period stands in its place. */
        replaced: z.boolean(),
      }),
    ),
  ),
  /** The units directly under the office, each with what it sent for the period; null: nothing yet. */
  units: procedure.input(z.object({ period: reportPeriod })).output(
    z.array(
      z.object({
        unit: id,
        name: z.string(),
        received_at: z.string().nullable(),
        made_at: z.string().nullable(),
        /** How many packages of the period this one has replaced. */
        replaced: z.int(),
        contents: z.array(packageContent),
      }),
    ),
  ),
};
