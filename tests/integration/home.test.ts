import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { homeCharts as chartsContract } from '../../electron/contract/home.ts';
import { homeCharts } from '../../electron/data/home/charts.ts';
import { homeItems } from '../../electron/data/home/items.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { runReport } from '../../electron/data/reporting/run-report.ts';
import { resourcesDir } from '../support/office.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

const forms = loadReportForms(resourcesDir);

describe('the page of today, of district-a', () => {
  let made: TruthOffice;
  beforeAll(async () => {
    made = await truthOffice('district-a');
  }, 60_000);
  afterAll(() => made.remove());

  test('attendance by month is that of the truth (R12)', async () => {
    const { attendance } = chartsContract.parse(await homeCharts({ db: made.office.db, forms }, '2024-12-31'));
    expect(attendance).toHaveLength(12);
    for (const { month, present, due, percent } of attendance) {
      const truth = made.truth.figures.periods[month]?.total;
      expect({ month, present, due, percent }).toEqual({
        month,
        present: truth?.present,
        due: truth?.due,
        percent: truth?.rate,
      });
    }
  });

  test('months after the last one known have no value, not zero (R42)', async () => {
    const { attendance } = await homeCharts({ db: made.office.db, forms }, '2025-02-28');
    expect(attendance.map(({ percent }) => percent)).toEqual([null, null]);
  });

  test('officials behind their quota at the end of the year are those with a shortfall in the truth', async () => {
    const items = await homeItems({ db: made.office.db, forms }, { asOf: '2024-12-31', month: '2024-12' });
    const behind = items.find(({ topic }) => topic === 'quota_behind');
    const short = Object.entries(made.truth.figures.officials.by_official).filter(([, { shortfall }]) => shortfall > 0);
    expect(behind?.records.map(({ id }) => id).sort()).toEqual(short.map(([code]) => code).sort());
    expect(behind?.count).toBe(short.length);
  });

  test("the rooms' lists stand on the page with their records", async () => {
    const items = await homeItems({ db: made.office.db, forms }, { asOf: '2024-12-31', month: '2024-12' });
    const { no_assignment_at_all: nobody } = made.truth.figures.cells_without_official;
    const missing = made.truth.figures.periods['2024-12']?.total.not_reported;
    const countOf = (topic: string) => items.find((item) => item.topic === topic)?.count ?? 0;
    expect(countOf('cells_without_official')).toBe(nobody.length);
    expect(countOf('meetings_missing')).toBe(missing);
    for (const { count, sentence, records } of items) {
      expect(sentence).toMatch(new RegExp(`^${count} `, 'u'));
      expect(records.length).toBeGreaterThanOrEqual(count);
    }
    expect(items.map(({ urgency }) => urgency)).toEqual(
      items
        .map(({ urgency }) => urgency)
        .sort((a, b) => ['late', 'soon', 'gap'].indexOf(a) - ['late', 'soon', 'gap'].indexOf(b)),
    );
  });

  test('the progress of the groups adds up to the total of BC-02', async () => {
    const source = { db: made.office.db, forms };
    const [{ quota }, { total }] = await Promise.all([
      homeCharts(source, '2024-09-30'),
      runReport(source, { code: 'BC-02', period: '2024-09' }),
    ]);
    expect(quota.reduce((sum, group) => sum + group.quota, 0)).toBe(total.quota_to_date);
  });
});
