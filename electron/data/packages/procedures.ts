import { v7 as newId } from 'uuid';
import type { PackagePreview, ReceivedPackage } from '../../contract/packages.ts';
import { SochiboError } from '../errors.ts';
import { type Course, nextStep } from '../jobs/course.ts';
import { runJob } from '../jobs/procedures.ts';
import { os } from '../procedures.ts';
import { progressEvents } from '../progress-events.ts';
import { parsePeriod } from '../reporting/period.ts';
import { decapitalised } from '../reporting/reports/prose/phrases.ts';
import type { Session } from '../session.ts';
import { makePackage } from './make-package.ts';
import { listPackages, listUnits } from './package-list.ts';
import { type PackageFile, type PendingPackages, previewPackage, receivePackage } from './receive-package.ts';

export const packageProcedures = os.packages.router({
  make: os.packages.make.handler(({ context: { session }, input }) =>
    runJob(session, {
      ...{ kind: 'package', title: `Lập gói dữ liệu ${decapitalised(parsePeriod(input.period).label)}` },
      run: (course) => makePackage(session, input, course),
      result: ({ file, head }) => ({ message: `Đã ghi và đọc lại. Mã đối chiếu: ${head.code.join(' ')}`, file }),
    }),
  ),
  preview: os.packages.preview.handler(async function* ({ context: { session }, input, signal }) {
    const files = input.files.map((file, index) => {
      const decided = input.units?.find((unit) => unit.file === index);
      return decided === undefined ? file : { ...file, unit: decided.unit };
    });
    const { passphrase } = input;
    const reading = progressEvents((onProgress) => previewAll(session, files, passphrase, { signal, onProgress }));
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
  receive: os.packages.receive.handler(({ context: { session }, input }) => {
    const pending = session.packages.get(input.plan);
    if (!pending) throw new SochiboError('not_found', 'Các gói này đã nhận hoặc đã bỏ. Chọn lại tệp để nhận.');
    return runJob(session, {
      ...{ kind: 'receive', title: `Nhận ${pending.files.length} gói dữ liệu` },
      async run(course) {
        const received = await receiveAll(session, pending, course);
        session.packages.delete(input.plan);
        return received;
      },
      result: (received) => ({
        message: `Đã nhận ${received.length} gói.`,
        import_id: received.find(({ import_id }) => import_id !== null)?.import_id ?? null,
      }),
    });
  }),
  drop: os.packages.drop.handler(({ context: { session }, input }) => {
    session.packages.delete(input.plan);
    return null;
  }),
  list: os.packages.list.handler(({ context: { session } }) => listPackages(session.office.db)),
  units: os.packages.units.handler(({ context: { session }, input }) => listUnits(session.office.db, input.period)),
});

const stopped = 'Đã dừng. Các gói nhận xong trước đó vẫn còn trong sổ.';

async function previewAll(
  session: Session,
  files: readonly PackageFile[],
  passphrase: string | undefined,
  course: Course,
): Promise<PackagePreview[]> {
  const shown: PackagePreview[] = [];
  for (const [index, file] of files.entries()) {
    await nextStep(course, { step: `Đọc ${file.name}`, done: index, of: files.length }, stopped);
    shown.push(await previewPackage(session.office.db, file, { passphrase, signal: course.signal }));
  }
  return shown;
}

async function receiveAll(session: Session, pending: PendingPackages, course: Course): Promise<ReceivedPackage[]> {
  const received: ReceivedPackage[] = [];
  for (const [index, file] of pending.files.entries()) {
    await nextStep(course, { step: `Nhận ${file.name}`, done: index, of: pending.files.length }, stopped);
    const { passphrase } = pending;
    received.push(await receivePackage(session.office, file, { passphrase, signal: course.signal, hash: file.hash }));
  }
  return received;
}
