import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { CodeEntry } from '../../contract/settings.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { isInForce } from '../schema/dated.ts';
import { today } from '../today.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import type { IsoDate } from '../vietnamese/dates.ts';
import { searchKey } from '../vietnamese/fold.ts';

/** What the office's lists are called, in the order they are shown. A list that is not named here is the program's own. */
const listWords: Readonly<Record<string, string>> = {
  cell_types: 'Loại hình chi bộ, đơn vị',
  difficulty_flags: 'Đặc điểm địa bàn',
  title_groups: 'Nhóm chức danh',
  petition_fields: 'Lĩnh vực kiến nghị',
  petition_kinds: 'Loại ý kiến',
  missed_reasons: 'Lý do vắng lịch dự',
  event_kinds: 'Loại sự kiện khác',
  ethnic_groups: 'Dân tộc',
  religions: 'Tôn giáo',
  general_education: 'Trình độ phổ thông',
  professional_education: 'Trình độ chuyên môn',
  academic_rank: 'Học hàm',
  political_theory: 'Lý luận chính trị',
  former_provinces: 'Tỉnh, thành phố sau sáp nhập',
  education: 'Trình độ',
};

/** What a list is called. */
export function listTitle(list: string): string {
  return listWords[list] ?? list;
}

/** The lists an office may edit, each in its order, with what has ended. */
export async function readCodeLists(
  db: Kysely<Tables>,
  on: IsoDate = today(),
): Promise<{ list: string; label: string; entries: CodeEntry[] }[]> {
  const rows = await db
    .selectFrom('code_list')
    .select(['id', 'list', 'code', 'label', 'valid_from', 'valid_to'])
    .orderBy('position')
    .orderBy('id')
    .execute();
  const byList = Map.groupBy(rows, ({ list }) => list);
  return Object.entries(listWords).flatMap(([list, label]) => {
    const entries = byList.get(list);
    return entries
      ? [{ list, label, entries: entries.map(({ list: _, ...entry }) => ({ ...entry, ended: !isInForce(entry, on) })) }]
      : [];
  });
}

/** Adds an entry at the end of a list, with a code of its own. Throws `conflict` where the label is there. */
export async function addCode(db: Kysely<Tables>, list: string, label: string): Promise<string> {
  const rows = await db.selectFrom('code_list').selectAll().where('list', '=', list).execute();
  if (!Object.hasOwn(listWords, list) || rows.length === 0) {
    throw new SochiboError('not_found', `Không có danh mục "${list}".`);
  }
  const name = cleanLine(label);
  refuseSame(rows, name);
  const stem =
    searchKey(name)
      .toLocaleUpperCase('vi')
      .replace(/[^A-Z0-9]+/gu, '_')
      .slice(0, 24) || 'MUC';
  const taken = new Set(rows.map(({ code }) => code));
  let code = stem;
  for (let number = 2; taken.has(code); number += 1) code = `${stem}_${number}`;
  const id = newId();
  await db
    .insertInto('code_list')
    .values({
      id,
      list,
      code,
      label: name,
      aliases: '[]',
      position: Math.max(...rows.map(({ position }) => position)) + 1,
      valid_from: null,
      valid_to: null,
    })
    .execute();
  return id;
}

/** Renames an entry or ends it; its code stays, so that what has it keeps it. Throws `not_found`, `conflict`. */
export async function changeCode(
  db: Kysely<Tables>,
  { id, label, valid_to }: Pick<CodeEntry, 'id' | 'label' | 'valid_to'>,
): Promise<void> {
  const row = await entryOf(db, id);
  const others = await db
    .selectFrom('code_list')
    .selectAll()
    .where('list', '=', row.list)
    .where('id', '!=', id)
    .execute();
  const name = cleanLine(label);
  refuseSame(others, name);
  await db.updateTable('code_list').set({ label: name, valid_to }).where('id', '=', id).execute();
}

/** Moves an entry one place up (-1) or down (1); at the end of the list nothing happens. */
export async function moveCode(db: Kysely<Tables>, id: string, by: -1 | 1): Promise<void> {
  const { list } = await entryOf(db, id);
  const rows = await db
    .selectFrom('code_list')
    .select(['id', 'position'])
    .where('list', '=', list)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const from = rows.findIndex((row) => row.id === id);
  const [mine, other] = [rows[from], rows[from + by]];
  if (!mine || !other) return;
  [rows[from], rows[from + by]] = [other, mine];
  for (const [position, row] of rows.entries()) {
    if (row.position === position) continue;
    await db.updateTable('code_list').set({ position }).where('id', '=', row.id).execute();
  }
}

async function entryOf(db: Kysely<Tables>, id: string) {
  const row = await db.selectFrom('code_list').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Không có mục này trong danh mục.');
  return row;
}

function refuseSame(rows: readonly { label: string }[], label: string): void {
  const key = searchKey(label);
  if (!rows.some((row) => searchKey(row.label) === key)) return;
  throw new SochiboError('conflict', `Danh mục đã có "${label}". Đặt tên khác, hoặc dùng mục đã có.`);
}
