import { resolve } from 'node:path';
import { argv, stdout } from 'node:process';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';
import { commitImport } from '../../electron/data/importing/commit-import.ts';
import { type ImportPlan, planImport } from '../../electron/data/importing/plan-import.ts';
import { readWorkbookInWorker } from '../../electron/data/importing/workbook/read-in-worker.ts';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { parseIsoDate } from '../../electron/data/vietnamese/dates.ts';
import { insertAgain, writtenRows } from './bare-inserts.ts';
import { StageClock } from './import-stages.ts';

// One step of `import-roster.ts`, in a process of its own: STEP WORKBOOK[,WORKBOOK] [OFFICE] [FILLED OFFICE]. Says time and memory on
// its last line.
const [, , step = '', named = '', officePath = '', filledPath = ''] = argv;
const workbooks = named.split(',');
const resourcesDir = resolve(import.meta.dirname, '../../resources');
const environment = { resourcesDir, actor: 'bench' };
const today = parseIsoDate('2025-01-15');
const clock = new StageClock();
const onProgress = (progress: { step: string }) => clock.begin(progress.step);

/** Workbooks one after the other. */
function each(work: (path: string) => Promise<string>): () => Promise<string> {
  return async () => {
    const said: string[] = [];
    for (const path of workbooks) said.push(await work(path));
    return said.join('; ');
  };
}

async function read(path: string): Promise<string> {
  const { sheets } = await readWorkbookInWorker({ path, name: 'dang-vien.xlsx' });
  return `${sheets[0]?.rows.length} rows`;
}

async function readWithExcelJs(path: string): Promise<string> {
  // Here, so that its memory is nobody else's.
  const { default: exceljs } = await import('exceljs');
  const options = { sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', worksheets: 'emit' } as const;
  let rows = 0;
  for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(path, options)) {
    for await (const _ of sheet) rows += 1;
  }
  return `${rows} rows`;
}

async function readWithSax(path: string): Promise<string> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  let rows = 0;
  for await (const entry of zip.eachEntry()) {
    if (!/sheet1|sharedStrings/u.test(entry.fileName)) continue;
    const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
    parser.on('opentag', ({ name }) => {
      if (name === 'row') rows += 1;
    });
    parser.on('text', () => undefined);
    const decoder = new TextDecoder();
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      parser.write(decoder.decode(chunk, { stream: true }));
    }
    parser.close();
  }
  zip.close();
  return `${rows} rows`;
}

async function plan(office: Office, path: string): Promise<ImportPlan> {
  if (today === null) throw new RangeError('no day');
  return planImport(office.db, [{ path, name: 'dang-vien.xlsx' }], { resourcesDir, today, onProgress });
}

function said({ workbooks: planned }: ImportPlan): string {
  const [sheet] = planned.flatMap(({ sheets }) => sheets);
  return `${sheet?.created} new, ${sheet?.updated} changed, ${sheet?.unchanged} as known, ${sheet?.issues.length} issues`;
}

async function eachInto(work: (office: Office, path: string) => Promise<string>): Promise<string> {
  const office = await openOffice(officePath, environment);
  try {
    return await each((path) => work(office, path))();
  } finally {
    office.close();
  }
}

async function prepare(): Promise<string> {
  const details = { level: 'province', name: 'Tỉnh ủy Quảng Trị', superior: 'Trung ương', place: 'Đông Hà' } as const;
  const office = await createOffice({ path: officePath, ...details }, environment);
  const made = await plan(office, named);
  await commitImport(office, made, { accept: true });
  office.close();
  return said(made);
}

const steps: Record<string, () => Promise<string>> = {
  prepare,
  sax: each(readWithSax),
  exceljs: each(readWithExcelJs),
  read: each(read),
  preview: () => eachInto(async (office, path) => said(await plan(office, path))),
  commit: () =>
    eachInto(async (office, path) => {
      const made = await plan(office, path);
      await commitImport(office, made, { accept: true, onProgress });
      clock.begin(null);
      return said(made);
    }),
  // Into an office without members, what is in another one: read before the clock runs.
  inserts: async () => insertAgain(officePath, written, true),
  bare: async () => insertAgain(officePath, written, false),
};

const written = filledPath === '' ? [] : writtenRows(filledPath);
const begun = performance.now();
const before = process.cpuUsage();
const result = await steps[step]?.();
const milliseconds = performance.now() - begun;
const used = process.cpuUsage(before);
const processor = (used.user + used.system) / 1000;
// `maxRSS` is in kilobytes.
const megabytes = process.resourceUsage().maxRSS / 1024;
const { stages } = clock;
stdout.write(`${JSON.stringify({ milliseconds, processor, megabytes, said: result ?? '', stages })}\n`);
