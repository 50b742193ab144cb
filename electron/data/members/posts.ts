import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import { SochiboError } from '../errors.ts';
import type { CommitteePosition } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { addDays, formatDate, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { countedKinds } from './counted.ts';

export interface NewPost {
  memberId: string;
  cellId: string;
  position: CommitteePosition;
  from: IsoDate;
  termId: string | null;
  decision: string | null;
  /** Ends the post of the secretary in office on the eve. */
  replace: boolean;
}

/**
 * Gives a member a post in the committee of his or her cell, inside the running transaction; a cell has one secretary at
 * a time, a member one post. Throws `wrong_arguments` for somebody who is not of the cell, `conflict` otherwise.
 */
export async function appointPost(db: Kysely<Tables>, post: NewPost): Promise<string> {
  const { memberId, cellId, position, from } = post;
  const belongs = await db
    .selectFrom('member_status as status')
    .select('status.id')
    .where('status.member_id', '=', memberId)
    .where('status.cell_id', '=', cellId)
    .where('status.kind', 'in', countedKinds)
    .where(inForce('status', from))
    .executeTakeFirst();
  if (!belongs) {
    const message = `Vào ngày ${formatDate(from)} người này không sinh hoạt tại chi bộ đã chọn. Sửa ngày hoặc chi bộ.`;
    throw new SochiboError('wrong_arguments', message);
  }
  const others = await db
    .selectFrom('cell_committee_member as post')
    .innerJoin('member', 'member.id', 'post.member_id')
    .select(['post.id', 'post.member_id', 'post.position', 'post.valid_from', 'post.valid_to', 'member.full_name'])
    .where('post.organisation_id', '=', cellId)
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>=', from)]))
    .execute();
  const own = others.find((other) => other.member_id === memberId);
  if (own) {
    throw new SochiboError('conflict', 'Người này đang giữ chức vụ ở chi bộ. Kết thúc chức vụ đó trước.');
  }
  const secretary = position === 'secretary' && others.find((other) => other.position === 'secretary');
  if (secretary) {
    if (!post.replace || (secretary.valid_from !== null && secretary.valid_from >= from)) {
      const since = parseIsoDate(secretary.valid_from ?? '');
      const words = since === null ? '' : ` từ ${formatDate(since)}`;
      throw new SochiboError(
        'conflict',
        `Chi bộ đang có bí thư: ${secretary.full_name}${words}. Chọn “Thay bí thư đương nhiệm” hoặc kết thúc chức vụ đó trước.`,
      );
    }
    await closePost(db, secretary.id, addDays(from, -1), 'Có bí thư mới');
  }
  const id = newId();
  await db
    .insertInto('cell_committee_member')
    .values({
      id,
      organisation_id: cellId,
      member_id: memberId,
      position,
      decision: post.decision,
      term_id: post.termId,
      end_reason: null,
      valid_from: from,
      valid_to: null,
    })
    .execute();
  return id;
}

/** Ends a post; `on` is its last day. Throws `not_found`, `wrong_arguments` for a day before it began. */
export async function endPost(db: Kysely<Tables>, id: string, on: IsoDate, reason: string | null): Promise<void> {
  const post = await db.selectFrom('cell_committee_member').selectAll().where('id', '=', id).executeTakeFirst();
  if (!post) throw new SochiboError('not_found', 'Không có chức vụ này trong sổ. Mở lại trang đảng viên.');
  const since = parseIsoDate(post.valid_from ?? '');
  if (since !== null && on < since) {
    throw new SochiboError('wrong_arguments', `Chức vụ có từ ${formatDate(since)}; ngày kết thúc phải từ ngày đó.`);
  }
  await closePost(db, id, on, reason);
}

async function closePost(db: Kysely<Tables>, id: string, on: IsoDate, reason: string | null): Promise<void> {
  await db
    .updateTable('cell_committee_member')
    .set({ valid_to: on, end_reason: reason })
    .where('id', '=', id)
    .execute();
}
