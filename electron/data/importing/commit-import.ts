import type { Kysely } from 'kysely';
import type { ImportedDecisions } from '../../contract/imports.ts';
import { recordAssignments } from '../assignments/record-assignments.ts';
import { recordReturned } from '../collecting/form-states.ts';
import { SochiboError } from '../errors.ts';
import { recordMeetings } from '../meetings/record-meetings.ts';
import { recordEvent } from '../members/record-event.ts';
import { recordMemberDetails, recordMembers } from '../members/record-members.ts';
import type { Office } from '../office-file/office.ts';
import { recordOfficials } from '../officials/record-officials.ts';
import { recordOrganisations } from '../organisations/record-organisations.ts';
import { recordPetitions } from '../petitions/record-petitions.ts';
import type { Progress } from '../progress-events.ts';
import { recordRemarks } from '../remarks/record-remarks.ts';
import type { Tables } from '../schema/database.ts';
import { newId } from '../schema/new-id.ts';
import type { ImportIssueRow, SourceRowRow } from '../schema/office-tables.ts';
import { writeRows } from '../schema/write-rows.ts';
import { today } from '../today.ts';
import { recordVisits } from '../visits/record-visits.ts';
import { type Lessons, noLessons, recordLessons } from './conversation/lessons.ts';
import { pause, stoppable } from './conversation/stoppable.ts';
import { hasChanges, hasErrors, type ImportPlan, issuesOf } from './import-plan.ts';
import { sparingHeap } from './sparing-heap.ts';

