import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import { SochiboError } from '../errors.ts';
import type { MeetingKind } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { emptyMeeting } from './empty-meeting.ts';

/** The kinds a month has one of (handbook R7). */
const MONTHLY: readonly MeetingKind[] = ['regular', 'regular_with_thematic'];

/** Whether a record stands for the cell's month: its regular meeting, or that there was none. */
export function isMonthly(kind: MeetingKind | null): boolean {
  return kind === null || MONTHLY.includes(kind);
}

/**
 * A new, still empty meeting of a cell in a month. Throws `conflict` when the month already has its regular meeting, or
 * is recorded as a month without one.
 */
export async function createMeeting(
  db: Kysely<Tables>,
  { cellId, period, kind }: { cellId: string; period: string; kind: MeetingKind },
): Promise<string> {
  await refuseSecondRegular(db, { id: null, cellId, period, kind });
  const id = newId();
  await db
    .insertInto('meeting')
    .values({ ...emptyMeeting(id, cellId, period), kind })
    .execute();
  return id;
}

/** Throws `conflict` when `kind` is the monthly meeting and another record has that of the cell and month. */
export async function refuseSecondRegular(
  db: Kysely<Tables>,
  { id, cellId, period, kind }: { id: string | null; cellId: string; period: string; kind: MeetingKind },
): Promise<void> {
  if (!MONTHLY.includes(kind)) return;
  const others = await db
    .selectFrom('meeting')
    .select(['id', 'state', 'kind'])
    .where('cell_id', '=', cellId)
    .where('period', '=', period)
    .execute();
  const other = others.find((meeting) => meeting.id !== id && isMonthly(meeting.kind));
  if (!other) return;
  throw new SochiboError(
    'conflict',
    other.kind === null
      ? `Kỳ ${period} đang ghi là chi bộ không họp. Mở dòng đó và ghi ngày họp để chuyển thành buổi đã họp.`
      : `Chi bộ đã có buổi sinh hoạt thường kỳ của kỳ ${period}. Mở buổi đó để sửa.`,
  );
}
