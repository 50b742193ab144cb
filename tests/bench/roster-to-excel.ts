import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { mostListRows, mostRowsAtOnce } from '../../electron/contract/list-values.ts';
import { compressionLevel } from '../../electron/data/documents/xlsx-book.ts';
import { type AtSize, type Competitor, printGrowth, printTable, runs, writeResults } from './competitors.ts';
import { listRows } from './roster-list.ts';

// How long a roster of 20 columns takes to become an Excel workbook. Each line runs in a process of its own, in turn.
const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    members: { type: 'string', default: '100000' },
    growth: { type: 'string', default: '500,5000,100000,500000' },
    runs: { type: 'string', default: '3' },
  },
});
const times = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), 'sochibo-bench-'));
const worker = join(import.meta.dirname, 'roster-to-excel-step.ts');
const python = join(import.meta.dirname, 'write-with-python.py');
const node = (step: string, members: string): string[] => [process.execPath, worker, step, members, folder];

/** A peer in Python, where this machine has it. */
function peer(name: string, library: string, rows: string): { name: string; command: string[] }[] {
  const has = spawnSync('/usr/bin/python3', ['-c', `import ${library}`], { stdio: 'ignore' }).status === 0;
  if (!has) stdout.write(`${library} is not on this machine: left out\n`);
  const command = [
    '/usr/bin/python3',
    python,
    library,
    rows,
    join(folder, `${library}.xlsx`),
    String(compressionLevel),
  ];
  return has ? [{ name, command }] : [];
}

/** The list's pages, as the window hands them over: those of Node read them while they write. */
function writePages(members: number): void {
  rmSync(join(folder, 'pages'), { recursive: true, force: true });
  mkdirSync(join(folder, 'pages'));
  let page: unknown[] = [];
  let count = 0;
  const put = () => {
    writeFileSync(join(folder, 'pages', `${String(count).padStart(6, '0')}.json`), JSON.stringify(page));
    page = [];
  };
  for (const row of listRows(members)) {
    page.push(row);
    count += 1;
    if (page.length === mostRowsAtOnce) put();
  }
  if (page.length > 0) put();
}

/** All of them in turn, so that whatever else the machine does meets each alike. */
async function inTurn(contenders: readonly { name: string; command: string[] }[]): Promise<Competitor[]> {
  const results = contenders.map(({ name }): Competitor => ({ name, runs: [] }));
  for (let time = 0; time < times; time += 1) {
    for (const [index, { name, command }] of contenders.entries()) {
      const [run] = (await runs(name, command, 1)).runs;
      if (run) results[index]?.runs.push(run);
    }
  }
  return results;
}

try {
  const { members } = values;
  const rows = join(folder, 'rows.jsonl');
  writePages(Number(members));
  await runs('the office', node('office', members), 1);
  const lines = Readable.from(listRows(Number(members)).map((row) => `${JSON.stringify(row)}\n`));
  await pipeline(lines, createWriteStream(rows));
  const limit = 'the limit: the same XML by hand';
  const results = await inTurn([
    { name: limit, command: node('floor', members) },
    { name: 'lists.export, through the contract', command: node('list', members) },
    { name: 'ExcelJS, streaming writer alone', command: node('exceljs', members) },
    ...peer('openpyxl, write-only', 'openpyxl', rows),
    ...peer('XlsxWriter, constant_memory', 'xlsxwriter', rows),
  ]);
  printTable(`Roster of ${members} members to Excel, 20 columns, page by page`, results, limit);
  const bySize: AtSize[] = [];
  for (const size of values.growth.split(',')) {
    const isList = Number(size) <= mostListRows;
    if (isList) writePages(Number(size));
    else stdout.write(`${size} members are more than a list of the window may have: BC-15's writer alone\n`);
    const grown = await inTurn([
      { name: 'making the rows alone', command: node('rows', size) },
      { name: 'by hand, rows as they come', command: node('flat-floor', size) },
      { name: 'writeDataWorkbook (BC-15), rows as they come', command: node('flat', size) },
      ...(isList ? [{ name: 'lists.export, through the contract', command: node('list', size) }] : []),
    ]);
    printTable(`Roster of ${size} members`, grown, 'by hand, rows as they come');
    bySize.push({ size: Number(size), results: grown });
  }
  printGrowth(bySize);
  writeResults('roster-to-excel', { results, bySize });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
