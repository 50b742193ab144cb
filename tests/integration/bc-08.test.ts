import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportResult } from '../../electron/contract/reports.ts';
import { explain } from '../../electron/data/reporting/explain.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { finishReport, runReport } from '../../electron/data/reporting/run-report.ts';
import { resourcesDir } from '../support/office.ts';
import type { Sample } from '../support/truth.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';

const forms = loadReportForms(resourcesDir);
const shared = ['thematic_required_cells', 'thematic_done_cells', 'thematic_rate', 'thematic_meetings'] as const;
const pick = (figures: Readonly<Record<string, number | null>>) => shared.map((key) => figures[key]);

describe.each<Sample>(['district-a', 'commune-b'])('BC-08 of %s', (sample) => {
  let made: TruthOffice;
  beforeAll(async () => {
    made = await truthOffice(sample);
    await made.office.write('Kế hoạch', 'Quý III', (db) =>
      db
        .insertInto('thematic_plan')
        .values({
          id: 'plan 1',
          cell_id: 'G01-01',
          year: 2024,
          quarter: 3,
          theme_id: null,
          title: 'Xây dựng chi bộ bốn tốt',
          preparer: 'Nguyễn Văn An',
          preparer_id: null,
          planned_month: '2024-09',
          required_by: 'Kế hoạch số 12-KH/HU',
          note: null,
          position: 0,
        })
        .execute(),
    );
  }, 60_000);
  afterAll(() => made.remove());

  const source = () => ({ db: made.office.db, forms });

  test.each(['2024-02', '2024-Q1', '2024-Q3', '2024-H1', '2024'])(
    '%s has the figures of BC-05, row by row',
    async (period) => {
      const [thematic, meetings] = await Promise.all(
        ['BC-08', 'BC-05'].map((code) => runReport(source(), { code, period })),
      );
      expect(reportResult.parse(thematic)).toEqual(thematic);
      expect(thematic?.rows.map(({ key }) => key)).toEqual(meetings?.rows.map(({ key }) => key));
      expect(thematic?.rows.map(({ figures }) => pick(figures))).toEqual(
        meetings?.rows.map(({ figures }) => pick(figures)),
      );
      expect(pick(thematic?.total ?? {})).toEqual(pick(meetings?.total ?? {}));
    },
  );

  test.each(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'])(
    'the cells that missed %s are those of the truth, by figure and by list (R5)',
    async (period) => {
      const finished = await finishReport(source(), { code: 'BC-08', period });
      const { total, by_org } = made.truth.figures.periods[period] ?? expect.fail();
      const missed = total.cells_missing_thematic;
      if (!Array.isArray(missed)) return expect.fail('the truth has no list of cells');
      const { thematic_missing_cells: figure } = finished.total;
      expect(figure?.how === 'count' ? figure.rows.map(({ id }) => id).sort() : null).toEqual([...missed].sort());
      const list = finished.lists?.find(({ name }) => name === 'Chi bộ chưa thực hiện');
      const listed = (list?.rows ?? []).filter(({ kind }) => kind === 'data').map(({ cells }) => cells.cell);
      const nameOf = new Map(made.truth.organisations.map(({ code, name }) => [code, name]));
      expect(listed).toHaveLength(missed.length);
      if (period === '2024-Q1') expect([...listed].sort()).toEqual(missed.map((code) => nameOf.get(code)).sort());
      for (const [code, figures] of Object.entries(by_org)) {
        const row = finished.rows.find(({ key }) => key === made.idOf(code))?.figures.thematic_missing_cells;
        const ofUnit = figures.cells_missing_thematic;
        expect(row?.how === 'count' ? row.rows.length : null, code).toBe(
          Array.isArray(ofUnit) ? ofUnit.length : expect.fail(),
        );
      }
    },
  );

  test('the result list has one row a counted meeting, numbered through, with its figures', async () => {
    const { lists, total } = await finishReport(source(), { code: 'BC-08', period: '2024-Q3' });
    const rows = (lists?.find(({ name }) => name === 'Kết quả')?.rows ?? []).filter(({ kind }) => kind === 'data');
    const { thematic_meetings: figure } = total;
    const counted = new Set(figure?.how === 'count' ? figure.rows.map(({ id }) => id) : []);
    expect(rows.map(({ cells }) => cells.number)).toEqual([...counted.keys()].map((_, index) => String(index + 1)));
    const truth = made.truth.meetings.filter(({ id }) => counted.has(id));
    const shown = (cells: Readonly<Record<string, unknown>>) => [
      cells.date,
      cells.combined,
      cells.minutes,
      cells.turnout,
    ];
    const sorted = (list: unknown[][]) => list.map((entry) => entry.join('|')).sort();
    expect(sorted(rows.map(({ cells }) => shown(cells)))).toEqual(
      sorted(
        truth.map((meeting) => [
          meeting.date,
          meeting.type === 'COMBINED' ? 'x' : '',
          minutesBetween(meeting.start, meeting.end),
          meeting.due === null || meeting.present === null ? '' : `${meeting.present}/${meeting.due}`,
        ]),
      ),
    );
  });

  test('a theme of the plan is listed with who prepares it, and is a figure that opens', async () => {
    const { lists } = await finishReport(source(), { code: 'BC-08', period: '2024-Q3', unit: 'G01-01' });
    expect(lists?.find(({ name }) => name === 'Kế hoạch')?.rows).toMatchObject([
      {
        cells: {
          number: '1',
          quarter: 'Quý III/2024',
          theme: 'Xây dựng chi bộ bốn tốt',
          preparer: 'Nguyễn Văn An',
          time: '09/2024',
          document: 'Kế hoạch số 12-KH/HU',
        },
      },
    ]);
    const asked = { code: 'BC-08', period: '2024-Q3', row: 'total', column: 'thematic_planned' };
    expect(await explain(source(), asked)).toMatchObject({
      value: 1,
      rows: [{ entity: 'thematic_plan', label: 'Xây dựng chi bộ bốn tốt' }],
    });
    // A cell without a plan has not planned 0 themes (R42), and no quarter but the third has one.
    const { rows } = await runReport(source(), { code: 'BC-08', period: '2024-Q3' });
    expect(rows.find(({ key }) => key === 'G01-02')?.figures.thematic_planned).toBeNull();
    expect((await runReport(source(), { ...asked, period: '2024-Q2' })).total.thematic_planned).toBeNull();
  });
});

function minutesBetween(start: string | null, end: string | null): number | null {
  if (start === null || end === null) return null;
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return minutes(end) - minutes(start);
}
