import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { VisitEntry } from '../../contract/visits.ts';
import { SochiboError } from '../errors.ts';
import { dayOfMeeting } from '../meetings/register.ts';
import { titlesOn } from '../officials/list-officials.ts';
import type { Tables } from '../schema/database.ts';
import type { VisitAdditions, VisitRow } from '../schema/visit-tables.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { nameKey } from '../vietnamese/fold.ts';
import { emptyReport } from './empty-report.ts';
import { linkPlan, unlinkPlans } from './link-plans.ts';
import { readVisitLog, readVisitSources } from './visit-log.ts';

type Meeting = { id: string; cell_id: string; period: string; date: string | null };

/**
 * Records somebody from above at a meeting, links the plan that led to it, and opens the report that is due of an
 * official (R35). Throws `conflict` when the person is already recorded at the meeting, `wrong_arguments`, `not_found`.
 */
export async function recordVisit(db: Kysely<Tables>, meetingId: string, entry: VisitEntry): Promise<string> {
  const meeting = await meetingOf(db, meetingId);
  const id = newId();
  const row = await rowOf(db, meeting, entry, id);
  await db.insertInto('visit').values(row).execute();
  await follow(db, meeting, row);
  return id;
}

/** Changes who came and when; the plan that is linked follows. Throws as `recordVisit`. */
export async function changeVisit(db: Kysely<Tables>, id: string, entry: VisitEntry): Promise<void> {
  const before = await visitOf(db, id);
  const meeting = await meetingOf(db, before.meeting_id);
  const { id: _, ...row } = await rowOf(db, meeting, entry, id);
  const otherPerson =
    row.official_id !== before.official_id ||
    row.on_behalf_of_id !== before.on_behalf_of_id ||
    isForAnother(row) !== isForAnother(before);
  if (otherPerson) {
    await refuseWrittenReport(db, id);
    await unlinkPlans(db, id);
    await db.deleteFrom('visit_report').where('visit_id', '=', id).execute();
  }
  await db.updateTable('visit').set(row).where('id', '=', id).execute();
  if (otherPerson) await follow(db, meeting, { ...row, id });
}

/** Takes a visit out, with the report nobody has written yet. Throws `conflict` when a report or petitions stand on it. */
export async function removeVisit(db: Kysely<Tables>, id: string): Promise<void> {
  await visitOf(db, id);
  await refuseWrittenReport(db, id);
  const petition = await db.selectFrom('petition').select('code').where('visit_id', '=', id).executeTakeFirst();
  if (petition) {
    throw new SochiboError(
      'conflict',
      `Lượt dự này có kiến nghị ${petition.code}. Chuyển kiến nghị sang lượt dự khác hoặc bỏ liên kết rồi mới xóa lượt dự.`,
    );
  }
  await unlinkPlans(db, id);
  await db.deleteFrom('visit_report').where('visit_id', '=', id).execute();
  await db.deleteFrom('visit').where('id', '=', id).execute();
}

async function follow(db: Kysely<Tables>, meeting: Meeting, visit: VisitRow): Promise<void> {
  const { id, name, official_id: officialId, on_behalf_of_id: onBehalfOfId, on_behalf_of_name: onBehalfOfName } = visit;
  const { cell_id: cellId, period } = meeting;
  await linkPlan(db, { id, name, officialId, onBehalfOfId, onBehalfOfName, cellId, period });
  const logged = await readVisitLog(db, { meetingId: meeting.id }, await readVisitSources(db));
  const basis = logged.find((each) => each.id === id)?.basis;
  if (officialId !== null && basis !== 'own_cell') await openReport(db, id);
}

function isForAnother({
  on_behalf_of_id,
  on_behalf_of_name,
}: Pick<VisitRow, 'on_behalf_of_id' | 'on_behalf_of_name'>): boolean {
  return on_behalf_of_id !== null || on_behalf_of_name !== null;
}

