import type { ErrorCode } from '../contract/errors.ts';
import { FileOutputError } from './documents/file-output.ts';
import { SochiboError } from './errors.ts';
import { describeStorageError } from './office-file/open-errors.ts';

/** What a person can be told of an error; null: a bug, of which nothing is told. `path`: the office file, if one is open. */
export function refusalOf(thrown: unknown, path: string): { code: ErrorCode; message: string } | null {
  const error = describeStorageError(thrown, path);
  if (error instanceof SochiboError) return error;
  if (!(error instanceof FileOutputError)) return null;
  return { code: error.code === 'disk_full' ? 'disk_full' : 'write_refused', message: error.message };
}
