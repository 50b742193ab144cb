/** The closed list of errors that cross to the people who use the program. Anything else is a bug: `internal`. */
export const errorCodes = [
  'office_exists',
  'office_not_found',
  'office_not_an_office',
  'office_damaged',
  'office_locked',
  'office_newer',
  'office_read_only',
  'office_not_open',
  'disk_full',
  'write_refused',
  'wrong_arguments',
  'not_found',
  'conflict',
  'workbook_unreadable',
  'workbook_refused',
  'import_has_errors',
  'cancelled',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/**
 * An error a person can act on. `message` is Vietnamese and says what happened, where, and what to do;
 * `cause` keeps the technical reason for the log and never reaches the screen.
 */
export class SochiboError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'SochiboError';
    this.code = code;
  }
}

/** SQLite's and Node's error code (`SQLITE_BUSY`, `ENOSPC`, …) or an empty string. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
