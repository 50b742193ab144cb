import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { checkOffice } from '../../electron/data/office-file/check-office.ts';
import { openOffice } from '../../electron/data/office-file/open-office.ts';
import { seededRandom } from '../support/damage.ts';
import { environment } from './environment.ts';
import type { Extent } from './extent.ts';
import { each, type Outcome, type Row, rowOf } from './outcome.ts';
import { officeIn, stateOf } from './places.ts';
import { prepared, runFolder } from './prepare.ts';
import { startJob } from './strace.ts';

const allTries = 1000;
/** Milliseconds of work, from the first acknowledged change on, within which the process is killed. */
const workedAtMost = 800;

/**
 * Bar R2: a process that saves, edits, takes back, imports and backs up in a loop is killed at a random moment, again and again on the same
 * office, as a clerk's machine would be. Each change adds one to the sealed changes in the log: as many must be there as were acknowledged,
 * or one more, and the log's chain, the references and every page must be whole.
 */
export async function r2({ short, tries, atOnce }: Extent): Promise<Row[]> {
  const run = runFolder('r2');
  const count = tries ?? (short ? 3 : allTries);
  const random = seededRandom(2);
  const moments = Array.from({ length: count }, () => random(workedAtMost));
  try {
    const template = join(run.folder, 'template');
    mkdirSync(template);
    await prepared.import?.(template);
    // Each process has an office of its own, killed over and over; a new one now and then keeps it small.
    const lives = Array.from({ length: Math.ceil(count / 10) }, (_, life) => moments.slice(life * 10, life * 10 + 10));
    const outcomes = await each(lives, atOnce, async (life, number) => {
      const place = join(run.folder, String(number));
      cpSync(template, place, { recursive: true });
      const found: Outcome[] = [];
      for (const moment of life) found.push(await killOnce(place, moment));
      rmSync(place, { recursive: true, force: true });
      return found;
    });
    return [rowOf('R2', 'killed at a random moment of saving, importing, backing up', outcomes.flat())];
  } finally {
    run.remove();
  }
}

async function killOnce(place: string, moment: number): Promise<Outcome> {
  let acknowledged = await sealedIn(place);
  const begun = Promise.withResolvers<void>();
  const child = await startJob('loop', place, { SOCHIBO_SEED: String(acknowledged) }, (line) => {
    acknowledged = Number(line.split(' ')[1]);
    begun.resolve();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await Promise.race([begun.promise, ended]);
  await wait(moment);
  child.kill('SIGKILL');
  const exit = await ended;
  const failed = (wrong: string, kind: Partial<Outcome> = {}): Outcome => ({
    ...{ detected: false, whole: false, ...kind },
    wrong: `after ${moment} ms: ${wrong}`,
  });
  if (exit !== null) return failed(`the process ended by itself (${exit})`);
  try {
    const present = await sealedIn(place);
    if (present < acknowledged) return failed(`${acknowledged} changes acknowledged, ${present} there`, { lost: true });
    if (present > acknowledged + 1)
      return failed(`${present} changes, ${acknowledged} acknowledged`, { partial: true });
    return { detected: false, whole: true, wrong: null };
  } catch (error) {
    return failed(String(error), { bricked: true });
  }
}

/** How many sealed changes an office holds; throws where it does not open or is not whole. */
async function sealedIn(place: string): Promise<number> {
  const office = await openOffice(officeIn(place), environment);
  try {
    const { ok, checks } = await office.maintain(checkOffice);
    if (!ok) throw new Error(`checks: ${JSON.stringify(checks.filter((check) => !check.ok))}`);
    return await stateOf(office.db);
  } finally {
    office.close();
  }
}
