import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { findResourcesDir } from '../resources-dir.ts';
import { type CommandContext, deliver, makeFolder, pathOf, withSession } from './context.ts';
import { writeDocuments } from './document-command.ts';
import { printLine } from './print.ts';

const PERIODS = ['2024-07', '2024-Q3', '2024'];
const DOCUMENTS_PERIOD = '2024-07';

/** `demo`: a commune office from the built-in workbooks (all people invented) and its documents, for a quick look. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('dựng một sổ mẫu (người và việc đều hư cấu) rồi ghi mọi báo cáo ra một thư mục')
    .option('--out <DIR>', 'thư mục sẽ ghi; mặc định một thư mục tạm mới')
    .action(async (options: { out?: string }) => {
      const out = options.out === undefined ? mkdtempSync(join(tmpdir(), 'so-chi-bo-mau-')) : pathOf(options.out);
      makeFolder(out);
      await withSession(async (context) => {
        await buildOffice(context, join(out, 'Thuy-Khoan.sochibo'));
        await writeReports(context, out);
        await writeDocumentsOf(context, out);
      });
      printLine(`Đã ghi vào ${out}:`);
      for (const name of readdirSync(out).sort()) printLine(`  ${name}`);
    });
}

async function buildOffice({ client }: CommandContext, path: string): Promise<void> {
  await client.office.create({
    path,
    level: 'commune',
    name: 'Đảng ủy xã Thủy Khoan',
    superior: 'Đảng bộ huyện Nậm Phong',
    place: 'Thủy Khoan',
  });
  const folder = join(findResourcesDir(), 'demo');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => ({ path: join(folder, name), name }));
  for await (const event of await client.imports.preview({ files })) {
    if (event.type === 'preview') await client.imports.commit({ plan: event.plan, accept: true });
  }
}

async function writeReports({ client, session }: CommandContext, out: string): Promise<void> {
  for (const { code } of await client.reports.catalogue()) {
    for (const period of PERIODS) {
      await deliver(session, (await client.reports.file({ code, period, format: 'xlsx' })).file, out);
    }
  }
}

async function writeDocumentsOf(context: CommandContext, out: string): Promise<void> {
  const listed = await context.client.documents.list({ period: DOCUMENTS_PERIOD });
  for (const file of await writeDocuments(context, listed, 'docx')) await deliver(context.session, file, out);
}
