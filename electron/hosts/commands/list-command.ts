import type { Command } from 'commander';
import { assignmentRecord, officialRecord } from '../../contract/assignments.ts';
import { meetingRecord, visitRecord } from '../../contract/meetings.ts';
import { memberRecord } from '../../contract/member-record.ts';
import { organisationRecord } from '../../contract/organisations.ts';
import { petitionRecord } from '../../contract/petitions.ts';
import { isIsoDate } from '../../data/vietnamese/dates.ts';
import { type CommandContext, withOffice } from './context.ts';
import { printJson, printLine, printTable } from './print.ts';

type Value = string | number | boolean | null | readonly unknown[];
type ListedRecord = Record<string, Value>;

/** A kind of record: what fields it has, and how it is listed. */
interface Lister {
  fields: readonly string[];
  list(context: CommandContext, asOf: string | undefined): Promise<ListedRecord[]>;
}

const asOfInput = (asOf: string | undefined) => (asOf === undefined ? {} : { as_of: asOf });
const fieldsOf = ({ shape }: { shape: object }) => Object.keys(shape);

const KINDS: Readonly<Record<string, Lister>> = {
  organisations: {
    fields: fieldsOf(organisationRecord),
    list: ({ client }, asOf) => client.organisations.list({ ...asOfInput(asOf), all: asOf === undefined }),
  },
  members: {
    fields: fieldsOf(memberRecord),
    list: ({ client }, asOf) => client.members.list({ ...asOfInput(asOf), counted_only: false }),
  },
  officials: { fields: fieldsOf(officialRecord), list: ({ client }, asOf) => client.officials.list(asOfInput(asOf)) },
  assignments: {
    fields: fieldsOf(assignmentRecord),
    list: ({ client }, asOf) => client.officials.assignments(asOfInput(asOf)),
  },
  meetings: { fields: fieldsOf(meetingRecord), list: ({ client }) => client.meetings.list({}) },
  visits: { fields: fieldsOf(visitRecord), list: ({ client }) => client.meetings.visits({}) },
  petitions: { fields: fieldsOf(petitionRecord), list: ({ client }, asOf) => client.petitions.list(asOfInput(asOf)) },
};

export function addListCommand(program: Command): void {
  program
    .command('list')
    .description('liệt kê bản ghi đã chuẩn hóa')
    .argument('<FILE>', 'tệp sổ')
    .argument('<KIND>', Object.keys(KINDS).join(', '))
    .option(
      '--where <FIELD=VALUE>',
      'chỉ các bản ghi có trường bằng giá trị (trống: chưa có); lặp lại được',
      collect,
      [],
    )
    .option('--as-of <DATE>', 'tại ngày (2024-12-31); không có: hôm nay, với organisations và assignments là tất cả')
    .option('--json', 'in JSON')
    .action(async (file: string, kind: string, options: { where: string[]; asOf?: string; json?: true }) => {
      const lister = KINDS[kind];
      if (!lister) {
        program.error(`Không có loại "${kind}". Các loại: ${Object.keys(KINDS).join(', ')}`);
        return;
      }
      const asOf = options.asOf;
      if (asOf !== undefined && !isIsoDate(asOf))
        program.error(`--as-of cần một ngày dạng 2024-12-31, không phải "${asOf}"`);
      const conditions = options.where.map((text) => parseCondition(text, lister.fields, program));
      await withOffice(file, async (context) => {
        const records = (await lister.list(context, asOf)).filter((record) =>
          conditions.every(({ field, value }) => String(record[field] ?? '') === value),
        );
        await noteListed(context, `Danh sách ${kind} (dòng lệnh)`, records.length);
        if (options.json) printJson(records);
        else printRecords(records);
      });
    });
}

/** What is listed is out of the office as much as a file. Of a copy that is only looked at, nothing can be logged. */
async function noteListed({ client, session }: CommandContext, what: string, records: number): Promise<void> {
  if (session.office.view === null) await client.people.note({ way: 'copy', what, records });
}

function collect(value: string, previous: string[]): string[] {
  return [...previous, value];
}

function parseCondition(text: string, fields: readonly string[], program: Command): { field: string; value: string } {
  const at = text.indexOf('=');
  if (at <= 0) program.error(`--where cần dạng TRƯỜNG=GIÁ_TRỊ, không phải "${text}"`);
  const field = text.slice(0, at);
  if (!fields.includes(field)) program.error(`Không có trường "${field}". Các trường: ${fields.join(', ')}`);
  return { field, value: text.slice(at + 1).normalize('NFC') };
}

function printRecords(records: readonly ListedRecord[]): void {
  if (records.length === 0) {
    printLine('Không có bản ghi nào.');
    return;
  }
  const fields = Object.keys(records[0] ?? {}).filter((field) => !field.endsWith('id'));
  printTable(
    fields,
    records.map((record) =>
      fields.map((field) => {
        const value = record[field] ?? null;
        return value === null || typeof value === 'number' ? value : String(value);
      }),
    ),
  );
}
