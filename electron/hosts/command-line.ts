import { stderr, stdout } from 'node:process';
import { Command } from 'commander';
import { addAccessCommands } from './commands/access-commands.ts';
import { addCollectCommand } from './commands/collect-command.ts';
import { addDemoCommand } from './commands/demo-command.ts';
import { describeFailure } from './commands/exit-codes.ts';
import { addExplainCommand } from './commands/explain-command.ts';
import { addFolderCommand } from './commands/folder-command.ts';
import { addFrozenCommands } from './commands/frozen-commands.ts';
import { addImportCommand } from './commands/import-command.ts';
import { addListCommand } from './commands/list-command.ts';
import { addOfficeCommands } from './commands/office-commands.ts';
import { addPackageCommands } from './commands/package-commands.ts';
import { addReportCommand } from './commands/report-commands.ts';
import { addSalvageCommand } from './commands/salvage-command.ts';
import { addServeCommand } from './commands/serve-command.ts';
import { speakVietnamese } from './commands/usage.ts';

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const program = new Command('sochibo')
  .description('Sổ Chi bộ: nhập sổ tính, lập báo cáo, kiểm tra và sao lưu từ dòng lệnh')
  .helpOption('-h, --help', 'cách dùng')
  .helpCommand('help [lệnh]', 'cách dùng một lệnh');
speakVietnamese(program);
addOfficeCommands(program);
addAccessCommands(program);
addImportCommand(program);
addPackageCommands(program);
addListCommand(program);
addReportCommand(program);
addExplainCommand(program);
addFrozenCommands(program);
addFolderCommand(program);
addCollectCommand(program);
addSalvageCommand(program);
addServeCommand(program);
addDemoCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  const failure = describeFailure(error);
  stderr.write(`${failure.message}\n`);
  if (process.env.SOCHIBO_DEBUG) stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = failure.code;
}
