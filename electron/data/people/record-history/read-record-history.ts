import { type Kysely, sql } from 'kysely';
import type { RecordChange, ToldRecordName } from '../../../contract/record-history.ts';
import { readTakenBack } from '../../office-file/taken-back.ts';
import type { Tables } from '../../schema/database.ts';
import { type LogLine, tellLines } from './tell-lines.ts';
import { type ToldTable, toldRecords } from './told-records.ts';
import { readWords } from './words.ts';

const mostChanges = 200;
/** Rows of the log that are read: an import may have written thousands of one meeting. */
const mostLines = 5000;

/** A sealed transaction of the log. */
export interface LoggedChange {
  transaction: number;
  at: string;
  actor: string;
  action: string;
  undoes: number | null;
}

/** Instants: from the first, before the second. */
export interface LogSpan {
  from: string;
  before: string;
}

/** What happened to a record and its parts, newest first, in words. Nothing for a record that the log does not know. */
export async function readRecordHistory(
  db: Kysely<Tables>,
  record: ToldRecordName,
  id: string,
  { numbersMasked }: { numbersMasked: boolean },
): Promise<RecordChange[]> {
  const { lines, changes } = await readLogged(db, record, id, { from: '', before: '9999' });
  const [words, undone] = await Promise.all([readWords(db, lines, numbersMasked), readTakenBack(db)]);
  const byTransaction = Map.groupBy(lines, ({ transaction }) => transaction);
  return changes.slice(0, mostChanges).flatMap(({ transaction, at, actor, action }) => {
    const told = tellLines(byTransaction.get(transaction) ?? [], words);
    if (told.length === 0) return [];
    return [{ transaction, at, actor, action, changes: told, undone: undone.has(transaction) }];
  });
}

/** The rows of the log about a record and its parts, and the transactions of a span that wrote them, newest first. */
export async function readLogged(
  db: Kysely<Tables>,
  record: ToldRecordName,
  id: string,
  { from, before }: LogSpan,
): Promise<{ lines: LogLine[]; changes: LoggedChange[] }> {
  const lines = (await Promise.all(toldRecords[record].map((told) => linesOf(db, told, id)))).flat();
  const numbers = JSON.stringify([...new Set(lines.map(({ transaction }) => transaction))]);
  const changes = await db
    .selectFrom('audit_transaction')
    .select(['id as transaction', 'at', 'actor', 'action', 'undoes'])
    .where(sql<boolean>`id in (select value from json_each(${numbers}))`)
    .where('at', '>=', from)
    .where('at', '<', before)
    .orderBy('id', 'desc')
    .execute();
  return { lines, changes };
}

/** Rows of the log about a record in one of its tables: of parts it has now, and of those it has lost. */
async function linesOf(db: Kysely<Tables>, told: ToldTable, id: string): Promise<LogLine[]> {
  const { table, by } = told;
  const { rows } = await sql<LogRow>`
    select transaction_id as "transaction", sequence, entity_id as "row", operation, before, after from audit_log
    where entity = ${table} and entity_id in (${by === null ? sql`select ${id}` : partsOf(table, by, id)})
    order by sequence desc limit ${mostLines}`.execute(db);
  return rows.map(({ before, after, ...row }) => ({ ...row, told, before: valuesOf(before), after: valuesOf(after) }));
}

function partsOf(table: string, by: string, id: string) {
  return sql`
    select id from ${sql.table(table)} where ${sql.ref(by)} = ${id}
    union select entity_id from audit_log
      where entity = ${table} and operation = 'delete' and json_extract(before, ${`$.${by}`}) = ${id}`;
}

interface LogRow {
  transaction: number;
  sequence: number;
  row: string;
  operation: LogLine['operation'];
  before: string | null;
  after: string | null;
}

function valuesOf(text: string | null): LogLine['before'] {
  const values: LogLine['before'] = text === null ? {} : JSON.parse(text);
  return values;
}
