import type { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { readStatusRows } from './plan-event.ts';
import { latestTrace, rowsBefore, traceOf } from './status-trace.ts';
import { writeDetail } from './write-detail.ts';

/**
 * Takes back the latest event of a member with all it did to statuses, posts and dates, inside the running transaction.
 * Throws `not_found`; `conflict` when it is not the latest, or is the one that brought the member.
 */
export async function removeEvent(db: Kysely<Tables>, eventId: string): Promise<void> {
  const event = await db
    .selectFrom('membership_event')
    .select(['member_id'])
    .where('id', '=', eventId)
    .executeTakeFirst();
  if (!event) throw new SochiboError('not_found', 'Không có biến động này trong sổ. Mở lại trang đảng viên.');
  const memberId = event.member_id;
  const rows = await readStatusRows(db, memberId);
  const trace = latestTrace(rows);
  if (trace?.event !== eventId) {
    throw new SochiboError(
      'conflict',
      'Chỉ bỏ được biến động mới nhất do chương trình ghi. Bỏ các biến động sau nó trước; phần nhập từ bảng tính thì hoàn tác lần nhập.',
    );
  }
  const before = rowsBefore(rows, trace);
  if (before.length === 0) {
    throw new SochiboError(
      'conflict',
      'Đây là biến động đưa đảng viên vào sổ. Muốn bỏ cả hồ sơ, hoàn tác việc thêm đảng viên ở Lịch sử thay đổi.',
    );
  }
  for (const row of rows) {
    if (traceOf(row)?.event === eventId) await db.deleteFrom('member_status').where('id', '=', row.id).execute();
  }
  for (const { id, valid_to } of trace.reopen) {
    await db.updateTable('member_status').set({ valid_to }).where('id', '=', id).execute();
  }
  if (trace.removed.length > 0) await db.insertInto('member_status').values(trace.removed).execute();
  for (const { id, valid_to } of trace.posts) {
    await db.updateTable('cell_committee_member').set({ valid_to, end_reason: null }).where('id', '=', id).execute();
  }
  if (trace.dates) {
    const { full_member_date, recognised_at } = trace.dates;
    await db.updateTable('member').set({ full_member_date }).where('id', '=', memberId).execute();
    await writeDetail(db, memberId, { recognised_at });
  }
  if (trace.confirmed !== null) {
    await db.updateTable('membership_event').set({ received_on: null }).where('id', '=', trace.confirmed).execute();
  }
  await db.deleteFrom('membership_event').where('id', '=', eventId).execute();
}
