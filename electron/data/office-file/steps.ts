import { Turn } from '../turn.ts';
import type { Preparing } from './kept-statements.ts';

type Value = string | number | null;

/** One statement with its values, at the places marked `?`. */
export interface Statement {
  sql: string;
  values: readonly Value[];
  /** The same in SQLite's words, where it has better ones. */
  inFile?: string;
}

/**
 * Work on the log, statement by statement, written once: a file answers each at once (`performNow`), a server later
 * (`office-server/server-engine.ts`).
 */
export type Steps<T> = Generator<Statement, T, readonly unknown[]>;

/** Asks for rows; as with a prepared statement, who writes the columns knows what they hold. */
export function* ask<Row>(sql: string, ...values: readonly Value[]): Steps<readonly Row[]> {
  const rows = yield { sql, values };
  return rows as readonly Row[];
}

/** The same with a question of its own for SQLite, which may put its answer otherwise. */
export function* askEither<Row>(sql: string, inFile: string, ...values: readonly Value[]): Steps<readonly Row[]> {
  const rows = yield { sql, values, inFile };
  return rows as readonly Row[];
}

/** Tells the database to do something that gives no rows. */
export function* tell(sql: string, ...values: readonly Value[]): Steps<void> {
  yield { sql, values };
}

/** Does the work on an open file; each statement is prepared once. */
export function performNow<T>(connection: Preparing, steps: Steps<T>): T {
  const answer = answers(connection);
  let step = steps.next([]);
  while (!step.done) step = steps.next(answer(step.value));
  return step.value;
}

/**
 * The same with a `pause` between two statements whenever it has been long, for to seal a province's import takes seconds; what
 * that throws gives the work up.
 */
export async function performInTurns<T>(
  connection: Preparing,
  steps: Steps<T>,
  pause: () => Promise<unknown>,
): Promise<T> {
  const answer = answers(connection);
  const turn = new Turn();
  let step = steps.next([]);
  while (!step.done) {
    step = steps.next(answer(step.value));
    if (turn.isLong) await turn.end(pause);
  }
  return step.value;
}

function answers(connection: Preparing): (asked: Statement) => readonly unknown[] {
  const prepared = new Map<string, ReturnType<Preparing['prepare']>>();
  return ({ values, sql: anywhere, inFile: sql = anywhere }) => {
    const statement = prepared.get(sql) ?? connection.prepare(sql);
    prepared.set(sql, statement);
    return answerOf(statement, values);
  };
}

function answerOf(statement: ReturnType<Preparing['prepare']>, values: readonly Value[]): readonly unknown[] {
  if (statement.reader) return statement.all(...values);
  statement.run(...values);
  return [];
}
