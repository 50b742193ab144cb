import type { Kysely } from 'kysely';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';

/** The name of a member, for the history. Throws `not_found`. */
export async function memberName(db: Kysely<Tables>, id: string): Promise<string> {
  const member = await db.selectFrom('member').select('full_name').where('id', '=', id).executeTakeFirst();
  if (!member) throw new SochiboError('not_found', 'Không có đảng viên này trong sổ. Trở lại danh sách rồi mở lại.');
  return member.full_name;
}

/** Whose event it is and when it happened. Throws `not_found`. */
export async function eventOf(db: Kysely<Tables>, id: string): Promise<{ member_id: string; date: string | null }> {
  const event = await db
    .selectFrom('membership_event')
    .select(['member_id', 'date'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!event) throw new SochiboError('not_found', 'Không có biến động này trong sổ. Mở lại trang đảng viên.');
  return event;
}
