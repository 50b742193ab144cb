import type { Command } from 'commander';
import type { DocumentAbout } from '../../contract/documents.ts';
import type { Explanation } from '../../contract/reports.ts';
import { SochiboError } from '../../data/errors.ts';
import type { Document } from '../../data/reporting/document.ts';
import { parsePeriod } from '../../data/reporting/period.ts';
import { reports } from '../../data/reporting/reports/index.ts';
import { formatInteger, formatPercent1 } from '../../data/vietnamese/numbers.ts';
import { type CommandContext, withOffice } from './context.ts';
import { documentKinds, findDocuments } from './document-command.ts';
import { printJson, printLine, printTable } from './print.ts';
import { basisOption, scopeOf } from './report-scope.ts';

interface ExplainOptions {
  period?: string;
  row?: string;
  column: string;
  unit?: string;
  id?: string;
  basis?: string;
  json?: true;
}

/** `explain`: the records behind one figure of a table or of a document's text. */
export function addExplainCommand(program: Command): void {
  program
    .command('explain')
    .description('các dòng làm nên một con số')
    .argument('<FILE>', 'tệp sổ')
    .argument('<CODE>', 'mã báo cáo, văn bản')
    .option('--period <KỲ>', 'kỳ báo cáo; văn bản về một bản ghi có thể chỉ cần --id')
    .option('--row <KEY>', 'khóa của dòng (trong report --json), hoặc total; văn bản không cần')
    .requiredOption('--column <KEY>', 'khóa của cột; của văn bản: khóa của con số (trong report --json)')
    .option('--unit <ID>', 'chỉ một tổ chức')
    .option('--id <ID>', 'văn bản: bản ghi mà văn bản nói về')
    .addOption(basisOption())
    .option('--json', 'in JSON')
    .action(async (file: string, typed: string, options: ExplainOptions) => {
      await withOffice(file, async (context) => {
        const explained = await explain(context, typed, options);
        if (options.json) printJson(explained);
        else printExplanation(explained);
      });
    });
}

/** Of a code that is a table and a document too, a row means the table. */
function explain(context: CommandContext, typed: string, options: ExplainOptions): Promise<Explanation> {
  const { row, column, id } = options;
  const code = typed.toUpperCase();
  const kinds = documentKinds(typed);
  const isReport = reports.some((report) => report.code === code);
  if (kinds.length > 0 && (!isReport || row === undefined || id !== undefined)) {
    return explainDocument(context, kinds, options);
  }
  const period = options.period === undefined ? null : parsePeriod(options.period.toUpperCase()).key;
  if (period === null) throw new SochiboError('wrong_arguments', 'Thiếu --period KỲ.');
  if (row === undefined) throw new SochiboError('wrong_arguments', 'Thiếu --row KHÓA của dòng, hoặc --row total.');
  return context.client.reports.explain({ code, period, row, column, ...scopeOf(options) });
}

async function explainDocument(
  context: CommandContext,
  kinds: readonly Document[],
  options: ExplainOptions,
): Promise<Explanation> {
  const { code, about } = await theDocument(context, kinds, options);
  return context.client.documents.explain({ code, about, figure: options.column });
}

/** Throws `wrong_arguments` where several documents are meant, and as `findDocuments`. */
async function theDocument(
  context: CommandContext,
  kinds: readonly Document[],
  { period, unit, id }: ExplainOptions,
): Promise<{ code: string; about: DocumentAbout }> {
  const [kind] = kinds;
  if (period === undefined && id !== undefined && kind && kinds.length === 1) return { code: kind.code, about: { id } };
  if (period === undefined) throw new SochiboError('wrong_arguments', 'Thiếu --period KỲ.');
  const { key } = parsePeriod(period.toUpperCase());
  const [found, another] = await findDocuments(context, { kinds, period: key, unit, id });
  if (found && !another) return found;
  throw new SochiboError(
    'wrong_arguments',
    'Kỳ này có nhiều văn bản loại đó. Thêm --id của bản ghi mà văn bản nói về.',
  );
}

function printExplanation({ label, value, rows }: Explanation): void {
  printLine(`${label}: ${value === null ? 'chưa có số liệu' : formatFigure(value)} (${rows.length} dòng)`);
  printTable(
    ['Bản ghi', 'Thuộc', 'Số'],
    rows.map((row) => [row.label, row.context, row.amount]),
  );
}

/** Whole or with one decimal, as printed in reports. */
function formatFigure(value: number): string {
  return Number.isInteger(value) ? formatInteger(value) : formatPercent1(value);
}
