import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { printTable, runs, writeResults } from './competitors.ts';
import { writeRoster } from './write-roster.ts';

// How long the import of a roster takes, beside merely reading the same file. Each line runs in a process of its own.
const { values } = parseArgs({
  args: argv.slice(2),
  options: { members: { type: 'string', default: '100000' }, runs: { type: 'string', default: '3' } },
});
const folder = mkdtempSync(join(tmpdir(), 'sochibo-bench-'));
const worker = join(import.meta.dirname, 'import-roster-step.ts');
const python = join(import.meta.dirname, 'read-with-openpyxl.py');
const times = Number(values.runs);

try {
  const files = await writeRoster(folder, Number(values.members));
  const empty = join(folder, 'trong.sochibo');
  const filled = join(folder, 'day.sochibo');
  const fresh = join(folder, 'moi.sochibo');
  const node = (step: string, ...more: string[]) => [process.execPath, worker, step, ...more];
  await runs('prepare', node('prepare', files.organisations, empty), 1);
  const renew = () => copyFileSync(empty, fresh);
  const results = [
    await runs('SAX alone (saxes)', node('sax', files.roster), times),
    await runs('ExcelJS, streaming reader', node('exceljs', files.roster), times),
    await runs('openpyxl, read-only', ['/usr/bin/python3', python, files.roster], times),
    await runs('read only', node('read', files.roster), times),
    await runs('preview', node('preview', files.roster, empty), times),
    await runs('preview and commit', node('commit', files.roster, fresh), times, renew),
  ];
  copyFileSync(fresh, filled);
  results.push(await runs('preview of the same file once more', node('preview', files.roster, filled), times));
  printTable(`Roster of ${values.members} members, 20 columns`, results, 'ExcelJS, streaming reader');
  writeResults('import-roster', results);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
