import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupFolderOf } from '../../electron/data/office-file/backups/backup-names.ts';
import { listBackups } from '../../electron/data/office-file/backups/backup-store.ts';
import { readBackup } from '../../electron/data/office-file/backups/read-backup.ts';
import { checkOffice } from '../../electron/data/office-file/check-office.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { tableHashes } from '../support/table-hashes.ts';
import { environment } from './environment.ts';
import type { Extent } from './extent.ts';
import { each, type Outcome, type Row, rowOf } from './outcome.ts';
import { officeIn } from './places.ts';
import { prepared, runFolder } from './prepare.ts';
import { countCalls, type Fault, type Ran, runJob, runUnderFault } from './strace.ts';

/** What the disk and the end of the process do at a call. */
const faults: readonly (Fault & { name: string })[] = [
  { name: 'killed at a write', call: 'pwrite64', what: 'signal=KILL', lasting: false },
  { name: 'disk full from a write on', call: 'pwrite64', what: 'error=ENOSPC', lasting: true },
  { name: 'a write fails', call: 'pwrite64', what: 'error=EIO', lasting: false },
  { name: 'killed at a flush', call: 'fsync', what: 'signal=KILL', lasting: false },
  { name: 'a flush fails', call: 'fsync', what: 'error=EIO', lasting: false },
  { name: 'killed at a removal', call: 'unlink', what: 'signal=KILL', lasting: false },
  { name: 'a removal fails', call: 'unlink', what: 'error=EIO', lasting: false },
  { name: 'killed at a renaming', call: 'rename', what: 'signal=KILL', lasting: false },
  { name: 'a renaming fails', call: 'rename', what: 'error=EIO', lasting: false },
  { name: 'killed at a shortening', call: 'ftruncate', what: 'signal=KILL', lasting: false },
];
/** What is tried in the short form. */
const sampled = ['killed at a write', 'disk full from a write on', 'a flush fails', 'a renaming fails'];
// fdatasync is not among them: SQLite and Node flush by fsync here. It is counted all the same, and must stay at none.
const counted = [...new Set(faults.map(({ call }) => call)), 'fdatasync'];

const jobNames = { save: 'save', import: 'import', migration: 'migration', backup: 'backup', restore: 'restore' };

/** The tables after 0, 1, 2 … acknowledged changes. */
type States = readonly string[];

/**
 * Bar R1: a job is done anew for every call of every kind that it makes, with one fault at that call. Whatever happens, the office opens
 * again, holds what was acknowledged (or one change more, of which nobody was told), wholly, and errors are said.
 */
export async function r1({ short, tries, atOnce }: Extent): Promise<Row[]> {
  const rows: Row[] = [];
  const run = runFolder('r1');
  try {
    for (const [job, name] of Object.entries(jobNames)) {
      const template = join(run.folder, job);
      mkdirSync(template);
      await prepared[job]?.(template);
      const states = await statesOf(job, template, join(run.folder, 'try'));
      cpSync(template, join(run.folder, 'counted'), { recursive: true });
      const calls = await countCalls(job, join(run.folder, 'counted'), counted);
      rmSync(join(run.folder, 'counted'), { recursive: true });
      if (calls.fdatasync) throw new Error(`${job} flushes by fdatasync: no fault is tried there`);
      for (const fault of faults.filter(({ name: kind }) => !short || sampled.includes(kind))) {
        const places = spread(calls[fault.call] ?? 0, short ? Math.min(tries ?? 1, 1) : tries);
        if (places.length === 0) continue;
        const outcomes = await each(places, atOnce, (nth) =>
          tryOnce({ job, template, states, fault, nth, place: join(run.folder, `${nth}`) }),
        );
        rows.push(rowOf('R1', `${name}: ${fault.name}`, outcomes, noteOf(places.length, calls[fault.call] ?? 0)));
      }
    }
  } finally {
    run.remove();
  }
  return rows;
}

const noteOf = (tried: number, all: number) => (tried < all ? `${tried} of ${all} calls` : 'every call');

/** The numbers from 1 to `count`, or so many of them as are asked for, first and last among them. */
export function spread(count: number, asked: number | undefined): number[] {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  if (asked === undefined || asked >= count) return all;
  if (asked === 1) return [Math.ceil(count / 2)];
  return [...new Set(Array.from({ length: asked }, (_, index) => 1 + Math.round((index * (count - 1)) / (asked - 1))))];
}

