import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildWork } from './build-work.ts';
import { environment } from './environment.ts';

/** A fault at the n-th call of one system call, as strace injects it. */
export interface Fault {
  call: string;
  /** `signal=KILL`, `error=ENOSPC`. */
  what: string;
  /** From the n-th call on, as a disk that stays full; otherwise at the n-th only. */
  lasting: boolean;
}

export interface Ran {
  stdout: string;
  stderr: string;
  /** Null: killed. */
  exit: number | null;
  /** Whether the fault came: the work has that many calls. */
  touched: boolean;
}

// Each try is a process of its own: what is compiled once is kept.
const compiled = join(tmpdir(), 'sochibo-faults-compiled');
let script: Promise<string> | null = null;

/** How a job is started. One thread for what Node does aside: strace counts the calls of each thread by itself. */
function jobEnvironment(given: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { resourcesDir } = environment;
  const fixed = { NODE_COMPILE_CACHE: compiled, SOCHIBO_RESOURCES: resourcesDir, UV_THREADPOOL_SIZE: '1', TZ: 'UTC' };
  return { ...process.env, ...fixed, ...given };
}

/** The command of a job, built when it is first asked for. */
async function commandOf(job: string, folder: string): Promise<string[]> {
  script ??= buildWork();
  return [process.execPath, await script, job, folder];
}

/** Runs a job as it is, without a fault. */
export async function runJob(
  job: string,
  folder: string,
  given: NodeJS.ProcessEnv = {},
): Promise<Omit<Ran, 'touched'>> {
  return run(await commandOf(job, folder), jobEnvironment(given));
}

/** A job that is started and can be killed; `onLine` hears each line it prints. */
export async function startJob(
  job: string,
  folder: string,
  given: NodeJS.ProcessEnv,
  onLine: (line: string) => void,
): Promise<ChildProcess> {
  const [command = '', ...parameters] = await commandOf(job, folder);
  const child = spawn(command, parameters, { env: jobEnvironment(given), stdio: ['ignore', 'pipe', 'ignore'] });
  createInterface({ input: child.stdout }).on('line', onLine);
  return child;
}

/** How many calls of each kind a job makes on `paths`, of the thread that makes most of them. */
export async function countCalls(
  job: string,
  folder: string,
  calls: readonly string[],
  paths: readonly string[] = [],
): Promise<Record<string, number>> {
  const logs = mkdtempSync(join(tmpdir(), 'sochibo-strace-'));
  const log = join(logs, 'log');
  try {
    const only = paths.flatMap((path) => ['-P', path]);
    const options = ['-f', '-qq', '--seccomp-bpf', '-o', log, ...only, '-e', `trace=${calls.join(',')}`];
    const { exit, stderr } = await run(['strace', ...options, ...(await commandOf(job, folder))], jobEnvironment());
    if (exit !== 0) throw new Error(`the job ${job} fails without a fault: ${stderr}`);
    const made = readFileSync(log, 'utf8').matchAll(/^(\d+) +(\w+)\(/gmu);
    const byThread = Map.groupBy(made, ([, thread, call]) => `${thread} ${call}`);
    return Object.fromEntries(
      calls.map((call) => [
        call,
        Math.max(0, ...[...byThread].map(([key, list]) => (key.endsWith(` ${call}`) ? list.length : 0))),
      ]),
    );
  } finally {
    rmSync(logs, { recursive: true, force: true });
  }
}

/** The files a job writes to in its folder, named from there. */
export async function pathsWritten(job: string, folder: string): Promise<string[]> {
  const logs = mkdtempSync(join(tmpdir(), 'sochibo-strace-'));
  const log = join(logs, 'log');
  try {
    const trace = 'trace=write,pwrite64,copy_file_range,fsync,fdatasync,ftruncate,rename';
    await run(
      ['strace', '-f', '-qq', '-y', '-xx', '-s', '0', '-o', log, '-e', trace, ...(await commandOf(job, folder))],
      jobEnvironment(),
    );
    const named = readFileSync(log, 'utf8').matchAll(/<((?:\\x[0-9a-f]{2})+)>/gu);
    const paths = [...named].map(([, hexadecimal = '']) =>
      Buffer.from(hexadecimal.replaceAll('\\x', ''), 'hex').toString(),
    );
    return [...new Set(paths)]
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1));
  } finally {
    rmSync(logs, { recursive: true, force: true });
  }
}

/** Runs a job with `fault` at its `nth` call; `paths`: counted on these files only. */
export async function runUnderFault(
  job: string,
  folder: string,
  fault: Fault,
  nth: number,
  paths: readonly string[] = [],
): Promise<Ran> {
  const logs = mkdtempSync(join(tmpdir(), 'sochibo-strace-'));
  const log = join(logs, 'log');
  try {
    const when = fault.lasting ? `${nth}+` : String(nth);
    // Much faster, but strace 6.1 then delivers no signals.
    const quick = fault.what.startsWith('error=') ? ['--seccomp-bpf'] : [];
    const ran = await run(
      [
        'strace',
        ...['-f', '-qq', ...quick, '-o', log],
        ...paths.flatMap((path) => ['-P', path]),
        ...['-e', `trace=${fault.call}`, '-e', `inject=${fault.call}:${fault.what}:when=${when}`],
        ...(await commandOf(job, folder)),
      ],
      jobEnvironment(),
    );
    return { ...ran, touched: /INJECTED|killed by SIGKILL/u.test(readFileSync(log, 'utf8')) };
  } finally {
    rmSync(logs, { recursive: true, force: true });
  }
}

function run([command = '', ...parameters]: string[], env: NodeJS.ProcessEnv): Promise<Omit<Ran, 'touched'>> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exit) => resolve({ ...said, exit }));
  });
}
