import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { figureValue } from '../../electron/data/reporting/figure.ts';
import { lastReport } from '../../electron/data/reporting/last-report.ts';
import type { Figures } from '../../electron/data/reporting/report.ts';
import { finishReport } from '../../electron/data/reporting/run-report.ts';
import { type FrozenOffice, frozenOffice } from '../support/frozen-office.ts';
import { day } from '../support/small-office.ts';

let made: FrozenOffice;
beforeAll(async () => {
  made = await frozenOffice();
}, 60_000);
afterAll(() => made.remove());
beforeEach(() => {
  vi.useRealTimers();
});

const asked = { code: 'BC-05', period: '2024-07' };
const figure = { ...asked, row: 'total', column: 'present' };

test('figures, lists and the rows behind a figure of one report are computed once', async () => {
  const first = lastReport(made.session, asked);
  expect(lastReport(made.session, { ...asked, basis: 'then' })).toBe(first);
  await first;
  await made.client.reports.run(asked);
  await made.client.reports.lists(asked);
  await made.client.reports.explain(figure);
  expect(lastReport(made.session, asked)).toBe(first);
});

test('another code, period, unit, basis or day is another report', async () => {
  const { rows } = await made.client.reports.run(asked);
  const unit = rows.find(({ parent }) => parent === null)?.key ?? '';
  const others = [
    { ...asked, code: 'BC-07' },
    { ...asked, period: '2024-Q3' },
    { ...asked, unit },
    { ...asked, basis: 'now' as const },
  ];
  for (const other of others) {
    const before = lastReport(made.session, asked);
    expect(lastReport(made.session, other), JSON.stringify(other)).not.toBe(before);
  }
  const before = lastReport(made.session, asked);
  vi.useFakeTimers({ now: new Date(Date.now() + 86_400_000), toFake: ['Date'] });
  expect(lastReport(made.session, asked)).not.toBe(before);
});

test('after a change, its undoing and with another part of the office the figures are those of now', async () => {
  const values = (figures: Figures) => Object.values(figures).map((figure) => figure && figureValue(figure));
  const now = async () => {
    const { total } = await finishReport({ db: made.session.office.db, forms: made.session.reportForms }, asked);
    return values(total);
  };
  const shown = async () => values((await lastReport(made.session, asked)).total);
  const before = await shown();
  await made.session.office.write('Thử', '', (db) =>
    db.updateTable('meeting').set({ period: '2024-06' }).where('period', '=', '2024-07').execute(),
  );
  expect(await shown()).toEqual(await now());
  expect(await shown()).not.toEqual(before);
  const [last] = await made.client.office.history({ limit: 1 });
  await made.client.office.undo({ transaction: last?.transaction ?? 0 });
  expect(await shown()).toEqual(before);

  const { cell_id } = await made.session.office.db
    .selectFrom('meeting')
    .select('cell_id')
    .where('period', '=', '2024-07')
    .executeTakeFirstOrThrow();
  await made.session.office.limitTo({ organisation: cell_id, name: 'Phần', day: day('2024-07-31') });
  expect(await shown()).toEqual(await now());
  expect(await shown()).not.toEqual(before);
  await made.session.office.limitTo(null);
});

test('a report that could not be computed is asked anew', async () => {
  const wrong = { ...asked, unit: 'không có' };
  await expect(lastReport(made.session, wrong)).rejects.toMatchObject({ code: 'not_found' });
  const again = lastReport(made.session, wrong);
  await expect(again).rejects.toMatchObject({ code: 'not_found' });
  expect(lastReport(made.session, wrong)).not.toBe(again);
  await expect(lastReport(made.session, wrong)).rejects.toThrow();
});
