import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { type Competitor, printGrowth, printStages, printTable, runs, writeResults } from './competitors.ts';
import { isSizeName, sizes } from './data/sizes.ts';
import { writeRoster } from './write-roster.ts';

// How long the import of a roster takes, beside merely reading the same file and beside merely inserting what it becomes.
// Each line runs in a process of its own. A roster of more than 150,000 members is no file that the import takes (3 million
// boxes), so the country-tenth is passed over.
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
    const node = (step: string, ...more: string[]) => [process.execPath, worker, step, ...more];
    await runs('prepare', node('prepare', files.organisations, empty), 1);
    const renew = () => copyFileSync(empty, fresh);
    const results = [
      await runs('SAX alone (saxes)', node('sax', files.roster), times),
      await runs(against, node('exceljs', files.roster), times),
      await runs('openpyxl, read-only', ['/usr/bin/python3', python, files.roster], times),
      await runs('read only', node('read', files.roster), times),
      await runs('preview', node('preview', files.roster, empty), times),
      await runs('preview and commit', node('commit', files.roster, fresh), times, renew),
    ];
    copyFileSync(fresh, filled);
    results.push(
      await runs('preview of the same file once more', node('preview', files.roster, filled), times),
      await runs('its rows inserted, with the log', node('inserts', files.roster, fresh, filled), times, renew),
      await runs('its rows inserted, without the log', node('bare', files.roster, fresh, filled), times, renew),
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
const bySize: { rows: number; results: Competitor[] }[] = [];
for (const members of rows) {
  if (members > 150_000) stdout.write(`${members} members are more than one workbook may hold: passed over\n`);
  else bySize.push({ rows: members, results: await measure(members) });
}
printGrowth(bySize);
writeResults('import-roster', bySize);
