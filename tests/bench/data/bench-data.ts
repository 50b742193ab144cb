import { statSync } from 'node:fs';
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { benchOffice } from './bench-office.ts';
import { isSizeName, sizes } from './sizes.ts';

// `npm run bench:data -- --size district [--seed 1]`: an office to measure with, kept in out/bench/data.
const { values } = parseArgs({ options: { size: { type: 'string' }, seed: { type: 'string', default: '1' } } });
const { size = '', seed } = values;
if (!isSizeName(size) || !Number.isInteger(Number(seed))) {
  stdout.write(`npm run bench:data -- --size ${Object.keys(sizes).join('|')} [--seed 1]\n`);
  process.exitCode = 2;
} else {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1).padStart(7);
  const path = await benchOffice(size, Number(seed), (what) => stdout.write(`${seconds()} s  ${what}\n`));
  stdout.write(`${seconds()} s  ${path}, ${(statSync(path).size / 1e6).toFixed(1)} MB\n`);
}
