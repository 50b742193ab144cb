import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rootOrganisationId } from '../../electron/data/organisations/list-organisations.ts';
import { addMember } from '../support/small-office.ts';
import { exportNames } from './export-jobs.ts';
import type { Extent } from './extent.ts';
import { each, type Outcome, type Row, rowOf } from './outcome.ts';
import { oldFileIn } from './places.ts';
import { runFolder, smallOffice } from './prepare.ts';
import { spread } from './r1-writes.ts';
import { countCalls, type Fault, pathsWritten, runUnderFault } from './strace.ts';

const faults: readonly (Fault & { name: string })[] = [
  { name: 'disk full', call: 'write', what: 'error=ENOSPC', lasting: true },
  { name: 'disk full', call: 'pwrite64', what: 'error=ENOSPC', lasting: true },
  { name: 'disk full', call: 'copy_file_range', what: 'error=ENOSPC', lasting: true },
  { name: 'disk full', call: 'ftruncate', what: 'error=ENOSPC', lasting: false },
  { name: 'I/O error', call: 'write', what: 'error=EIO', lasting: false },
  { name: 'I/O error', call: 'pwrite64', what: 'error=EIO', lasting: false },
  { name: 'I/O error', call: 'fsync', what: 'error=EIO', lasting: false },
  { name: 'I/O error', call: 'fdatasync', what: 'error=EIO', lasting: false },
  { name: 'I/O error', call: 'rename', what: 'error=EIO', lasting: false },
];
const calls = [...new Set(faults.map(({ call }) => call))];

/**
 * Bar R5: each export is made anew for each write, flush and renaming of it, at which the disk is full or fails. The file that the new
 * one was to replace is byte by byte what it was (or the new one wholly), nothing is left beside it, and it is said.
 */
export async function r5({ short, tries, atOnce }: Extent): Promise<Row[]> {
  const run = runFolder('r5');
  const rows: Row[] = [];
  try {
    const template = join(run.folder, 'template');
    const office = await smallOffice(template);
    await office.write('Thêm đảng viên', '', async (db) => {
      await addMember(db, await rootOrganisationId(db));
    });
    office.close();
    mkdirSync(dirname(oldFileIn(template)));
    writeFileSync(oldFileIn(template), 'tệp cũ của người dùng');
    for (const job of short ? exportNames.slice(0, 1) : exportNames) {
      const first = join(run.folder, 'first');
      cpSync(template, first, { recursive: true });
      const paths = (await pathsWritten(job, first)).filter((path) => /^(made|mine)\//u.test(path));
      rmSync(first, { recursive: true });
      cpSync(template, first, { recursive: true });
      const counted = await countCalls(
        job,
        first,
        calls,
        paths.map((path) => join(first, path)),
      );
      const made = filesIn(first);
      rmSync(first, { recursive: true });
      const outcomes: Outcome[] = [];
      for (const fault of faults) {
        const places = spread(counted[fault.call] ?? 0, short ? 1 : tries);
        outcomes.push(
          ...(await each(places, atOnce, (nth) =>
            tryOnce({ job, template, fault, nth, paths, made, place: join(run.folder, String(nth)) }),
          )),
        );
      }
      rows.push(rowOf('R5', `${job.replace('export-', 'export: ')}, disk full or failing`, outcomes));
    }
  } finally {
    run.remove();
  }
  return rows;
}

interface Try {
  job: string;
  template: string;
  fault: Fault & { name: string };
  nth: number;
  paths: readonly string[];
  /** What the export leaves where nothing fails: the contents by their names, as hashes. */
  made: ReadonlyMap<string, string>;
  place: string;
}

async function tryOnce({ job, template, fault, nth, paths, made, place }: Try): Promise<Outcome> {
  cpSync(template, place, { recursive: true });
  try {
    const ran = await runUnderFault(
      job,
      place,
      fault,
      nth,
      paths.map((path) => join(place, path)),
    );
    const done = ran.stdout.split('\n').filter((line) => line.startsWith('done')).length;
    const detected = ran.exit !== 0;
    const failed = (wrong: string, kind: Partial<Outcome> = {}): Outcome => ({
      ...{ detected, whole: false, ...kind },
      wrong: `${fault.call} ${nth} ${fault.what}: ${wrong}`,
    });
    if (!ran.touched) return failed('the fault did not come');
    if (ran.exit === null) return failed('ended by a signal');
    if (detected && (ran.stderr.trim() === '' || ran.stderr.includes('Lỗi không mong đợi'))) {
      return failed(`not said in words: ${ran.stderr.trim()}`);
    }
    if (!detected && done !== 2) return failed('ended well without its work');
    const old = readFileSync(oldFileIn(template));
    const present = readFileSync(oldFileIn(place));
    if (detected && !present.equals(old)) return failed('the old file is not what it was', { lost: true });
    const left = done === 0 ? leftIn(place, made) : leftIn(place, new Map([...made, ...filesIn(place)]));
    return left.length === 0 ? { detected, whole: true, wrong: null } : failed(`left: ${left}`, { partial: true });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/**
 * What is there and should not be: temporary files, and what was made by half. A whole file may stand: where only flushing the folder
 * fails, it has its name already, and taking it away would lose what it replaced.
 */
function leftIn(place: string, made: ReadonlyMap<string, string>): string[] {
  return [...filesIn(place)]
    .filter(([name, hash]) => name.includes('.tmp') || (name.startsWith('made/') && made.get(name) !== hash))
    .map(([name]) => name);
}

function filesIn(place: string): Map<string, string> {
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /^(made|mine)\//u.test(name) && statSync(join(place, name)).isFile());
  return new Map(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(place, name)))
        .digest('hex'),
    ]),
  );
}
