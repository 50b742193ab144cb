import type { RecordChange } from '../../../contract/record-history.ts';
import { formatDate, parsePartialIso } from '../../vietnamese/dates.ts';
import { isNumberField, maskNumber } from '../identity-numbers.ts';
import type { ToldField } from './fields.ts';
import type { ToldTable } from './told-records.ts';

type Value = string | number | null;

/** One row of the log, with the table it is of. */
export interface LogLine {
  transaction: number;
  sequence: number;
  /** The id of the row it is about. */
  row: string;
  operation: 'insert' | 'update' | 'delete';
  told: ToldTable;
  before: Readonly<Record<string, Value>>;
  after: Readonly<Record<string, Value>>;
}

/** What codes and other records are called; null for what is not known any more. */
export interface Words {
  ofList(list: string, code: string): string | null;
  ofRecord(table: string, id: string): string | null;
  /** Whether identity numbers are told with their middle covered. */
  numbersMasked: boolean;
}

type Told = RecordChange['changes'][number];

/** Of more rows of a table that came or went together only their number is told. */
const mostRows = 8;

/** The rows of one transaction in words, in the order of the tables. */
export function tellLines(lines: readonly LogLine[], words: Words): Told[] {
  const groups = Map.groupBy(lines, ({ told, operation }) => `${told.table} ${operation}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    if (group.length > mostRows) return [counted(first, group.length)];
    return [...group].sort((a, b) => a.sequence - b.sequence).flatMap((line) => tellLine(line, words));
  });
}

function counted({ told, operation }: LogLine, count: number): Told {
  const rows = `${count} dòng`;
  const what = told.title || 'Hồ sơ';
  if (operation === 'update') return { what, from: null, to: `sửa ${rows}` };
  return operation === 'insert' ? { what, from: null, to: rows } : { what, from: rows, to: null };
}

function tellLine({ told, operation, before, after }: LogLine, words: Words): Told[] {
  const fields = Object.entries(told.fields).flatMap(([column, field]) => (field === null ? [] : [{ column, field }]));
  const say = (field: ToldField, column: string, value: Value | undefined) => tellValue(column, field, value, words);
  if (operation === 'update' || told.title === '') {
    // A part without a name of its own speaks of the record: each field by itself.
    const name = operation === 'update' ? partName(told, after, words) : '';
    return fields.flatMap(({ column, field }) => {
      const [from, to] = [say(field, column, before[column]), say(field, column, after[column])];
      return from === to ? [] : [{ what: [name, field.label].filter(Boolean).join(' · '), from, to }];
    });
  }
  const values = operation === 'insert' ? after : before;
  const sentence = fields
    .flatMap(({ column, field }) => {
      const value = say(field, column, values[column]);
      return value === null ? [] : [`${field.label}: ${value}`];
    })
    .join('; ');
  return [
    { what: told.title, from: operation === 'delete' ? sentence : null, to: operation === 'insert' ? sentence : null },
  ];
}

/** `Điểm danh Lê Văn Ba`: a part with the first thing it says. */
function partName({ title, fields }: ToldTable, values: LogLine['after'], words: Words): string {
  if (title === '') return '';
  for (const [column, field] of Object.entries(fields)) {
    const value = field === null ? null : tellValue(column, field, values[column], words);
    if (value !== null) return `${title} (${value})`;
  }
  return title;
}

const gone = '(không còn trong sổ)';

/** A value as people read it; null: nothing. */
export function tellValue(column: string, field: ToldField, value: Value | undefined, words: Words): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (field.isTruth) return value === 1 ? 'có' : 'không';
  const text = String(value);
  if (field.of) return words.ofRecord(field.of, text) ?? gone;
  if (field.codes) return field.codes[text] ?? gone;
  if (field.list) return words.ofList(field.list, text) ?? text;
  if (words.numbersMasked && isNumberField(column)) return maskNumber(text);
  if (typeof value === 'number') return text.replace('.', ',');
  const date = /^\d{4}(-\d{2}){0,2}$/u.test(text) ? parsePartialIso(text) : null;
  return date === null ? text : formatDate(date);
}
