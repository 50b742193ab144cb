import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportResult } from '../../electron/contract/reports.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { runReport } from '../../electron/data/reporting/run-report.ts';
import { bc05Truth, expectFigures } from '../support/bc-05-truth.ts';
import { resourcesDir } from '../support/office.ts';
import { day } from '../support/report-material.ts';
import type { Sample } from '../support/truth.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

const forms = loadReportForms(resourcesDir);
const months = Array.from({ length: 12 }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}`);
const periods = [...months, '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024'];

describe.each<[Sample, number]>([
  ['district-a', 45],
  ['commune-b', 1],
])('BC-05 of %s', (sample, organisations) => {
  let made: TruthOffice;
  beforeAll(async () => {
    made = await truthOffice(sample);
  }, 60_000);
  afterAll(() => made.remove());

  const run = (period: string, unit?: string) =>
    runReport({ db: made.office.db, forms }, { code: 'BC-05', period, unit });

  test.each(periods)('%s equals the truth for the total and each organisation', async (period) => {
    const result = await run(period);
    const truth = made.truth.figures.periods[period];
    if (!truth) throw new Error(`no truth for ${period}`);
    expectFigures(`${period} total`, result.total, truth.total);
    const shown = result.rows.filter(({ kind }) => kind === 'organisation');
    expect(shown).toHaveLength(organisations);
    expect(shown.map(({ key }) => key).sort()).toEqual(Object.keys(truth.by_org).map(made.idOf).sort());
    for (const [code, figures] of Object.entries(truth.by_org)) {
      const row = shown.find(({ key }) => key === made.idOf(code));
      expectFigures(`${period} ${code}`, row?.figures ?? {}, figures);
    }
  });

  test('every column stands in a group of the return form', async () => {
    const { columns } = await run('2024-07');
    expect(columns.filter(({ group }) => group === null)).toEqual([]);
    expect(columns.find(({ key }) => key === 'attendance_rate')?.group).toBe('Dự sinh hoạt');
  });

  test('the cells that missed a quarter are those required without those done (R5)', async () => {
    for (const quarter of ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']) {
      const result = await run(quarter);
      const truth = made.truth.figures.periods[quarter];
      const missing = new Map([['total', truth?.total], ...Object.entries(truth?.by_org ?? {})]);
      for (const [code, figures] of missing) {
        const shown = code === 'total' ? result.total : result.rows.find(({ key }) => key === made.idOf(code))?.figures;
        const list = figures?.cells_missing_thematic;
        expect(Array.isArray(list), quarter).toBe(true);
        const { thematic_required_cells: required = null, thematic_done_cells: done = null } = shown ?? {};
        expect((required ?? 0) - (done ?? 0), `${quarter} ${code}`).toBe(Array.isArray(list) ? list.length : null);
      }
    }
  });

  test('R41 an organisation is the sum of its cells, a rate of sums and never a mean', async () => {
    const { rows } = await run('2024-Q3');
    for (const parent of rows.filter(({ kind }) => kind === 'organisation')) {
      const cells = rows.filter((row) => row.parent === parent.key);
      if (cells.length === 0) continue;
      for (const key of Object.keys(bc05Truth)) {
        if (key === 'attendance_rate') continue;
        const total = cells.reduce((sum, cell) => sum + (cell.figures[key] ?? 0), 0);
        expect(parent.figures[key], `${parent.name} ${key}`).toBe(total);
      }
    }
  });

  test('a unit has its own rows and the same figures', async () => {
    const whole = await run('2024-07');
    const code = sample === 'district-a' ? 'G05' : 'G01';
    const part = await run('2024-07', made.idOf(code));
    const row = whole.rows.find(({ key }) => key === made.idOf(code));
    expect(part.total).toEqual(row?.figures);
    expect(part.rows.map(({ key }) => key)).toEqual(
      whole.rows.filter(({ key, parent }) => key === row?.key || parent === row?.key).map(({ key }) => key),
    );
    const cell = await run('2024-07', 'G01-01');
    expect(cell.rows).toMatchObject([{ key: 'G01-01', kind: 'cell', parent: null }]);
  });

  test('has the shape the contract promises', async () => {
    expect(reportResult.parse(await run('2024'))).toEqual(await run('2024'));
  });

  test('while the period runs it is known up to the day the report is made', async () => {
    const source = { db: made.office.db, forms, madeOn: day('2024-02-20') };
    const [running, over] = [
      await runReport(source, { code: 'BC-05', period: '2024-Q1' }),
      await runReport({ ...source, madeOn: day('2025-01-15') }, { code: 'BC-05', period: '2024-Q1' }),
    ];
    expect([running.as_of, over.as_of]).toEqual(['2024-02-20', '2024-03-31']);
  });
});
