import { type Kysely, sql } from 'kysely';
import { readTakenBack } from '../../office-file/taken-back.ts';
import type { Tables } from '../../schema/database.ts';
import { type LoggedChange, type LogSpan, readLogged } from './read-record-history.ts';
import { type LogLine, tellValue, type Words } from './tell-lines.ts';
import { readWords } from './words.ts';

/** A column of a row that is not at the end of a span what it was at its beginning. */
export interface NetField {
  table: string;
  row: string;
  column: string;
  label: string;
  from: string | null;
  to: string | null;
  /** When it was last written, an instant. */
  at: string;
}

/** A part that came or went in a span: each thing it says as `Quan hệ: vợ`. */
export interface NetRow {
  table: string;
  row: string;
  /** Of its last state. */
  says: { column: string; label: string; value: string }[];
  at: string;
}

export interface NetChanges {
  fields: NetField[];
  added: NetRow[];
  removed: NetRow[];
}

/**
 * What a span has made of a member's record, beginning against end. Not told: what was taken back; how the record came
 * into the office; and what an import or a package first filled in, which is copying a dossier, not a change of it.
 */
export async function readNetChanges(db: Kysely<Tables>, memberId: string, span: LogSpan): Promise<NetChanges> {
  const [{ lines, changes }, undone] = await Promise.all([readLogged(db, 'member', memberId, span), readTakenBack(db)]);
  const standing = changes.filter(({ transaction, undoes }) => undoes === null && !undone.has(transaction));
  const [words, bulk] = await Promise.all([readWords(db, lines, true), readBulk(db, standing)]);
  const birth = lines.find(({ told, operation }) => told.table === 'member' && operation === 'insert');
  const at = new Map(standing.map((change) => [change.transaction, change.at]));
  const told = lines
    .filter(({ transaction }) => at.has(transaction) && transaction !== birth?.transaction)
    .filter(({ transaction, operation }) => operation !== 'insert' || !bulk.has(transaction))
    .toSorted((a, b) => a.sequence - b.sequence);
  const rows = [...Map.groupBy(told, ({ row, told: { table } }) => `${table} ${row}`).values()];
  const net = rows.map((of) => netOf(of, { words, bulk, at }));
  return {
    fields: net.flatMap(({ fields = [] }) => fields),
    added: net.flatMap(({ added }) => (added ? [added] : [])),
    removed: net.flatMap(({ removed }) => (removed ? [removed] : [])),
  };
}

interface Told {
  words: Words;
  bulk: ReadonlySet<number>;
  at: ReadonlyMap<number, string>;
}

function netOf(lines: readonly LogLine[], told: Told): { fields?: NetField[]; added?: NetRow; removed?: NetRow } {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return {};
  const isNew = first.operation === 'insert' && first.told.title !== '';
  if (last.operation === 'delete') return isNew ? {} : { removed: rowOf(last, last.before, told) };
  return isNew ? { added: rowOf(last, last.after, told) } : { fields: fieldsOf(lines, last, told) };
}

function rowOf({ told: { table, fields }, row, transaction }: LogLine, values: LogLine['after'], told: Told): NetRow {
  const says = Object.entries(fields).flatMap(([column, field]) => {
    const value = field === null ? null : tellValue(column, field, values[column], told.words);
    return field === null || value === null ? [] : [{ column, label: field.label, value }];
  });
  return { table, row, says, at: told.at.get(transaction) ?? '' };
}

function fieldsOf(lines: readonly LogLine[], last: LogLine, { words, bulk, at }: Told): NetField[] {
  const { table, fields } = last.told;
  return Object.entries(fields).flatMap(([column, field]) => {
    if (field === null) return [];
    const empty = (values: LogLine['before']) => (values[column] ?? '') === '';
    const changing = lines.filter(
      ({ transaction, before, after }) =>
        (before[column] ?? null) !== (after[column] ?? null) && !(bulk.has(transaction) && empty(before)),
    );
    const [first, end] = [changing[0], changing.at(-1)];
    if (!first || !end) return [];
    const from = tellValue(column, field, first.before[column], words);
    const to = tellValue(column, field, end.after[column], words);
    if (from === to) return [];
    return [{ table, row: last.row, column, label: field.label, from, to, at: at.get(end.transaction) ?? '' }];
  });
}

/** The transactions that are an import or a received package. */
async function readBulk(db: Kysely<Tables>, changes: readonly LoggedChange[]): Promise<ReadonlySet<number>> {
  const numbers = JSON.stringify(changes.map(({ transaction }) => transaction));
  const { rows } = await sql<{ transaction: number }>`
    select distinct transaction_id as "transaction" from audit_log
    where transaction_id in (select value from json_each(${numbers}))
      and entity in ('import_run', 'data_package')`.execute(db);
  return new Set(rows.map(({ transaction }) => transaction));
}
