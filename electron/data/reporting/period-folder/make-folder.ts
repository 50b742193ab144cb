import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FolderQuestion } from '../../../contract/folders.ts';
import type { MadeFile } from '../../../contract/values.ts';
import { FileOutputError, safeFileName, writeFileAtomically } from '../../documents/file-output.ts';
import { SochiboError } from '../../errors.ts';
import type { Course } from '../../jobs/course.ts';
import type { Session } from '../../session.ts';
import { templateContent } from '../../templates/office-templates.ts';
import type { DocumentSource } from '../document.ts';
import { documentContent } from '../document-file.ts';
import { documentSource, formatOf } from '../document-procedures.ts';
import { parsePeriod } from '../period.ts';
import { writeReport } from '../report-file.ts';
import { decapitalised } from '../reports/prose/phrases.ts';
import { finishDocument } from '../run-document.ts';
import { packFolder } from './pack-folder.ts';
import { type FolderEntry, planFolder } from './plan-folder.ts';
import { WriteBehind } from './write-behind.ts';

export interface FolderMade {
  zip: MadeFile;
  folder: string;
  /** Paths under the root, sizes in bytes. */
  files: { path: string; size: number }[];
  failed: { name: string; reason: string }[];
}

/** So many documents at most wait for the disk while the next is made. */
const mostWaiting = 4;

interface FolderWork extends Course {
  codes?: readonly string[] | undefined;
}

interface Place {
  name: string;
  /** Under the root. */
  path: string;
  /** Why it is not there, in words; null when it is. */
  reason: string | null;
}

/**
 * Makes every document and report of a period as files and as one .zip. A document that cannot be made is named with its
 * reason and the rest goes on. Throws `cancelled`, `not_found` when there is nothing to make, `disk_full`; then nothing stays.
 */
export async function makeFolder(session: Session, question: FolderQuestion, work: FolderWork): Promise<FolderMade> {
  const source = documentSource(session);
  work.onProgress({ step: 'Xem kỳ báo cáo có những văn bản nào', done: 0, of: 0 });
  const entries = (await planFolder(source, question)).filter(({ code }) => work.codes?.includes(code) ?? true);
  const { label } = parsePeriod(question.period);
  if (entries.length === 0)
    throw new SochiboError('not_found', `${label} không có văn bản nào trong các loại đã chọn.`);
  const root = session.files.reserve(safeFileName(`Hồ sơ ${decapitalised(label).replaceAll('/', '-')}`));
  const disk = new WriteBehind(mostWaiting);
  try {
    const places: Place[] = [];
    const taken = new Set<string>();
    for (const [index, entry] of entries.entries()) {
      // A request to stop is a message like any other: it is heard when the event loop turns.
      await nextTurn();
      refuseCancelled(work.signal);
      work.onProgress({ step: entry.name, done: index, of: entries.length });
      const place = { name: entry.name, path: placeOf(entry, taken), reason: null };
      places.push(place);
      await make({ session, source, disk, root }, entry, place);
    }
    await disk.end();
    const failed = places.flatMap(({ name, reason }) => (reason === null ? [] : [{ name, reason }]));
    const files = places
      .filter(({ reason }) => reason === null)
      .map(({ path }) => ({ path, size: statSync(join(root, path)).size }));
    refuseCancelled(work.signal);
    work.onProgress({ step: 'Nén thành một tệp', done: entries.length, of: entries.length });
    const zip = `${root}.zip`;
    await packFolder(
      root,
      files.map(({ path }) => path),
      zip,
    );
    return { zip: session.files.register(zip), folder: session.files.registerFolder(root), files, failed };
  } catch (error) {
    await disk.stop();
    rmSync(dirname(root), { recursive: true, force: true });
    throw error;
  }
}

/** Makes a document and has it written to its place, which gets the reason if it is refused. A full disk ends the whole. */
async function make(
  { session, source, disk, root }: { session: Session; source: DocumentSource; disk: WriteBehind; root: string },
  { code, about, format }: FolderEntry,
  place: Place,
): Promise<void> {
  const path = join(root, place.path);
  mkdirSync(dirname(path), { recursive: true });
  const orRefused = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      const isRefusal =
        error instanceof SochiboError || (error instanceof FileOutputError && error.code !== 'disk_full');
      if (!isRefusal) throw error;
      place.reason = error.message;
    });
  if (format === 'xlsx') {
    // Goes into its file row by row.
    const question = { code, period: about.period ?? '', unit: about.unit };
    return orRefused(writeReport(session, source, { question, path }));
  }
  const write = async (): Promise<void> => {
    const finished = await finishDocument(source, { code, about });
    await nextTurn();
    const own = await templateContent(source.db, code);
    const how = { profile: formatOf(session, finished), format: 'docx' as const, template: own?.content ?? null };
    const content = await documentContent(finished, how);
    await disk.add(() => orRefused(writeFileAtomically(path, content)));
  };
  await orRefused(write());
}

/** Where the file goes under the root; a second one of the same name is `… (2)`. */
function placeOf({ folders, name, format }: FolderEntry, taken: Set<string>): string {
  const folder = folders.map((part) => safeFileName(part));
  for (let count = 1; ; count += 1) {
    const path = [...folder, safeFileName(`${count === 1 ? name : `${name} (${count})`}.${format}`)].join('/');
    // File systems that do not tell small letters from capitals.
    const key = path.toLocaleLowerCase('vi');
    if (taken.has(key)) continue;
    taken.add(key);
    return path;
  }
}

function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new SochiboError('cancelled', 'Đã dừng lập hồ sơ. Không có tệp nào được giữ lại.');
}
