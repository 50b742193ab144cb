import { type Command, Option } from 'commander';
import type { Difference, Finding, FrozenSummary } from '../../contract/frozen.ts';
import { SochiboError } from '../../data/errors.ts';
import { parsePeriod } from '../../data/reporting/period.ts';
import { formatDate, isIsoDate, parseIsoDate } from '../../data/vietnamese/dates.ts';
import { formatInteger, formatPercent1 } from '../../data/vietnamese/numbers.ts';
import { type CommandContext, deliver, pathOf, withOffice } from './context.ts';
import { printJson, printLine, printTable } from './print.ts';

interface FreezeOptions {
  period?: string;
  unit?: string;
  id?: string;
  basis?: 'then' | 'now';
  number?: string;
  date?: string;
  signer?: string;
  replaces?: string;
  supplements?: string;
  reason?: string;
  out?: string;
  json?: true;
}

/** `freeze`, `frozen` and `diff` (handbook R40). */
export function addFrozenCommands(program: Command): void {
  program
    .command('freeze')
    .description('chốt số liệu một báo cáo, văn bản: ghi tệp, giữ nguyên số liệu đã gửi')
    .argument('<FILE>', 'tệp sổ')
    .argument('<CODE>', 'mã báo cáo, ví dụ BC-05')
    .option('--period <KỲ>', '2024-07, 2024-Q3, 2024-H1, 2024-9M, 2024')
    .option('--unit <ID>', 'chỉ một tổ chức (id trong list organisations)')
    .option('--id <ID>', 'bản ghi mà văn bản nói về (buổi sinh hoạt, lượt dự)')
    .addOption(
      new Option('--basis <CÁCH>', 'then: theo tổ chức tại thời điểm; now: quy về hiện nay').choices(['then', 'now']),
    )
    .option('--number <SỐ>', 'số văn bản')
    .option('--date <NGÀY>', 'ngày văn bản (2024-08-05)')
    .option('--signer <TÊN>', 'người ký, trong danh sách người ký của sổ')
    .option('--replaces <ID>', 'thay thế báo cáo đã chốt')
    .option('--supplements <ID>', 'bổ sung báo cáo đã chốt')
    .option('--reason <LÝ DO>', 'lý do thay thế, bổ sung')
    .option('--out <DIR>', 'thư mục ghi tệp; mặc định thư mục hiện tại')
    .option('--json', 'in JSON')
    .action(async (file: string, code: string, options: FreezeOptions) => {
      const request = requestOf(code.toUpperCase(), options);
      await withOffice(file, async (context) => {
        const signer = await signerOf(context, options.signer);
        const { id, file: made, findings } = await context.client.frozen.freeze({ ...request, signer });
        const target = await deliver(context.session, made, pathOf(options.out ?? '.'));
        if (options.json) printJson({ id, file: target, findings });
        else {
          printFindings(findings);
          printLine(`Đã chốt ${id}`);
          printLine(`Đã ghi ${target}`);
        }
      });
    });

  program
    .command('frozen')
    .description('các báo cáo đã chốt')
    .argument('<FILE>', 'tệp sổ')
    .option('--json', 'in JSON')
    .action(async (file: string, options: { json?: true }) => {
      await withOffice(file, async ({ client }) => {
        const list = await client.frozen.list({});
        if (options.json) printJson(list);
        else if (list.length === 0) printLine('Chưa chốt báo cáo nào.');
        else printTable(['Mã chốt', 'Báo cáo', 'Kỳ', 'Đơn vị', 'Số', 'Chốt lúc', 'Ghi chú'], list.map(listed));
      });
    });

  program
    .command('diff')
    .description('những gì đã thay đổi sau khi chốt một báo cáo')
    .argument('<FILE>', 'tệp sổ')
    .argument('<ID>', 'mã chốt (trong frozen)')
    .option('--json', 'in JSON')
    .action(async (file: string, id: string, options: { json?: true }) => {
      await withOffice(file, async ({ client }) => {
        const difference = await client.frozen.diff({ id });
        if (options.json) printJson(difference);
        else printDifference(difference);
      });
    });
}

