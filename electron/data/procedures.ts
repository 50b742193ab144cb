import { mapEventIterator } from '@orpc/client';
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
    const toCaller = (thrown: unknown) => crossing(thrown, context.session);
    try {
      const result = await next();
      const events: unknown = result.output;
      // What goes wrong between two events (an import that is being read) is thrown after this procedure has answered.
      if (!isAsyncIterator(events)) return result;
      const value = (event: unknown) => Promise.resolve(event);
      return {
        ...result,
        output: mapEventIterator(events, { value, error: (thrown) => Promise.resolve(toCaller(thrown)) }),
      };
    } catch (thrown) {
      throw toCaller(thrown);
    }
  });

/** The error as it crosses to whoever called. */
function crossing(thrown: unknown, session: Session): unknown {
  const error = describeStorageError(thrown, session.hasOffice ? session.office.path : '');
  if (error instanceof SochiboError) return refused(error.code, error.message);
  if (error instanceof FileOutputError) {
    return refused(error.code === 'disk_full' ? 'disk_full' : 'write_refused', error.message);
  }
  if (!(error instanceof ORPCError) || error.code === 'INTERNAL_SERVER_ERROR') logBug(error);
  return error;
}

/** Where in the program it happened, without the message: that might hold a name. */
function logBug(error: unknown): void {
  const { name, stack = '' } = error instanceof Error ? error : new Error();
  const places = stack.split('\n').filter((line) => line.startsWith('    at '));
  process.stderr.write(`${[name, ...places].join('\n')}\n`);
  if (error instanceof Error && error.cause !== undefined) logBug(error.cause);
}

function isAsyncIterator(value: unknown): value is AsyncIterator<unknown, unknown, unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;
}

function refused(code: ErrorCode, message: string): ORPCError<string, { code: ErrorCode }> {
  return new ORPCError('REFUSED', { status: 422, message, data: { code } });
}
