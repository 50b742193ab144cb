import { v7 as newId } from 'uuid';
import { SochiboError } from '../errors.ts';
import { os } from '../procedures.ts';
import { progressEvents } from '../progress-events.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { commitImport } from './commit-import.ts';
import { importResult } from './import-result.ts';
import { importRuns, undoLastImport } from './import-runs.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { reconciliationFile, reconciliationResult } from './reconciliation-result.ts';

export const importProcedures = os.imports.router({
  preview: os.imports.preview.handler(async function* ({ context: { session }, input, signal }) {
    const { db } = session.office;
    const planning = progressEvents((onProgress) =>
      planImport(db, input.files, {
        resourcesDir: session.options.resourcesDir,
        today: today(),
        onProgress,
        ...(input.kind === undefined || input.kind === 'auto' ? {} : { kind: input.kind }),
        ...(signal === undefined ? {} : { signal }),
      }),
    );
    for await (const progress of planning.events) yield { type: 'progress' as const, ...progress };
    const plan = await planning.result;
    const id = newId();
    session.plans.clear();
    session.plans.set(id, plan);
    yield { type: 'preview' as const, plan: id, result: importResult(plan, { committed: false, importId: null }) };
  }),
  commit: os.imports.commit.handler(async ({ context: { session }, input }) => {
    const plan = planOf(session, input.plan);
    const { importId, committed } = await commitImport(session.office, plan, { accept: input.accept });
    session.plans.delete(input.plan);
    return importResult(plan, { committed, importId });
  }),
  reconciliation: os.imports.reconciliation.handler(({ context: { session }, input }) => {
    const { reconciliation } = planOf(session, input.plan);
    return reconciliation === null ? null : reconciliationResult(reconciliation);
  }),
  reconciliationFile: os.imports.reconciliationFile.handler(async ({ context: { session }, input }) => {
    const { reconciliation } = planOf(session, input.plan);
    if (reconciliation === null) {
      throw new SochiboError('not_found', 'Các tệp đã chọn không có trang nào theo cột cơ sở dữ liệu để đối chiếu.');
    }
    return { file: await reconciliationFile(session, reconciliation) };
  }),
  drop: os.imports.drop.handler(({ context: { session }, input }) => {
    session.plans.delete(input.plan);
    return null;
  }),
  runs: os.imports.runs.handler(({ context: { session } }) => importRuns(session.office.db)),
  undoLast: os.imports.undoLast.handler(async ({ context: { session } }) => ({
    files: await undoLastImport(session.office),
  })),
});

/** Throws `not_found` for a plan that is written or dropped. */
function planOf(session: Session, id: string): ImportPlan {
  const plan = session.plans.get(id);
  if (!plan) throw new SochiboError('not_found', 'Lần nhập này đã ghi hoặc đã bỏ. Chọn lại tệp để nhập.');
  return plan;
}
