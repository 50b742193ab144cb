import type { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';

const LISTS = ['attendance', 'guest', 'agenda_item', 'opinion', 'vote', 'task', 'rating', 'visit', 'petition'] as const;

/**
 * Takes out a meeting that was only planned, with how it was prepared. Throws `not_found`; `conflict` when it was held, or
 * when anything else is recorded of it: what a report has counted stays.
 */
export async function removeMeeting(db: Kysely<Tables>, id: string): Promise<void> {
  const row = await db
    .selectFrom('meeting')
    .select(['state', 'not_held_reason'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Không có buổi sinh hoạt này trong sổ.');
  const used = await Promise.all(
    LISTS.map((table) => db.selectFrom(table).select('id').where('meeting_id', '=', id).executeTakeFirst()),
  );
  if (row.state === 'held' || used.some((found) => found !== undefined)) {
    throw new SochiboError(
      'conflict',
      'Buổi sinh hoạt này đã có số liệu nên không xóa được. Sửa số liệu, hoặc ghi tháng đó là không họp.',
    );
  }
  await db.deleteFrom('meeting_preparation').where('meeting_id', '=', id).execute();
  await db.deleteFrom('meeting').where('id', '=', id).execute();
}
