import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockNotePath } from '../../electron/data/office-file/places/lock-note.ts';
import { seededRandom } from '../support/damage.ts';
import { memberRow } from '../support/rows.ts';
import type { Extent } from './extent.ts';
import { type Outcome, type Row, rowOf } from './outcome.ts';
import { officeIn } from './places.ts';
import { runFolder, smallOffice } from './prepare.ts';
import { readEverything, type Shown } from './read-everything.ts';

const page = 4096;
/** In the log a page stands behind 24 bytes of its own, and all of them behind 32 of the log. */
const frame = { head: 32, size: page + 24 };

type Random = (below: number) => number;
interface Damage {
  name: string;
  all: number;
  harm(bytes: Buffer, random: Random): { bytes: Buffer; where: string };
}

const flip: Damage['harm'] = (bytes, random) => {
  const [at, bit] = [random(bytes.length), random(8)];
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  return { bytes, where: `bit ${bit} of byte ${at}` };
};
const cut: Damage['harm'] = (bytes, random) => {
  const length = random(bytes.length);
  return { bytes: bytes.subarray(0, length), where: `cut to ${length} of ${bytes.length}` };
};
const swap =
  (head: number, size: number): Damage['harm'] =>
  (bytes, random) => {
    const pages = Math.floor((bytes.length - head) / size);
    const one = random(pages);
    const other = (one + 1 + random(pages - 1)) % pages;
    const [here, there] = [head + one * size, head + other * size];
    const kept = Buffer.from(bytes.subarray(here, here + size));
    bytes.copy(bytes, here, there, there + size);
    kept.copy(bytes, there);
    return { bytes, where: `pages ${one} and ${other} swapped` };
  };

const damages = (swapped: Damage['harm']): Damage[] => [
  { name: 'a bit flipped', all: 1000, harm: flip },
  { name: 'cut off', all: 200, harm: cut },
  { name: 'two pages swapped', all: 200, harm: swapped },
];

/**
 * Bar R3: an office file, and apart from it the log that a crash left beside it, is damaged and opened as the window opens it. It is refused
 * in words, or every list and a report of it are what they were: the damage hit nothing that is in use.
 */
export async function r3({ short, tries }: Extent): Promise<Row[]> {
  const run = runFolder('r3');
  const rows: Row[] = [];
  const count = (all: number) => tries ?? (short ? 6 : all);
  try {
    const whole = join(run.folder, 'whole');
    await crashedOffice(whole);
    const closed = join(run.folder, 'closed');
    cpSync(whole, closed, { recursive: true });
    const shown = await readEverything(officeIn(closed), run.folder);
    if (!('lists' in shown)) throw new Error(`the whole office does not open: ${shown.words}`);
    const trial = { folder: run.folder, shown };
    for (const damage of damages(swap(0, page))) {
      rows.push(
        await tryAll(
          { ...trial, source: closed, part: '', what: `office file: ${damage.name}` },
          damage,
          count(damage.all),
        ),
      );
    }
    for (const damage of damages(swap(frame.head, frame.size))) {
      const what = `log after a crash: ${damage.name}`;
      rows.push(await tryAll({ ...trial, source: whole, part: '-wal', what }, damage, count(damage.all)));
    }
  } finally {
    run.remove();
  }
  return rows;
}

/** An office as a crash leaves it: changes that stand in the log only, and the note of who had it open. */
async function crashedOffice(folder: string): Promise<void> {
  const working = `${folder}-open`;
  const office = await smallOffice(working);
  await office.maintain((connection) => void connection.pragma('wal_checkpoint(TRUNCATE)'));
  for (let number = 0; number < 12; number += 1) {
    await office.write('Thêm đảng viên', String(number), async (db) => {
      await db
        .insertInto('member')
        .values(memberRow(`m${number}`, `Đảng viên thứ ${number}`))
        .execute();
      await db
        .insertInto('decision')
        .values({ id: `q${number}`, number_symbol: `${number}-QĐ/ĐU`, date: null, issuing_body: null, subject: null })
        .execute();
    });
  }
  mkdirSync(folder);
  const path = officeIn(working);
  for (const file of [path, `${path}-wal`, lockNotePath(path)]) {
    copyFileSync(file, officeIn(folder) + file.slice(path.length));
  }
  office.close();
}

interface Trial {
  folder: string;
  source: string;
  /** Which of its files is damaged: the office file itself, or what is behind this ending. */
  part: string;
  what: string;
  shown: Shown;
}

async function tryAll(trial: Trial, { harm }: Damage, count: number): Promise<Row> {
  const random = seededRandom(trial.what.length);
  const outcomes: Outcome[] = [];
  for (let number = 0; number < count; number += 1) outcomes.push(await tryOnce(trial, harm, random));
  const by =
    trial.part === ''
      ? 'detected by the authenticating cipher'
      : 'detected by the note of the last acknowledged change';
  return rowOf('R3', trial.what, outcomes, by);
}

async function tryOnce({ folder, source, part, shown }: Trial, harm: Damage['harm'], random: Random): Promise<Outcome> {
  const place = join(folder, 'damaged');
  cpSync(source, place, { recursive: true });
  try {
    const path = officeIn(place);
    const { bytes, where } = harm(readFileSync(path + part), random);
    writeFileSync(path + part, bytes);
    const found = await readEverything(path, place);
    if ('lists' in found) {
      const whole = JSON.stringify(found) === JSON.stringify(shown);
      return { detected: false, whole, lost: !whole, wrong: whole ? null : `${where}: shown with other values` };
    }
    const said = ['office_damaged', 'office_not_an_office', 'office_newer'].includes(found.refused);
    const kept = part !== '' || readFileSync(path).equals(bytes);
    const wrong = said ? (kept ? null : `${where}: refused, but the file was changed`) : `${where}: ${found.words}`;
    return { detected: said, whole: false, wrong };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
