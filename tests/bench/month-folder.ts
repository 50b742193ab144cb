import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { type Competitor, printTable, runs, writeResults } from './competitors.ts';
import { benchOffice } from './data/bench-office.ts';
import { isSizeName } from './data/sizes.ts';

// How long the folder of a month takes: every minutes, document and report. Each line runs in a process of its own. The floor
// is the docx library writing the same documents (the workbooks by our own writer, which is quicker than ExcelJS).
const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    size: { type: 'string', default: 'commune,district' },
    period: { type: 'string', default: '2024-07' },
    runs: { type: 'string', default: '3' },
  },
});
const times = Number(values.runs);
const worker = join(import.meta.dirname, 'month-folder-step.ts');
const python = join(import.meta.dirname, 'write-folder-with-python.py');
const floor = 'the docx library, models at hand';
const all: Competitor[] = [];

for (const size of values.size.split(',').filter(isSizeName)) {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-bench-'));
  try {
    const office = join(folder, 'so.sochibo');
    copyFileSync(await benchOffice(size), office);
    const node = (step: string): string[] => [process.execPath, worker, step, office, values.period, folder];
    await runs('prepare', node('prepare'), 1);
    const results = [
      await runs(floor, node('floor'), times),
      await runs('our own writers, models at hand', node('writers'), times),
      await runs('the folder as a clerk makes it', node('product'), times),
      await runs('python-docx and openpyxl', ['/usr/bin/python3', python, folder], times),
    ];
    printTable(`The folder of ${values.period}, ${size}`, results, floor);
    all.push(...results);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
writeResults('month-folder', all);
