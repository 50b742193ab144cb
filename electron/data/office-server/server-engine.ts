import { CompiledQuery, Kysely, type PostgresPool, sql } from 'kysely';
import { SochiboError, systemCode } from '../errors.ts';
import type { Hands, OfficeEngine, OfficeLimit } from '../office-file/engine.ts';
import type { Steps } from '../office-file/steps.ts';
import type { Tables } from '../schema/database.ts';
import { OfficeDialect } from './dialect.ts';

/** How long a change waits for another clerk's: the longest that is usual is the commit of an import. */
const patience = '20s';

/**
 * An office on a server: each clerk's program has its own connections. Reading waits for nobody and sees no half-made
 * change; changes come one after another, so that what a rule has checked still holds when it is written (decision 0006).
 * The pool stays its owner's to end.
 */
export class ServerEngine implements OfficeEngine {
  readonly db: Kysely<Tables>;
  readonly limit: OfficeLimit = wholeOffice;
  isOpen = true;

  constructor(pool: PostgresPool) {
    this.db = new Kysely<Tables>({ dialect: new OfficeDialect(pool) });
  }

  async transaction<T>(work: (hands: Hands) => Promise<T>): Promise<T> {
    return this.db.transaction().execute(async (db) => {
      await sql`set local lock_timeout = ${sql.lit(patience)}`.execute(db);
      // What BEGIN IMMEDIATE is to a file. Others go on reading.
      await sql`lock table audit_context in exclusive mode`.execute(db);
      const result = await work({
        db,
        perform: (steps) => performLater(db, steps),
        // Others go on reading, by the indices.
        inBulk: (_inserts, insert) => insert(),
      });
      if (!this.isOpen) throw new Error('closed in the middle of a change');
      return result;
    });
  }

  deferReferences({ db }: Hands): Promise<unknown> {
    return sql`set constraints all deferred`.execute(db);
  }

  describe(error: unknown): unknown {
    if (error instanceof SochiboError) return error;
    const code = systemCode(error);
    const say = (kind: 'office_locked' | 'office_not_open' | 'disk_full', message: string) =>
      new SochiboError(kind, message, { cause: error });
    if (code === '55P03') {
      return say('office_locked', 'Người khác đang ghi vào sổ. Thay đổi này chưa được ghi; chờ một lát rồi làm lại.');
    }
    if (code === '53100') {
      return say('disk_full', 'Ổ đĩa của máy chủ đã đầy, thay đổi chưa được ghi. Báo người quản trị máy chủ.');
    }
    if (isCutOff(error, code)) {
      return say('office_not_open', 'Mất kết nối với máy chủ của sổ, thay đổi chưa chắc đã được ghi. Mở lại rồi xem.');
    }
    return error;
  }

  close(): void {
    this.isOpen = false;
  }
}

/** By class of SQLSTATE, by the system's word, or, where the connection broke while nobody was being answered, by `pg`'s. */
function isCutOff(error: unknown, code: string): boolean {
  if (/^(?:08|57P|ECONN|ENOENT|EPIPE)/u.test(code)) return true;
  return error instanceof Error && /^(?:Connection terminated|Client has encountered)/u.test(error.message);
}

/** Nobody is shown a part for the whole: whoever has a part is refused until the server holds them to it. */
const wholeOffice: OfficeLimit = {
  part: null,
  holds: () => true,
  set: (part) => {
    if (part !== null)
      throw new SochiboError('not_allowed', 'Sổ ở máy chủ chưa giao được từng phần. Nhờ người quản trị.');
  },
  begin: () => undefined,
  refuseOutside: () => undefined,
};

/** Does work on the log on a server, one statement after the answer to the one before. */
export async function performLater<T>(db: Kysely<Tables>, steps: Steps<T>): Promise<T> {
  let step = steps.next([]);
  while (!step.done) {
    const { sql: text, values } = step.value;
    const { rows } = await db.executeQuery(CompiledQuery.raw(numbered(text), [...values]));
    step = steps.next(rows);
  }
  return step.value;
}

/** The places of values, `?`, as PostgreSQL has them: `$1`, `$2`. */
function numbered(text: string): string {
  let number = 0;
  return text.replaceAll('?', () => {
    number += 1;
    return `$${number}`;
  });
}
