import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { explain, explainFigure } from '../../electron/data/reporting/explain.ts';
import { type FigureRow, figureValue } from '../../electron/data/reporting/figure.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { finishReport, runReport } from '../../electron/data/reporting/run-report.ts';
import { ratioPercent, roundHalfUp } from '../../electron/data/vietnamese/numbers.ts';
import { resourcesDir } from '../support/office.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

const forms = loadReportForms(resourcesDir);
let made: TruthOffice;
beforeAll(async () => {
  made = await truthOffice('commune-b');
}, 60_000);
afterAll(() => made.remove());

describe('decision 5: a figure is a value and the rows behind it', () => {
  const cases = ['BC-05', 'BC-02'].flatMap((code) =>
    ['2024-07', '2024-Q3', '2024'].map((period) => ({ code, period })),
  );

  test.each(cases)('$code $period: every figure is what its rows add up to', async ({ code, period }) => {
    const source = { db: made.office.db, forms };
    const result = await runReport(source, { code, period });
    const finished = await finishReport(source, { code, period });
    const lines = [
      ...result.rows.map(({ key, figures }) => ({ key, figures })),
      { key: 'total', figures: result.total },
    ];
    for (const { key, figures } of lines) {
      for (const [column, value] of Object.entries(figures)) {
        const explained = await explainFigure(source.db, finished, { row: key, column });
        const added = explained.rows.reduce((sum, row) => sum + row.amount, 0);
        const where = `${key} ${column}`;
        expect(explained.value, where).toBe(value);
        switch (explained.how) {
          case 'count':
          case 'sum':
            expect(added, where).toBe(value);
            if (explained.how === 'count') expect(explained.rows, where).toHaveLength(value ?? -1);
            break;
          case 'ratio':
            expect(explained.parts?.numerator, where).toBe(added);
            expect(ratioPercent(added, explained.parts?.denominator ?? 0), where).toBe(value);
            break;
          case 'average':
            expect(explained.parts, where).toEqual({ numerator: added, denominator: explained.rows.length });
            expect(explained.rows.length === 0 ? null : roundHalfUp(added / explained.rows.length, 0), where).toBe(
              value,
            );
            break;
          case 'unknown':
            expect(value, where).toBeNull();
            expect(explained.rows, where).toEqual([]);
        }
        expect(explained.rows.filter(({ label }) => label === '' || label === undefined)).toEqual([]);
      }
    }
  });

  test('no record is behind a count twice, but a cell once a quarter or once a month', async () => {
    for (const code of ['BC-05', 'BC-02']) {
      const { total } = await finishReport({ db: made.office.db, forms }, { code, period: '2024' });
      for (const [column, figure] of Object.entries(total)) {
        if (figure.how !== 'count') continue;
        const keys = figure.rows.map(({ entity, id, note }: FigureRow) => `${entity} ${id} ${note}`);
        expect(new Set(keys).size, `${code} ${column}`).toBe(figureValue(figure));
      }
    }
  });
});

describe('decision 5 over a whole district', () => {
  test('the figures of the last line are what their rows add up to', async () => {
    const district = await truthOffice('district-a');
    onTestFinished(district.remove);
    const source = { db: district.office.db, forms };
    for (const code of ['BC-05', 'BC-02']) {
      const finished = await finishReport(source, { code, period: '2024-Q3' });
      for (const [column, figure] of Object.entries(finished.total)) {
        const { value, how, rows, parts } = await explainFigure(source.db, finished, { row: 'total', column });
        const added = rows.reduce((sum, { amount }) => sum + amount, 0);
        expect(value, column).toBe(figureValue(figure));
        if (how === 'count' || how === 'sum') expect(added, column).toBe(value);
        else if (how !== 'unknown') expect(added, column).toBe(parts?.numerator);
        expect(
          rows.filter(({ label, id }) => label === id),
          column,
        ).toEqual([]);
      }
    }
  }, 60_000);
});

describe('what the list says', () => {
  const ask = (code: string, row: string, column: string, period = '2024-11') =>
    explain({ db: made.office.db, forms }, { code, period, row, column });

  test('a month without a meeting is named with its reason', async () => {
    expect(await ask('BC-05', 'total', 'cells_not_met')).toMatchObject({
      label: 'Tổng cộng · Không sinh hoạt · Tháng 11/2024',
      value: 1,
      rows: [
        {
          entity: 'meeting',
          id: 'MT-G01-03-2024-11-1',
          label: 'Chi bộ thôn Pa Hy, tháng 11/2024',
          context: 'không họp: Mưa lũ chia cắt, không tổ chức sinh hoạt, kỳ tháng 11/2024, Đảng bộ xã Thủy Khoan',
        },
      ],
    });
  });

  test('a visit names the official, the cell and the day', async () => {
    const { rows } = await ask('BC-02', 'O007', 'visits', '2024-12');
    expect(rows.map(({ label }) => label)).toContain('Dương Thị Khánh, Chi bộ thôn Pa Hy, 03/12/2024');
  });

  test('a row, a column, a report or a unit there is not is refused in words', async () => {
    await expect(ask('BC-05', 'không có', 'due')).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask('BC-05', 'total', 'không có')).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask('BC-99', 'total', 'due')).rejects.toMatchObject({
      code: 'wrong_arguments',
      message: expect.stringContaining('BC-02, BC-04, BC-05'),
    });
    await expect(
      runReport({ db: made.office.db, forms }, { code: 'BC-05', period: '2024', unit: 'không có' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
