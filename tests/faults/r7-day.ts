import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Extent } from './extent.ts';
import { type Outcome, type Row, rowOf } from './outcome.ts';
import { runFolder, smallOffice } from './prepare.ts';

const allRounds = 2000;
/** Resident memory settles after some 400; with fewer than these only the log and the checks are looked at. */
const leastRounds = 1500;
const limits = { growth: 1.1, log: 8_000_000 };
/** What is loaded and compiled on first use is no growth. */
const warmUp = 0.3;

const sample = z.object({ rss: z.number(), held: z.number() });
const end = z.object({ ok: z.boolean(), longestLog: z.number(), wrong: z.array(z.unknown()) });

/** Bar R7: after a day of work the process holds no more than a tenth more than after its first hours, the log stays small, and the checks hold. */
export async function r7({ short, tries }: Extent): Promise<Row[]> {
  const run = runFolder('r7');
  try {
    (await smallOffice(run.folder)).close();
    const rounds = tries ?? (short ? 20 : allRounds);
    const script = join(import.meta.dirname, 'day.ts');
    const child = spawn(process.execPath, ['--expose-gc', script, run.folder, String(rounds)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'close');
    const lines = (await text(child.stdout)).trim().split('\n');
    const [exit] = await ended;
    if (exit !== 0) throw new Error(`the day ended by itself (${String(exit)})`);
    const last = end.parse(JSON.parse(lines.pop() ?? '{}'));
    const samples = lines.map((line) => sample.parse(JSON.parse(line)));
    const [rss, held] = [growth(samples.map((one) => one.rss)), growth(samples.map((one) => one.held))];
    const wrong = [
      rounds >= leastRounds && held > limits.growth ? `held memory grew to ${percent(held)}` : '',
      rounds >= leastRounds && rss > limits.growth ? `resident memory grew to ${percent(rss)}` : '',
      last.longestLog >= limits.log ? `the log grew to ${last.longestLog} bytes` : '',
      last.ok ? '' : `checks: ${JSON.stringify(last.wrong)}`,
    ].filter(Boolean);
    const outcome: Outcome = { detected: false, whole: last.ok, wrong: wrong.length === 0 ? null : wrong.join('; ') };
    const note = `${rounds} rounds; held ${percent(held)}, resident ${percent(rss)}, log ${(last.longestLog / 1e6).toFixed(1)} MB at most`;
    return [rowOf('R7', 'a day of edits, imports, exports', [outcome], note)];
  } finally {
    run.remove();
  }
}

/** The median of the last samples by that of the first ones after the warm-up. */
function growth(samples: readonly number[]): number {
  const some = Math.max(3, Math.floor(samples.length / 10));
  const from = Math.floor(samples.length * warmUp);
  return median(samples.slice(-some)) / median(samples.slice(from, from + some));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const percent = (ratio: number) => `${(ratio * 100).toFixed(0)} %`;
