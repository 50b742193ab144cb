import { appendFileSync, createReadStream, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { argv, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import type { OfficialDocument } from '../../electron/data/documents/model.ts';
import type { FormatProfile } from '../../electron/data/documents/profile.ts';
import type { Workbook } from '../../electron/data/documents/workbook.ts';

// One step of `month-folder.ts`, in a process of its own: STEP OFFICE PERIOD FOLDER. Says time and memory.
const [, , step = '', officePath = '', period = '', folder = ''] = argv;
const resourcesDir = resolve(import.meta.dirname, '../../resources');
/** A document a line, for those of Node and for those of Python. */
const [models, forPeers] = [join(folder, 'models.jsonl'), join(folder, 'peers.jsonl')];

/** A document complete, with nothing left to look up. */
type Model =
  | { path: string; official: OfficialDocument; profile: FormatProfile }
  | { path: string; workbook: Workbook; profile: FormatProfile };

async function open() {
  const { createSession } = await import('../../electron/data/session.ts');
  const session = createSession({ resourcesDir, outputDir: join(folder, 'made'), actor: 'Văn phòng' });
  await session.openOffice(officePath);
  return session;
}

/** Every document of the month as data, for those who only write. */
async function prepare(): Promise<string> {
  const { planFolder } = await import('../../electron/data/reporting/period-folder/plan-folder.ts');
  const { documentSource, formatOf } = await import('../../electron/data/reporting/document-procedures.ts');
  const { finishDocument } = await import('../../electron/data/reporting/run-document.ts');
  const { finishReport } = await import('../../electron/data/reporting/run-report.ts');
  const { reportWorkbook } = await import('../../electron/data/reporting/report-workbook.ts');
  const { readSendingOffice } = await import('../../electron/data/reporting/sending-office.ts');
  const { profileForDate } = await import('../../electron/data/documents/profile.ts');
  const session = await open();
  const source = documentSource(session);
  const { typeset } = await import('../../electron/data/documents/typeset.ts');
  let count = 0;
  const put = (model: Model, peers: object) => {
    count += 1;
    appendFileSync(models, `${JSON.stringify(model)}\n`);
    appendFileSync(forPeers, `${JSON.stringify(peers)}\n`);
  };
  for (const { code, about, format } of await planFolder(source, { period, per: 'office' })) {
    const path = `${count}.${format}`;
    if (format === 'xlsx') {
      const report = await finishReport(source, { code, period: about.period ?? '', unit: about.unit });
      const office = await readSendingOffice(source.db, source.presets, source.madeOn);
      const profile = profileForDate(session.formatProfiles, source.madeOn);
      const workbook = reportWorkbook(report, office);
      put({ path, workbook, profile }, { path, workbook, font: profile.font });
    } else {
      const finished = await finishDocument(source, { code, about });
      const profile = formatOf(session, finished);
      const document = typeset(finished.official, profile);
      put({ path, official: finished.official, profile }, { path, document, font: profile.font });
    }
  }
  session.close();
  return `${count} documents`;
}

/** Writes every document with the models at hand; no data, no flush, no .zip. */
async function writeOnly(
  document: (official: OfficialDocument, profile: FormatProfile) => Promise<Uint8Array>,
): Promise<() => Promise<string>> {
  const { writeXlsx } = await import('../../electron/data/documents/xlsx-writer.ts');
  const all: Model[] = [];
  for await (const line of createInterface({ input: createReadStream(models) })) all.push(JSON.parse(line));
  mkdirSync(join(folder, 'floor'), { recursive: true });
  return async () => {
    let bytes = 0;
    for (const model of all) {
      const path = join(folder, 'floor', `${process.pid}-${model.path}`);
      if ('official' in model) writeFileSync(path, await document(model.official, model.profile));
      else await writeXlsx(model.workbook, model.profile, path);
      bytes += statSync(path).size;
    }
    return `${all.length} files, ${(bytes / 1e6).toFixed(2)} MB`;
  };
}

/** The product: the whole job as a clerk starts it, with its longest silence (the event loop is asked every 10 ms). */
async function makeAll(): Promise<() => Promise<string>> {
  const { makeFolder } = await import('../../electron/data/reporting/period-folder/make-folder.ts');
  // Who writes the first file loads the libraries; the floor has them before its clock starts, too.
  await import('../../electron/data/documents/docx-writer.ts');
  await import('../../electron/data/documents/xlsx-writer.ts');
  const session = await open();
  return async () => {
    const silence = monitorEventLoopDelay({ resolution: 10 });
    silence.enable();
    let told = 0;
    const onProgress = () => {
      told += 1;
    };
    const { files, failed } = await makeFolder(session, { period, per: 'office' }, { onProgress });
    silence.disable();
    const bytes = files.reduce((sum, { size }) => sum + size, 0);

    session.close();
    return (
      `${files.length} files, ${(bytes / 1e6).toFixed(2)} MB, ${failed.length} refused, ${told} reports of progress, ` +
      `longest silence ${Math.round(silence.max / 1e6)} ms`
    );
  };
}

const steps: Record<string, () => Promise<() => Promise<string>>> = {
  prepare: async () => prepare,
  floor: async () => writeOnly((await import('../support/docx-library/writer.ts')).writeWithLibrary),
  writers: async () => writeOnly((await import('../../electron/data/documents/docx-writer.ts')).writeDocx),
  product: makeAll,
};
const work = await steps[step]?.();
const begun = performance.now();
const before = process.cpuUsage();
const said = (await work?.()) ?? '';
const milliseconds = performance.now() - begun;
const { user, system } = process.cpuUsage(before);
const processor = (user + system) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
stdout.write(`${JSON.stringify({ milliseconds, processor, megabytes, said })}\n`);
