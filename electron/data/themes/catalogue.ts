import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import type { ThemeRecord } from '../../contract/themes.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { changedColumns } from '../schema/row-changes.ts';
import { cleanLine } from '../vietnamese/clean-text.ts';
import { searchKey } from '../vietnamese/fold.ts';
import type { RequiredTheme } from './coverage.ts';
import { quarterDays } from './plan-year.ts';

const codes = z.array(z.string());

/** The catalogue by title; with `year`, without what was in force, or compulsory, in other years only. */
export async function listThemes(db: Kysely<Tables>, year: number | null): Promise<ThemeRecord[]> {
  const [themes, labels, uses] = await Promise.all([
    db.selectFrom('theme').selectAll().orderBy('search_key').orderBy('id').execute(),
    db.selectFrom('code_list').select(['code', 'label']).where('list', '=', 'cell_types').execute(),
    db
      .selectFrom('thematic_plan')
      .select((eb) => ['theme_id', eb.fn.countAll<number>().as('count')])
      .where('theme_id', 'is not', null)
      .groupBy('theme_id')
      .execute(),
  ]);
  const labelOf = new Map(labels.map(({ code, label }) => [code, label]));
  const usesOf = new Map(uses.map(({ theme_id, count }) => [theme_id, count]));
  return themes
    .filter(
      ({ required_year, valid_from, valid_to }) =>
        year === null ||
        ((required_year === null || required_year === year) &&
          (valid_from === null || valid_from <= `${year}-12-31`) &&
          (valid_to === null || valid_to >= `${year}-01-01`)),
    )
    .map(({ search_key: _, ...theme }) => {
      const cell_types = codes.parse(JSON.parse(theme.cell_types));
      return {
        ...theme,
        cell_types,
        cell_type_labels: cell_types.map((code) => labelOf.get(code) ?? code),
        planned: usesOf.get(theme.id) ?? 0,
      };
    });
}

/** Themes a document makes compulsory in a quarter: those of the year that name it, or no quarter at all. */
export async function compulsoryThemes(
  db: Kysely<Tables>,
  { year, quarter }: { year: number; quarter: number },
): Promise<RequiredTheme[]> {
  const { from, to } = quarterDays(year, quarter);
  const themes = await listThemes(db, year);
  return themes
    .filter(
      (theme) =>
        theme.required_by !== null &&
        theme.required_year === year &&
        theme.required_quarter === quarter &&
        (theme.valid_from === null || theme.valid_from <= to) &&
        (theme.valid_to === null || theme.valid_to >= from),
    )
    .map(({ id, title, required_by, cell_types }) => ({ id, title, requiredBy: required_by, cellTypes: cell_types }));
}

/**
 * Writes a theme, new or changed, and answers its id. Throws `not_found`; `wrong_arguments` for a quarter or year without
 * the document that makes it compulsory, or a document without both.
 */
export async function saveTheme(
  db: Kysely<Tables>,
  { id, ...theme }: Omit<ThemeRecord, 'id' | 'cell_type_labels' | 'planned'> & { id?: string | undefined },
): Promise<string> {
  const requiredBy = theme.required_by === null ? null : cleanLine(theme.required_by) || null;
  const said = [requiredBy, theme.required_year, theme.required_quarter].filter((part) => part !== null);
  if (said.length !== 0 && said.length !== 3) {
    throw new SochiboError(
      'wrong_arguments',
      'Chuyên đề bắt buộc cần đủ văn bản quy định, năm và quý; chuyên đề tự chọn để trống cả ba.',
    );
  }
  const title = cleanLine(theme.title);
  const columns = {
    ...theme,
    title,
    search_key: searchKey(title),
    required_by: requiredBy,
    cell_types: JSON.stringify(theme.cell_types),
  };
  if (id === undefined) {
    const made = newId();
    await db
      .insertInto('theme')
      .values({ ...columns, id: made })
      .execute();
    return made;
  }
  const row = await db.selectFrom('theme').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Không có chuyên đề này trong danh mục.');
  const changes = changedColumns(row, columns);
  if (changes !== null) await db.updateTable('theme').set(changes).where('id', '=', id).execute();
  return id;
}

/** Takes a theme out of the catalogue. Throws `conflict` while a plan uses it. */
export async function removeTheme(db: Kysely<Tables>, id: string): Promise<void> {
  const used = await db.selectFrom('thematic_plan').select('id').where('theme_id', '=', id).executeTakeFirst();
  if (used) {
    throw new SochiboError(
      'conflict',
      'Chuyên đề này đã có trong kế hoạch của chi bộ nên không xóa được. Ghi ngày hết hiệu lực thay cho xóa.',
    );
  }
  await db.deleteFrom('theme').where('id', '=', id).execute();
}
