import type { Kysely } from 'kysely';
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
import { recordRemarks } from '../remarks/record-remarks.ts';
import type { Tables } from '../schema/database.ts';
import { newId } from '../schema/new-id.ts';
import type { ImportIssueRow, SourceRowRow } from '../schema/office-tables.ts';
import { writeRows } from '../schema/write-rows.ts';
import { today } from '../today.ts';
import { recordVisits } from '../visits/record-visits.ts';
import { hasChanges, hasErrors, type ImportPlan, issuesOf } from './import-plan.ts';

/**
 * Writes a plan in one transaction, with where every record came from and what was found. With errors in it only when
 * `accept`: the good rows, without the refused. A plan without changes writes nothing and has no import.
 * Throws `import_has_errors`, and what `Office.write` throws.
 */
export async function commitImport(
  office: Office,
  plan: ImportPlan,
  { accept }: { accept: boolean },
): Promise<{ importId: string | null; committed: boolean }> {
  const errors = issuesOf(plan).filter(({ severity }) => severity === 'error').length;
  if (!accept && hasErrors(plan)) {
    throw new SochiboError(
      'import_has_errors',
      `Có ${errors} lỗi trong các tệp nên chưa ghi gì. Sửa lại trong tệp rồi nhập lại, hoặc chấp nhận để ghi các dòng đúng.`,
    );
  }
  if (!hasChanges(plan)) return { importId: null, committed: true };
  const importId = newId();
  const names = plan.workbooks.map(({ file }) => file).join(', ');
  await office.write('Nhập dữ liệu', names, async (db) => {
    await recordOrganisations(db, plan.changes);
    await recordMembers(db, plan.changes);
    await recordMemberDetails(db, plan.changes.member_detail);
    await recordOfficials(db, plan.changes);
    await recordAssignments(db, plan.changes);
    await recordMeetings(db, plan.changes);
    await recordVisits(db, plan.changes);
    await recordPetitions(db, plan.changes);
    await recordRemarks(db, plan.changes);
    for (const { memberId, input } of plan.events) await recordEvent(db, memberId, input, today());
    await recordReturned(db, plan.returned, new Date().toISOString());
    await recordImport(db, plan, importId);
  });
  return { importId, committed: true };
}

async function recordImport(db: Kysely<Tables>, plan: ImportPlan, importId: string): Promise<void> {
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
      }),
    })
    .execute();
  await writeRows<ImportIssueRow>(
    { inserts: issuesOf(plan).map((issue) => ({ ...issue, id: newId(), import_id: importId })), updates: [] },
    (rows) => db.insertInto('import_issue').values(rows).execute(),
    async () => undefined,
  );
  await writeRows<SourceRowRow>(
    { inserts: await newSources(db, plan, importId), updates: [] },
    (rows) => db.insertInto('source_row').values(rows).execute(),
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
    .filter(({ entityId, file, sheet, row }) => !seen.has([entityId, file, sheet, row].join('|')))
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
