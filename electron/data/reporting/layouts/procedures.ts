import { SochiboError } from '../../errors.ts';
import { asDay } from '../../petitions/days.ts';
import { os } from '../../procedures.ts';
import type { Session } from '../../session.ts';
import type { Report } from '../report.ts';
import type { ReportForm } from '../report-forms.ts';
import { reports } from '../reports/index.ts';
import { standardLayout } from './apply-layout.ts';
import { checkLayout } from './check-layout.ts';
import { endLayouts, layoutOn, readSavedLayouts, saveLayout } from './saved-layouts.ts';

export const reportLayoutProcedures = os.reportLayouts.router({
  get: os.reportLayouts.get.handler(async ({ context: { session }, input: { code, day } }) => {
    const { report, form } = formOf(session, code);
    const saved = await layoutOn(session.office.db, code, asDay(day));
    const standard = standardLayout(form, report.title);
    return {
      layout: saved?.layout ?? standard,
      own_since: saved?.valid_from ?? null,
      standard,
      part_heading: form.layout.part?.heading ?? null,
      columns: form.columns.map(({ key, label, type }) => ({ key, label, type })),
    };
  }),
  save: os.reportLayouts.save.handler(async ({ context: { session }, input: { code, valid_from, layout } }) => {
    checkLayout(layout, formOf(session, code).form);
    await session.office.write('Lưu bố cục biểu', code, (db) =>
      saveLayout(db, code, { layout, validFrom: asDay(valid_from) }),
    );
    return null;
  }),
  reset: os.reportLayouts.reset.handler(async ({ context: { session }, input: { code, from } }) => {
    formOf(session, code);
    await session.office.write('Dùng lại bố cục mặc định', code, (db) => endLayouts(db, code, asDay(from)));
    return null;
  }),
  history: os.reportLayouts.history.handler(async ({ context: { session }, input: { code } }) => {
    formOf(session, code);
    const saved = await readSavedLayouts(session.office.db, code);
    return saved.map(({ valid_from, valid_to, layout }) => ({ valid_from, valid_to, layout }));
  }),
});

function formOf(session: Session, code: string): { report: Report; form: ReportForm } {
  const report = reports.find((candidate) => candidate.code === code);
  const form = session.reportForms.get(code);
  if (!report || !form) throw new SochiboError('not_found', `Không có báo cáo "${code}".`);
  return { report, form };
}
