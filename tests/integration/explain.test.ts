import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { explain, explainFigure } from '../../electron/data/reporting/explain.ts';
import { type FigureRow, figureValue } from '../../electron/data/reporting/figure.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { finishReport, type ReportQuestion, runReport } from '../../electron/data/reporting/run-report.ts';
import { ratioPercent, roundHalfUp } from '../../electron/data/vietnamese/numbers.ts';
import { resourcesDir } from '../support/office.ts';
import { type TruthOffice, truthOffice } from '../support/truth-office.ts';
import { addTruthPetitions } from '../support/truth-petitions.ts';

const forms = loadReportForms(resourcesDir);
let made: TruthOffice;
beforeAll(async () => {
  made = await truthOffice('commune-b');
  await addTruthPetitions(made);
  await addTheRest(made);
}, 60_000);
afterAll(() => made.remove());

/** Asks for the records behind every figure of every row, and adds them up again. Returns the columns that had a value. */
async function addUpEveryFigure(db: TruthOffice['office']['db'], question: ReportQuestion): Promise<Set<string>> {
  const source = { db, forms };
  const result = await runReport(source, question);
  const finished = await finishReport(source, question);
  const lines = [...result.rows.map(({ key, figures }) => ({ key, figures })), { key: 'total', figures: result.total }];
  const known = new Set<string>();
  for (const { key, figures } of lines) {
    expect(Object.keys(figures)).toEqual(
      result.columns.filter(({ type }) => type !== 'text').map((column) => column.key),
    );
    for (const [column, value] of Object.entries(figures)) {
      const explained = await explainFigure(db, finished, { row: key, column });
      const added = explained.rows.reduce((sum, row) => sum + row.amount, 0);
      const where = `${key} ${column}`;
      if (value !== null) known.add(column);
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
        case 'average': {
          const decimals = result.columns.find((one) => one.key === column)?.type === 'percent1' ? 1 : 0;
          const { length } = explained.rows;
          expect(explained.parts, where).toEqual({ numerator: added, denominator: length });
          expect(length === 0 ? null : roundHalfUp(added / length, decimals), where).toBe(value);
          break;
        }
        case 'unknown':
          expect(value, where).toBeNull();
          expect(explained.rows, where).toEqual([]);
      }
      expect(explained.rows.filter(({ label, id }) => !label || label === id)).toEqual([]);
    }
  }
  return known;
}

/** What an office may record beyond the samples' workbooks, for one meeting and one visit: no column stays empty. */
async function addTheRest({ office }: TruthOffice): Promise<void> {
  await office.write('Ghi thêm', '', async (db) => {
    const meeting = await db
      .selectFrom('meeting')
      .select('id')
      .where('period', '=', '2024-12')
      .where('kind', '=', 'regular')
      .executeTakeFirstOrThrow();
    await db
      .updateTable('meeting')
      .set((eb) => ({
        ...{ probationary: 1, temporarily_away: 1, conclusion: 'Giao chi ủy theo dõi', resolution_number: '12-NQ/CB' },
        full_members: eb('members_total', '-', 1),
      }))
      .where('period', '=', '2024-12')
      .execute();
    const task = { content: 'Nạo vét kênh mương', person: null, due_date: null, outcome: null };
    await db
      .insertInto('task')
      .values({ id: 'task', meeting_id: meeting.id, position: 1, done: 1, ...task })
      .execute();
    await db
      .updateTable('planned_visit')
      .set({ report_submitted_on: '2024-12-30' })
      .where('state', '=', 'attended')
      .execute();
  });
}

describe('decision 5: a figure is a value and the rows behind it', () => {
  const cases = ['BC-02', 'BC-04', 'BC-05', 'BC-07'].flatMap((code) =>
    ['2024-07', '2024-Q3', '2024'].map((period) => ({ code, period })),
  );

  test.each(cases)('$code $period: every figure is what its rows add up to', async ({ code, period }) => {
    const known = await addUpEveryFigure(made.office.db, { code, period });
    const columns = (forms.get(code)?.columns ?? []).filter(({ type }) => type !== 'text').map(({ key }) => key);
    // In a whole year no column is without a value in every row.
    if (period === '2024') expect(columns.filter((key) => !known.has(key))).toEqual([]);
  });

  test('no record is behind a count twice, but a cell once a quarter or once a month', async () => {
    for (const code of ['BC-02', 'BC-04', 'BC-05', 'BC-07']) {
      const { total } = await finishReport({ db: made.office.db, forms }, { code, period: '2024' });
      for (const [column, figure] of Object.entries(total)) {
        if (figure.how !== 'count') continue;
        const keys = figure.rows.map(({ entity, id, note }: FigureRow) => `${entity} ${id} ${note}`);
        expect(new Set(keys).size, `${code} ${column}`).toBe(figureValue(figure));
      }
    }
  });
});

describe('decision 5 for one commune of a district', () => {
  test('every column of BC-02, BC-04, BC-05 and BC-07, row by row', async () => {
    const district = await truthOffice('district-a');
    onTestFinished(district.remove);
    await addTruthPetitions(district);
    const { db } = district.office;
    const { id: unit } = await db
      .selectFrom('organisation')
      .innerJoin('petition', 'petition.cell_id', 'organisation.id')
      .innerJoin('organisation_version as version', 'version.organisation_id', 'organisation.id')
      .select((eb) => eb.ref('version.parent_id').$notNull().as('id'))
      .where('organisation.kind', '=', 'cell')
      .executeTakeFirstOrThrow();
    for (const code of ['BC-02', 'BC-04', 'BC-05', 'BC-07']) {
      const known = await addUpEveryFigure(db, { code, period: '2024-Q3', unit });
      expect(known.size, code).toBeGreaterThan(5);
    }
  }, 120_000);
});

describe('decision 5 over a whole district', () => {
  test('the figures of the last line are what their rows add up to', async () => {
    const district = await truthOffice('district-a');
    onTestFinished(district.remove);
    const source = { db: district.office.db, forms };
    for (const code of ['BC-02', 'BC-04', 'BC-05', 'BC-07']) {
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
      message: expect.stringMatching(/BC-02, .*BC-05/u),
    });
    await expect(
      runReport({ db: made.office.db, forms }, { code: 'BC-05', period: '2024', unit: 'không có' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
