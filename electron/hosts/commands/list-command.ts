import type { Command } from 'commander';
import { type CommandContext, withOffice } from './context.ts';
import { printJson, printTable } from './print.ts';

type Value = string | number | boolean | null | readonly unknown[];
type ListedRecord = Record<string, Value>;
type Lister = (context: CommandContext, asOf: string | undefined) => Promise<ListedRecord[]>;

const asOfInput = (asOf: string | undefined) => (asOf === undefined ? {} : { as_of: asOf });

const KINDS: Record<string, Lister> = {
  organisations: ({ client }, asOf) => client.organisations.list({ ...asOfInput(asOf), all: asOf === undefined }),
  members: ({ client }, asOf) => client.members.list({ ...asOfInput(asOf), counted_only: false }),
  officials: ({ client }, asOf) => client.officials.list(asOfInput(asOf)),
  assignments: ({ client }, asOf) => client.officials.assignments(asOfInput(asOf)),
  meetings: ({ client }) => client.meetings.list({}),
  visits: ({ client }) => client.meetings.visits({}),
};

export function addListCommand(program: Command): void {
  program
    .command('list')
    .description('liệt kê bản ghi đã chuẩn hóa')
    .argument('<FILE>', 'tệp sổ')
    .argument('<KIND>', Object.keys(KINDS).join(', '))
    .option('--where <FIELD=VALUE>', 'chỉ các bản ghi có trường bằng giá trị; lặp lại được', collect, [])
    .option('--as-of <DATE>', 'tại ngày (2024-12-31); mặc định hôm nay')
    .option('--json', 'in JSON')
    .action(async (file: string, kind: string, options: { where: string[]; asOf?: string; json?: true }) => {
      const lister = KINDS[kind];
      if (!lister) {
        program.error(`Không có loại "${kind}". Các loại: ${Object.keys(KINDS).join(', ')}`);
        return;
      }
      const conditions = options.where.map((text) => parseCondition(text, program));
      await withOffice(file, async (context) => {
        const records = (await lister(context, options.asOf)).filter((record) =>
          conditions.every(({ field, value }) => String(record[field] ?? '') === value),
        );
        if (options.json) printJson(records);
        else printRecords(records);
      });
    });
}

function collect(value: string, previous: string[]): string[] {
  return [...previous, value];
}

function parseCondition(text: string, program: Command): { field: string; value: string } {
  const at = text.indexOf('=');
  if (at <= 0) program.error(`--where cần dạng TRƯỜNG=GIÁ_TRỊ, không phải "${text}"`);
  return { field: text.slice(0, at), value: text.slice(at + 1) };
}

function printRecords(records: readonly ListedRecord[]): void {
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
