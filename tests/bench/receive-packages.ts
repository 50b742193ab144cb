import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { type AtSize, type Competitor, printGrowth, printTable, runs, writeResults } from './competitors.ts';

/**
 * The packages of many communes into one province file, beside a bulk insert of the same rows: the same tables with their
 * indexes and triggers, one prepared INSERT a table, one transaction a package, the same cipher and FULL sync. What of that is
 * the log's share is told by two more lines: the same into tables without triggers, and that with the log's rows inserted as
 * they stand. Each line runs in a process of its own, in turn with the others.
 */
const { values } = parseArgs({
  args: argv.slice(2),
  options: { shapes: { type: 'string', default: '10x50,100x50,100x400' }, runs: { type: 'string', default: '3' } },
});
const floor = 'bulk insert (its triggers log)';
const lines = [
  [floor, 'floor'],
  ['  without the log', 'tables'],
  ['  log rows inserted as they stand', 'log'],
  ['  and sealed by Office.write', 'sealed'],
  ['packages received', 'receive'],
] as const;
const worker = join(import.meta.dirname, 'receive-packages-step.ts');
const bySize: AtSize[] = [];
for (const shape of values.shapes.split(',')) {
  const [communes = 0, each = 0] = shape.split('x').map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-bench-'));
  const node = (step: string) => [process.execPath, worker, step, folder, String(communes), String(each)];
  try {
    await runs('prepare', node('prepare'), 1);
    await runs('reference', node('reference'), 1);
    const results = lines.map(([name]): Competitor => ({ name, runs: [] }));
    for (let time = 0; time < Number(values.runs); time += 1) {
      for (const [at, [name, step]] of lines.entries()) {
        results[at]?.runs.push(...(await runs(name, node(step), 1)).runs);
        rmSync(join(folder, `${step}.sochibo`), { force: true });
      }
    }
    printTable(`${communes} communes of ${each} members`, results, floor);
    bySize.push({ size: communes * each, results });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
printGrowth(bySize);
writeResults('receive-packages', bySize);
