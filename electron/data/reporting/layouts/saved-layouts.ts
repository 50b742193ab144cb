import type { Kysely } from 'kysely';
import { v7 as newId } from 'uuid';
import { type OfficeReportLayout, reportLayout } from '../../../contract/report-layouts.ts';
import { SochiboError } from '../../errors.ts';
import type { Tables } from '../../schema/database.ts';
import { isInForce } from '../../schema/dated.ts';
import { addDays, type IsoDate, parseIsoDate } from '../../vietnamese/dates.ts';

/** An office's own layout with the days it is in force; it always begins on a day. */
export interface SavedLayout {
  id: string;
  layout: OfficeReportLayout;
  valid_from: IsoDate;
  valid_to: IsoDate | null;
}

/** The office's own layouts of a report, the latest first. Throws `office_damaged` where one cannot be read. */
export async function readSavedLayouts(db: Kysely<Tables>, code: string): Promise<SavedLayout[]> {
  const rows = await db
    .selectFrom('report_layout')
    .select(['id', 'layout', 'valid_from', 'valid_to'])
    .where('report_code', '=', code)
    .orderBy('valid_from', 'desc')
    .execute();
  return rows.map(({ id, layout, valid_from, valid_to }) => {
    const from = parseIsoDate(valid_from ?? '');
    const parsed = reportLayout.safeParse(JSON.parse(layout));
    if (from === null || !parsed.success) {
      throw new SochiboError(
        'office_damaged',
        `Bố cục riêng của báo cáo ${code} trong sổ không đọc được. Lưu lại bố cục.`,
      );
    }
    return { id, layout: parsed.data, valid_from: from, valid_to: valid_to === null ? null : parseIsoDate(valid_to) };
  });
}

/** The own layout in force on a day; null: the program's. */
export async function layoutOn(db: Kysely<Tables>, code: string, day: IsoDate): Promise<SavedLayout | null> {
  return (await readSavedLayouts(db, code)).find((saved) => isInForce(saved, day)) ?? null;
}

/** Writes the layout from a day on; own layouts that began on it or later are replaced, an earlier one ends before it. */
export async function saveLayout(
  db: Kysely<Tables>,
  code: string,
  { layout, validFrom }: { layout: OfficeReportLayout; validFrom: IsoDate },
): Promise<void> {
  await endLayouts(db, code, validFrom);
  await db
    .insertInto('report_layout')
    .values({
      id: newId(),
      report_code: code,
      layout: JSON.stringify(layout),
      valid_from: validFrom,
      valid_to: null,
    })
    .execute();
}

/** From a day on there is no own layout: earlier ones end before it, later ones go. */
export async function endLayouts(db: Kysely<Tables>, code: string, from: IsoDate): Promise<void> {
  for (const { id, valid_from, valid_to } of await readSavedLayouts(db, code)) {
    if (valid_from >= from) await db.deleteFrom('report_layout').where('id', '=', id).execute();
    else if (valid_to === null || valid_to >= from) {
      await db
        .updateTable('report_layout')
        .set({ valid_to: addDays(from, -1) })
        .where('id', '=', id)
        .execute();
    }
  }
}