async function statesOf(job: string, template: string, place: string): Promise<States> {
  cpSync(template, place, { recursive: true });
  const before = job === 'migration' ? '' : await stateIn(place);
  const { stdout, exit, stderr } = await runJob(job, place, { SOCHIBO_STATES: '1' });
  rmSync(place, { recursive: true });
  if (exit !== 0) throw new Error(`the job ${job} fails without a fault: ${stderr}`);
  return [before, ...[...stdout.matchAll(/^done \d+ (.*)$/gmu)].map(([, hashes = '']) => hashes)];
}

async function stateIn(folder: string): Promise<string> {
  const office = await openOffice(officeIn(folder), environment);
  try {
    const { ok, checks } = await office.maintain(checkOffice);
    if (!ok) throw new Error(`checks: ${JSON.stringify(checks.filter((check) => !check.ok))}`);
    return JSON.stringify(await office.maintain(tableHashes));
  } finally {
    office.close();
  }
}

interface Try {
  job: string;
  template: string;
  states: States;
  fault: Fault & { name: string };
  nth: number;
  place: string;
}

async function tryOnce({ job, template, states, fault, nth, place }: Try): Promise<Outcome> {
  cpSync(template, place, { recursive: true });
  try {
    const ran = await runUnderFault(job, place, fault, nth);
    const outcome = await judge({ job, fault, place, states }, ran);
    return outcome.wrong === null ? outcome : { ...outcome, wrong: `at call ${nth}: ${outcome.wrong}` };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function judge(
  { job, fault, place, states }: Pick<Try, 'job' | 'fault' | 'place' | 'states'>,
  ran: Ran,
): Promise<Outcome> {
  const acknowledged = ran.stdout.split('\n').filter((line) => line.startsWith('done')).length;
  const detected = ran.exit !== null && ran.exit !== 0;
  const failed = (wrong: string, kind: Partial<Outcome> = {}): Outcome => ({ detected, whole: false, wrong, ...kind });
  if (!ran.touched) return failed('the fault did not come');
  if (ran.exit === null && !fault.what.includes('KILL')) return failed('ended by a signal');
  if (ran.exit !== null && ran.exit !== 0 && !isSaid(ran.stderr))
    return failed(`not said in words: ${ran.stderr.trim()}`);
  if (ran.exit === 0 && acknowledged !== states.length - 1) return failed('ended well without its work');
  try {
    const present = await reopened(job, place);
    const found = states.lastIndexOf(present);
    if (found < 0) return failed('neither as before nor as after', { partial: true });
    if (found < acknowledged) return failed(`${acknowledged} changes acknowledged, ${found} there`, { lost: true });
    // Equal states (a backup changes nothing) are told apart by nothing.
    if (states.indexOf(present) > acknowledged + 1)
      return failed('more changes than were asked for', { partial: true });
    const leftover = leftovers(place, ran.exit !== null && fault.call !== 'unlink');
    return leftover === null ? { detected, whole: true, wrong: null } : failed(leftover, { partial: true });
  } catch (error) {
    return failed(`does not open: ${String(error)}`, { bricked: true });
  }
}

/** Opens the office as the program would next time: a migration that was cut off is done then. */
async function reopened(job: string, place: string): Promise<string> {
  if (job !== 'migration') return stateIn(place);
  const again = await runJob(job, place, { SOCHIBO_STATES: '1', SOCHIBO_NAMES: '1' });
  if (again.exit !== 0) throw new Error(again.stderr);
  await stateIn(place);
  return /^done 1 (.*)$/mu.exec(again.stdout)?.[1] ?? '';
}

const isSaid = (words: string) => words.trim() !== '' && !words.includes('Lỗi không mong đợi');

/**
 * Every backup that has a name of one must be whole; a temporary file may only be left by a process that was killed, or where
 * removing it is what fails.
 */
function leftovers(place: string, isAlive: boolean): string | null {
  const path = officeIn(place);
  for (const { file } of listBackups(path)) readBackup(join(backupFolderOf(path), file));
  const left = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tmp|dang-khoi-phuc|-journal$/u.test(name),
  );
  return isAlive && left.length > 0 ? `left behind: ${left.join(', ')}` : null;
}
