import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { type PackagePreview, packageContent, passphrase as passphraseRule } from '../../contract/packages.ts';
import { compareWithDisk } from '../../data/packages/make-package.ts';
import { fileHash } from '../../data/packages/package-file.ts';
import { type CommandContext, deliver, pathOf, withOffice } from './context.ts';
import { printingProgress, printJson, printLine, printProgress } from './print.ts';

interface PackageOptions {
  period: string;
  contents: string;
  personal?: true;
  passphraseEnv?: string;
  out: string;
  json?: true;
}

interface ReceiveOptions {
  dryRun?: true;
  passphraseEnv?: string;
  unit?: string;
  json?: true;
}

/** `package`, `receive`. */
export function addPackageCommands(program: Command): void {
  program
    .command('package')
    .description('lập gói dữ liệu gửi cấp trên')
    .argument('<FILE>', 'tệp sổ')
    .requiredOption('--period <KỲ>', '2024-07, 2024-Q3, 2024-H1, 2024-9M hoặc 2024')
    .option('--contents <LIST>', `nội dung, cách nhau dấu phẩy: ${packageContent.options.join(', ')}`, 'meetings')
    .option('--personal', 'kèm số định danh, số thẻ, quê quán, điện thoại, lý lịch')
    .option('--passphrase-env <NAME>', 'biến môi trường giữ mật khẩu của gói')
    .requiredOption('--out <DIR>', 'thư mục ghi gói')
    .option('--json', 'in JSON')
    .action(async (file: string, options: PackageOptions) => {
      const contents = packageContent.array().safeParse(options.contents.split(',').map((word) => word.trim()));
      const passphrase = passphraseOf(program, options.passphraseEnv);
      if (!contents.success) program.error(`--contents chỉ gồm: ${packageContent.options.join(', ')}`);
      else if (passphrase !== undefined && !passphraseRule.safeParse(passphrase).success) {
        program.error('Mật khẩu của gói phải có ít nhất 8 ký tự.');
      } else {
        await withOffice(file, async ({ client, session }) => {
          const made = await client.packages.make({
            ...{ period: options.period, contents: contents.data, personal: options.personal === true },
            ...(passphrase === undefined ? {} : { passphrase }),
          });
          const source = session.files.pathOf(made.file.id);
          const path = await deliver(session, made.file, pathOf(options.out));
          if (source !== null) await compareWithDisk(path, await fileHash(source), basename(path));
          if (options.json) printJson({ path, ...made.head });
          else {
            for (const { title, rows } of made.head.parts) if (rows > 0) printLine(`  ${title}: ${rows}`);
            printLine(`Đã ghi và đọc lại ${path}`);
            printLine(`Mã đối chiếu: ${made.head.code.join(' ')}`);
          }
        });
      }
    });

  program
    .command('receive')
    .description('nhận gói dữ liệu của cấp dưới; nhiều tệp cùng lúc được')
    .argument('<FILE>', 'tệp sổ')
    .argument('<PACKAGE...>', 'các gói .gsochibo')
    .option('--dry-run', 'chỉ cho xem, không ghi')
    .option('--passphrase-env <NAME>', 'biến môi trường giữ mật khẩu của các gói')
    .option('--unit <ID>', 'mã tổ chức của đơn vị gửi trong sổ, khi chỉ có một gói; "new": thêm mới')
    .option('--json', 'in JSON')
    .action(async (file: string, packages: string[], options: ReceiveOptions) => {
      const missing = packages.filter((path) => !existsSync(pathOf(path)));
      const passphrase = passphraseOf(program, options.passphraseEnv);
      if (missing.length > 0) program.error(`Không có tệp ${missing.join(', ')}. Kiểm tra tên và thư mục.`);
      else if (options.unit !== undefined && packages.length > 1) program.error('--unit chỉ dùng khi nhận một gói.');
      else await withOffice(file, (context) => receive(context, packages, options, passphrase));
    });
}

async function receive(
  { client, session }: CommandContext,
  packages: readonly string[],
  options: ReceiveOptions,
  passphrase: string | undefined,
): Promise<void> {
  const files = packages.map((path) => ({ path: pathOf(path), name: basename(path) }));
  const unit = options.unit === 'new' ? null : options.unit;
  const events = await client.packages.preview({
    files,
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(unit === undefined ? {} : { units: [{ file: 0, unit }] }),
  });
  for await (const event of events) {
    if (event.type === 'progress') {
      printProgress(event);
      continue;
    }
    const isGood = event.packages.every(({ refused, unit: place }) => refused === null && place !== null);
    const current = () => session.jobs.list(session.office)[0];
    const { plan } = event;
    const received = options.dryRun ? [] : await printingProgress(client.packages.receive({ plan }), current);
    if (options.json) printJson({ packages: event.packages, received });
    else {
      for (const shown of event.packages) printPreview(shown);
      printLine(options.dryRun ? 'Chưa ghi gì vào sổ.' : `Đã nhận ${received.length}/${files.length} gói.`);
    }
    if (!isGood) process.exitCode = 3;
  }
}

function printPreview({ file, refused, head, unit, already_received, effects, replaces, notes }: PackagePreview): void {
  printLine(file);
  if (head) printLine(`  ${head.sender_name}, ${head.period_label}; mã đối chiếu ${head.code.join(' ')}`);
  if (refused !== null) {
    printLine(`  TỪ CHỐI: ${refused}`);
    return;
  }
  if (unit === null) {
    printLine('  CHƯA RÕ là tổ chức nào trong sổ: chỉ định bằng --unit.');
    return;
  }
  printLine(`  ${unit.id === null ? 'thêm mới' : 'là'} ${unit.name} (trực thuộc ${unit.parent})`);
  if (already_received) printLine('  đã nhận trước đây, không thay đổi gì');
  if (replaces) printLine(`  thay gói ${replaces.file}`);
  for (const { title, created, updated, taken_back, ended } of effects) {
    if (created + updated + taken_back + ended === 0) continue;
    printLine(`  ${title}: ${created} mới, ${updated} đổi, ${taken_back} bỏ, ${ended} giữ lại vì đang dùng`);
  }
  for (const note of notes) printLine(`  ${note}`);
}

/** A passphrase never stands among arguments: they are seen by everybody on the machine. */
function passphraseOf(program: Command, variable: string | undefined): string | undefined {
  if (variable === undefined) return undefined;
  const value = process.env[variable];
  if (value === undefined || value === '') program.error(`Biến môi trường ${variable} trống hoặc chưa đặt.`);
  return value;
}
