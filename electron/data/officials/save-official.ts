import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { OfficialForm, TitleForm } from '../../contract/assignments.ts';
import { endAssignments } from '../assignments/end-assignments.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { changedColumns } from '../schema/row-changes.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { addDays, formatDate, type IsoDate, parseIsoDate } from '../vietnamese/dates.ts';
import { nameKey, searchKey } from '../vietnamese/fold.ts';
import { canonicalName } from '../vietnamese/names.ts';
import { sortKey } from '../vietnamese/sort-key.ts';

/**
 * Writes an official with all titles and returns the id; a title that the form no longer has goes.
 * Throws `wrong_arguments` for a form without a name or with titles that overlap, `not_found`.
 */
export async function saveOfficial(db: Kysely<Tables>, id: string | null, form: OfficialForm): Promise<string> {
  const { titles, ...typed } = form;
  const full_name = canonicalName(typed.full_name);
  if (full_name === '')
    throw new SochiboError('wrong_arguments', 'Chưa ghi họ và tên cán bộ. Ghi họ và tên rồi lưu lại.');
  refuseWrongTitles(titles);
  const fields = {
    ...typed,
    full_name,
    search_key: searchKey(full_name),
    sort_key: sortKey(full_name),
    name_key: nameKey(full_name),
    agency: lineOrNull(typed.agency),
    government_position: lineOrNull(typed.government_position),
    phone: lineOrNull(typed.phone),
    note: lineOrNull(typed.note),
  };
  const officialId = id ?? newId();
  if (id === null) {
    await db
      .insertInto('official')
      .values({ id: officialId, ...fields })
      .execute();
  } else {
    const row = await db.selectFrom('official').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw missing();
    const changes = changedColumns(row, fields);
    if (changes !== null) await db.updateTable('official').set(changes).where('id', '=', id).execute();
  }
  await saveTitles(db, officialId, titles);
  return officialId;
}

/** Another title from a day on; what was held until then ends the day before (R27). Throws `not_found`, `conflict`. */
export async function changeTitle(
  db: Kysely<Tables>,
  id: string,
  title: Pick<TitleForm, 'title' | 'party_position' | 'title_group' | 'document'>,
  from: IsoDate,
): Promise<void> {
  const held = await db
    .selectFrom('official_title')
    .selectAll()
    .where('official_id', '=', id)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', from)]))
    .execute();
  const later = held.find(({ valid_from }) => valid_from !== null && valid_from >= from);
  if (later) {
    throw new SochiboError(
      'conflict',
      `Cán bộ đã có chức danh "${later.title}" từ ngày ${shown(later.valid_from)}. Chọn ngày sau đó, hoặc sửa trong danh sách chức danh.`,
    );
  }
  for (const row of held) {
    await db
      .updateTable('official_title')
      .set({ valid_to: addDays(from, -1) })
      .where('id', '=', row.id)
      .execute();
  }
  await db
    .insertInto('official_title')
    .values({ id: newId(), official_id: id, ...titleFields({ ...title, valid_from: from, valid_to: null }) })
    .execute();
}

/** Ends an official with the titles held and the assignments in force then. Throws `not_found`, `wrong_arguments`. */
export async function endOfficial(db: Kysely<Tables>, id: string, validTo: IsoDate, reason: string): Promise<void> {
  const row = await db.selectFrom('official').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw missing();
  const open = await db
    .selectFrom('assignment')
    .select('id')
    .where('official_id', '=', id)
    .where(inForce('assignment', validTo))
    .execute();
  if (open.length > 0) {
    await endAssignments(
      db,
      open.map((assignment) => assignment.id),
      validTo,
      reason,
    );
  }
  await db.updateTable('official').set({ valid_to: validTo }).where('id', '=', id).execute();
  await db
    .updateTable('official_title')
    .set({ valid_to: validTo })
    .where('official_id', '=', id)
    .where(inForce('official_title', validTo))
    .execute();
}

async function saveTitles(db: Kysely<Tables>, officialId: string, titles: readonly TitleForm[]): Promise<void> {
  const present = await db.selectFrom('official_title').selectAll().where('official_id', '=', officialId).execute();
  const kept = new Set(titles.map(({ id }) => id));
  for (const { id } of present) {
    if (!kept.has(id)) await db.deleteFrom('official_title').where('id', '=', id).execute();
  }
  for (const { id, ...title } of titles) {
    const fields = titleFields(title);
    const row = present.find((candidate) => candidate.id === id);
    if (!row) {
      await db
        .insertInto('official_title')
        .values({ id: newId(), official_id: officialId, ...fields })
        .execute();
      continue;
    }
    const changes = changedColumns(row, fields);
    if (changes !== null) await db.updateTable('official_title').set(changes).where('id', '=', row.id).execute();
  }
}

function titleFields({ title, party_position, title_group, document, valid_from, valid_to }: Omit<TitleForm, 'id'>) {
  return {
    title: cleanLine(title),
    party_position: lineOrNull(party_position),
    title_group,
    document: lineOrNull(document),
    valid_from,
    valid_to,
  };
}

function refuseWrongTitles(titles: readonly TitleForm[]): void {
  if (titles.some(({ title }) => cleanLine(title) === '')) {
    throw new SochiboError('wrong_arguments', 'Có dòng chức danh còn trống. Ghi chức danh hoặc bỏ dòng đó.');
  }
  const ordered = titles.toSorted((a, b) => (a.valid_from ?? '').localeCompare(b.valid_from ?? ''));
  for (const [index, { title, valid_from, valid_to }] of ordered.entries()) {
    if (valid_from !== null && valid_to !== null && valid_to < valid_from) {
      throw new SochiboError(
        'wrong_arguments',
        `Chức danh "${title}" kết thúc trước khi bắt đầu. Sửa một trong hai ngày.`,
      );
    }
    const next = ordered[index + 1];
    if (next && (valid_to === null || next.valid_from === null || next.valid_from <= valid_to)) {
      throw new SochiboError(
        'wrong_arguments',
        `Hai chức danh "${title}" và "${next.title}" trùng thời gian. Ghi ngày kết thúc của chức danh trước, ngay trước ngày bắt đầu của chức danh sau.`,
      );
    }
  }
}

function lineOrNull(value: string | null): string | null {
  return value === null ? null : cleanLine(value) || null;
}

function shown(day: string | null): string {
  const date = day === null ? null : parseIsoDate(day);
  return date === null ? '' : formatDate(date);
}

function missing(): SochiboError {
  return new SochiboError('not_found', 'Không có cán bộ này trong sổ.');
}
