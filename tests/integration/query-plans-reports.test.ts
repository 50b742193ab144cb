import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOffice } from '../../electron/data/office-file/create-office.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { reports } from '../../electron/data/reporting/reports/index.ts';
import { runReport } from '../../electron/data/reporting/run-report.ts';
import { environment, removableFolder, resourcesDir } from '../support/office.ts';
import { statementsOf, wholeScans } from '../support/query-plans.ts';

const forms = loadReportForms(resourcesDir);
const { folder, remove } = removableFolder();

let office: Office;
beforeAll(async () => {
  office = await createOffice(
    { path: `${folder}/so.sochibo`, level: 'district', name: 'Huyện ủy Khe Sơn', superior: 'Tỉnh', place: 'Khe Sơn' },
    environment,
  );
});
afterAll(() => {
  office.close();
  remove();
});

/** Tables that grow with the years: a report of a period reads them through an index. */
const growing = ['meeting', 'attendance', 'rating', 'rating_item', 'task', 'audit_log'];

/** Whole readings that an index would not spare. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // A meeting that fulfils a plan of the year may be of any day.
  'BC-08': ['meeting'],
};

it.each(reports.map(({ code }) => code))('%s of a year goes through no growing table from end to end', async (code) => {
  const statements = await statementsOf(() => runReport({ db: office.db, forms }, { code, period: '2024' }));
  expect(statements.length).toBeGreaterThan(3);
  const unexpected = wholeScans(statements, growing).filter(({ table }) => !allowed[code]?.includes(table));
  expect(unexpected).toEqual([]);
});
