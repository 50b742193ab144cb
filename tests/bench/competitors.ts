import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { stdout } from 'node:process';
import { growth, median } from './side-by-side.ts';

/** What one run says of itself on its last line: milliseconds from start to end of the work, and peak memory. */
interface Run {
  milliseconds: number;
  /** Of the processors, all threads: says more than the clock on a machine that does other work, too. */
  processor: number;
  /** Highest resident memory of the process, megabytes. */
  megabytes: number;
  /** What came of it, to see that all did the same work. */
  said: string;
  /** What it spent on each part of the work, where it says so. */
  stages?: Stage[];
}

export interface Stage {
  name: string;
  milliseconds: number;
  processor: number;
  /** Highest resident memory of the process up to its end. */
  megabytes: number;
  /** Milliseconds that the event loop stood still at most. */
  longestBlock: number;
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

/** Prints the parts of the last run of a line. */
export function printStages({ name, runs: all }: Competitor): void {
  stdout.write(`${name}, part by part (processor, clock, memory so far, longest block)\n`);
  for (const { name: part, processor, milliseconds, megabytes, longestBlock } of all.at(-1)?.stages ?? []) {
    const times = [processor, milliseconds].map((time) => `${(time / 1000).toFixed(2).padStart(7)} s`).join(' ');
    const rest = [`${Math.round(megabytes)} MB`, `${Math.round(longestBlock)} ms`].map((text) => text.padStart(8));
    stdout.write(`  ${part.padEnd(28)} ${times} ${rest.join(' ')}\n`);
  }
}

/** The lines of a table at one size: members, or rows. */
export interface AtSize {
  size: number;
  results: readonly Competitor[];
}

/**
 * How the processor time of each line grows with the size: the exponent over all sizes at which it ran, and from each size to the
 * next, for at a small one what is done once prevails.
 */
export function printGrowth(bySize: readonly AtSize[]): void {
  const names = new Set(bySize.flatMap(({ results }) => results.map(({ name }) => name)));
  for (const name of names) {
    const points = bySize.flatMap(({ size, results }) => {
      const line = results.find((one) => one.name === name);
      return line ? [{ size, milliseconds: summary(line).processor }] : [];
    });
    if (points.length < 2) continue;
    const steps = points.slice(1).map((point, at) => {
      const two = [points[at] ?? point, point];
      return `${two[0]?.size} → ${point.size}: ${growth(two).toFixed(2)}`;
    });
    stdout.write(`growth  ${name.trim().padEnd(46)} n^${growth(points).toFixed(2)} (${steps.join(', ')})\n`);
  }
}

/** Writes every run as JSON to out/bench. */
export function writeResults(name: string, results: unknown): void {
  const folder = resolve(import.meta.dirname, '../../out/bench');
  mkdirSync(folder, { recursive: true });
  const machine = { processors: cpus().length, model: cpus()[0]?.model, megabytes: Math.round(totalmem() / 1e6) };
  const file = join(folder, `${name}.json`);
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`);
  stdout.write(`${file}\n`);
}
