import type { Command } from 'commander';
import { isLocked } from '../../data/office-file/keys/slots-file.ts';
import { tableLine } from '../../data/office-file/salvage/salvage-report.ts';
import { pathOf, withSession } from './context.ts';
import { printJson, printLine } from './print.ts';
import { readSecret } from './read-secret.ts';

/** `salvage`: reads a damaged office file as far as it goes into a new one. */
export function addSalvageCommand(program: Command): void {
  program
    .command('salvage')
    .description('cứu dữ liệu của sổ hỏng sang sổ mới; tệp hỏng giữ nguyên, không bao giờ ghi đè')
    .argument('<FILE>', 'tệp sổ hỏng')
    .requiredOption('--out <NEW>', 'tệp sổ mới sẽ ghi')
    .option('--json', 'in JSON')
    .action(async (file: string, options: { out: string; json?: true }) => {
      await withSession(async ({ client, session }) => {
        const source = pathOf(file);
        if (isLocked(source))
          await session.unlocked.unlockOffice(source, await readSecret('Mật khẩu hoặc mã khôi phục'));
        const { report, report_path } = await client.opening.salvage({ path: source, to: pathOf(options.out) });
        if (options.json) printJson(report);
        else {
          for (const note of report.notes) printLine(note);
          for (const table of report.tables) printLine(`- ${table.name}: ${tableLine(table)}`);
          printLine(`Báo cáo: ${report_path}`);
        }
      });
    });
}
