import { basename } from 'node:path';
import type { Command } from 'commander';
import { officeLevel } from '../../contract/values.ts';
import { keyIdOf } from '../../data/office-file/keys/office-key.ts';
import { copySlots } from '../../data/office-file/keys/slots-file.ts';
import { unlockFile } from '../../data/office-file/keys/unlock.ts';
import { missingHead, printedHead } from '../../data/office-file/log-heads.ts';
import { readMark } from '../../data/office-file/read-mark.ts';
import { restoreOffice } from '../../data/office-file/restore-office.ts';
import { leavingOf, noteLeaving } from '../../data/people/handed-over.ts';
import { allow } from '../../data/people/who-works.ts';
import { formatDate, toIsoDate } from '../../data/vietnamese/dates.ts';
import { pathOf, withOffice, withSession } from './context.ts';
import { printJson, printLine } from './print.ts';
import { readSecret } from './read-secret.ts';

/** `new`, `check`, `backup`, `restore`, `undo`. */
export function addOfficeCommands(program: Command): void {
  program
    .command('new')
    .description('tạo sổ mới; không bao giờ ghi đè')
    .argument('<FILE>', 'tệp sổ sẽ tạo (.sochibo)')
    .requiredOption('--preset <CẤP>', 'district (huyện ủy), commune (đảng ủy xã, phường), province (tỉnh ủy)')
    .requiredOption('--name <TÊN>', 'tên cấp ủy, ví dụ "Đảng ủy xã Thủy Khoan"')
    .requiredOption('--superior <TÊN>', 'đảng bộ cấp trên, ví dụ "Đảng bộ tỉnh Quảng Trị"')
    .requiredOption('--place <TÊN>', 'địa danh ghi trên văn bản')
    .action(async (file: string, options: { preset: string; name: string; superior: string; place: string }) => {
      const level = officeLevel.safeParse(options.preset);
      if (!level.success)
        program.error(`--preset phải là district, commune hoặc province, không phải "${options.preset}"`);
      else {
        await withSession(async ({ client }) => {
          const office = await client.office.create({
            path: pathOf(file),
            level: level.data,
            name: options.name,
            superior: options.superior,
            place: options.place,
          });
          printLine(`Đã tạo sổ ${office.name}: ${office.path}`);
        });
      }
    });

  program
    .command('check')
    .description('kiểm tra tệp, liên kết, nhật ký và các quy tắc phải giữ')
    .argument('<FILE>', 'tệp sổ')
    .option('--against <REPORT>', 'tệp .docx, .xlsx đã ban hành: nhật ký của sổ còn đến mốc tệp đó mang không')
    .option('--json', 'in JSON')
    .action(async (file: string, options: { json?: true; against?: string }) => {
      const against = options.against === undefined ? null : pathOf(options.against);
      await withOffice(file, async ({ client, session }) => {
        const checked = await client.office.check();
        const marked = against === null ? [] : [await session.office.maintain(await checkAgainst(against))];
        const checks = [...checked.checks, ...marked];
        const result = { ok: checks.every(({ ok }) => ok), checks };
        if (options.json) printJson(result);
        else
          for (const check of result.checks)
            printLine(`${check.ok ? 'đạt ' : 'LỖI '} ${check.name}${details(check.found)}`);
        if (!result.ok) process.exitCode = 3;
      });
    });

  program
    .command('backup')
    .description('ghi bản sao lưu đã kiểm tra')
    .argument('<FILE>', 'tệp sổ')
    .requiredOption('--out <COPY>', 'bản sao lưu sẽ ghi')
    .action(async (file: string, options: { out: string }) => {
      const target = pathOf(options.out);
      await withOffice(file, async ({ session }) => {
        await allow(session, ['backups', 'copy'], {});
        await session.backups.keepAt(session.office, target);
        await noteLeaving(session.office, leavingOf({ path: target, records: null, numbers: true }));
      });
      printLine(`Đã sao lưu sang ${target}`);
    });

  program
    .command('restore')
    .description('khôi phục bản sao lưu thành sổ mới; không bao giờ ghi đè')
    .argument('<COPY>', 'bản sao lưu')
    .requiredOption('--out <FILE>', 'tệp sổ sẽ ghi')
    .action(async (copy: string, options: { out: string }) => {
      const [source, target] = [pathOf(copy), pathOf(options.out)];
      const isEncrypted = keyIdOf(source) !== null;
      const keys = isEncrypted ? (await unlockFile(source, await readSecret('Mật khẩu hoặc mã khôi phục'))).keys : [];
      restoreOffice(source, target, { keys });
      if (isEncrypted) copySlots(source, target);
      printLine(`Đã khôi phục thành ${target}`);
    });

  program
    .command('undo')
    .description('hoàn tác lần nhập gần nhất như một khối')
    .argument('<FILE>', 'tệp sổ')
    .option('--list', 'chỉ liệt kê các lần nhập')
    .option('--json', 'in JSON')
    .action(async (file: string, options: { list?: true; json?: true }) => {
      await withOffice(file, async ({ client }) => {
        if (options.list) {
          const runs = await client.imports.runs();
          if (options.json) printJson(runs);
          else
            for (const run of runs)
              printLine(`${localTime(run.at)}  ${run.undone ? 'đã hoàn tác' : 'đang có'}  ${run.files.join(', ')}`);
          if (runs.length === 0 && !options.json) printLine('Chưa có lần nhập nào.');
          return;
        }
        const { files } = await client.imports.undoLast();
        if (options.json) printJson({ files });
        else printLine(`Đã hoàn tác lần nhập: ${files.join(', ')}`);
      });
    });
}

/** Whether the log of an office reaches the mark that an issued file bears. Throws as `readMark`. */
async function checkAgainst(path: string) {
  const head = await readMark(path);
  const name = `Nhật ký chứa mốc ${printedHead(head)} của tệp ${basename(path)}`;
  return (connection: Parameters<typeof missingHead>[0]) => {
    const missing = missingHead(connection, head, basename(path));
    return { name, ok: missing === null, found: missing === null ? [] : [missing] };
  };
}

/** `22/11/2026 08:29`, by the clock of this machine. */
function localTime(at: string): string {
  const time = new Date(at);
  const day = toIsoDate(time.getFullYear(), time.getMonth() + 1, time.getDate());
  const clock = [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return day === null ? at : `${formatDate(day)} ${clock}`;
}

function details(found: readonly string[]): string {
  if (found.length === 0) return '';
  return `: ${found.slice(0, 5).join('; ')}${found.length > 5 ? ` và ${found.length - 5} dòng nữa` : ''}`;
}
