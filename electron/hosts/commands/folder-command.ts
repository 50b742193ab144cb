import { cpSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Command, Option } from 'commander';
import { SochiboError } from '../../data/errors.ts';
import { parsePeriod } from '../../data/reporting/period.ts';
import { deliver, makeFolder, pathOf, withOffice } from './context.ts';
import { printingProgress, printJson, printLine } from './print.ts';

interface FolderOptions {
  period: string;
  unit?: string;
  per: 'office' | 'grassroots';
  out?: string;
  zip?: true;
  json?: true;
}

/** `folder`: every document and report of a period at once, as files or as one .zip. */
export function addFolderCommand(program: Command): void {
  program
    .command('folder')
    .description('hồ sơ của kỳ: mọi văn bản và biểu, thành tệp riêng hoặc một tệp .zip')
    .argument('<FILE>', 'tệp sổ')
    .requiredOption('--period <KỲ>', '2024-07, 2024-Q3, 2024-H1, 2024-9M, 2024')
    .option('--unit <ID>', 'chỉ một tổ chức (id trong list organisations)')
    .addOption(
      new Option('--per <CÁCH>', 'office: một hồ sơ chung; grassroots: mỗi đảng bộ, chi bộ cơ sở một thư mục')
        .choices(['office', 'grassroots'])
        .default('office'),
    )
    .option('--out <DIR>', 'thư mục ghi; mặc định thư mục hiện tại')
    .option('--zip', 'chỉ ghi tệp .zip')
    .option('--json', 'in kết quả dạng JSON')
    .action(async (file: string, { period, unit, per, out = '.', zip, json }: FolderOptions) => {
      const question = {
        period: parsePeriod(period.toUpperCase()).key,
        per,
        ...(unit === undefined ? {} : { unit }),
      };
      await withOffice(file, async ({ client, session }) => {
        const current = () => session.jobs.list(session.office)[0];
        const made = await printingProgress(client.folders.make(question), current);
        const target = zip
          ? await deliver(session, made.zip, pathOf(out))
          : copyFolder(session.files.folderOf(made.folder), pathOf(out));
        if (json) printJson({ target, files: made.files, failed: made.failed });
        else {
          printLine(`Đã ghi ${made.files.length} tệp vào ${target}`);
          for (const { name, reason } of made.failed) printLine(`Không lập được ${name}: ${reason}`);
        }
        if (made.failed.length > 0) process.exitCode = 3;
      });
    });
}

/** Beside a folder of that name as `… (2)`: what is there already stays as it is. */
function copyFolder(source: string | null, out: string): string {
  if (source === null) throw new Error('the folder is not there');
  makeFolder(out);
  let target = join(out, basename(source));
  for (let count = 2; existsSync(target); count += 1) target = join(out, `${basename(source)} (${count})`);
  try {
    cpSync(source, target, { recursive: true, errorOnExist: true });
  } catch (error) {
    throw new SochiboError('write_refused', `Không ghi được hồ sơ vào ${target}. Kiểm tra ổ đĩa và quyền ghi.`, {
      cause: error,
    });
  }
  return target;
}
