import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { MeetingForm } from '../../contract/meetings.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import type { MeetingRow } from '../schema/meeting-tables.ts';

/** A new, still empty meeting of a cell in a month. Throws `conflict` when the month already has its regular meeting. */
export async function createMeeting(
  db: Kysely<Tables>,
  { cellId, period, kind }: { cellId: string; period: string; kind: MeetingForm['kind'] },
): Promise<string> {
  const isRegular = kind === 'regular' || kind === 'regular_with_thematic';
  if (isRegular) {
    const present = await db
      .selectFrom('meeting')
      .select('id')
      .where('cell_id', '=', cellId)
      .where('period', '=', period)
      .where('kind', 'in', ['regular', 'regular_with_thematic'])
      .executeTakeFirst();
    if (present) {
      throw new SochiboError('conflict', `Chi bộ đã có buổi sinh hoạt thường kỳ của kỳ ${period}. Mở buổi đó để sửa.`);
    }
  }
  const id = newId();
  await db
    .insertInto('meeting')
    .values({ ...EMPTY, id, cell_id: cellId, period, kind, state: 'planned' })
    .execute();
  return id;
}

/** Writes the whole form: the meeting's own fields, then each list anew. A meeting with a date has been held. */
export async function saveMeeting(db: Kysely<Tables>, id: string, form: MeetingForm): Promise<void> {
  refuseWrongTimes(form);
  const { attendance, guests, agenda, opinions, votes, tasks, score, grade, ...fields } = form;
  const counted = countsFromRoll(form);
  await db
    .updateTable('meeting')
    .set({
      ...fields,
      ...counted,
      state: form.date === null ? 'planned' : 'held',
      not_held_reason: null,
      other_day_approved: asNumber(form.other_day_approved),
      dues_announced: asNumber(form.dues_announced),
    })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  for (const table of ['opinion', 'agenda_item', 'attendance', 'guest', 'vote', 'task'] as const) {
    await db.deleteFrom(table).where('meeting_id', '=', id).execute();
  }
  const own = (position: number) => ({ id: newId(), meeting_id: id, position });
  const itemIds = new Map(agenda.map((item) => [item.key, newId()]));
  await insertAll(attendance, (row, position) =>
    db
      .insertInto('attendance')
      .values({ ...own(position), ...row, late_or_left_early: null })
      .execute(),
  );
  await insertAll(guests, (row, position) =>
    db
      .insertInto('guest')
      .values({ ...own(position), ...row })
      .execute(),
  );
  await insertAll(agenda, ({ key, ...row }, position) =>
    db
      .insertInto('agenda_item')
      .values({ ...own(position), ...row, id: itemIds.get(key) ?? newId() })
      .execute(),
  );
  await insertAll(opinions, ({ agenda_key, ...row }, position) =>
    db
      .insertInto('opinion')
      .values({
        ...own(position),
        ...row,
        agenda_item_id: agenda_key === null ? null : (itemIds.get(agenda_key) ?? null),
      })
      .execute(),
  );
  await insertAll(votes, (row, position) =>
    db
      .insertInto('vote')
      .values({ ...own(position), ...row })
      .execute(),
  );
  await insertAll(tasks, (row, position) =>
    db
      .insertInto('task')
      .values({ ...own(position), ...row, outcome: null, done: null })
      .execute(),
  );
  await saveSelfRating(db, id, { score, grade });
}

/**
 * Where every member was called (somebody is marked present), the counts follow the list; where the list only names the
 * absent, the typed totals stand (R10–R13).
 */
function countsFromRoll(form: MeetingForm): Partial<MeetingRow> {
  const marked = (result: MeetingForm['attendance'][number]['result'], exempt: boolean) =>
    form.attendance.filter((row) => row.result === result && (row.status_then === 'exempt') === exempt).length;
  if (!form.attendance.some((row) => row.result === 'present')) return {};
  const present = marked('present', false);
  const absentExcused = marked('absent_excused', false);
  const absentUnexcused = marked('absent_unexcused', false);
  return {
    due: present + absentExcused + absentUnexcused,
    present,
    present_exempt: marked('present', true),
    absent_excused: absentExcused,
    absent_unexcused: absentUnexcused,
  };
}

function refuseWrongTimes({ started_at, ended_at }: MeetingForm): void {
  if (started_at !== null && ended_at !== null && ended_at < started_at) {
    throw new SochiboError(
      'wrong_arguments',
      `Giờ kết thúc (${ended_at}) trước giờ bắt đầu (${started_at}). Sửa một trong hai giờ rồi ghi lại.`,
    );
  }
}

async function saveSelfRating(
  db: Kysely<Tables>,
  meetingId: string,
  { score, grade }: Pick<MeetingForm, 'score' | 'grade'>,
): Promise<void> {
  const present = await db
    .selectFrom('rating')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .where('scorer_role', '=', 'self')
    .executeTakeFirst();
  if (score === null && grade === null) {
    if (present) await db.deleteFrom('rating').where('id', '=', present.id).execute();
  } else if (present) {
    await db.updateTable('rating').set({ total: score, grade }).where('id', '=', present.id).execute();
  } else {
    await db
      .insertInto('rating')
      .values({ id: newId(), meeting_id: meetingId, scorer_role: 'self', total: score, grade, note: null })
      .execute();
  }
}

async function insertAll<T>(rows: readonly T[], insert: (row: T, position: number) => Promise<unknown>): Promise<void> {
  for (const [position, row] of rows.entries()) await insert(row, position);
}

function asNumber(value: boolean | null): 0 | 1 | null {
  if (value === null) return null;
  return value ? 1 : 0;
}

const EMPTY: Omit<MeetingRow, 'id' | 'cell_id' | 'period' | 'kind' | 'state'> = {
  date: null,
  started_at: null,
  ended_at: null,
  mode: null,
  place: null,
  chair: null,
  secretary: null,
  members_total: null,
  full_members: null,
  probationary: null,
  exempt: null,
  working_away: null,
  temporarily_away: null,
  temporarily_received: null,
  suspended: null,
  due: null,
  present: null,
  present_exempt: null,
  absent_excused: null,
  absent_unexcused: null,
  theme: null,
  presenter: null,
  other_day_reason: null,
  other_day_approved: null,
  not_held_reason: null,
  conclusion: null,
  resolution_number: null,
  dues_announced: null,
  note: null,
};
