import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportResult } from '../../electron/contract/reports.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { runReport } from '../../electron/data/reporting/run-report.ts';
import { resourcesDir } from '../support/office.ts';
import type { Sample } from '../support/truth.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';
import { addTruthPetitions } from '../support/truth-petitions.ts';

const forms = loadReportForms(resourcesDir);
const codes = ['BC-02', 'BC-04', 'BC-05', 'BC-07'] as const;
/** Means, not sums. */
const means = ['average_minutes'];

const anyPeriod = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((month) => `2024-${String(month).padStart(2, '0')}`),
  fc.constantFrom('2024', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024-H1', '2024-H2', '2024-9M'),
);

type Figures = ReportResult['total'];

/** How many figures of a parent were compared with those of its parts. */
function compare(columns: ReportResult['columns'], parent: Figures, parts: readonly Figures[], where: string): number {
  let compared = 0;
  for (const { key, type } of columns) {
    if (type !== 'int' || means.includes(key)) continue;
    const known = parts.map((part) => part[key] ?? null).filter((value) => value !== null);
    // What no part says stands on the parent alone (the quota of an official), or is not known (R42).
    if (known.length === 0) continue;
    const figure = parent[key] ?? null;
    if (figure === null)
      expect(known.length, `${where} ${key}: unknown only where a part is`).toBeLessThan(parts.length);
    else expect(figure, `${where} ${key}`).toBe(known.reduce((sum, value) => sum + value, 0));
    compared += 1;
  }
  return compared;
}

describe.each<Sample>(['district-a', 'commune-b'])('R41 of %s: a parent’s figure equals Σ children', (sample) => {
  let made: TruthOffice;
  beforeAll(async () => {
    made = await truthOffice(sample);
    await addTruthPetitions(made);
  }, 60_000);
  afterAll(() => made.remove());

  const run = (code: string, period: string, unit?: string) =>
    runReport({ db: made.office.db, forms }, { code, period, unit });

  test.each(codes)(
    '%s in whatever period: every row with rows under it, and the total of the rows above',
    async (code) => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(anyPeriod, async (period) => {
          const { columns, rows, total } = await run(code, period);
          const under = Map.groupBy(rows, ({ parent }) => parent);
          for (const { key, name, figures } of rows) {
            const parts = (under.get(key) ?? []).map((row) => row.figures);
            if (parts.length > 0) compared += compare(columns, figures, parts, `${period} ${name}`);
          }
          const top = (under.get(null) ?? []).map((row) => row.figures);
          if (top.length > 0) compared += compare(columns, total, top, `${period} total`);
        }),
        { numRuns: 6 },
      );
      expect(compared).toBeGreaterThan(0);
    },
    60_000,
  );

  test.each(['BC-04', 'BC-05', 'BC-07'])(
    '%s made for each organisation adds up to that of the whole office',
    async (code) => {
      const whole = await run(code, '2024-06');
      const organisations = (await run('BC-05', '2024-06')).rows.filter(({ kind }) => kind === 'organisation');
      const parts: Figures[] = [];
      for (const { key } of organisations) parts.push((await run(code, '2024-06', key)).total);
      expect(compare(whole.columns, whole.total, parts, 'Σ organisations')).toBeGreaterThan(3);
    },
    60_000,
  );
});
