import type Database from 'better-sqlite3';
import { SochiboError } from '../../errors.ts';
import { reach } from './reach.ts';

/** Whose part of the office is shown: the organisation with what is below it, as of a day. */
export interface Part {
  organisation: string;
  /** As it is called, for refusals. */
  name: string;
  day: string;
}

/**
 * Each organisation with the one it stands below on the day: one that has ended, where it stood last. What a cell did before
 * it moved goes with it.
 */
const standing = `standing(id, parent_id) AS (
  SELECT organisation_id, parent_id FROM (
    SELECT organisation_id, parent_id, row_number() OVER (PARTITION BY organisation_id
      ORDER BY coalesce(valid_from, '') <= :day AND coalesce(valid_to, '9') >= :day DESC, coalesce(valid_from, '') DESC) AS place
    FROM main.organisation_version) WHERE place = 1)`;

/**
 * Limits one connection to a part of the office. A temporary view of the name of each table stands before it, so that every
 * query of every room reads that part and no more; changes go to the tables themselves (`write-target.ts`), and what a
 * transaction has touched outside the part is refused before it is made (`refuseOutside`).
 */
export class ScopeLimit {
  readonly #connection: Database.Database;
  #part: Part | null = null;

  constructor(connection: Database.Database) {
    this.#connection = connection;
  }

  get part(): Part | null {
    return this.#part;
  }

  /** Whether an organisation is of the part; every one is of the whole. */
  holds(organisation: string): boolean {
    if (this.#part === null) return true;
    return (
      this.#connection.prepare('SELECT 1 FROM temp.scope_organisation WHERE id = ?').get(organisation) !== undefined
    );
  }

  /** Limits to another part, or to none. Not while a transaction is open: it would be taken back with it. */
  set(part: Part | null): void {
    this.#drop();
    if (part !== null) this.#put(part);
  }

  /** Does `work` with the whole office: checks and backups, which hand nothing of it to anybody. */
  lifted<T>(work: () => T): T {
    const part = this.#part;
    if (part === null) return work();
    this.#drop();
    try {
      return work();
    } finally {
      if (this.#connection.open) this.#put(part);
    }
  }

  /** Keeps which rows may be changed, at the beginning of a transaction: one that comes into the part in it was not theirs. */
  begin(): void {
    if (this.#part === null) return;
    this.#connection.exec('DELETE FROM temp.scope_before');
    for (const [table, change] of changeable()) {
      this.#connection.exec(`INSERT INTO temp.scope_before SELECT '${table}', id FROM main.${table} WHERE ${change}`);
    }
  }

  /** Throws `not_allowed` where the running transaction has touched what is not of the part. */
  refuseOutside(transaction: number): void {
    if (this.#part === null) return;
    const touched = this.#connection
      .prepare<[number], { entity: string }>('SELECT DISTINCT entity FROM main.audit_log WHERE transaction_id = ?')
      .all(transaction);
    const conditions = new Map(changeable());
    for (const { entity } of touched) {
      if (entity === 'handed_over') continue;
      const change = conditions.get(entity);
      if (change === undefined || this.#touchesOutside(transaction, entity, change)) throw outside(this.#part);
    }
  }

  #touchesOutside(transaction: number, table: string, change: string): boolean {
    const found = this.#connection
      .prepare(
        `SELECT 1 FROM main.audit_log AS mine WHERE mine.transaction_id = :transaction AND mine.entity = :table AND (
           (mine.entity_id IN (SELECT id FROM main.${table})
             AND mine.entity_id NOT IN (SELECT id FROM main.${table} WHERE ${change}))
           OR (mine.operation <> 'insert'
             AND NOT EXISTS (SELECT 1 FROM temp.scope_before WHERE entity = :table AND id = mine.entity_id)
             AND NOT EXISTS (SELECT 1 FROM main.audit_log AS made WHERE made.transaction_id = :transaction
               AND made.entity = :table AND made.entity_id = mine.entity_id AND made.operation = 'insert'
               AND made.sequence < mine.sequence)))
         LIMIT 1`,
      )
      .get({ transaction, table });
    return found !== undefined;
  }

  /** The part is known as such when all of it stands: half of it is put again by whoever asks next. */
  #put(part: Part): void {
    const connection = this.#connection;
    connection.exec(`CREATE TEMP TABLE scope_organisation (id TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TEMP TABLE scope_path (id TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TEMP TABLE scope_before (entity TEXT, id TEXT, PRIMARY KEY (entity, id)) WITHOUT ROWID`);
    const { organisation, day } = part;
    const down = `below(id) AS (
      SELECT :organisation UNION SELECT standing.id FROM standing JOIN below ON standing.parent_id = below.id)`;
    const up = `above(id) AS (
      SELECT :organisation UNION SELECT standing.parent_id FROM standing JOIN above USING (id)
      WHERE standing.parent_id IS NOT NULL)`;
    const given = { organisation, day };
    connection
      .prepare(`WITH RECURSIVE ${standing}, ${down} INSERT INTO temp.scope_organisation SELECT id FROM below`)
      .run(given);
    connection
      .prepare(
        `WITH RECURSIVE ${standing}, ${up} INSERT INTO temp.scope_path
         SELECT id FROM above UNION SELECT id FROM temp.scope_organisation`,
      )
      .run(given);
    for (const [table, seen] of visible()) {
      connection.exec(`CREATE TEMP VIEW ${table} AS SELECT * FROM main.${table} WHERE ${seen}`);
    }
    this.#part = part;
  }

  #drop(): void {
    this.#part = null;
    for (const [table] of visible()) this.#connection.exec(`DROP VIEW IF EXISTS temp.${table}`);
    this.#connection.exec(`DROP TABLE IF EXISTS temp.scope_organisation; DROP TABLE IF EXISTS temp.scope_path;
      DROP TABLE IF EXISTS temp.scope_before`);
  }
}

/** The tables that are not seen whole, with the condition of what is. */
function visible(): [string, string][] {
  return Object.entries(reach).flatMap(([table, how]): [string, string][] => {
    if (how === 'everybody') return [];
    return [[table, typeof how === 'string' ? 'false' : how.see]];
  });
}

/** The tables in which rows may be changed, with the condition of which. */
function changeable(): [string, string][] {
  return Object.entries(reach).flatMap(([table, how]): [string, string][] => {
    if (typeof how === 'string' || how.change === null) return [];
    return [[table, how.change ?? how.see]];
  });
}

function outside({ name }: Part): SochiboError {
  return new SochiboError(
    'not_allowed',
    `Chưa ghi gì: việc này sửa cả dữ liệu ngoài phạm vi được giao (${name}). Nhờ người có quyền trên toàn sổ làm.`,
  );
}
