import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { stdout } from 'node:process';

/** What one run says of itself on its last line: milliseconds from start to end of the work, and peak memory. */
interface Run {
  milliseconds: number;
  /** Of the processors, all threads: says more than the clock on a machine that does other work, too. */
  processor: number;
  /** Highest resident memory of the process, megabytes. */
  megabytes: number;
  /** What came of it, to see that all did the same work. */
  said: string;
}

export interface Competitor {
  name: string;
  runs: Run[];
}

/** Runs a program several times, one after the other, each time after `before`. Throws when it fails. */
export async function runs(
  name: string,
  command: readonly string[],
  times: number,
  before: () => void = () => undefined,
): Promise<Competitor> {
  const competitor: Competitor = { name, runs: [] };
  for (let time = 0; time < times; time += 1) {
    before();
    competitor.runs.push(JSON.parse(await lastLineOf(command)));
  }
  return competitor;
}

function lastLineOf([program = '', ...rest]: readonly string[]): Promise<string> {
  const { promise, resolve: done, reject } = Promise.withResolvers<string>();
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.once('error', reject);
  child.once('close', (code) => {
    if (code === 0) done(text.trim().split('\n').at(-1) ?? '');
    else reject(new Error(`${program} ${rest.join(' ')} ended with ${code}`));
  });
  return promise;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

function summary({ name, runs: all }: Competitor) {
  const times = all.map(({ milliseconds }) => milliseconds);
  return {
    name,
    milliseconds: Math.round(median(times)),
    processor: Math.round(median(all.map(({ processor }) => processor))),
    megabytes: Math.round(Math.max(...all.map(({ megabytes }) => megabytes))),
    said: all[0]?.said ?? '',
  };
}

/** Prints medians, ratios to the one that is measured against, and peak memory. */
export function printTable(title: string, results: readonly Competitor[], against: string): void {
  const lines = results.map(summary);
  const base = lines.find(({ name }) => name === against);
  const width = Math.max(...lines.map(({ name }) => name.length));
  stdout.write(
    `${title} (medians of ${results[0]?.runs.length ?? 0} runs; clock and processor, each with its ratio)\n`,
  );
  for (const { name, milliseconds, processor, megabytes, said } of lines) {
    const clock = timeAndRatio(milliseconds, base?.milliseconds ?? 1);
    const work = timeAndRatio(processor, base?.processor ?? 1);
    stdout.write(`${name.padEnd(width)} ${clock} ${work} ${`${megabytes} MB`.padStart(8)}  ${said}\n`);
  }
}

function timeAndRatio(milliseconds: number, base: number): string {
  return `${(milliseconds / 1000).toFixed(2).padStart(7)} s ${`× ${(milliseconds / base).toFixed(2)}`.padStart(7)}`;
}

/** Writes every run as JSON to out/bench. */
export function writeResults(name: string, results: readonly Competitor[]): void {
  const folder = resolve(import.meta.dirname, '../../out/bench');
  mkdirSync(folder, { recursive: true });
  const machine = { processors: cpus().length, model: cpus()[0]?.model, megabytes: Math.round(totalmem() / 1e6) };
  const file = join(folder, `${name}.json`);
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`);
  stdout.write(`${file}\n`);
}
