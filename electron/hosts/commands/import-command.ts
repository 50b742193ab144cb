import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { type ImportResult, importKind } from '../../contract/imports.ts';
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
): Promise<ImportResult> {
  const files = workbooks.map((path) => ({ path: pathOf(path), name: basename(path) }));
  for await (const event of await client.imports.preview({ files, kind })) {
    if (event.type === 'progress') continue;
    const mayCommit = countErrors(event.result) === 0 || options.accept === true;
    if (options.dryRun || !mayCommit) return event.result;
    return client.imports.commit({ plan: event.plan, accept: options.accept === true });
  }
  throw new Error('the preview ended without a result');
}

function countErrors(result: ImportResult): number {
  return result.workbooks
    .flatMap((workbook) => workbook.sheets.flatMap((sheet) => sheet.issues))
    .filter((issue) => issue.severity === 'error').length;
}

function printResult(result: ImportResult): void {
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
  if (!result.committed) printLine('Chưa ghi gì vào sổ.');
  else printLine(result.import_id === null ? 'Sổ đã có đủ, không có gì để ghi.' : 'Đã ghi vào sổ.');
}
