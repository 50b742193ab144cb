import type { Command } from 'commander';
import { passphrase as passphraseRule } from '../../contract/packages.ts';
import { withOffice } from './context.ts';
import { printJson, printLine, printProgress } from './print.ts';
import { readSecret } from './read-secret.ts';

/** `encrypt`, `decrypt`. */
export function addAccessCommands(program: Command): void {
  program
    .command('encrypt')
    .description('đặt mật khẩu cho sổ và các bản sao lưu; in mã khôi phục')
    .argument('<FILE>', 'tệp sổ; mật khẩu lấy từ biến SOCHIBO_PASSPHRASE hoặc đầu vào chuẩn')
    .option('--label <TÊN>', 'tên người giữ mật khẩu', 'Văn phòng')
    .option('--json', 'in JSON')
    .action(async (file: string, options: { label: string; json?: true }) => {
      await withOffice(file, async ({ client }) => {
        const passphrase = await readSecret('Mật khẩu mới của sổ');
        if (!passphraseRule.safeParse(passphrase).success) program.error('Mật khẩu của sổ phải có ít nhất 8 ký tự.');
        for await (const event of await client.access.encrypt({ label: options.label, passphrase })) {
          if (event.type === 'progress') {
            printProgress(event);
            continue;
          }
          const { code, unchanged_backups } = event;
          if (options.json) printJson({ code, unchanged_backups });
          else {
            printLine('Đã đặt mật khẩu cho sổ và các bản sao lưu cạnh sổ.');
            printLine(`Mã khôi phục (in ra, cất riêng): ${code}`);
            printUnchanged(unchanged_backups, 'vẫn chưa có mật khẩu');
          }
        }
      });
    });

  program
    .command('decrypt')
    .description('bỏ mật khẩu của sổ và các bản sao lưu')
    .argument('<FILE>', 'tệp sổ; mật khẩu lấy từ biến SOCHIBO_PASSPHRASE hoặc đầu vào chuẩn')
    .option('--json', 'in JSON')
    .action(async (file: string, options: { json?: true }) => {
      await withOffice(file, async ({ client }, secret) => {
        const given = secret ?? (await readSecret('Mật khẩu'));
        for await (const event of await client.access.decrypt({ secret: given })) {
          if (event.type === 'progress') {
            printProgress(event);
            continue;
          }
          const { unchanged_backups } = event;
          if (options.json) printJson({ unchanged_backups });
          else {
            printLine('Đã bỏ mật khẩu của sổ và các bản sao lưu cạnh sổ.');
            printUnchanged(unchanged_backups, 'vẫn còn mật khẩu');
          }
        }
      });
    });
}

function printUnchanged(files: readonly string[], state: string): void {
  for (const file of files) printLine(`  bản sao lưu ${file} ${state}: không mở được`);
}
