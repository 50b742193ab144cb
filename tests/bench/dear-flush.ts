import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, env, execPath, stdout } from 'node:process';

/** Where strace writes a line for each flush; undefined: flushes are as the machine has them. */
const { FLUSH_LOG: log } = env;

/** Whether this run has dear flushes. */
export const isDear = log !== undefined;

/**
 * Runs the bench that is running once more, with each flush (fsync, fdatasync) of every thread held up by so many milliseconds: what a
 * clerk's hard disk takes (5 to 20), where the machine of the bench takes a fraction. strace holds up nothing else.
 */
export function againWithDearFlushes(milliseconds: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'sochibo-flush-'));
  const flushes = 'fsync,fdatasync';
  const held = `inject=${flushes}:delay_exit=${milliseconds * 1000}`;
  stdout.write(`\nThe same with every flush held up by ${milliseconds} ms\n`);
  const out = join(folder, 'flushes');
  const strace = ['-f', '--seccomp-bpf', '-qq', '-o', out, '-e', `trace=${flushes}`, '-e', held];
  const { error } = spawnSync('strace', [...strace, execPath, ...argv.slice(1)], {
    stdio: 'inherit',
    env: { ...env, FLUSH_LOG: out },
  });
  if (error) stdout.write('strace is not here: not measured\n');
  rmSync(folder, { recursive: true });
}

/** Says after `work` how often it has flushed, where flushes are counted. */
export async function saidWithFlushes(said: string, work: () => Promise<void> | void): Promise<string> {
  const before = flushesSoFar();
  await work();
  return log === undefined ? said : `${said}, ${flushesSoFar() - before} flushes`;
}

/** A flush that was cut in two lines by another thread's is one. */
function flushesSoFar(): number {
  return log === undefined ? 0 : (readFileSync(log, 'latin1').match(/f(?:data)?sync\(/gu)?.length ?? 0);
}
