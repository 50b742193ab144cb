import { implement, ORPCError } from '@orpc/server';
import type { ErrorCode } from '../contract/errors.ts';
import { contract } from '../contract/index.ts';
import { FileOutputError } from './documents/file-output.ts';
import { SochiboError } from './errors.ts';
import { describeStorageError } from './office-file/open-errors.ts';
import type { Session } from './session.ts';

export interface DataContext {
  session: Session;
}

/**
 * The base of every procedure: what a person can act on crosses as `REFUSED` with its code and Vietnamese message; a bug
 * goes to standard error and crosses as `INTERNAL_SERVER_ERROR` without its text (it might hold personal data).
 */
export const os = implement(contract)
  .$context<DataContext>()
  .use(async ({ next, context }) => {
    try {
      return await next();
    } catch (thrown) {
      const path = context.session.hasOffice ? context.session.office.path : '';
      const error = describeStorageError(thrown, path);
      if (error instanceof SochiboError) throw refused(error.code, error.message);
      if (error instanceof FileOutputError)
        throw refused(error.code === 'disk_full' ? 'disk_full' : 'write_refused', error.message);
      throw error;
    }
  });

function refused(code: ErrorCode, message: string): ORPCError<string, { code: ErrorCode }> {
  return new ORPCError('REFUSED', { status: 422, message, data: { code } });
}
