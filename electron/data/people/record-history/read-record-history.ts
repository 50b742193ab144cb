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

/** What happened to a record and its parts, newest first, in words. Nothing for a record that the log does not know. */
export async function readRecordHistory(
  db: Kysely<Tables>,
  record: ToldRecordName,
  id: string,
  { numbersMasked, within }: { numbersMasked: boolean; within?: { from: string; before: string } },
): Promise<RecordChange[]> {
  const lines = (await Promise.all(toldRecords[record].map((told) => linesOf(db, told, id)))).flat();
  const byTransaction = Map.groupBy(lines, ({ transaction }) => transaction);
  const numbers = [...byTransaction.keys()].sort((a, b) => b - a).slice(0, mostChanges);
  const [changes, undone] = await Promise.all([
    db
      .selectFrom('audit_transaction')
      .select(['id as transaction', 'at', 'actor', 'action'])
      .where('id', 'in', numbers)
      .where('at', '>=', within?.from ?? '')
      .where('at', '<', within?.before ?? '9999')
      .orderBy('id', 'desc')
      .execute(),
    readTakenBack(db),
  ]);
  const words = await readWords(db, lines, numbersMasked);
  return changes.flatMap((change) => {
    const told = tellLines(byTransaction.get(change.transaction) ?? [], words);
    return told.length === 0 ? [] : [{ ...change, changes: told, undone: undone.has(change.transaction) }];
  });
}

/** Rows of the log about a record in one of its tables: of parts it has now, and of those it has lost. */
async function linesOf(db: Kysely<Tables>, told: ToldTable, id: string): Promise<LogLine[]> {
  const { table, by } = told;
  const { rows } = await sql<LogRow>`
    select transaction_id as "transaction", sequence, operation, before, after from audit_log
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
  operation: LogLine['operation'];
  before: string | null;
  after: string | null;
}

function valuesOf(text: string | null): LogLine['before'] {
  const values: LogLine['before'] = text === null ? {} : JSON.parse(text);
  return values;
}
