import type { ErrorCode } from '../contract/errors.ts';

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
