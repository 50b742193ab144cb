import './still-clock.ts';
import { stderr, stdout } from 'node:process';

/**
 * `node work.ts JOB FOLDER`: one piece of a clerk's work in a process of its own, to be killed or refused by the disk midway.
 * Prints `done N` after each change that was acknowledged, with what every table holds then where SOCHIBO_STATES is
 * set. Ends as the command line does: words on standard error and its exit code.
 */
const [, , job = '', folder = ''] = process.argv;
const { describeFailure } = await import('../../electron/hosts/commands/exit-codes.ts');
try {
  let done = 0;
  const acknowledge = (hashes: Record<string, string> | null = null) => {
    done += 1;
    stdout.write(`done ${done}${hashes ? ` ${JSON.stringify(hashes)}` : ''}\n`);
  };
  if (job.startsWith('export-')) {
    const { exportFile } = await import('./export-jobs.ts');
    await exportFile(job, folder, acknowledge);
  } else {
    const { jobs } = await import('./jobs.ts');
    const run = jobs[job];
    if (!run) throw new RangeError(`no job ${job}: ${Object.keys(jobs).join(', ')}`);
    await run(folder, acknowledge);
  }
} catch (error) {
  const { message, code } = describeFailure(error);
  stderr.write(`${message}\n`);
  if (process.env.SOCHIBO_DEBUG) stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = code;
}
