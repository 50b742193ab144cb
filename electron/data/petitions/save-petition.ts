import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { PetitionForm } from '../../contract/petitions.ts';
import { SochiboError } from '../errors.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { Tables } from '../schema/database.ts';
import type { PetitionRow } from '../schema/petition-tables.ts';
import { changedColumns } from '../schema/row-changes.ts';
import { cleanLine, cleanText } from '../vietnamese/clean-text.ts';
import { formatDate } from '../vietnamese/dates.ts';
import { searchKey } from '../vietnamese/fold.ts';
import { asDay } from './days.ts';
import { readBodies } from './handling-bodies.ts';

export interface NewPetition extends PetitionForm {
  duplicate_of: string | null;
  /** Closed at once (R38); null = it goes its way. */
  on_the_spot: { outcome: string | null } | null;
}

/** Writes a new petition with the next code of its year, inside the running transaction. Throws `not_found`, `wrong_arguments`. */
export async function createPetition(db: Kysely<Tables>, form: NewPetition): Promise<{ id: string; code: string }> {
  const [id, code] = [newId(), await nextCode(db, form.date)];
  await refuseWrongPlace(db, form);
  await refuseAbolishedLevel(db, form);
  const firstId = form.duplicate_of === null ? null : await firstMentionOf(db, form.duplicate_of, form.date);
  const spot = form.on_the_spot;
  const source = await sourceOf(db, form);
  await db
    .insertInto('petition')
    .values({
      id,
      code,
      ...saidColumns(form),
      ...source,
      responsible_body_id: null,
      received_on: null,
      forwarded_on: null,
      forward_document: null,
      state: spot === null ? 'new' : 'answered_on_the_spot',
      answered_on: spot === null ? null : form.date,
      cell_told_on: spot === null ? null : form.date,
      outcome: clean(spot?.outcome ?? null),
      reply_document: null,
      unresolved_reason: null,
      duplicate_of_id: firstId,
    })
    .execute();
  return { id, code };
}

/** Corrects what was raised; where the petition stands is recorded by steps. Throws `not_found`. */
export async function savePetition(db: Kysely<Tables>, id: string, form: PetitionForm): Promise<void> {
  const row = await requirePetition(db, id);
  await refuseWrongPlace(db, form);
  refuseAfterItsSteps(row, form.date);
  if (form.authority !== row.authority) await refuseAbolishedLevel(db, form);
  const changes = changedColumns<PetitionRow>(row, saidColumns(form));
  if (changes !== null) await db.updateTable('petition').set(changes).where('id', '=', id).execute();
}

/**
 * Links a repeated mention to the first of its matter, or makes it a matter of its own (R37). Mentions that pointed to
 * it follow it. Throws `not_found`, and `wrong_arguments` when it would be a repetition of itself.
 */
export async function linkPetition(db: Kysely<Tables>, id: string, duplicateOf: string | null): Promise<void> {
  const { date } = await requirePetition(db, id);
  const firstId = duplicateOf === null ? null : await firstMentionOf(db, duplicateOf, date);
  if (firstId === id) {
    throw new SochiboError(
      'wrong_arguments',
      'Kiến nghị được chọn đã ghi là nhắc lại của chính kiến nghị này. Bỏ liên kết đó trước, rồi ghi theo chiều ngược lại.',
    );
  }
  await db.updateTable('petition').set({ duplicate_of_id: firstId }).where('id', '=', id).execute();
  if (firstId === null) return;
  await db.updateTable('petition').set({ duplicate_of_id: firstId }).where('duplicate_of_id', '=', id).execute();
}

/** Takes a petition out of the book. Throws `not_found`, and `conflict` while others are linked to it. */
export async function removePetition(db: Kysely<Tables>, id: string): Promise<void> {
  const { code } = await requirePetition(db, id);
  const linked = await db.selectFrom('petition').select('code').where('duplicate_of_id', '=', id).execute();
  if (linked.length > 0) {
    throw new SochiboError(
      'conflict',
      `Không xóa được ${code}: ${linked.map((row) => row.code).join(', ')} ghi là nhắc lại việc này. Bỏ liên kết trước.`,
    );
  }
  await db.deleteFrom('petition').where('id', '=', id).execute();
}

/** The row of a petition. Throws `not_found`. */
export async function requirePetition(db: Kysely<Tables>, id: string): Promise<PetitionRow> {
  const row = await db.selectFrom('petition').selectAll().where('id', '=', id).executeTakeFirst();
  if (row) return row;
  throw new SochiboError('not_found', 'Không có ý kiến, kiến nghị này trong sổ. Xem lại danh sách.');
}

/** The next code of the year: `KN-2024-001`. */
export async function nextCode(db: Kysely<Tables>, date: string): Promise<string> {
  const prefix = `KN-${date.slice(0, 4)}-`;
  const used = await db.selectFrom('petition').select('code').where('code', 'like', `${prefix}%`).execute();
  const last = Math.max(0, ...used.map(({ code }) => Number(code.slice(prefix.length)) || 0));
  return `${prefix}${String(last + 1).padStart(3, '0')}`;
}

