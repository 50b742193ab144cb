import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportResult } from '../../electron/contract/reports.ts';
import { explain } from '../../electron/data/reporting/explain.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { finishReport, runReport } from '../../electron/data/reporting/run-report.ts';
import { resourcesDir } from '../support/office.ts';
import type { Sample } from '../support/truth.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

const forms = loadReportForms(resourcesDir);

describe.each<Sample>(['district-a', 'commune-b'])('BC-03 of %s', (sample) => {
  let made: TruthOffice;
  beforeAll(async () => {
    made = await truthOffice(sample);
  }, 60_000);
  afterAll(() => made.remove());

  const source = () => ({ db: made.office.db, forms });
  const inForce = (day: string) =>
    made.truth.assignments.filter(({ from, to }) => from <= day && (to === null || to >= day));

  test.each([
    ['2024-03', '2024-03-31'],
    ['2024-08', '2024-08-31'],
    ['2024', '2024-12-31'],
  ])('%s: each official has the places and visits of the assignments in force', async (period, day) => {
    const result = await runReport(source(), { code: 'BC-03', period });
    expect(reportResult.parse(result)).toEqual(result);
    const expected = [...Map.groupBy(inForce(day), ({ official }) => official)].map(([official, own]) => [
      official,
      new Set(own.map(({ target }) => target)).size,
      [...new Map(own.map(({ block, min_visits_per_year }) => [block, min_visits_per_year])).values()].reduce(
        (sum, visits) => sum + visits,
        0,
      ),
    ]);
    expect(result.rows.map(({ key, figures }) => [key, figures.places, figures.min_visits]).sort()).toEqual(
      expected.sort(),
    );
    const all = await explain(source(), { code: 'BC-03', period, row: 'total', column: 'places' });
    expect(all.rows).toHaveLength(expected.reduce((sum, [, places]) => sum + Number(places), 0));
  });

  test('both directions are sheets of their own; no cell stands on two of them', async () => {
    const { lists } = await finishReport(source(), { code: 'BC-03', period: '2024' });
    const rowsOf = (name: string) =>
      (lists?.find((list) => list.name === name)?.rows ?? []).filter(({ kind }) => kind === 'data');
    expect(rowsOf('Theo cán bộ')).toHaveLength(inForce('2024-12-31').length);
    const cells = made.truth.organisations.filter(
      ({ kind, valid_from, valid_to }) =>
        (kind === 'CB_CS' || kind === 'CB_TT_DUCS') &&
        !(valid_to && valid_to < '2024-12-31') &&
        !(valid_from && valid_from > '2024-12-31'),
    );
    expect(rowsOf('Theo chi bộ').length + rowsOf('Chưa phân công').length).toBe(cells.length);
    const first = rowsOf('Theo chi bộ').find(({ cells: { officials } }) => officials !== '');
    expect(made.truth.officials.map(({ name }) => name)).toContain(String(first?.cells.officials).split('; ')[0]);
  });
});
