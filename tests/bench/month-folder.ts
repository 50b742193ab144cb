import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { type AtSize, type Competitor, printGrowth, printTable, runs, writeResults } from './competitors.ts';
import { benchOffice } from './data/bench-office.ts';
import { isSizeName, type SizeName, sizes } from './data/sizes.ts';

// How long the folder of a month takes: every minutes, document and report. Each line runs in a process of its own. The floor
// is the docx library writing the same documents (the workbooks by our own writer, which is quicker than ExcelJS). The folder of a
// province has the minutes of all its cells, 4,622 files, that of a country's tenth some 23,000: there it is about the number of
// files alone. The library and Python stand beside it up to a district, for they would need minutes; the models up to a province.
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
const compared = new Set<SizeName>(['commune', 'district']);
const bySize: AtSize[] = [];

for (const size of values.size.split(',').filter(isSizeName)) {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-bench-'));
  try {
    const office = join(folder, 'so.sochibo');
    copyFileSync(await benchOffice(size), office);
    const node = (step: string): string[] => [process.execPath, worker, step, office, values.period, folder];
    const results: Competitor[] = [];
    const measure = async (name: string, command: string[]) => results.push(await runs(name, command, times));
    if (size !== 'country-tenth') await runs('prepare', node('prepare'), 1);
    if (compared.has(size)) await measure(floor, node('floor'));
    if (size !== 'country-tenth') await measure('our own writers, models at hand', node('writers'));
    await measure('the folder as a clerk makes it', node('product'));
    if (compared.has(size)) await measure('python-docx and openpyxl', ['/usr/bin/python3', python, folder]);
    printTable(`The folder of ${values.period}, ${size}`, results, results[0]?.name ?? floor);
    bySize.push({ size: sizes[size].members, results });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
printGrowth(bySize);
writeResults('month-folder', bySize);