/** The first mention of a matter, raised on `date` again. A mention repeats an earlier one: a period counts a matter by its first (R37). */
async function firstMentionOf(db: Kysely<Tables>, id: string, date: string | null): Promise<string> {
  const chosen = await requirePetition(db, id);
  const first = chosen.duplicate_of_id === null ? chosen : await requirePetition(db, chosen.duplicate_of_id);
  if (date === null || first.date === null || first.date <= date) return first.id;
  throw new SochiboError(
    'wrong_arguments',
    `${first.code} được nêu sau (ngày ${formatDate(asDay(first.date))}). Ghi ${first.code} là nhắc lại của kiến nghị nêu trước.`,
  );
}

/** The cell existed on the day, the meeting is its own, and the visit was made there. */
async function refuseWrongPlace(db: Kysely<Tables>, { cell_id, date, meeting_id, visit_id }: PetitionForm) {
  const refuse = (message: string) => {
    throw new SochiboError('wrong_arguments', message);
  };
  const organisations = await readOrganisationHistory(db);
  const day = asDay(date);
  if (!organisations.isInForce(cell_id, day)) {
    refuse(`Chi bộ không có vào ngày ${formatDate(day)}: chưa thành lập hoặc đã kết thúc. Sửa ngày nêu hoặc chi bộ.`);
  }
  const meeting =
    meeting_id === null
      ? null
      : await db.selectFrom('meeting').select('cell_id').where('id', '=', meeting_id).executeTakeFirst();
  if (meeting !== null && meeting?.cell_id !== cell_id) refuse('Buổi sinh hoạt được chọn không phải của chi bộ này.');
  const visit =
    visit_id === null
      ? null
      : await db.selectFrom('visit').select('meeting_id').where('id', '=', visit_id).executeTakeFirst();
  if (visit !== null && (visit === undefined || (meeting_id !== null && visit.meeting_id !== meeting_id))) {
    refuse('Cán bộ được chọn không dự buổi sinh hoạt này. Chọn lại cán bộ dự tiếp nhận.');
  }
}

/** A level whose bodies have all ended by the day handles nothing any more (R39: no district level since 1/7/2025). */
async function refuseAbolishedLevel(db: Kysely<Tables>, { authority, date }: PetitionForm): Promise<void> {
  const ofLevel = [...(await readBodies(db)).values()].filter((body) => body.authority === authority);
  if (ofLevel.length === 0 || ofLevel.some(({ valid_to }) => valid_to === null || valid_to >= date)) return;
  throw new SochiboError(
    'wrong_arguments',
    `Ngày ${formatDate(asDay(date))} không còn đơn vị nào của cấp có thẩm quyền đã chọn. Chọn cấp kế thừa (xã hoặc tỉnh).`,
  );
}

/** What was done about it was done after it was raised. */
function refuseAfterItsSteps({ received_on, forwarded_on, answered_on }: PetitionRow, date: string): void {
  const first = [received_on, forwarded_on, answered_on].filter((day) => day !== null).toSorted()[0];
  if (first === undefined || date <= first) return;
  throw new SochiboError(
    'wrong_arguments',
    `Ngày nêu sau bước đã ghi ngày ${formatDate(asDay(first))} của kiến nghị. Sửa ngày rồi lưu lại.`,
  );
}

/** Where it was raised: as given, else at the meeting the cell held that day; by whom it was heard, when only one attended. */
async function sourceOf(db: Kysely<Tables>, { cell_id, date, meeting_id, visit_id }: PetitionForm) {
  const meetings = await db
    .selectFrom('meeting')
    .select('id')
    .where('cell_id', '=', cell_id)
    .where('date', '=', date)
    .where('state', '=', 'held')
    .execute();
  const meetingId = meeting_id ?? (meetings.length === 1 ? (meetings[0]?.id ?? null) : null);
  if (visit_id !== null || meetingId === null) return { meeting_id: meetingId, visit_id };
  const visits = await db.selectFrom('visit').select('id').where('meeting_id', '=', meetingId).execute();
  return { meeting_id: meetingId, visit_id: visits.length === 1 ? (visits[0]?.id ?? null) : null };
}

function saidColumns(form: PetitionForm) {
  const content = cleanText(form.content);
  if (content === '') throw new SochiboError('wrong_arguments', 'Chưa ghi nội dung ý kiến, kiến nghị.');
  return {
    cell_id: form.cell_id,
    meeting_id: form.meeting_id,
    visit_id: form.visit_id,
    date: form.date,
    raised_by: form.raised_by === null ? null : cleanLine(form.raised_by) || null,
    raised_by_member_id: form.raised_by_member_id,
    content,
    search_key: searchKey(content),
    kind: form.kind,
    field: form.field,
    authority: form.authority,
    due_date: form.due_date,
    note: clean(form.note),
  };
}

function clean(text: string | null): string | null {
  return text === null ? null : cleanText(text) || null;
}
