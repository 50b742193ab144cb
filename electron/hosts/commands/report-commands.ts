import type { Command } from 'commander';
import type { ReportResult } from '../../contract/reports.ts';
import { SochiboError } from '../../data/errors.ts';
import type { Document } from '../../data/reporting/document.ts';
import { parsePeriod } from '../../data/reporting/period.ts';
import { reports } from '../../data/reporting/reports/index.ts';
import { formatPercent1 } from '../../data/vietnamese/numbers.ts';
import { deliver, pathOf, withOffice } from './context.ts';
import {
  chromiumOrRefusal,
  type DocumentFormat,
  type DocumentsQuestion,
  documentFormats,
  documentKinds,
  findDocuments,
  readDocuments,
  writeDocuments,
} from './document-command.ts';
import { printJson, printLine, printTable } from './print.ts';
import { basisOption, scopeOf } from './report-scope.ts';

interface ReportOptions {
  period: string;
  basis?: string;
  unit?: string;
  id?: string;
  blank?: true;
  out?: string;
  format?: string;
  leavers?: true;
  json?: true;
}

/** The members in the columns of the national database: a list and no report of figures. */
const NATIONAL_LIST = 'BC-15';

/** `report`. */
export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description('lập báo cáo, văn bản: ghi tệp, hoặc in số liệu')
    .argument('<FILE>', 'tệp sổ')
    .argument('<CODE>', 'mã báo cáo, văn bản: BC-05, BC-11; một mã có nhiều loại (BC-14) thì lập tất cả')
    .requiredOption('--period <KỲ>', '2024-07, 2024-Q3, 2024-H1, 2024-9M, 2024')
    .option('--unit <ID>', 'chỉ một tổ chức (id trong list organisations)')
    .addOption(basisOption())
    .option('--out <DIR>', 'thư mục ghi tệp; mặc định thư mục hiện tại khi có --format')
    .option('--id <ID>', 'văn bản: chỉ của một bản ghi (buổi sinh hoạt, lượt dự, cán bộ)')
    .option('--format <ĐỊNH DẠNG>', 'xlsx cho biểu; docx, html hoặc pdf cho văn bản')
    .option('--blank', 'mẫu trống để ghi tay của chi bộ --unit, trong tháng --period (BC-11)')
    .option('--leavers', 'BC-15: cả người đã chuyển đi, từ trần, ra khỏi Đảng')
    .option('--json', 'in số liệu dạng JSON')
    .action(async (file: string, typedCode: string, options: ReportOptions) => {
      const code = typedCode.toUpperCase();
      const { key: period } = parsePeriod(options.period.toUpperCase());
      const question = { code, period, ...scopeOf(options) };
      const kinds = documentKinds(typedCode);
      if (asksForDocuments(code, kinds, options)) {
        const asked = { kinds, period, unit: options.unit, id: options.id, blank: options.blank };
        return reportDocuments(file, kinds.length === 1 ? (kinds[0]?.code ?? code) : code, asked, options);
      }
      const format = formatOf(code, options);
      await withOffice(file, async (context) => {
        const { client, session } = context;
        const made =
          format === null
            ? []
            : code === NATIONAL_LIST
              ? [(await client.reports.nationalList({ ...question, leavers: options.leavers === true })).file]
              : [(await client.reports.file({ ...question, format: 'xlsx' })).file];
        const result = hasFigures(code) ? await client.reports.run(question) : null;
        const files: string[] = [];
        for (const one of made) files.push(await deliver(session, one, pathOf(options.out ?? '.')));
        if (options.json) printJson(format === null ? result : { ...result, files });
        else if (format !== null) for (const target of files) printLine(`Đã ghi ${target}`);
        else if (result) printReport(result);
      });
    });
}

/** Of a code that is a table and a document too, the format says which is meant; without one it is the table. */
function asksForDocuments(code: string, kinds: readonly Document[], { format }: ReportOptions): boolean {
  if (kinds.length === 0) return false;
  return !reports.some((report) => report.code === code) || documentFormats.some((one) => one === format);
}

async function reportDocuments(
  file: string,
  code: string,
  question: DocumentsQuestion,
  options: ReportOptions,
): Promise<void> {
  const format = documentFormatOf(code, options);
  if (format === 'pdf') chromiumOrRefusal();
  await withOffice(file, async (context) => {
    const found = await findDocuments(context, question);
    const files: string[] = [];
    if (format !== null) {
      for (const made of await writeDocuments(context, found, format)) {
        files.push(await deliver(context.session, made, pathOf(options.out ?? '.')));
      }
    }
    if (options.json) {
      const documents = await readDocuments(context, found);
      printJson({ report: code, period: question.period, documents, ...(format === null ? {} : { files }) });
    } else for (const target of files) printLine(`Đã ghi ${target}`);
  });
}

/** Null when only words and figures are printed. Throws `wrong_arguments` for what a document cannot be. */
function documentFormatOf(code: string, { out, format, json }: ReportOptions): DocumentFormat | null {
  if (format === undefined) {
    if (out !== undefined) return 'docx';
    if (json) return null;
    throw new SochiboError(
      'wrong_arguments',
      `${code} là văn bản, không có biểu số liệu để in. Thêm --out THƯ_MỤC để ghi tệp, hoặc --json để in lời và số.`,
    );
  }
  const known = documentFormats.find((one) => one === format);
  if (known) return known;
  throw new SochiboError('wrong_arguments', `Văn bản ghi được dạng docx, html hoặc pdf, không phải "${format}".`);
}

const hasFigures = (code: string) => code !== NATIONAL_LIST;

function printReport(result: ReportResult): void {
  const basis = result.basis === 'now' ? ' — quy về tổ chức hiện nay' : '';
  printLine(`${result.title} — ${result.period_label}${basis}`);
  const shown = (figures: Record<string, number | null>, texts: Record<string, string | null>) =>
    result.columns.map(({ key, type }) => {
      if (type === 'text') return texts[key] ?? null;
      const value = figures[key] ?? null;
      return value === null || type !== 'percent1' ? value : formatPercent1(value);
    });
  printTable(
    ['', ...result.columns.map((column) => column.label)],
    [
      ...result.rows.map((row) => [`${row.parent === null ? '' : '  '}${row.name}`, ...shown(row.figures, row.texts)]),
      ['Tổng cộng', ...shown(result.total, {})],
    ],
  );
}

/** What is written: null when the figures are printed. Throws `wrong_arguments` for what a report cannot be. */
function formatOf(code: string, { out, format }: ReportOptions): 'xlsx' | null {
  if (format !== undefined && format !== 'xlsx') {
    throw new SochiboError(
      'wrong_arguments',
      `Báo cáo ${code} là biểu, ghi được dạng xlsx, không phải "${format}". Muốn có PDF, mở tệp xlsx rồi lưu thành PDF.`,
    );
  }
  return hasFigures(code) && out === undefined && format === undefined ? null : 'xlsx';
}
