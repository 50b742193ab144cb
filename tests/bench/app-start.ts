import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { argv, stdout } from 'node:process';
import { ensureRendererBuilt } from '../../electron/hosts/renderer-build.ts';
import { startDisplay } from '../support/display.ts';
import { electronRuntime } from '../support/electron-runtime.ts';
import { benchOffice } from './data/bench-office.ts';
import { sizes } from './data/sizes.ts';
import { sizesAndRuns } from './open-copy.ts';
import { keepMeasured, type Measured, printGrowth } from './side-by-side.ts';
import { milliseconds, spreadOf } from './window/spread.ts';

/**
 * From the start of the program with an office to a list one can use, in a real Electron window, beside an empty window
 * of the same Electron: `to-do list` is what the program shows first, `member list` what a click on its place shows as
 * soon as there is one to click, with its rows and the keys in it. The moments in between say where the time goes.
 */
const untils = ['painted', 'to-do list', 'member list'] as const;
type Until = (typeof untils)[number];

const root = resolve(import.meta.dirname, '../..');
const electron = electronRuntime();
if (!electron) throw new Error('no Electron runtime: npm run fetch-electron');
ensureRendererBuilt();

/** Moments since the start of the process, milliseconds, as `watched.js` names them. */
type Moments = Record<string, number>;

/** Starts it once and waits until every process of it has ended. */
async function start(program: string, display: string, home: string, until: Until, office: string | null) {
  const parameters = ['--no-sandbox', '--disable-gpu', `--user-data-dir=${join(home, 'profile')}`];
  const env = { ...process.env, DISPLAY: display, HOME: home, SOCHIBO_BENCH_UNTIL: until };
  const main = office === null ? {} : { SOCHIBO_BENCH_MAIN: join(root, 'out', 'main', 'index.cjs') };
  const begun = Date.now();
  const child = spawn(
    program,
    [...parameters, join(import.meta.dirname, 'window', 'start'), ...(office === null ? [] : [office])],
    { env: { ...env, ...main }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const { promise, resolve: ended } = Promise.withResolvers<void>();
  // Its output is closed when the last process that it has started is gone, too.
  child.once('close', () => ended());
  await promise;
  const found: Moments = JSON.parse(text.trim().split('\n').at(-1) ?? '{}');
  return Object.fromEntries(Object.entries(found).map(([name, at]) => [name, at - begun]));
}

const { sizes: asked, runs } = sizesAndRuns(argv.slice(2), ['district']);
const display = await startDisplay();
const measured: Measured[] = [];
for (const size of asked) {
  const home = mkdtempSync(join(tmpdir(), 'sochibo-start-'));
  const office = join(home, 'so.sochibo');
  copyFileSync(await benchOffice(size), office);
  const all = new Map<Until, Moments[]>(untils.map((until) => [until, []]));
  for (let run = 0; run <= runs; run += 1) {
    for (const until of untils) {
      const found = await start(electron, display.name, home, until, until === 'painted' ? null : office);
      // The first time fills the caches of the disk and of the program.
      if (run > 0) all.get(until)?.push(found);
    }
  }
  rmSync(home, { recursive: true, force: true });
  const members = sizes[size].members;
  stdout.write(`From the start to a list, office of ${members}, ${runs} runs\n`);
  const done = (until: Until) => spreadOf((all.get(until) ?? []).map((moments) => moments.done ?? Number.NaN));
  const floor = done('painted').median;
  for (const until of untils) {
    const { median, max } = done(until);
    const found = all.get(until) ?? [];
    const parts = Object.keys(found[0] ?? {}).map(
      (name) => `${name} ${Math.round(spreadOf(found.map((moments) => moments[name] ?? Number.NaN)).median)}`,
    );
    const name = until === 'painted' ? 'floor: empty window' : until;
    stdout.write(
      `${name.padEnd(20)} median ${milliseconds(median)}, longest ${milliseconds(max)}, × ${(median / floor).toFixed(2)}  (${parts.join(', ')})\n`,
    );
    measured.push({ work: name, size: members, lines: [{ name, milliseconds: median, said: parts.join(', ') }] });
  }
}
display.stop();
printGrowth(measured);
keepMeasured('app-start', measured);
