import { oc } from '@orpc/contract';
import { z } from 'zod';

/** The closed list of errors that reach the people who use the program. Anything else is a bug: `internal`. */
export const errorCodes = [
  'office_exists',
  'office_not_found',
  'office_not_an_office',
  'office_damaged',
  'office_locked',
  'office_newer',
  'office_read_only',
  'office_place',
  'office_changed_outside',
  'office_passphrase_needed',
  'office_wrong_passphrase',
  'backup_passphrase_needed',
  'office_not_open',
  'not_allowed',
  'disk_full',
  'write_refused',
  'wrong_arguments',
  'not_found',
  'conflict',
  'workbook_unreadable',
  'workbook_refused',
  'import_has_errors',
  'package_refused',
  'cancelled',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What travels with a refusal, beside its message. */
export const refusal = z.object({ code: z.enum(errorCodes) });

/** Every procedure may refuse with a code and a Vietnamese message that says what, where and what to do. */
export const procedure = oc.errors({
  REFUSED: { status: 422, data: refusal },
});
