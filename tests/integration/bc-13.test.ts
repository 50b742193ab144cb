import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportResult } from '../../electron/contract/reports.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { explain } from '../../electron/data/reporting/explain.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { finishReport, runReport } from '../../electron/data/reporting/run-report.ts';
import { readImportTruth } from '../support/import-truth.ts';
import { importSample } from '../support/imported-office.ts';
import { resourcesDir } from '../support/office.ts';
import { day } from '../support/report-material.ts';
import { readTruth } from '../support/truth.ts';

const forms = loadReportForms(resourcesDir);
const truth = readTruth('commune-b');
const { members } = readImportTruth('commune-b');
const folder = mkdtempSync(join(tmpdir(), 'sochibo-bc13-'));
let office: Office;
beforeAll(async () => {
  ({ office } = await importSample('commune-b', folder));
}, 120_000);
afterAll(() => {
  office.close();
  rmSync(folder, { recursive: true, force: true });
});

const source = () => ({ db: office.db, forms, madeOn: day('2025-01-15') });
const year = { code: 'BC-13', period: '2024' };

test('the absences are those of the register, and the exempt members those of the roster', async () => {
  const { total } = await runReport(source(), year);
  expect(total.absent_unexcused).toBe(truth.figures.periods['2024']?.total.absent_unexcused);
  const exempt = members.filter(({ status }) => status === 'MSH').map(({ name }) => name);
  const { value, rows } = await explain(source(), { ...year, row: 'total', column: 'exempt' });
  expect(value).toBe(exempt.length);
  expect(rows.map(({ label }) => label).sort()).toEqual(exempt.sort());
  expect(new Set(rows.map(({ entity }) => entity))).toEqual(new Set(['member']));
});

test('R14 who was excused in five meetings in a row of G01-12 stands on the list, and nobody else', async () => {
  const { lists } = await finishReport(source(), year);
  const streak = members.find(({ id }) => id === 'M00167')?.name;
  const rows = lists?.find(({ name }) => name.startsWith('Vắng có lý do'))?.rows ?? [];
  expect(rows.map(({ cells }) => [cells.name, cells.times, cells.when])).toEqual([
    [streak, 5, '04/2024; 05/2024; 06/2024; 07/2024; 08/2024'],
  ]);
});

test('every figure opens to its rows, sums equal their parts (R41), and the shape is the contract’s', async () => {
  const result = await runReport(source(), year);
  expect(reportResult.parse(result)).toEqual(result);
  for (const { key } of result.columns) {
    const parts = result.rows.filter(({ parent }) => parent === null).map(({ figures }) => figures[key] ?? null);
    const known = parts.filter((part) => part !== null);
    if (known.length > 0) expect(result.total[key], key).toBe(known.reduce((sum, part) => sum + part, 0));
    const { rows, value } = await explain(source(), { ...year, row: 'total', column: key });
    if (value !== null)
      expect(
        rows.reduce((sum, { amount }) => sum + amount, 0),
        key,
      ).toBe(value);
    for (const { label, id } of rows) expect(label, key).not.toBe(id);
  }
});
