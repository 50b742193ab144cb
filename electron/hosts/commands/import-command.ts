import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { type ImportResult, importKind, type ReconciliationResult } from '../../contract/imports.ts';
import { type CommandContext, pathOf, withOffice } from './context.ts';
import { printJson, printLine } from './print.ts';

interface ImportOptions {
  as?: string;
  dryRun?: true;
  accept?: true;
  json?: true;
}

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('nhập sổ tính Excel; chỉ ghi khi không có lỗi, hoặc các dòng đúng khi có --accept')
    .argument('<FILE>', 'tệp sổ')
    .argument('<WORKBOOK...>', 'các tệp Excel')
    .option('--as <KIND>', `loại: ${importKind.options.join(', ')}`, 'auto')
    .option('--dry-run', 'chỉ cho xem, không ghi')
    .option('--accept', 'ghi các dòng đúng, bỏ các dòng lỗi')
    .option('--json', 'in JSON')
    .action(async (file: string, workbooks: string[], options: ImportOptions) => {
      const kind = importKind.safeParse(options.as);
      const missing = workbooks.filter((workbook) => !existsSync(pathOf(workbook)));
      if (!kind.success) program.error(`--as phải là một trong: ${importKind.options.join(', ')}`);
      else if (missing.length > 0) {
        const names = missing.map((name) => `"${name}"`).join(', ');
        program.error(`Không có tệp ${names}. Kiểm tra tên và thư mục.`);
      } else {
        await withOffice(file, async (context) => {
          const result = await importWorkbooks(context, workbooks, kind.data, options);
          if (options.json) printJson(result);
          else printResult(result);
          if (countErrors(result) > 0) process.exitCode = 3;
        });
      }
    });
}

async function importWorkbooks(
  { client }: CommandContext,
  workbooks: readonly string[],
  kind: ReturnType<typeof importKind.parse>,
  options: ImportOptions,
): Promise<Imported> {
  const files = workbooks.map((path) => ({ path: pathOf(path), name: basename(path) }));
  for await (const event of await client.imports.preview({ files, kind })) {
    if (event.type === 'progress') continue;
    const mayCommit = countErrors(event.result) === 0 || options.accept === true;
    const { plan, result } = event;
    const reconciliation = await client.imports.reconciliation({ plan });
    const done =
      options.dryRun || !mayCommit ? result : await client.imports.commit({ plan, accept: options.accept === true });
    return reconciliation === null ? done : { ...done, reconciliation };
  }
  throw new Error('the preview ended without a result');
}

/** The result; with the differences from the national database when a workbook has its layout. */
type Imported = ImportResult & { reconciliation?: ReconciliationResult };

function countErrors(result: ImportResult): number {
  return result.workbooks
    .flatMap((workbook) => workbook.sheets.flatMap((sheet) => sheet.issues))
    .filter((issue) => issue.severity === 'error').length;
}

function printResult(result: Imported): void {
  for (const workbook of result.workbooks) {
    printLine(workbook.file);
    for (const sheet of workbook.sheets) {
      printLine(
        `  ${sheet.name} (${sheet.kind}): đọc ${sheet.read}, mới ${sheet.created}, đổi ${sheet.updated}, không đổi ${sheet.unchanged}`,
      );
      for (const issue of sheet.issues) {
        if (issue.severity === 'info') continue;
        const place = issue.row === null ? 'cả trang' : `dòng ${issue.row}`;
        printLine(`    ${issue.severity === 'error' ? 'LỖI' : 'cảnh báo'} ${place}: ${issue.message}`);
      }
    }
  }
  const { reconciliation: found } = result;
  if (found) {
    printLine(
      `Đối chiếu CSDL: ${found.same} giống nhau, ${found.differing.length} giá trị khác, ${found.only_here.length} chỉ có trong sổ, ${found.only_there.length} chỉ có ở CSDL.`,
    );
  }
  if (!result.committed) printLine('Chưa ghi gì vào sổ.');
  else printLine(result.import_id === null ? 'Sổ đã có đủ, không có gì để ghi.' : 'Đã ghi vào sổ.');
}