/** The report a visit asks for. Its due date is reckoned from the meeting, and kept when it is handed in. */
export async function openReport(db: Kysely<Tables>, visitId: string): Promise<void> {
  await db
    .insertInto('visit_report')
    .values({ ...emptyReport, id: newId(), visit_id: visitId })
    .execute();
}

async function rowOf(
  db: Kysely<Tables>,
  meeting: Meeting,
  entry: VisitEntry,
  id: string,
): Promise<VisitRow & VisitAdditions> {
  const { official_id, level, arrived_at, left_at, on_behalf_of_id } = entry;
  if (arrived_at !== null && left_at !== null && left_at < arrived_at) {
    throw new SochiboError(
      'wrong_arguments',
      `Giờ về (${left_at}) trước giờ đến (${arrived_at}). Sửa một trong hai giờ.`,
    );
  }
  if (on_behalf_of_id !== null && on_behalf_of_id === official_id) {
    throw new SochiboError('wrong_arguments', 'Người dự và người được dự thay là một. Chọn lại người được dự thay.');
  }
  const official =
    official_id === null
      ? null
      : await db.selectFrom('official').select('full_name').where('id', '=', official_id).executeTakeFirst();
  const name = official?.full_name ?? said(entry.name);
  if (name === null) throw new SochiboError('wrong_arguments', 'Chưa ghi ai dự. Chọn cán bộ hoặc ghi họ tên.');
  const title =
    said(entry.title) ??
    (official_id === null ? null : ((await titlesOn(db, dayOfMeeting(meeting))).get(official_id)?.title ?? null));
  await refuseTwice(db, meeting.id, { id, official_id, name, title });
  return {
    id,
    meeting_id: meeting.id,
    official_id,
    name,
    name_key: nameKey(name),
    title,
    level,
    on_behalf_of_id,
    on_behalf_of_name: said(entry.on_behalf_of_name),
    arrived_at,
    left_at,
    note: said(entry.note),
  };
}

/** One person once a meeting: the unique key of a visit is (official, meeting), not (official, date). */
async function refuseTwice(
  db: Kysely<Tables>,
  meetingId: string,
  { id, official_id, name, title }: Pick<VisitRow, 'id' | 'official_id' | 'name' | 'title'>,
): Promise<void> {
  const others = await db
    .selectFrom('visit')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .where('id', '!=', id)
    .execute();
  const same = others.some((other) =>
    official_id === null
      ? other.official_id === null && other.name_key === nameKey(name) && other.title === title
      : other.official_id === official_id,
  );
  if (same) throw new SochiboError('conflict', `${name} đã được ghi dự buổi này. Mở dòng đó để sửa.`);
}

async function refuseWrittenReport(db: Kysely<Tables>, visitId: string): Promise<void> {
  const report = await db.selectFrom('visit_report').selectAll().where('visit_id', '=', visitId).executeTakeFirst();
  const written =
    report && [report.observed, report.conveyed, report.proposed, report.difficulties].some((part) => part !== null);
  if (report && (report.state !== 'draft' || written)) {
    throw new SochiboError(
      'conflict',
      'Lượt dự này đã có báo cáo kết quả dự. Hoàn tác việc ghi báo cáo rồi mới đổi hoặc xóa lượt dự.',
    );
  }
}

async function meetingOf(db: Kysely<Tables>, id: string): Promise<Meeting> {
  const meeting = await db
    .selectFrom('meeting')
    .select(['id', 'cell_id', 'period', 'date'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!meeting) throw new SochiboError('not_found', 'Không có buổi sinh hoạt này trong sổ.');
  return meeting;
}

async function visitOf(db: Kysely<Tables>, id: string): Promise<VisitRow> {
  const visit = await db.selectFrom('visit').selectAll().where('id', '=', id).executeTakeFirst();
  if (!visit) throw new SochiboError('not_found', 'Không có lượt dự này trong sổ.');
  return visit;
}

function said(text: string | null): string | null {
  const clean = cleanLine(text ?? '');
  return clean === '' ? null : clean;
}
