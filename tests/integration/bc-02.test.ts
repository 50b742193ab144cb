import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ReportResult, reportResult } from '../../electron/contract/reports.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { runReport } from '../../electron/data/reporting/run-report.ts';
import { resourcesDir } from '../support/office.ts';
import type { Sample, TruthOfficial } from '../support/truth.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

const forms = loadReportForms(resourcesDir);

/** The columns of the year whose figures the truth has. */
function ofYear(truth: TruthOfficial): Record<string, number | null> {
  return {
    quota_year: truth.quota,
    quota_to_date: truth.quota,
    visits: truth.counted,
    visits_year_to_date: truth.counted,
    shortfall: truth.shortfall,
    missed_with_reason: truth.missed_with_reason,
    missed_without_reason: truth.missed_without_reason,
    substitute_sent: truth.planned_substituted,
    reports_submitted: truth.reports?.submitted ?? null,
    reports_due: truth.reports?.due ?? null,
    reports_late: truth.reports?.late ?? null,
    petitions: null,
  };
}

function only(figures: ReportResult['total'] | undefined, keys: Record<string, unknown>) {
  return Object.fromEntries(Object.keys(keys).map((key) => [key, figures?.[key]]));
}

describe.each<[Sample, number]>([
  ['district-a', 60],
  ['commune-b', 8],
])('BC-02 of %s', (sample, officials) => {
  let made: TruthOffice;
  beforeAll(async () => {
    made = await truthOffice(sample);
  }, 60_000);
  afterAll(() => made.remove());

  const run = (period: string, unit?: string) =>
    runReport({ db: made.office.db, forms }, { code: 'BC-02', period, unit });

  test('the year equals the truth for each official', async () => {
    const { rows } = await run('2024');
    const shown = rows.filter(({ kind }) => kind === 'official');
    expect(shown).toHaveLength(officials);
    for (const [code, truth] of Object.entries(made.truth.figures.officials.by_official)) {
      const expected = ofYear(truth);
      const row = shown.find(({ key }) => key === code);
      expect(only(row?.figures, expected), code).toEqual(expected);
      const note = truth.attended_outside === 0 ? null : `Ngoài phân công, không tính: ${truth.attended_outside} lượt`;
      expect(row?.texts['Ghi chú'], code).toBe(note);
    }
  });

  test('has the shape the contract promises', async () => {
    expect(reportResult.parse(await run('2024'))).toEqual(await run('2024'));
  });

  test('the year equals the truth for the total', async () => {
    const { total } = await run('2024');
    const { total: truth } = made.truth.figures.officials;
    const expected = {
      quota_year: truth.quota,
      visits: truth.counted,
      shortfall: truth.shortfall,
      missed_with_reason: truth.missed_with_reason,
      missed_without_reason: truth.missed_without_reason,
      substitute_sent: truth.planned_substituted,
    };
    expect(only(total, expected)).toEqual(expected);
  });

  test('each month and the year to date equal the truth; the shortfall is only of the year', async () => {
    for (const month of [1, 6, 11]) {
      const { rows } = await run(`2024-${String(month).padStart(2, '0')}`);
      for (const { key, kind, figures } of rows) {
        const truth = made.truth.figures.officials.by_official[key];
        if (kind !== 'official' || !truth) continue;
        const toDate = truth.counted_by_month.slice(0, month).reduce((sum, visits) => sum + visits, 0);
        expect(figures, key).toMatchObject({
          visits: truth.counted_by_month[month - 1],
          visits_year_to_date: toDate,
          shortfall: null,
        });
      }
    }
  });

  test('R41 the visits of an official are those of the rows under it; the quota stands on the official', async () => {
    const { rows } = await run('2024');
    for (const official of rows.filter(({ kind }) => kind === 'official')) {
      const parts = rows.filter(({ parent }) => parent === official.key);
      expect(parts.length, official.name).toBeGreaterThan(0);
      for (const key of ['visits', 'visits_regular', 'missed_with_reason', 'substitute_sent']) {
        const sum = parts.reduce((total, part) => total + (part.figures[key] ?? 0), 0);
        expect(sum, `${official.name} ${key}`).toBe(official.figures[key]);
      }
      expect(parts.map(({ figures }) => figures.quota_year)).toEqual(parts.map(() => null));
    }
  });
});

describe('BC-02 of officials whose year is broken', () => {
  let made: TruthOffice;
  beforeAll(async () => {
    made = await truthOffice('district-a');
  }, 60_000);
  afterAll(() => made.remove());

  const row = async (period: string, key: string) => {
    const { rows } = await runReport({ db: made.office.db, forms }, { code: 'BC-02', period });
    return rows.find((candidate) => candidate.key === key);
  };

  test('R27 a change of title in mid-year adds the two rows of the annex, each rounded up by itself', async () => {
    expect((await row('2024', 'O042'))?.figures.quota_year).toBe(2 + 3);
    expect((await row('2024-H1', 'O042'))?.figures).toMatchObject({ quota_year: 5, quota_to_date: 2 });
  });

  test('R28 an assignment from September is not in the report of July, and is prorated in December', async () => {
    expect(await row('2024-07', 'O048')).toBeUndefined();
    expect((await row('2024-12', 'O048'))?.figures.quota_to_date).toBe(2);
  });

  test('with a unit: the officials assigned to it, to its cells or to what it lies in', async () => {
    const of = async (unit: string) => {
      const { rows } = await runReport({ db: made.office.db, forms }, { code: 'BC-02', period: '2024', unit });
      return rows.filter(({ kind }) => kind === 'official').map(({ key }) => key);
    };
    const assigned = (targets: (target: string) => boolean) =>
      new Set(made.truth.assignments.filter(({ target }) => targets(target)).map(({ official }) => official));
    expect(new Set(await of('G05'))).toEqual(assigned((target) => target === 'G05' || target.startsWith('G05-')));
    expect(new Set(await of('G05-01'))).toEqual(assigned((target) => target === 'G05' || target === 'G05-01'));
  });
});
