import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce, isInForceWithin } from '../schema/dated.ts';
import { formatDate, type IsoDate } from '../vietnamese/dates.ts';
import { lineOrNull } from './organisation-facts.ts';
import { dayOf, eveOf, noteEvent, presentOn } from './versions.ts';

interface SetDay {
  id: string;
  /** null: from then on the general day of the time (handbook R2). */
  day: number | null;
  from: IsoDate;
  document: string | null;
  reason: string | null;
}

/** Sets a cell's own day of the month from a day on; the day before stays as it was (handbook R2). */
export async function setMeetingDay(db: Kysely<Tables>, { id, day, from, document, reason }: SetDay): Promise<void> {
  await presentOn(db, id, from);
  const rows = await db.selectFrom('meeting_day').selectAll().where('organisation_id', '=', id).execute();
  const current = rows.find((row) => isInForce(row, from));
  if ((current?.day ?? null) === day) {
    const shown = day === null ? 'theo quy định chung' : `là ngày ${day}`;
    throw new SochiboError('conflict', `Ngày sinh hoạt từ ${formatDate(from)} đã ${shown}, không có gì thay đổi.`);
  }
  const [next] = rows
    .flatMap(({ valid_from }) => (valid_from !== null && valid_from > from ? [valid_from] : []))
    .sort();
  const until = current ? current.valid_to : next === undefined ? null : eveOf(dayOf(next));
  if (current?.valid_from === from) await db.deleteFrom('meeting_day').where('id', '=', current.id).execute();
  else if (current) {
    await db
      .updateTable('meeting_day')
      .set({ valid_to: eveOf(from) })
      .where('id', '=', current.id)
      .execute();
  }
  if (day !== null) {
    await db
      .insertInto('meeting_day')
      .values({
        id: newId(),
        organisation_id: id,
        day,
        document: lineOrNull(document),
        reason: lineOrNull(reason),
        valid_from: from,
        valid_to: until,
      })
      .execute();
  }
  const words = (value: number | null) => (value === null ? 'theo quy định chung' : `ngày ${value}`);
  await noteEvent(db, {
    kind: 'meeting_day',
    date: from,
    organisation_id: id,
    document: lineOrNull(document),
    detail: `Ngày sinh hoạt: ${words(current?.day ?? null)} → ${words(day)}`,
  });
}

interface ApprovedDay {
  id: string;
  day: number;
  valid_from: IsoDate;
  valid_to: IsoDate;
  approval_document: string | null;
  reason: string;
}

/** Keeps an approved other day for a time (handbook R3). Throws `conflict` where another one is approved already. */
export async function approveMeetingDay(
  db: Kysely<Tables>,
  { id, day, valid_from, valid_to, approval_document, reason }: ApprovedDay,
): Promise<void> {
  await presentOn(db, id, valid_from);
  if (valid_to < valid_from) {
    throw new SochiboError('wrong_arguments', 'Ngày cuối đứng trước ngày đầu. Sửa một trong hai ngày.');
  }
  const rows = await db.selectFrom('meeting_day_exception').selectAll().where('organisation_id', '=', id).execute();
  const other = rows.find((row) => isInForceWithin(row, valid_from, valid_to));
  if (other) {
    throw new SochiboError(
      'conflict',
      `Trong thời gian này đã có ngoại lệ được duyệt: ngày ${other.day}. Bỏ ngoại lệ đó trước, hoặc chọn thời gian khác.`,
    );
  }
  await db
    .insertInto('meeting_day_exception')
    .values({
      id: newId(),
      organisation_id: id,
      day,
      approval_document: lineOrNull(approval_document),
      reason: lineOrNull(reason),
      valid_from,
      valid_to,
    })
    .execute();
}

/** Takes an approved exception out. Returns the cell's id. Throws `not_found`. */
export async function removeMeetingDayException(db: Kysely<Tables>, exceptionId: string): Promise<string> {
  const row = await db
    .selectFrom('meeting_day_exception')
    .select('organisation_id')
    .where('id', '=', exceptionId)
    .executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Không có ngoại lệ này trong sổ.');
  await db.deleteFrom('meeting_day_exception').where('id', '=', exceptionId).execute();
  return row.organisation_id;
}
