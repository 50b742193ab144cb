import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import type { PlanEntryInput } from '../../contract/themes.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import type { ThematicPlanRow } from '../schema/meeting-tables.ts';
import { changedColumns, type RowChanges } from '../schema/row-changes.ts';
import { writeRows } from '../schema/write-rows.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { searchKey } from '../vietnamese/fold.ts';

/**
 * Saves entries of plans of one year, of each only what differs, and takes others out; answers how many changed. Throws
 * `conflict` when a meeting was held on an entry that is to go; `not_found` for an entry that is not there.
 */
export async function savePlan(
  db: Kysely<Tables>,
  { year, entries, removed }: { year: number; entries: readonly PlanEntryInput[]; removed: readonly string[] },
): Promise<number> {
  await removeEntries(db, removed);
  const [rows, themes] = await Promise.all([
    db.selectFrom('thematic_plan').selectAll().where('year', '=', year).execute(),
    db.selectFrom('theme').select(['id', 'required_by']).execute(),
  ]);
  const requiredBy = new Map(themes.map((theme) => [theme.id, theme.required_by]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const positions = new Map<string, number>();
  for (const { cell_id, quarter, position } of rows) {
    const key = `${cell_id}:${quarter}`;
    positions.set(key, Math.max(positions.get(key) ?? 0, position + 1));
  }
  const changes: RowChanges<ThematicPlanRow> = { inserts: [], updates: [] };
  for (const { id, ...entry } of entries) {
    const columns = {
      ...entry,
      year,
      title: cleanLine(entry.title),
      preparer: entry.preparer === null ? null : cleanLine(entry.preparer) || null,
      required_by: entry.theme_id === null ? null : (requiredBy.get(entry.theme_id) ?? null),
    };
    if (id === undefined) {
      const key = `${entry.cell_id}:${entry.quarter}`;
      const position = positions.get(key) ?? 0;
      positions.set(key, position + 1);
      changes.inserts.push({ ...columns, id: newId(), position });
      continue;
    }
    const row = byId.get(id);
    if (!row) throw new SochiboError('not_found', 'Một dòng kế hoạch chuyên đề không còn trong sổ. Tải lại rồi sửa.');
    const values = changedColumns(row, columns);
    if (values !== null) changes.updates.push({ id, values });
  }
  await writeRows(
    db,
    changes,
    (inserts) => db.insertInto('thematic_plan').values(inserts),
    (id, values) => db.updateTable('thematic_plan').set(values).where('id', '=', id).execute(),
  );
  return changes.inserts.length + changes.updates.length + removed.length;
}

async function removeEntries(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const used = await db
    .selectFrom('meeting')
    .innerJoin('thematic_plan', 'thematic_plan.id', 'meeting.thematic_plan_id')
    .select('thematic_plan.title')
    .where('thematic_plan_id', 'in', ids)
    .executeTakeFirst();
  if (used) {
    throw new SochiboError(
      'conflict',
      `Đã có buổi sinh hoạt theo chuyên đề "${used.title}" nên không xóa được. Sửa tên chuyên đề, hoặc bỏ liên kết ở buổi đó trước.`,
    );
  }
  await db.deleteFrom('thematic_plan').where('id', 'in', ids).execute();
}

/** Gives a theme to many cells for a quarter; answers how many did not have it yet. */
export async function copyTheme(
  db: Kysely<Tables>,
  theme: { year: number; quarter: number; themeId: string | null; title: string; cellIds: readonly string[] },
): Promise<number> {
  const present = await db
    .selectFrom('thematic_plan')
    .select(['cell_id', 'theme_id', 'title'])
    .where('year', '=', theme.year)
    .where('quarter', '=', theme.quarter)
    .execute();
  const has = (cellId: string) =>
    present.some(
      ({ cell_id, theme_id, title }) =>
        cell_id === cellId &&
        ((theme.themeId !== null && theme_id === theme.themeId) || searchKey(title) === searchKey(theme.title)),
    );
  const entries = [...new Set(theme.cellIds)]
    .filter((cellId) => !has(cellId))
    .map((cell_id) => ({
      ...{ cell_id, quarter: theme.quarter, theme_id: theme.themeId, title: theme.title },
      ...{ preparer: null, preparer_id: null, planned_month: null, note: null },
    }));
  return savePlan(db, { year: theme.year, entries, removed: [] });
}
