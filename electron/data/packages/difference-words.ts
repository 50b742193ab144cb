import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/database.ts';
import { jsonList } from './match-records.ts';
import { partTable } from './part-tables.ts';
import type { Difference } from './plan-table.ts';

/** What a column is called where two offices say different things of it; a column of little interest keeps its own name. */
const words: Readonly<Record<string, string>> = {
  ...{ name: 'Tên', full_name: 'Họ và tên', birth_date: 'Ngày sinh', gender: 'Giới tính', kind: 'Loại', day: 'Ngày' },
  ...{
    ethnicity: 'Dân tộc',
    religion: 'Tôn giáo',
    admission_date: 'Ngày vào Đảng',
    full_member_date: 'Ngày chính thức',
  },
  ...{ old_card_no: 'Số thẻ cũ', party_card_no: 'Số thẻ', personal_id: 'Số định danh', phone: 'Điện thoại' },
  ...{ date: 'Ngày', started_at: 'Bắt đầu', ended_at: 'Kết thúc', state: 'Tình trạng', place: 'Địa điểm' },
  ...{ members_total: 'Tổng số đảng viên', exempt: 'Miễn sinh hoạt', working_away: 'Đi làm ăn xa', due: 'Phải dự' },
  ...{ present: 'Có mặt', absent_excused: 'Vắng có lý do', absent_unexcused: 'Vắng không lý do', theme: 'Chuyên đề' },
  ...{ total: 'Điểm', grade: 'Xếp loại', result: 'Kết quả', content: 'Nội dung', due_date: 'Hạn', note: 'Ghi chú' },
  ...{ min_visits: 'Định mức', title: 'Chức danh', agency: 'Cơ quan', answered_on: 'Ngày trả lời', reason: 'Lý do' },
  ...{
    valid_from: 'Từ ngày',
    valid_to: 'Đến ngày',
    members: 'Số đảng viên',
    field: 'Lĩnh vực',
    authority: 'Thẩm quyền',
  },
};

export function columnWords(column: string): string {
  return words[column] ?? column;
}

const nameColumns: Readonly<Record<string, string>> = {
  ...{ member: 'full_name', official: 'full_name', petition: 'code', meeting: 'period', handling_body: 'name' },
};

/** Names the records in which the office and a sender differ: `Đảng viên Nguyễn Văn An`. */
export async function recordWords(
  db: Kysely<Tables>,
  differences: readonly Difference[],
): Promise<(table: string, id: string) => string> {
  const names = new Map<string, string>();
  for (const [table, list] of Map.groupBy(differences, (difference) => difference.table)) {
    const column = nameColumns[table];
    if (column === undefined) continue;
    const { rows } = await sql<{ id: string; name: string }>`
      select id, ${sql.ref(column)} as name from ${sql.table(table)}
      where id in ${jsonList(list.map(({ id }) => id))}`.execute(db);
    for (const { id, name } of rows) names.set(id, name);
  }
  return (table, id) => [partTable(table)?.title ?? table, names.get(id) ?? ''].join(' ').trim();
}
