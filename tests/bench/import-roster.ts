import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import {
  type AtSize,
  type Competitor,
  printGrowth,
  printStages,
  printTable,
  runs,
  writeResults,
} from './competitors.ts';
import { isSizeName, sizes } from './data/sizes.ts';
import { writeRoster } from './write-roster.ts';

// How long the import of a roster takes, beside merely reading the same file and beside merely inserting what it becomes.
// Each line runs in a process of its own. More than 100,000 members come in several workbooks, read, previewed and written one after
// the other, as a clerk has to: a file of more than 3 million boxes is refused with the advice to divide it.
const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    members: { type: 'string' },
    size: { type: 'string', default: 'province' },
    runs: { type: 'string', default: '3' },
  },
});
const worker = join(import.meta.dirname, 'import-roster-step.ts');
const python = join(import.meta.dirname, 'read-with-openpyxl.py');
const times = Number(values.runs);
const against = 'ExcelJS, streaming reader';

async function measure(members: number): Promise<Competitor[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-bench-'));
  try {
    const files = await writeRoster(folder, members);
    const empty = join(folder, 'trong.sochibo');
    const filled = join(folder, 'day.sochibo');
    const fresh = join(folder, 'moi.sochibo');
    const rosters = files.rosters.join(',');
    const node = (step: string, ...more: string[]) => [process.execPath, worker, step, ...more];
    await runs('prepare', node('prepare', files.organisations, empty), 1);
    const renew = () => copyFileSync(empty, fresh);
    const results = [
      await runs('SAX alone (saxes)', node('sax', rosters), times),
      await runs(against, node('exceljs', rosters), times),
      await runs('openpyxl, read-only', ['/usr/bin/python3', python, ...files.rosters], times),
      await runs('read only', node('read', rosters), times),
      await runs('preview', node('preview', rosters, empty), times),
      await runs('preview and commit', node('commit', rosters, fresh), times, renew),
    ];
    copyFileSync(fresh, filled);
    results.push(
      await runs('preview of the same file once more', node('preview', rosters, filled), times),
      await runs('its rows inserted, with the log', node('inserts', rosters, fresh, filled), times, renew),
      await runs('its rows inserted, without the log', node('bare', rosters, fresh, filled), times, renew),
    );
    printTable(`Roster of ${members} members, 20 columns`, results, against);
    for (const line of results.filter(({ name }) => name.includes('commit'))) printStages(line);
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const named = values.size.split(',').filter(isSizeName);
const rows = values.members === undefined ? named.map((name) => sizes[name].members) : [Number(values.members)];
const bySize: AtSize[] = [];
for (const size of rows) bySize.push({ size, results: await measure(size) });
printGrowth(bySize);
writeResults('import-roster', bySize);
