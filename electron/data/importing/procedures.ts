import { v7 as newId } from 'uuid';
import { noDecisions } from '../../contract/import-decisions.ts';
import type { ImportResult } from '../../contract/imports.ts';
import { SochiboError } from '../errors.ts';
import { refuseOthersChange } from '../people/who-works.ts';
import { os } from '../procedures.ts';
import { progressEvents } from '../progress-events.ts';
import type { Session } from '../session.ts';
import { today } from '../today.ts';
import { type CommitOptions, commitImport } from './commit-import.ts';
import { type DraftSheet, draftImport, type ImportDraft, type WaitingImport } from './conversation/import-draft.ts';
import { importFields, unknownValues } from './conversation/import-questions.ts';
import { importedRow } from './conversation/imported-row.ts';
import { forget, lessonsOf, readLearnt } from './conversation/lessons.ts';
import { sheetWindow } from './conversation/sheet-window.ts';
import { importResult } from './import-result.ts';
import { importRuns, undoLastImport } from './import-runs.ts';
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
      return draftImport(session.office.db, workbooks, noDecisions, { ...options, onProgress });
    });
    for await (const progress of planning.events) yield { type: 'progress' as const, ...progress };
    const draft = await planning.result;
    const id = newId();
    session.plans.clear();
    session.plans.set(id, { draft, options });
    yield { type: 'preview' as const, plan: id, result: previewOf(draft) };
  }),
  decide: os.imports.decide.handler(async function* ({ context: { session }, input: { plan: id, decisions } }) {
    const { draft: before, options } = waiting(session, id);
    const planning = progressEvents((onProgress) =>
      draftImport(session.office.db, before.workbooks, decisions, { ...options, onProgress }, before),
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
  commit: os.imports.commit.handler(async ({ context: { session }, input }) => {
    const { draft } = waiting(session, input.plan);
    return written(
      session,
      input.plan,
      draft,
      await commitImport(session.office, draft.plan, commitOptions(draft, input)),
    );
  }),
  write: os.imports.write.handler(async function* ({ context: { session }, input, signal }) {
    const { draft } = waiting(session, input.plan);
    const writing = progressEvents((onProgress) =>
      commitImport(session.office, draft.plan, { ...commitOptions(draft, input), onProgress, signal }),
    );
    for await (const progress of writing.events) yield { type: 'progress' as const, ...progress };
    yield { type: 'written' as const, result: written(session, input.plan, draft, await writing.result) };
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

function commitOptions(draft: ImportDraft, { accept }: { accept: boolean }): CommitOptions {
  return { accept, lessons: lessonsOf(draft) };
}

function written(
  session: Session,
  id: string,
  { plan }: ImportDraft,
  { committed, importId }: { committed: boolean; importId: string | null },
): ImportResult {
  session.plans.delete(id);
  return importResult(plan, { committed, importId });
}
