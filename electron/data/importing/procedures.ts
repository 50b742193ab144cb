import { v7 as newId } from 'uuid';
import { noDecisions } from '../../contract/import-decisions.ts';
import type { ImportResult } from '../../contract/imports.ts';
import { SochiboError } from '../errors.ts';
import type { Course } from '../jobs/course.ts';
import { runJob } from '../jobs/procedures.ts';
import { refuseOthersChange } from '../people/who-works.ts';
import { os } from '../procedures.ts';
import { progressEvents } from '../progress-events.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { commitImport } from './commit-import.ts';
import { decidedCounts } from './conversation/decisions.ts';
import { type DraftSheet, draftImport, type ImportDraft, type WaitingImport } from './conversation/import-draft.ts';
import { importFields, unknownValues } from './conversation/import-questions.ts';
import { importedRow } from './conversation/imported-row.ts';
import { forget, lessonsOf, readLearnt } from './conversation/lessons.ts';
import { sheetWindow } from './conversation/sheet-window.ts';
import { pause } from './conversation/stoppable.ts';
import { hasChanges, hasErrors } from './import-plan.ts';
import { importResult } from './import-result.ts';
import { importRun, importRuns, undoLastImport } from './import-runs.ts';
import { openWorkbooks } from './open-workbook.ts';
import { reconciliationFile, reconciliationResult } from './reconciliation-result.ts';

export const importProcedures = os.imports.router({
  preview: os.imports.preview.handler(async function* ({ context: { session }, input, signal }) {
    const options = {
      resourcesDir: session.options.resourcesDir,
      today: today(),
      ...(input.kind === undefined || input.kind === 'auto' ? {} : { kind: input.kind }),
    };
    const planning = progressEvents(async (onProgress) => {
      const workbooks = await openWorkbooks(input.files, { onProgress, signal });
      return draftImport(session.office.db, workbooks, noDecisions, { ...options, onProgress, signal });
    });
    for await (const progress of planning.events) yield { type: 'progress' as const, ...progress };
    const draft = await planning.result;
    const id = newId();
    session.plans.clear();
    session.plans.set(id, { draft, options });
    yield { type: 'preview' as const, plan: id, result: previewOf(draft) };
  }),
  decide: os.imports.decide.handler(async function* ({ context: { session }, input, signal }) {
    const { plan: id, decisions } = input;
    const { draft: before, options } = waiting(session, id);
    const planning = progressEvents((onProgress) =>
      draftImport(session.office.db, before.workbooks, decisions, { ...options, onProgress, signal }, before),
    );
    for await (const progress of planning.events) yield { type: 'progress' as const, ...progress };
    const draft = await planning.result;
    session.plans.set(id, { draft, options });
    yield { type: 'preview' as const, plan: id, result: previewOf(draft) };
  }),
  sheet: os.imports.sheet.handler(({ context: { session }, input: { plan, file, sheet, from, count } }) =>
    sheetWindow(sheetOf(waiting(session, plan).draft, file, sheet), from, count),
  ),
  row: os.imports.row.handler(({ context: { session }, input: { plan, file, sheet, row } }) => {
    const { draft } = waiting(session, plan);
    return importedRow(draft, sheetOf(draft, file, sheet), row);
  }),
  fields: os.imports.fields.handler(({ context: { session }, input: { kind } }) =>
    importFields(session.options.resourcesDir, kind),
  ),
  unknownValues: os.imports.unknownValues.handler(({ context: { session }, input: { plan } }) =>
    unknownValues(session.office.db, waiting(session, plan).draft),
  ),
  commit: os.imports.commit.handler(({ context: { session }, input }) => {
    const files = waiting(session, input.plan).draft.plan.workbooks.map(({ file }) => file);
    return runJob(session, {
      ...{ kind: 'import', title: `Nhập dữ liệu ${files.join(', ')}` },
      run: (course) => writeImport(session, input, course),
      result: ({ import_id }) => ({
        message: import_id === null ? 'Sổ đã có đủ, không có gì để ghi.' : 'Đã ghi vào sổ.',
        import_id,
      }),
    });
  }),
  learnt: os.imports.learnt.handler(({ context: { session } }) => readLearnt(session.office.db)),
  forget: os.imports.forget.handler(async ({ context: { session }, input: { id } }) => {
    await forget(session.office, id);
    return null;
  }),
  reconciliation: os.imports.reconciliation.handler(({ context: { session }, input }) => {
    const { reconciliation } = waiting(session, input.plan).draft.plan;
    return reconciliation === null ? null : reconciliationResult(reconciliation);
  }),
  reconciliationFile: os.imports.reconciliationFile.handler(async ({ context: { session }, input }) => {
    const { reconciliation } = waiting(session, input.plan).draft.plan;
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
  run: os.imports.run.handler(({ context: { session }, input: { id } }) => importRun(session.office.db, id)),
  undoLast: os.imports.undoLast.handler(async ({ context: { session } }) => ({
    files: await undoLastImport(session.office, (transaction) => refuseOthersChange(session, transaction)),
  })),
});

/** Throws `not_found` for a plan that is written or dropped. */
function waiting(session: Session, id: string): WaitingImport {
  const found = session.plans.get(id);
  if (!found) throw new SochiboError('not_found', 'Lần nhập này đã ghi hoặc đã bỏ. Chọn lại tệp để nhập.');
  return found;
}

/** Throws `not_found`. */
function sheetOf({ sheets }: ImportDraft, file: string, name: string): DraftSheet {
  const found = sheets.find((sheet) => sheet.file === file && sheet.grid.name === name);
  if (!found) throw new SochiboError('not_found', `Tệp ${file} không có trang “${name}”. Chọn lại trang.`);
  return found;
}

function previewOf({ plan }: ImportDraft): ImportResult {
  return importResult(plan, { committed: false, importId: null });
}

/**
 * Writes a waiting plan, after a backup where it changes anything. The plan waits no more once it is written, and goes on
 * waiting when it is not.
 */
async function writeImport(
  session: Session,
  { plan: id, accept }: { plan: string; accept: boolean },
  running: Course,
): Promise<ImportResult> {
  const { draft } = waiting(session, id);
  const { plan, decisions } = draft;
  if (hasChanges(plan) && (accept || !hasErrors(plan))) {
    running.onProgress({ step: 'Sao lưu', done: 0, of: 1 });
    await pause(running.signal);
    await session.backups.keepBefore(session.office, 'import');
    await pause(running.signal);
  }
  const written = await commitImport(session.office, plan, {
    accept,
    lessons: lessonsOf(draft),
    decided: decidedCounts(decisions),
    ...running,
  });
  session.plans.delete(id);
  return importResult(plan, written);
}
