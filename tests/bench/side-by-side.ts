import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { stdout } from 'node:process';

/** One way of doing the work that others do beside it in the same run. */
export interface Contender {
  name: string;
  /** What must be so before the work is done, and is not measured. */
  prepare?(): Promise<void> | void;
  /** Does the work once; says what came of it, to see that all did the same. */
  run(): Promise<string> | string;
}

/** Medians of one piece of work at one size. */
export interface Measured {
  work: string;
  /** Members of the office. */
  size: number;
  lines: { name: string; milliseconds: number; said: string }[];
}

/** Does the work `times` times by each, in turn, after once that is not counted. */
export async function sideBySide(
  work: string,
  size: number,
  contenders: readonly Contender[],
  times: number,
): Promise<Measured> {
  const lines = contenders.map(({ name }) => ({ name, all: [] as number[], said: '' }));
  for (let time = 0; time <= times; time += 1) {
    for (const [index, contender] of contenders.entries()) {
      const line = lines[index];
      await contender.prepare?.();
      const begun = performance.now();
      const said = await contender.run();
      const milliseconds = performance.now() - begun;
      if (!line) continue;
      line.said = said;
      if (time > 0) line.all.push(milliseconds);
    }
  }
  return { work, size, lines: lines.map(({ name, all, said }) => ({ name, milliseconds: median(all), said })) };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/** Prints each piece of work with its ratio to the first contender (the floor), and how its cost grows with the office. */
export function printMeasured(title: string, all: readonly Measured[]): void {
  stdout.write(`${title}\n`);
  for (const { work, size, lines } of all) {
    const floor = lines[0]?.milliseconds ?? 1;
    for (const { name, milliseconds, said } of lines) {
      const time = milliseconds < 10 ? milliseconds.toFixed(3) : milliseconds.toFixed(1);
      stdout.write(
        `${work.padEnd(34)} ${String(size).padStart(7)} ${name.padEnd(16)} ${time.padStart(9)} ms ${`× ${(milliseconds / floor).toFixed(2)}`.padStart(8)}  ${said}\n`,
      );
    }
  }
  printGrowth(all);
  stdout.write(`highest memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
}

/** Prints the exponent of growth of every line of each piece of work that was measured at several sizes. */
export function printGrowth(all: readonly Measured[]): void {
  for (const [work, sizes] of Map.groupBy(all, (measured) => measured.work)) {
    if (sizes.length < 2) continue;
    const names = sizes[0]?.lines.map(({ name }) => name) ?? [];
    const exponents = names.map((name, index) => {
      const points = sizes.map(({ size, lines }) => ({ size, milliseconds: lines[index]?.milliseconds ?? 1 }));
      return `${name} n^${growth(points).toFixed(2)}`;
    });
    stdout.write(`growth  ${work.padEnd(34)} ${exponents.join(', ')}\n`);
  }
}

/** The exponent by which time grows with size: the slope of a straight line through both logarithms. */
export function growth(points: readonly { size: number; milliseconds: number }[]): number {
  const logs = points.map(({ size, milliseconds }) => ({ x: Math.log(size), y: Math.log(milliseconds) }));
  const mean = (of: (log: { x: number; y: number }) => number) =>
    logs.reduce((sum, log) => sum + of(log), 0) / logs.length;
  const [x, y] = [mean((log) => log.x), mean((log) => log.y)];
  const across = logs.reduce((sum, log) => sum + (log.x - x) * (log.y - y), 0);
  return across / logs.reduce((sum, log) => sum + (log.x - x) ** 2, 0);
}

/** Writes what was measured to out/bench, with the machine. */
export function keepMeasured(name: string, all: readonly Measured[]): void {
  const folder = resolve(import.meta.dirname, '../../out/bench');
  mkdirSync(folder, { recursive: true });
  const machine = { processors: cpus().length, model: cpus()[0]?.model, megabytes: Math.round(totalmem() / 1e6) };
  writeFileSync(
    join(folder, `${name}.json`),
    `${JSON.stringify({ at: new Date().toISOString(), machine, measured: all }, null, 2)}\n`,
  );
}
