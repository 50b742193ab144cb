import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportResult } from '../../electron/contract/reports.ts';
import { explain } from '../../electron/data/reporting/explain.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { reportWorkbook } from '../../electron/data/reporting/report-workbook.ts';
import { finishReport, runReport } from '../../electron/data/reporting/run-report.ts';
import { resourcesDir } from '../support/office.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

const forms = loadReportForms(resourcesDir);
const grades = { TOT: 'months_good', KHA: 'months_fair', TB: 'months_average', KEM: 'months_poor' } as const;
const monthly: readonly (string | null)[] = ['REGULAR', 'COMBINED'];
let made: TruthOffice;
beforeAll(async () => {
  made = await truthOffice('commune-b');
}, 60_000);
afterAll(() => made.remove());

const source = () => ({ db: made.office.db, forms });
const oneDecimal = (value: number) => Math.floor(value * 10 + 0.5 + 1e-9) / 10;

describe('BC-07 of commune-b', () => {
  test.each(['2024', '2024-Q3', '2024-07'])('%s: every cell equals the meetings of the truth', async (period) => {
    const result = reportResult.parse(await runReport(source(), { code: 'BC-07', period }));
    const inPeriod = (month: string) =>
      period === '2024-Q3' ? ['2024-07', '2024-08', '2024-09'].includes(month) : month.startsWith(period);
    const meetings = made.truth.meetings.filter(
      (one) => one.held && monthly.includes(one.type) && inPeriod(one.period),
    );
    const byCell = Map.groupBy(meetings, ({ cell }) => cell);
    expect(byCell.size).toBeGreaterThan(10);
    for (const [cell, own] of byCell) {
      const row = result.rows.find(({ key }) => key === cell);
      const scored = own.flatMap(({ score }) => (score === null ? [] : [score]));
      const mean = scored.length === 0 ? null : oneDecimal(scored.reduce((a, b) => a + b, 0) / scored.length);
      expect(row?.figures.average_score, cell).toBe(mean);
      for (const [grade, key] of Object.entries(grades)) {
        expect(row?.figures[key], `${cell} ${key}`).toBe(own.filter((one) => one.grade === grade).length);
      }
      for (const { period: month, score } of own) {
        expect(row?.figures[`score_${month.slice(5)}`], `${cell} ${month}`).toBe(
          score === null ? null : oneDecimal(score),
        );
      }
    }
  });

  test('the figure of a month opens to the rating it is', async () => {
    const rated = made.truth.meetings.find(
      (one) => one.period === '2024-07' && one.type === 'REGULAR' && one.score !== null,
    );
    const shown = await explain(source(), {
      ...{ code: 'BC-07', period: '2024', row: rated?.cell ?? '', column: 'score_07' },
    });
    expect(shown.rows).toMatchObject([{ entity: 'meeting', id: rated?.id, amount: rated?.score }]);
    expect(shown.rows[0]?.label).toContain('chi bộ tự chấm');
  });

  test('the return form has a grade beside the points of each month', async () => {
    const sender = { name: 'Đảng ủy xã', superior: 'Tỉnh ủy Quảng Trị', place: 'Khe Sơn' };
    const { sheets } = reportWorkbook(await finishReport(source(), { code: 'BC-07', period: '2024' }), sender);
    expect(sheets).toHaveLength(3);
    const july = sheets[1]?.columns.filter(({ under }) => under?.[0] === 'Tháng 7');
    expect(july?.map(({ key, label, type }) => [key, label, type])).toEqual([
      ['score_07', 'Điểm', 'percent1'],
      ['grade_07', 'Loại', 'text'],
    ]);
    const words = sheets[1]?.rows.map(({ cells }) => cells.grade_07);
    expect((words ?? []).filter((word) => !['Tốt', 'Khá', 'TB', 'Kém', ''].includes(String(word)))).toEqual([]);
    expect(words).toContain('Tốt');
  });
});