/** Throws `wrong_arguments` for what a frozen report cannot be asked with. */
function requestOf(code: string, options: FreezeOptions) {
  const { replaces, supplements, reason, number, date, unit, id, basis } = options;
  if (replaces !== undefined && supplements !== undefined) {
    throw new SochiboError('wrong_arguments', 'Chỉ chọn một: --replaces (thay thế) hoặc --supplements (bổ sung).');
  }
  const earlierId = replaces ?? supplements;
  if (earlierId !== undefined && !reason?.trim()) {
    throw new SochiboError('wrong_arguments', 'Báo cáo thay thế, bổ sung cần --reason LÝ_DO.');
  }
  if (number !== undefined && !/^[1-9]\d*$/u.test(number)) {
    throw new SochiboError('wrong_arguments', `--number cần số nguyên dương, không phải "${number}".`);
  }
  if (date !== undefined && !isIsoDate(date)) {
    throw new SochiboError('wrong_arguments', `--date cần một ngày dạng 2024-08-05, không phải "${date}".`);
  }
  const period = options.period === undefined ? undefined : parsePeriod(options.period.toUpperCase()).key;
  if (period === undefined && id === undefined) {
    throw new SochiboError('wrong_arguments', 'Thiếu --period KỲ (hoặc --id của bản ghi mà văn bản nói về).');
  }
  return {
    // Codes of the handbook are capitals, those of other documents small letters.
    code: code.startsWith('BC-') ? code : code.toLowerCase(),
    about: { period, unit, id },
    basis,
    number: number === undefined ? null : Number(number),
    date: date ?? null,
    earlier:
      earlierId === undefined
        ? null
        : ({
            id: earlierId,
            relation: replaces === undefined ? 'supplements' : 'replaces',
            reason: reason ?? '',
          } as const),
  };
}

/** The signer of that name; without a name the usual one. Throws `not_found`. */
async function signerOf({ client }: CommandContext, name: string | undefined) {
  if (name === undefined) return null;
  const { signing } = await client.settings.get();
  const wanted = name.normalize('NFC');
  const found = signing.signers.find((signer) => signer.name === wanted || signer.title === wanted);
  if (found) return found;
  const known = signing.signers.map((signer) => signer.name || signer.title).join(', ');
  throw new SochiboError('not_found', `Không có người ký "${name}". Người ký của sổ: ${known || 'chưa có'}.`);
}

function listed(one: FrozenSummary) {
  const notes = [
    one.relation === null ? '' : `${one.relation === 'replaces' ? 'thay thế' : 'bổ sung'} ${one.replaces_id}`,
    one.replaced_by === null ? '' : `đã được thay thế bởi ${one.replaced_by}`,
  ];
  return [
    ...[one.id, one.kind === 'report' ? one.code : one.title, one.period_label, one.unit_name ?? ''],
    ...[one.number_symbol ?? '', one.frozen_at.slice(0, 16).replace('T', ' ')],
    notes.filter((note) => note !== '').join('; '),
  ];
}

function printFindings(findings: readonly Finding[]): void {
  for (const { weight, message, rows } of findings) {
    printLine(`${weight === 'disagrees' ? 'Không khớp' : 'Lưu ý'}: ${message}`);
    for (const { label, context } of rows.slice(0, 5))
      printLine(`    ${label}${context === '' ? '' : ` (${context})`}`);
    if (rows.length > 5) printLine(`    và ${rows.length - 5} dòng khác`);
  }
}

function printDifference({ frozen, figures, texts, rows_added, rows_removed, rules, same }: Difference): void {
  const day = parseIsoDate(frozen.frozen_at.slice(0, 10));
  const name = [frozen.title, frozen.period_label].filter((part) => part !== '').join(', ');
  printLine(`${name}, chốt ${day === null ? frozen.frozen_at : `ngày ${formatDate(day)}`}`);
  if (same) {
    printLine('Không có gì thay đổi.');
    return;
  }
  for (const { row_name } of rows_added) printLine(`Thêm dòng: ${row_name}`);
  for (const { row_name } of rows_removed) printLine(`Bớt dòng: ${row_name}`);
  if (figures.length > 0) {
    const lines = figures.map(({ row_name, label, type, was, now, records }) => {
      const shown = (value: number | null) => {
        if (value === null) return null;
        return type === 'percent1' ? formatPercent1(value) : formatInteger(value);
      };
      return [row_name, label, shown(was), shown(now), records.length];
    });
    printTable(['Dòng', 'Chỉ tiêu', 'Đã báo cáo', 'Hiện nay', 'Bản ghi đổi'], lines);
  }
  for (const { row_name, label, was, now } of texts) printLine(`${row_name}, ${label}: ${was ?? '–'} → ${now ?? '–'}`);
  for (const { label, was, now } of rules) printLine(`Quy tắc ${label}: ${was ?? '–'} → ${now ?? '–'}`);
}
