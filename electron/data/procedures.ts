import { implement, ORPCError } from '@orpc/server';
import { contract } from '../contract/index.ts';
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
      if (error instanceof SochiboError) {
        throw new ORPCError('REFUSED', { status: 422, message: error.message, data: { code: error.code } });
      }
      throw error;
    }
  });
