import { os } from '../procedures.ts';
import { listThemes, removeTheme, saveTheme } from './catalogue.ts';
import { missingThemes } from './missing-themes.ts';
import { planOfYear } from './plan-year.ts';
import { copyTheme, savePlan } from './save-plan.ts';

export const themeProcedures = {
  catalogue: os.themes.catalogue.handler(({ context: { session }, input }) =>
    listThemes(session.office.db, input.year ?? null),
  ),
  saveTheme: os.themes.saveTheme.handler(async ({ context: { session }, input }) => {
    const action = input.id === undefined ? 'Thêm chuyên đề' : 'Sửa chuyên đề';
    const id = await session.office.write(action, input.title, (db) => saveTheme(db, input));
    return { id };
  }),
  removeTheme: os.themes.removeTheme.handler(async ({ context: { session }, input }) => {
    await session.office.write('Xóa chuyên đề', 'Danh mục chuyên đề', (db) => removeTheme(db, input.id));
    return {};
  }),
  plan: os.themes.plan.handler(({ context: { session }, input }) =>
    planOfYear(session.office.db, { year: input.year, organisationId: input.organisation_id }),
  ),
  savePlan: os.themes.savePlan.handler(async ({ context: { session }, input }) => {
    const changed = await session.office.write('Sửa kế hoạch chuyên đề', `Năm ${input.year}`, (db) =>
      savePlan(db, input),
    );
    return { changed };
  }),
  copy: os.themes.copy.handler(async ({ context: { session }, input }) => {
    const { year, quarter, title } = input;
    const added = await session.office.write(
      'Giao chuyên đề cho nhiều chi bộ',
      `${title}, quý ${quarter}/${year}`,
      (db) => copyTheme(db, { year, quarter, title, themeId: input.theme_id, cellIds: input.cell_ids }),
    );
    return { added };
  }),
  missing: os.themes.missing.handler(({ context: { session }, input }) =>
    missingThemes(session.office.db, {
      year: input.year,
      quarter: input.quarter,
      organisationId: input.organisation_id,
    }),
  ),
};
