import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ReportResult } from '../../contract/reports.ts';
import type { MadeFile } from '../../contract/values.ts';
import { SochiboError } from '../../data/errors.ts';
import { parsePeriod } from '../../data/reporting/period.ts';
import { type CommandContext, deliver, withOffice } from './context.ts';
import { printJson, printLine, printTable } from './print.ts';

interface ReportOptions {
  period: string;
  unit?: string;
  out?: string;
  format?: string;
  json?: true;
}

/** `report` and `explain`. */
export function addReportCommands(program: Command): void {
  program
    .command('report')
    .description('lập báo cáo: ghi tệp, hoặc in số liệu')
    .argument('<FILE>', 'tệp sổ')
    .argument('<CODE>', 'mã báo cáo, ví dụ BC-05')
    .requiredOption('--period <KỲ>', '2024-07, 2024-Q3, 2024-H1, 2024-9M, 2024')
    .option('--unit <ID>', 'chỉ một tổ chức')
    .option('--out <DIR>', 'thư mục ghi tệp')
    .option('--format <ĐỊNH DẠNG>', 'xlsx cho biểu; docx hoặc html cho biên bản (BC-11)')
    .option('--json', 'in số liệu dạng JSON')
    .action(async (file: string, code: string, options: ReportOptions) => {
      const question = { code, period: options.period, ...(options.unit === undefined ? {} : { unit: options.unit }) };
      await withOffice(file, async (context) => {
        const { client } = context;
        if (options.out !== undefined) {
          const written =
            code === 'BC-11' ? await writeMinutes(context, options) : [await writeReport(context, question)];
          const targets = written.map((made) => deliver(context.session, made, resolve(options.out ?? '.')));
          if (options.json) printJson({ files: targets });
          else for (const target of targets) printLine(`Đã ghi ${target}`);
          return;
        }
        const result = await client.reports.run(question);
        if (options.json) printJson(result);
        else printReport(result);
      });
    });

  program
    .command('explain')
    .description('các dòng làm nên một con số')
    .argument('<FILE>', 'tệp sổ')
    .argument('<CODE>', 'mã báo cáo')
    .requiredOption('--period <KỲ>', 'kỳ báo cáo')
    .requiredOption('--row <KEY>', 'khóa của dòng (trong report --json), hoặc total')
    .requiredOption('--column <KEY>', 'khóa của cột')
    .option('--unit <ID>', 'chỉ một tổ chức')
    .option('--json', 'in JSON')
    .action(async (file: string, code: string, options: ReportOptions & { row: string; column: string }) => {
      await withOffice(file, async ({ client }) => {
        const explained = await client.reports.explain({
          code,
          period: options.period,
          row: options.row,
          column: options.column,
          ...(options.unit === undefined ? {} : { unit: options.unit }),
        });
        if (options.json) printJson(explained);
        else {
          printLine(`${explained.label}: ${explained.value ?? 'chưa có số liệu'} (${explained.rows.length} dòng)`);
          printTable(
            ['Bản ghi', 'Thuộc', 'Số'],
            explained.rows.map((row) => [row.label, row.context, row.amount]),
          );
        }
      });
    });
}

function printReport(result: ReportResult): void {
  printLine(`${result.title} — ${result.period_label}`);
  const keys = result.columns.map((column) => column.key);
  printTable(
    ['', ...result.columns.map((column) => column.label)],
    [
      ...result.rows.map((row) => [row.name, ...keys.map((key) => row.figures[key] ?? null)]),
      ['Tổng cộng', ...keys.map((key) => result.total[key] ?? null)],
    ],
  );
}

async function writeReport(
  { client }: CommandContext,
  question: { code: string; period: string; unit?: string },
): Promise<MadeFile> {
  return (await client.reports.file({ ...question, format: 'xlsx' })).file;
}

/** The minutes of every meeting held in the period, of one unit or of all. */
async function writeMinutes({ client }: CommandContext, options: ReportOptions): Promise<MadeFile[]> {
  const format = options.format ?? 'docx';
  if (format !== 'docx' && format !== 'html') {
    throw new SochiboError('wrong_arguments', `Biên bản ghi được dạng docx hoặc html, không phải "${format}".`);
  }
  const { months } = parsePeriod(options.period);
  const meetings = await client.meetings.list({
    from: months[0],
    to: months.at(-1),
    ...(options.unit === undefined ? {} : { organisation_id: options.unit }),
  });
  const made: MadeFile[] = [];
  for (const meeting of meetings.filter((each) => each.held)) {
    made.push((await client.meetings.minutesFile({ id: meeting.id, format })).file);
  }
  return made;
}
