import { ORPCError } from '@orpc/server';
import { type ErrorCode, refusal } from '../../contract/errors.ts';
import { FileOutputError } from '../../data/documents/file-output.ts';
import { SochiboError } from '../../data/errors.ts';

/** 0 done; 1 unexpected; 2 wrong arguments; 3 the data has errors; 4 the file cannot be opened. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

const CODES: Record<ErrorCode, ExitCode> = {
  office_exists: 2,
  office_not_found: 4,
  office_not_an_office: 4,
  office_damaged: 4,
  office_locked: 4,
  office_newer: 4,
  office_read_only: 4,
  office_place: 4,
  office_changed_outside: 1,
  office_passphrase_needed: 4,
  office_wrong_passphrase: 4,
  backup_passphrase_needed: 4,
  office_not_open: 2,
  not_allowed: 4,
  disk_full: 1,
  write_refused: 1,
  wrong_arguments: 2,
  not_found: 2,
  conflict: 2,
  workbook_unreadable: 3,
  workbook_refused: 3,
  import_has_errors: 3,
  package_refused: 3,
  cancelled: 1,
  internal: 1,
};

/** What to say of a failure, and with which code to end; the technical cause is not for people. */
export function describeFailure(error: unknown): { message: string; code: ExitCode } {
  if (error instanceof SochiboError) return { message: error.message, code: CODES[error.code] };
  if (error instanceof ORPCError && error.code === 'REFUSED') {
    return { message: error.message, code: CODES[refusal.parse(error.data).code] };
  }
  if (error instanceof FileOutputError) return { message: error.message, code: 1 };
  return { message: 'Lỗi không mong đợi. Chạy lại với SOCHIBO_DEBUG=1 để xem chi tiết kỹ thuật.', code: 1 };
}
