import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { argv, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import type { Extent } from './extent.ts';
import { type Row, tableOf } from './outcome.ts';
import { r1 } from './r1-writes.ts';
import { r2 } from './r2-kills.ts';
import { r3 } from './r3-damage.ts';
import { r4 } from './r4-restore.ts';
import { r5 } from './r5-exports.ts';
import { r6 } from './r6-opening.ts';
import { r7 } from './r7-day.ts';

// `npm run faults -- [R1 … R7] [--short] [--tries N]`: what is tried, and what came of it. Ends with 1 where a bar does not hold.
const bars: Readonly<Record<string, (extent: Extent) => Promise<Row[]>>> = {
  R1: r1,
  R2: r2,
  R3: r3,
  R4: r4,
  R5: r5,
  R6: r6,
  R7: r7,
};
const report = join(import.meta.dirname, '../../out/faults.json');

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false }, tries: { type: 'string' } },
});
const asked = positionals.length > 0 ? positionals.map((name) => name.toUpperCase()) : Object.keys(bars);
const unknown = asked.filter((name) => !(name in bars));
const tries = values.tries === undefined ? null : Number(values.tries);
if (unknown.length > 0 || (tries !== null && !(Number.isInteger(tries) && tries > 0))) {
  stderr.write(`npm run faults -- [${Object.keys(bars).join(' ')}] [--short] [--tries N]\n`);
  process.exitCode = 2;
} else {
  const extent: Extent = { short: values.short, atOnce: availableParallelism(), ...(tries === null ? {} : { tries }) };
  const rows: Row[] = [];
  for (const name of asked) {
    const started = Date.now();
    rows.push(...((await bars[name]?.(extent)) ?? []));
    stderr.write(`${name}: ${Math.round((Date.now() - started) / 1000)} s\n`);
  }
  stdout.write(`${tableOf(rows)}\n`);
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, `${JSON.stringify({ asked, ...values, rows }, null, 2)}\n`);
  if (rows.some(({ holds }) => !holds)) process.exitCode = 1;
}
