import { v7 as newId } from 'uuid';
import type { PackagePreview, ReceivedPackage } from '../../contract/packages.ts';
import { SochiboError } from '../errors.ts';
import { os } from '../procedures.ts';
import { type Progress, progressEvents } from '../progress-events.ts';
import type { Session } from '../session.ts';
import { makePackage } from './make-package.ts';
import { listPackages, listUnits } from './package-list.ts';
import { type PackageFile, type PendingPackages, previewPackage, receivePackage } from './receive-package.ts';

export const packageProcedures = os.packages.router({
  make: os.packages.make.handler(({ context: { session }, input }) => makePackage(session, input)),
  preview: os.packages.preview.handler(async function* ({ context: { session }, input, signal }) {
    const files = input.files.map((file, index) => {
      const decided = input.units?.find((unit) => unit.file === index);
      return decided === undefined ? file : { ...file, unit: decided.unit };
    });
    const { passphrase } = input;
    const reading = progressEvents((onProgress) => previewAll(session, files, { passphrase, signal, onProgress }));
    for await (const progress of reading.events) yield { type: 'progress' as const, ...progress };
    const packages = await reading.result;
    const plan = newId();
    const good = files.flatMap((file, index) => {
      const shown = packages[index];
      return shown?.head && shown.refused === null && shown.unit ? [{ ...file, hash: shown.head.sha256 }] : [];
    });
    session.packages.clear();
    session.packages.set(plan, { files: good, passphrase });
    yield { type: 'preview' as const, plan, packages };
  }),
  receive: os.packages.receive.handler(async function* ({ context: { session }, input, signal }) {
    const pending = session.packages.get(input.plan);
    if (!pending) throw new SochiboError('not_found', 'Các gói này đã nhận hoặc đã bỏ. Chọn lại tệp để nhận.');
    const receiving = progressEvents((onProgress) => receiveAll(session, pending, { signal, onProgress }));
    for await (const progress of receiving.events) yield { type: 'progress' as const, ...progress };
    const packages = await receiving.result;
    session.packages.delete(input.plan);
    yield { type: 'received' as const, packages };
  }),
  drop: os.packages.drop.handler(({ context: { session }, input }) => {
    session.packages.delete(input.plan);
    return null;
  }),
  list: os.packages.list.handler(({ context: { session } }) => listPackages(session.office.db)),
  units: os.packages.units.handler(({ context: { session }, input }) => listUnits(session.office.db, input.period)),
});

interface Course {
  passphrase?: string | undefined;
  signal?: AbortSignal | undefined;
  onProgress: (progress: Progress) => void;
}

async function previewAll(session: Session, files: readonly PackageFile[], course: Course): Promise<PackagePreview[]> {
  const shown: PackagePreview[] = [];
  for (const [index, file] of files.entries()) {
    await pause(course, { step: `Đọc ${file.name}`, done: index, of: files.length });
    shown.push(await previewPackage(session.office.db, file, course));
  }
  return shown;
}

async function receiveAll(session: Session, pending: PendingPackages, course: Course): Promise<ReceivedPackage[]> {
  const received: ReceivedPackage[] = [];
  for (const [index, file] of pending.files.entries()) {
    await pause(course, { step: `Nhận ${file.name}`, done: index, of: pending.files.length });
    const { passphrase } = pending;
    received.push(await receivePackage(session.office, file, { passphrase, signal: course.signal, hash: file.hash }));
  }
  return received;
}

/** Between two packages: says how far the work has come, lets others work, and stops where asked to. */
async function pause({ signal, onProgress }: Course, progress: Progress): Promise<void> {
  onProgress(progress);
  await new Promise((resolve) => setImmediate(resolve));
  if (signal?.aborted) throw new SochiboError('cancelled', 'Đã dừng. Các gói nhận xong trước đó vẫn còn trong sổ.');
}
