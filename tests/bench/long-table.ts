import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { type AtSize, printGrowth, printTable, runs, writeResults } from './competitors.ts';
import { listRows } from './roster-list.ts';

// How many rows of a Word table a second. Each line runs in a process of its own.
const { values } = parseArgs({
  args: argv.slice(2),
  options: { rows: { type: 'string', default: '500,5000,20000' }, runs: { type: 'string', default: '3' } },
});
const times = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), 'sochibo-bench-'));
const worker = join(import.meta.dirname, 'long-table-step.ts');
const python = join(import.meta.dirname, 'write-table-with-python.py');
const limit = 'the limit: the same XML by hand';
const bySize: AtSize[] = [];

try {
  for (const rows of values.rows.split(',')) {
    const source = join(folder, 'rows.jsonl');
    writeFileSync(
      source,
      listRows(Number(rows))
        .map((row) => `${JSON.stringify(row)}\n`)
        .toArray()
        .join(''),
    );
    const node = (step: string): string[] => [process.execPath, worker, step, rows, folder];
    const results = [
      await runs(limit, node('floor'), times),
      await runs('writeDocx', node('product'), times),
      await runs('docxtemplater', node('docxtemplater'), times),
      await runs('python-docx', ['/usr/bin/python3', python, source, join(folder, 'python.docx')], times),
    ];
    printTable(`A Word table of ${rows} rows, 10 columns`, results, limit);
    bySize.push({ size: Number(rows), results });
  }
  printGrowth(bySize);
  writeResults('long-table', bySize);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
