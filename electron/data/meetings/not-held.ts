import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { isMonthly } from './create-meeting.ts';
import { emptyMeeting } from './empty-meeting.ts';

/**
 * Records that a cell does not meet in a month, or puts its meeting off, with the reason: a record, not a missing row
 * (handbook R4). The month's planned meeting becomes that record. Throws `conflict` when the regular meeting was held.
 */
export async function recordNotHeld(
  db: Kysely<Tables>,
  {
    cellId,
    period,
    state,
    reason,
  }: { cellId: string; period: string; state: 'not_held' | 'postponed'; reason: string },
): Promise<string> {
  const others = await db
    .selectFrom('meeting')
    .select(['id', 'state', 'kind'])
    .where('cell_id', '=', cellId)
    .where('period', '=', period)
    .execute();
  const monthly = others.filter(({ kind }) => isMonthly(kind));
  if (monthly.some((meeting) => meeting.state === 'held')) {
    throw new SochiboError('conflict', `Chi bộ đã có buổi sinh hoạt thường kỳ của kỳ ${period}. Mở buổi đó để sửa.`);
  }
  const columns = { state, not_held_reason: reason, kind: null, date: null };
  const [present] = monthly;
  if (present) {
    await db.updateTable('meeting').set(columns).where('id', '=', present.id).execute();
    return present.id;
  }
  const id = newId();
  await db
    .insertInto('meeting')
    .values({ ...emptyMeeting(id, cellId, period), ...columns })
    .execute();
  return id;
}