export interface CommitOptions {
  /** With errors in the plan: write the good rows, without the refused. */
  accept: boolean;
  /** What the clerk decided that holds for later files. */
  lessons?: Lessons;
  /** How much the clerk decided, to be kept with the import. */
  decided?: ImportedDecisions;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** The steps in order; each is one room's, and written in one go. */
const steps: readonly { step: string; write(db: Kysely<Tables>, plan: ImportPlan): Promise<void> }[] = [
  { step: 'Ghi tổ chức đảng', write: (db, { changes }) => recordOrganisations(db, changes) },
  { step: 'Ghi đảng viên', write: (db, { changes }) => recordMembers(db, changes) },
  { step: 'Ghi chi tiết hồ sơ', write: (db, { changes }) => recordMemberDetails(db, changes.member_detail) },
  { step: 'Ghi cán bộ', write: (db, { changes }) => recordOfficials(db, changes) },
  { step: 'Ghi phân công', write: (db, { changes }) => recordAssignments(db, changes) },
  { step: 'Ghi buổi sinh hoạt', write: (db, { changes }) => recordMeetings(db, changes) },
  { step: 'Ghi lượt dự', write: (db, { changes }) => recordVisits(db, changes) },
  { step: 'Ghi kiến nghị', write: (db, { changes }) => recordPetitions(db, changes) },
  { step: 'Ghi nhận xét', write: (db, { changes }) => recordRemarks(db, changes) },
  {
    step: 'Ghi biến động',
    async write(db, { events }) {
      for (const { memberId, input } of events) await recordEvent(db, memberId, input, today());
    },
  },
  { step: 'Ghi phiếu đã nhận', write: (db, { returned }) => recordReturned(db, returned, new Date().toISOString()) },
];

/**
 * Writes a plan in one transaction, with where every record came from, what was found and what was learnt. A plan without
 * changes has no import. Cancelling leaves nothing behind.
 * Throws `import_has_errors` (unless `accept`), `cancelled`, and what `Office.write` throws.
 */
export function commitImport(
  office: Office,
  plan: ImportPlan,
  options: CommitOptions,
): Promise<{ importId: string | null; committed: boolean }> {
  return sparingHeap(() => write(office, plan, options));
}

async function write(
  office: Office,
  plan: ImportPlan,
  { accept, lessons = noLessons, decided, onProgress, signal }: CommitOptions,
): Promise<{ importId: string | null; committed: boolean }> {
  const errors = issuesOf(plan).filter(({ severity }) => severity === 'error').length;
  if (!accept && hasErrors(plan)) {
    throw new SochiboError(
      'import_has_errors',
      `Có ${errors} lỗi trong các tệp nên chưa ghi gì. Sửa lại trong tệp rồi nhập lại, hoặc chấp nhận để ghi các dòng đúng.`,
    );
  }
  const names = plan.workbooks.map(({ file }) => file).join(', ');
  if (!hasChanges(plan)) {
    await office.write('Ghi nhớ cách đọc tệp', names, (db) => recordLessons(db, lessons));
    return { importId: null, committed: true };
  }
  const importId = newId();
  const of = steps.length + 1;
  await office.write(
    'Nhập dữ liệu',
    names,
    async (connected, hands) => {
      const db = connected.withPlugin(stoppable(signal));
      await hands.inBulk(insertsOf(plan), async () => {
        for (const [done, { step, write }] of steps.entries()) {
          onProgress?.({ step, done, of });
          await write(db, plan);
        }
        onProgress?.({ step: 'Ghi nguồn của từng dòng', done: of - 1, of });
        await recordImport(db, plan, importId, decided);
        onProgress?.({ step: 'Lập chỉ mục', done: of - 1, of });
      });
      await recordLessons(db, lessons);
      onProgress?.({ step: 'Niêm phong nhật ký', done: of, of });
      await pause(signal);
    },
    () => pause(signal),
  );
  onProgress?.({ step: 'Xong', done: of, of });
  return { importId, committed: true };
}

/** How many rows each table gets. */
function insertsOf({ changes, sources }: ImportPlan): Map<string, number> {
  const inserts = Object.entries(changes).map(([table, rows]): [string, number] => [table, rows.inserts.length]);
  return new Map([...inserts, ['source_row', sources.length]]);
}

async function recordImport(
  db: Kysely<Tables>,
  plan: ImportPlan,
  importId: string,
  decided: ImportedDecisions | undefined,
): Promise<void> {
  const sheets = plan.workbooks.flatMap((workbook) => workbook.sheets);
  const sum = (column: 'read' | 'created' | 'updated' | 'unchanged') =>
    sheets.reduce((total, sheet) => total + sheet[column], 0);
  await db
    .insertInto('import_run')
    .values({
      id: importId,
      at: new Date().toISOString(),
      files: JSON.stringify(plan.workbooks.map(({ file, sha256 }) => ({ name: file, sha256 }))),
      counts: JSON.stringify({
        read: sum('read'),
        created: sum('created'),
        updated: sum('updated'),
        unchanged: sum('unchanged'),
        ...(decided && { decided }),
      }),
    })
    .execute();
  await writeRows<ImportIssueRow>(
    db,
    { inserts: issuesOf(plan).map((issue) => ({ ...issue, id: newId(), import_id: importId })), updates: [] },
    (rows) => db.insertInto('import_issue').values(rows),
    async () => undefined,
  );
  await writeRows<SourceRowRow>(
    db,
    { inserts: await newSources(db, plan, importId), updates: [] },
    (rows) => db.insertInto('source_row').values(rows),
    async () => undefined,
  );
}

/** Where records came from, without what is known from an earlier import of the same file. */
async function newSources(db: Kysely<Tables>, plan: ImportPlan, importId: string): Promise<SourceRowRow[]> {
  const files = plan.workbooks.map(({ file }) => file);
  const known = await db
    .selectFrom('source_row')
    .select(['entity_id', 'file', 'sheet', 'row'])
    .where('file', 'in', files)
    .execute();
  const seen = new Set(known.map(({ entity_id, file, sheet, row }) => [entity_id, file, sheet, row].join('|')));
  return plan.sources
    .filter(({ entityId, file, sheet, row }) => seen.size === 0 || !seen.has([entityId, file, sheet, row].join('|')))
    .map(({ entity, entityId, file, sheet, row }) => ({
      id: newId(),
      entity,
      entity_id: entityId,
      import_id: importId,
      file,
      sheet,
      row,
    }));
}
