import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argv, stdout } from 'node:process';
import { parseIsoDate } from '../../electron/data/vietnamese/dates.ts';
import { listColumns, listRows } from './roster-list.ts';
import { writeByHand } from './xlsx-by-hand.ts';

// One step of `roster-to-excel.ts`, in a process of its own: STEP MEMBERS FOLDER. Says time and memory on its last line.
// Each loads only what it needs: a module takes memory, too.
const [, , step = '', count = '', folder = ''] = argv;
const members = Number(count);
const path = join(folder, `${step}.xlsx`);
const office = join(folder, 'tinh.sochibo');
const resourcesDir = resolve(import.meta.dirname, '../../resources');
const today = parseIsoDate('2025-01-15');

type Value = string | number | null;

/** What a step has done before the clock starts: an office that is open. */
type Step = () => Promise<() => Promise<string>>;

function fileSaid(file: string): string {
  return `${members} rows, file ${(statSync(file).size / 1e6).toFixed(1)} MB`;
}

function handSaid({ xml, file }: { xml: number; file: number }): string {
  return `${members} rows, file ${(file / 1e6).toFixed(1)} MB of ${(xml / 1e6).toFixed(1)} MB XML`;
}

/** The list in pages as the window hands it over, each from a file of its own: nobody holds all rows. */
function* pages(): Generator<Value[][]> {
  for (const name of readdirSync(join(folder, 'pages')).toSorted()) {
    yield JSON.parse(readFileSync(join(folder, 'pages', name), 'utf8'));
  }
}

function* rows(): Generator<Value[]> {
  for (const page of pages()) yield* page;
}

/** ExcelJS's streaming writer as its documentation says, with the looks of the product's list. */
async function writeWithExcelJs(rows: Iterable<readonly (string | number | null)[]>): Promise<string> {
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet('Đảng viên', { views: [{ state: 'frozen', ySplit: 1 }] });
  const thin = { style: 'thin' } as const;
  const look = {
    font: { name: 'Times New Roman', size: 12 },
    alignment: { vertical: 'middle', wrapText: true },
    border: { top: thin, bottom: thin, left: thin, right: thin },
  } as const;
  const [text, day] = [
    { ...look, numFmt: '@' },
    { ...look, numFmt: 'dd/mm/yyyy' },
  ];
  let number = 0;
  for (const values of rows) {
    number += 1;
    const row = sheet.addRow([number]);
    row.height = 18;
    row.getCell(1).style = text;
    for (const [at, value] of values.entries()) {
      const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value);
      const cell = row.getCell(at + 2);
      cell.value = isDay ? new Date(value) : value;
      cell.style = isDay ? day : text;
    }
    row.commit();
  }
  sheet.commit();
  await book.commit();
  return fileSaid(path);
}

/** The list as a clerk exports it: through the contract, checked, cleaned, every row measured, atomically written. */
async function openSession() {
  const { createRouterClient } = await import('@orpc/server');
  const { router } = await import('../../electron/data/router.ts');
  const { createSession } = await import('../../electron/data/session.ts');
  const session = createSession({ resourcesDir, outputDir: folder, actor: 'Văn phòng' });
  return { session, client: createRouterClient(router, { context: { session } }) };
}

const steps: Record<string, Step> = {
  // The office whose list it is, in a process of its own: making one takes more memory than opening it.
  office: async () => async () => {
    const { session } = await openSession();
    await session.createOffice({
      path: office,
      level: 'province',
      name: 'Tỉnh ủy Thử',
      superior: 'Trung ương',
      place: 'Thử',
    });
    session.close();
    return office;
  },
  rows: async () => async () => `${[...listRows(members)].length} rows`,
  floor: async () => {
    return async () => handSaid(await writeByHand(rows(), path));
  },
  exceljs: async () => {
    return () => writeWithExcelJs(rows());
  },
  list: async () => {
    const { session, client } = await openSession();
    await session.openOffice(office);
    const list = { title: 'Đảng viên', period_label: 'Năm 2024', as_of: '2024-12-31', columns: listColumns };
    return async () => {
      // As the window does it, which fetches and hands over block by block.
      let handed: string | null = null;
      for (const page of pages()) ({ list: handed } = await client.lists.hand({ list: handed, rows: page }));
      const { file } = await client.lists.export({ ...list, rows: [], ...(handed === null ? {} : { handed }) });
      const made = session.files.pathOf(file.id) ?? '';
      session.close();
      return fileSaid(made);
    };
  },
  'flat-floor': async () => async () => handSaid(await writeByHand(listRows(members), path)),
  flat: async () => {
    if (today === null) throw new RangeError('no day');
    const { loadFormatProfiles, profileForDate } = await import('../../electron/data/documents/profile.ts');
    const { writeDataWorkbook } = await import('../../electron/data/documents/xlsx-data-sheet.ts');
    const profile = profileForDate(loadFormatProfiles(resourcesDir), today);
    const columns = [{ heading: 'TT', width: 6 }, ...listColumns.map(({ heading }) => ({ heading, width: 20 }))];
    const properties = { title: 'Danh sách', author: 'Thử', date: today };
    return async () => {
      await writeDataWorkbook({ ...properties, sheets: [{ name: 'DS', columns, rows: numbered() }] }, profile, path);
      return fileSaid(path);
    };
  },
};

function* numbered(): Generator<(string | number | null)[]> {
  let number = 0;
  for (const row of listRows(members)) {
    number += 1;
    yield [number, ...row];
  }
}

const work = await steps[step]?.();
const held = Math.round(process.memoryUsage().rss / 1e6);
const begun = performance.now();
const before = process.cpuUsage();
const result = (await work?.()) ?? '';
const milliseconds = performance.now() - begun;
const used = process.cpuUsage(before);
const processor = (used.user + used.system) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
const said = `${result}; ${held} MB held before`;
stdout.write(`${JSON.stringify({ milliseconds, processor, megabytes, said })}\n`);
