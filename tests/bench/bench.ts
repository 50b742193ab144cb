import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';

// `npm run bench -- NAME [OPTIONS]`; without a name all of them. A bench never fails for being slow.
const benches = [
  'member-list',
  'year-reports',
  'every-report',
  'every-screen',
  'save-member',
  'import-roster',
  'roster-to-excel',
  'member-list-to-excel',
  'month-folder',
  'long-table',
  'receive-packages',
  'keystroke',
  'scrolling',
  'app-start',
  'behind',
];
const [, , name, ...options] = argv;

if (name !== undefined && !benches.includes(name)) {
  stdout.write(`There is no bench ${name}: ${benches.join(', ')}\n`);
  process.exitCode = 2;
} else {
  for (const bench of name === undefined ? benches : [name]) {
    const file = join(import.meta.dirname, `${bench}.ts`);
    const { status } = spawnSync(process.execPath, [file, ...options], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
