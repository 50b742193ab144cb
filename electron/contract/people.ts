import { z } from 'zod';
import { procedure } from './errors.ts';
import { passphrase } from './packages.ts';
import { roles } from './roles.ts';
import { id, isoDate } from './values.ts';

const role = z.enum(roles);

/** Somebody who works in the office file. */
export const officeUser = z.object({
  id,
  name: z.string(),
  role,
  /** The organisation, with what is below it, that is all they see; null: the whole office. */
  scope_id: id.nullable(),
  scope: z.string().nullable(),
  /** Whether a passphrase of their own opens the file. */
  has_passphrase: z.boolean(),
  note: z.string().nullable(),
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
});

export const userForm = z.object({
  name: z.string().trim().min(1).max(100),
  role,
  scope_id: id.nullable(),
  note: z.string().nullable(),
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
});

/** Who works now, and whether somebody has to be named first. */
export const worker = z.object({
  /** Null: nobody is named, or the office has no users and whoever opens it may do everything. */
  user: z.object({ id, name: z.string(), role, scope_id: id.nullable(), scope: z.string().nullable() }).nullable(),
  /** Who may be named; empty when the office has no users, or a passphrase has said who works. */
  choices: z.array(z.object({ id, name: z.string() })),
  role,
  /** Whether identity numbers are shown with their middle covered. */
  numbers_masked: z.boolean(),
  /** Until when they are shown whole, where somebody has asked for them; then they are covered again. */
  numbers_shown_until: z.string().nullable(),
  /** Whether the office covers them at all. */
  office_covers: z.boolean(),
  /** Whether the office has passphrases: then one is asked for before numbers are shown whole. */
  encrypted: z.boolean(),
});

export const handedOver = z.object({
  id,
  at: z.string(),
  actor: z.string(),
  way: z.enum(['file', 'print', 'copy', 'package', 'backup']),
  what: z.string(),
  file_name: z.string().nullable(),
  sha256: z.string().nullable(),
  records: z.int().nullable(),
  unmasked: z.boolean(),
});

export const peopleContract = {
  who: procedure.output(worker),
  /** Names who works, without a passphrase: for the log only. Refused where a passphrase says it. */
  choose: procedure.input(z.object({ id })).output(worker),
  list: procedure.output(z.array(officeUser)),
  /** Adds somebody (without an id) or changes what they may do. Refused when nobody could administer the office then. */
  save: procedure.input(z.object({ id: id.nullable(), form: userForm })).output(z.object({ id })),
  /** Gives somebody the passphrase that opens the file as them, or another one. Refused where the office has none at all. */
  setPassphrase: procedure.input(z.object({ id, passphrase })).output(z.null()),
  /**
   * Shows identity numbers whole for five minutes, or covers them again; it is logged. Where the office has
   * passphrases, `secret` is the worker's.
   */
  showNumbers: procedure.input(z.object({ shown: z.boolean(), secret: z.string().max(200).optional() })).output(worker),
  /** Whether the office covers identity numbers; it is in the history like any change. */
  coverNumbers: procedure.input(z.object({ covered: z.boolean() })).output(worker),
  /** What has left the office, newest first. */
  handedOver: procedure.input(z.object({ limit: z.int().min(1).max(2000) })).output(z.array(handedOver)),
  /** Logs a page before it is printed, or rows before they go to the clipboard. */
  note: procedure
    .input(
      z.object({
        way: z.enum(['print', 'copy', 'file']),
        what: z.string().min(1).max(500),
        records: z.int().nullable(),
      }),
    )
    .output(z.null()),
};

export type OfficeUser = z.infer<typeof officeUser>;
export type UserForm = z.infer<typeof userForm>;
export type Worker = z.infer<typeof worker>;
export type HandedOver = z.infer<typeof handedOver>;
