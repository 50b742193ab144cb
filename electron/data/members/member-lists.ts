import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { HistoryEntry, Relative } from '../../contract/member-form.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { changedColumns } from '../schema/row-changes.ts';
import { parsePartialIso } from '../vietnamese/dates.ts';

/** The rows of work, training, rewards, badges, discipline, stays abroad and gaps of a member, saved as a whole in order. */
export async function saveHistory(
  db: Kysely<Tables>,
  memberId: string,
  entries: readonly HistoryEntry[],
): Promise<void> {
  for (const { content, from_date: from, to_date: to } of entries) {
    if (!content.trim()) throw wrong('Mỗi dòng quá trình cần có nội dung. Ghi nội dung hoặc xóa dòng trống.');
    for (const date of [from, to]) {
      if (date !== null && parsePartialIso(date) === null) throw wrong(`Không có ngày ${date} trong lịch.`);
    }
    if (from !== null && to !== null && to < from.slice(0, to.length)) {
      throw wrong(`Dòng “${content.trim()}”: ngày kết thúc trước ngày bắt đầu.`);
    }
  }
  const known = await db.selectFrom('member_history').selectAll().where('member_id', '=', memberId).execute();
  const rows = entries.map((entry, position) => ({
    ...entry,
    content: entry.content.trim(),
    id: known.find(({ id }) => id === entry.id)?.id ?? newId(),
    member_id: memberId,
    position,
  }));
  const kept = new Set(rows.map(({ id }) => id));
  const gone = known.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0) await db.deleteFrom('member_history').where('id', 'in', gone).execute();
  for (const row of rows) {
    const before = known.find(({ id }) => id === row.id);
    const changes = before && changedColumns(before, row);
    if (!before) await db.insertInto('member_history').values(row).execute();
    else if (changes) await db.updateTable('member_history').set(changes).where('id', '=', row.id).execute();
  }
}

/** The relatives of a member, saved as a whole in order. */
export async function saveRelatives(db: Kysely<Tables>, memberId: string, entries: readonly Relative[]): Promise<void> {
  if (entries.some(({ relation, full_name }) => !relation.trim() || !full_name.trim())) {
    throw wrong('Mỗi người thân cần có quan hệ và họ tên. Ghi đủ hoặc xóa dòng trống.');
  }
  const known = await db.selectFrom('member_relative').selectAll().where('member_id', '=', memberId).execute();
  const rows = entries.map((entry, position) => ({
    ...entry,
    id: known.find(({ id }) => id === entry.id)?.id ?? newId(),
    member_id: memberId,
    position,
  }));
  const kept = new Set(rows.map(({ id }) => id));
  const gone = known.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0) await db.deleteFrom('member_relative').where('id', 'in', gone).execute();
  for (const row of rows) {
    const before = known.find(({ id }) => id === row.id);
    const changes = before && changedColumns(before, row);
    if (!before) await db.insertInto('member_relative').values(row).execute();
    else if (changes) await db.updateTable('member_relative').set(changes).where('id', '=', row.id).execute();
  }
}

function wrong(message: string): SochiboError {
  return new SochiboError('wrong_arguments', message);
}
