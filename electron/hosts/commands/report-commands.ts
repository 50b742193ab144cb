import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { ReportResult } from '../../contract/reports.ts';
import { withOffice } from './context.ts';
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
    .option('--format <ĐỊNH DẠNG>', 'xlsx hoặc html', 'xlsx')
    .option('--json', 'in số liệu dạng JSON')
    .action(async (file: string, code: string, options: ReportOptions) => {
      const question = { code, period: options.period, ...(options.unit === undefined ? {} : { unit: options.unit }) };
      await withOffice(file, async ({ client, session }) => {
        if (options.out !== undefined) {
          const format = options.format;
          if (format !== 'xlsx' && format !== 'html') {
            program.error(`--format phải là xlsx hoặc html, không phải "${format}"`);
            return;
          }
          const made = (await client.reports.file({ ...question, format })).file;
          const target = join(resolve(options.out), made.name);
          const source = session.files.pathOf(made.id);
          if (source === null) throw new Error('the report file is not where it was made');
          mkdirSync(resolve(options.out), { recursive: true });
          copyFileSync(source, target);
          if (options.json) printJson({ files: [target] });
          else printLine(`Đã ghi ${target}`);
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
