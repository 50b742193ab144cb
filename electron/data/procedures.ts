import { mapEventIterator } from '@orpc/client';
import { type AnyProcedure, implement, ORPCError } from '@orpc/server';
import { NoResultError } from 'kysely';
import { z } from 'zod';
import type { ErrorCode } from '../contract/errors.ts';
import { contract } from '../contract/index.ts';
import { cleanInput } from './clean-input.ts';
import { systemCode } from './errors.ts';
import { noteMadeFiles } from './people/handed-over.ts';
import { maskNumbers, numbersMasked } from './people/identity-numbers.ts';
import { allow } from './people/who-works.ts';
import { refusalOf } from './refusal-of.ts';
import type { Session } from './session.ts';

export interface DataContext {
  session: Session;
}

/**
 * The base of every procedure: only who may do it does it (`contract/rights.ts`); what a person can act on crosses as
 * `REFUSED` with its code and Vietnamese message, input of another shape and what refers to no record among it; a bug goes
 * to standard error and crosses as `INTERNAL_SERVER_ERROR` without its text (it might hold personal data).
 */
export const os = implement(contract)
  .$context<DataContext>()
  // The input is checked after the first of the two that follow, so that the second has what the check made of it.
  .$config({ initialInputValidationIndex: -1 })
  .use(async ({ next, context: { session }, path }, input: unknown) => {
    const toCaller = (thrown: unknown) => crossing(thrown, session);
    const leave = (output: unknown) => leaving(session, path, output);
    try {
      await allow(session, path, input);
      const result = await next();
      const events: unknown = result.output;
      if (!isAsyncIterator(events)) return { ...result, output: await leave(events) };
      // What goes wrong between two events (an import that is being read) is thrown after this procedure has answered.
      return {
        ...result,
        output: mapEventIterator(events, { value: leave, error: (thrown) => Promise.resolve(toCaller(thrown)) }),
      };
    } catch (thrown) {
      throw toCaller(thrown);
    }
  })
  .use(async ({ next, path, procedure }, input) => {
    if (cleanInput(path, input)) await checkAgain(procedure, input);
    return next();
  });

/** A name of nothing but invisible characters is none: what the contract asks for is asked for again. */
async function checkAgain(procedure: AnyProcedure, input: unknown): Promise<void> {
  const checked = await procedure['~orpc'].inputSchema?.['~standard'].validate(input);
  if (checked?.issues) throw new ORPCError('BAD_REQUEST', { data: { issues: checked.issues } });
}

/** What crosses to whoever called: files made for it are logged first, identity numbers are covered where they are to be. */
async function leaving(session: Session, path: readonly string[], output: unknown): Promise<unknown> {
  await noteMadeFiles(session);
  // The clerk's own workbook is shown as it is; it came from outside. What is told of long work holds no numbers.
  if (path[0] === 'imports' || path[0] === 'jobs') return output;
  const masked = maskNumbers(output);
  // Most answers hold none, and the office need not be asked.
  return masked !== output && (await numbersMasked(session)) ? masked : output;
}

/** The error as it crosses to whoever called. */
function crossing(thrown: unknown, session: Session): unknown {
  const told = refusalOf(thrown, session.hasOffice ? session.office.path : '');
  if (told) return refused(told.code, told.message);
  if (thrown instanceof ORPCError && thrown.code === 'BAD_REQUEST')
    return refused('wrong_arguments', wrongShape(thrown));
  if (!(thrown instanceof ORPCError) || thrown.code === 'INTERNAL_SERVER_ERROR') logBug(thrown);
  return isAboutNothing(thrown) ? refused('not_found', notHere) : thrown;
}

const shapeIssues = z.object({
  issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])).optional() })),
});

/** Input that the contract does not take, by the names of its fields: too long, too short, not of the form. */
function wrongShape({ data }: ORPCError<string, unknown>): string {
  const issues = shapeIssues.safeParse(data).data?.issues ?? [];
  const names = [...new Set(issues.map(({ path }) => path?.join('.') ?? ''))].filter((name) => name !== '');
  return `Giá trị không hợp lệ hoặc quá dài: ${names.join(', ') || 'tham số'}. Sửa lại rồi làm lại.`;
}

/** Refers to a record that is not in the office: nothing of the change was written. */
function isAboutNothing(error: unknown): boolean {
  return systemCode(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY' || error instanceof NoResultError;
}

const notHere =
  'Một mục đã chọn không còn trong sổ, hoặc nơi khác trong sổ còn cần đến. Chưa ghi gì. Mở lại trang rồi chọn lại.';

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
