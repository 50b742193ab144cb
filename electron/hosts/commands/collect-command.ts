import { type Command, Option } from 'commander';
import { type CollectionFormKind, type CollectionUnit, collectionFormKind } from '../../contract/collecting.ts';
import { SochiboError } from '../../data/errors.ts';
import { parsePeriod } from '../../data/reporting/period.ts';
import { today } from '../../data/today.ts';
import { formatDate, parseDateTyped, parseIsoDate } from '../../data/vietnamese/dates.ts';
import { type CommandContext, deliver, pathOf, withOffice } from './context.ts';
import { printJson, printLine, printTable } from './print.ts';

interface CollectOptions {
  period: string;
  unit?: string;
  due?: string;
  out?: string;
  status?: true;
  json?: true;
}

/** `collect`: forms for units to fill in, as files; with `--status` who has answered. Filled ones come back by `import`. */
export function addCollectCommand(program: Command): void {
  program
    .command('collect')
    .description('lập biểu, phiếu gửi các đơn vị điền; xem đơn vị nào đã gửi lại (biểu đã điền: lệnh import)')
    .argument('<FILE>', 'tệp sổ')
    .argument('<KIND>', collectionFormKind.options.join(' | '))
    .requiredOption('--period <THÁNG>', '2024-07')
    .option('--unit <ID>', 'chỉ một đảng bộ, chi bộ hoặc cán bộ (id trong --status --json)')
    .option('--due <NGÀY>', 'hạn gửi lại, in trên biểu')
    .option('--out <DIR>', 'thư mục ghi; mặc định thư mục hiện tại')
    .addOption(new Option('--status', 'không lập biểu, chỉ in đơn vị nào đã gửi lại'))
    .option('--json', 'in kết quả dạng JSON')
    .action(async (file: string, typed: string, options: CollectOptions) => {
      const question = { kind: kindOf(typed), period: parsePeriod(options.period.toUpperCase()).lastMonth };
      await withOffice(file, async (context) => {
        if (options.status) printStatus(await context.client.collecting.units(question), options.json === true);
        else await make(context, question, options);
      });
    });
}

type Question = { kind: CollectionFormKind; period: string };

async function make({ client, session }: CommandContext, question: Question, options: CollectOptions): Promise<void> {
  const { unit, due, out = '.', json } = options;
  const asked = { ...question, ...(due === undefined ? {} : { due_on: dayOf(due) }) };
  const made =
    unit === undefined
      ? await client.collecting.makeAll(asked).then(({ zip, files }) => ({ file: zip, files }))
      : await client.collecting.make({ ...asked, unit }).then(({ file }) => ({ file, files: 1 }));
  const target = await deliver(session, made.file, pathOf(out));
  if (json) printJson({ target, files: made.files });
  else printLine(`Đã ghi ${made.files} biểu vào ${target}`);
}

function printStatus(units: readonly CollectionUnit[], json: boolean): void {
  if (json) {
    printJson(units);
    return;
  }
  const day = (moment: string | null) => {
    const parsed = parseIsoDate(moment?.slice(0, 10) ?? '');
    return parsed === null ? null : formatDate(parsed);
  };
  printTable(
    ['Đơn vị', 'Số chi bộ', 'Đã có số liệu', 'Lập biểu', 'Hạn', 'Gửi lại'],
    units.map(({ name, cells, reported, sent_at, due_on, answered_at }) => [
      ...[name, cells, reported, day(sent_at), day(due_on)],
      day(answered_at) ?? (sent_at === null ? null : 'chưa'),
    ]),
  );
  const silent = units.filter(({ sent_at, answered_at }) => sent_at !== null && answered_at === null).length;
  printLine(`${silent} đơn vị chưa gửi lại`);
}

function kindOf(typed: string): CollectionFormKind {
  const kind = collectionFormKind.safeParse(typed);
  if (kind.success) return kind.data;
  throw new SochiboError(
    'wrong_arguments',
    `Không có loại biểu "${typed}". Có: ${collectionFormKind.options.join(', ')}.`,
  );
}

/** `2025-02-05` or `5/2/2025`. */
function dayOf(typed: string): string {
  const iso = parseIsoDate(typed);
  if (iso !== null) return iso;
  const read = parseDateTyped(typed, { today: today() });
  if (read.ok && parseIsoDate(read.value) !== null) return read.value;
  throw new SochiboError('wrong_arguments', `"${typed}" không phải là ngày. Ví dụ: 2025-02-05.`);
}
