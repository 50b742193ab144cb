import type { Kysely } from 'kysely';
import type { VisitReportForm, VisitReportPage } from '../../contract/visits.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { changedColumns } from '../schema/row-changes.ts';
import type { VisitReportRow } from '../schema/visit-tables.ts';
import { today } from '../today.ts';
import { cleanText } from '../vietnamese/clean-text.ts';
import { formatDate, parseIsoDate } from '../vietnamese/dates.ts';
import { listVisitReports } from './list-reports.ts';
import { visitReportFacts } from './report-facts.ts';
import { openReport } from './write-visit.ts';

/** One visit report with what BC-01 takes from the records. Throws `not_found` for a visit that needs none. */
export async function visitReportPage(db: Kysely<Tables>, visitId: string): Promise<VisitReportPage> {
  const [record] = await listVisitReports(db, { visitId }, today());
  if (!record) throw new SochiboError('not_found', 'Lượt dự này không có báo cáo phải nộp.');
  const row = await rowOf(db, visitId);
  return { record, form: row ? formOf(row) : emptyForm, facts: await visitReportFacts(db, visitId) };
}

/** Writes what was typed; a report that was accepted is closed. Throws `conflict`, `not_found`. */
export async function saveVisitReport(db: Kysely<Tables>, visitId: string, typed: VisitReportForm): Promise<void> {
  const row = await openRow(db, visitId);
  const changes = changedColumns(row, cleanReport(typed));
  if (changes !== null) await db.updateTable('visit_report').set(changes).where('id', '=', row.id).execute();
}

/**
 * The report was handed in on a day; its due date is kept with it. One that was given back is handed in again, and keeps
 * the first day, which decides whether it was late. Throws `wrong_arguments` when nothing was written or the day is wrong.
 */
export async function submitVisitReport(db: Kysely<Tables>, visitId: string, on: string): Promise<void> {
  const row = await openRow(db, visitId);
  const [record] = await listVisitReports(db, { visitId }, today());
  const written = [row.observed, row.conveyed, row.proposed, row.difficulties].some((part) => part !== null);
  if (!written) {
    throw new SochiboError(
      'wrong_arguments',
      'Báo cáo chưa có nội dung. Ghi ít nhất một trong bốn phần (tình hình, truyền đạt, kiến nghị, khó khăn) rồi nộp.',
    );
  }
  if (record?.date && on < record.date) {
    const held = parseIsoDate(record.date);
    throw new SochiboError(
      'wrong_arguments',
      `Ngày nộp trước ngày dự (${held ? formatDate(held) : ''}). Sửa ngày nộp.`,
    );
  }
  await db
    .updateTable('visit_report')
    .set({ state: 'submitted', submitted_on: row.submitted_on ?? on, due_date: record?.due_date ?? null })
    .where('id', '=', row.id)
    .execute();
}

/** Gives a report back with a reason. Throws `conflict` unless it was handed in. */
export async function returnVisitReport(
  db: Kysely<Tables>,
  visitId: string,
  on: string,
  reason: string,
): Promise<void> {
  const row = await handedIn(db, visitId);
  const said = cleanText(reason).trim();
  if (said === '') throw new SochiboError('wrong_arguments', 'Chưa ghi lý do trả lại báo cáo.');
  await db
    .updateTable('visit_report')
    .set({ state: 'returned', returned_on: on, returned_reason: said })
    .where('id', '=', row.id)
    .execute();
}

/** Takes a report as received. Throws `conflict` unless it was handed in. */
export async function acceptVisitReport(db: Kysely<Tables>, visitId: string, on: string): Promise<void> {
  const row = await handedIn(db, visitId);
  await db.updateTable('visit_report').set({ state: 'accepted', accepted_on: on }).where('id', '=', row.id).execute();
}

async function handedIn(db: Kysely<Tables>, visitId: string): Promise<VisitReportRow> {
  const row = await openRow(db, visitId);
  if (row.state === 'submitted') return row;
  throw new SochiboError('conflict', 'Báo cáo này chưa được nộp. Ghi ngày nộp trước.');
}

/** The row to write to; one is made for a visit whose report was only noted on the plan. */
async function openRow(db: Kysely<Tables>, visitId: string): Promise<VisitReportRow> {
  const row = await rowOf(db, visitId);
  if (row?.state === 'accepted') {
    throw new SochiboError(
      'conflict',
      'Báo cáo này đã được nhận, không sửa được nữa. Muốn sửa, hoàn tác việc nhận báo cáo.',
    );
  }
  if (row) return row;
  const [record] = await listVisitReports(db, { visitId }, today());
  if (!record) throw new SochiboError('not_found', 'Lượt dự này không có báo cáo phải nộp.');
  await openReport(db, visitId);
  if (record.submitted_on !== null) {
    // The plan's note said when it was handed in: that stays true of the report written down now.
    const { submitted_on, due_date } = record;
    await db
      .updateTable('visit_report')
      .set({ state: 'submitted', submitted_on, due_date })
      .where('visit_id', '=', visitId)
      .execute();
  }
  return db.selectFrom('visit_report').selectAll().where('visit_id', '=', visitId).executeTakeFirstOrThrow();
}

function rowOf(db: Kysely<Tables>, visitId: string): Promise<VisitReportRow | undefined> {
  return db.selectFrom('visit_report').selectAll().where('visit_id', '=', visitId).executeTakeFirst();
}

const emptyForm: VisitReportForm = {
  number: null,
  date_made: null,
  observed: null,
  conveyed: null,
  proposed: null,
  difficulties: null,
  strengths: null,
  weaknesses: null,
  lessons: null,
  own_proposals: null,
  proposed_grade: null,
};

function formOf(row: VisitReportRow): VisitReportForm {
  const { number, date_made, observed, conveyed, proposed, difficulties, strengths, weaknesses, lessons } = row;
  const { own_proposals, proposed_grade } = row;
  return {
    ...{ number, date_made, observed, conveyed, proposed, difficulties, strengths, weaknesses, lessons },
    ...{ own_proposals, proposed_grade },
  };
}

function cleanReport({ date_made, proposed_grade, ...texts }: VisitReportForm): VisitReportForm {
  const clean = (text: string | null) => cleanText(text ?? '').trim() || null;
  return {
    date_made,
    proposed_grade,
    number: clean(texts.number),
    observed: clean(texts.observed),
    conveyed: clean(texts.conveyed),
    proposed: clean(texts.proposed),
    difficulties: clean(texts.difficulties),
    strengths: clean(texts.strengths),
    weaknesses: clean(texts.weaknesses),
    lessons: clean(texts.lessons),
    own_proposals: clean(texts.own_proposals),
  };
}
