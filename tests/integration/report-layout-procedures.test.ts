import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Part } from '../../electron/data/office-file/scope/limit.ts';
import { parsePeriod } from '../../electron/data/reporting/period.ts';
import { dueDay, reportsOfPeriod } from '../../electron/data/reporting/reports-of-period.ts';
import { type FrozenOffice, frozenOffice, unnumbered } from '../support/frozen-office.ts';
import { readWithOpenpyxl } from '../support/read-with-openpyxl.ts';
import { day } from '../support/small-office.ts';

let made: FrozenOffice;
beforeAll(async () => {
  made = await frozenOffice();
}, 60_000);
afterAll(() => made.remove());

const code = 'BC-05';
const layouts = () => made.client.reportLayouts;
const labels = async (period: string) =>
  (await made.client.reports.run({ code, period })).columns.map(({ label }) => label);
/** All texts of the first sheet of the workbook, as openpyxl reads them. */
async function printed(period: string): Promise<string[]> {
  const { file } = await made.client.reports.file({ code, period, format: 'xlsx' });
  const [sheet = []] = Object.values(readWithOpenpyxl(made.session.files.pathOf(file.id) ?? ''));
  return sheet.flatMap((row) => row.flatMap((cell) => (cell === null ? [] : [cell.value])));
}
async function saveOwn() {
  const { standard } = await layouts().get({ code, day: '2024-07-31' });
  const [sheet] = standard.sheets;
  const layout = {
    ...standard,
    title: 'Biểu riêng',
    sheets: [
      {
        name: 'Riêng',
        groups: (sheet?.groups ?? []).slice(-1).map((group) => ({
          label: 'Nhóm riêng',
          columns: group.columns.slice(0, 2).map(({ key }, index) => ({ key, label: `Cột riêng ${index + 1}` })),
        })),
      },
    ],
    texts: [{ of: 'Loại hình', label: 'Loại chi bộ', last: true }],
    receiver: 'Phòng Tổng hợp',
    due: { months_after: 1, day: 31 },
  };
  await layouts().save({ code, valid_from: '2024-07-01', layout });
}
const undoLast = async () => {
  const [last] = await made.client.office.history({ limit: 1 });
  await made.client.office.undo({ transaction: last?.transaction ?? 0 });
};

test('a saved layout is what the report and its workbook follow from its day on, until it is taken back', async () => {
  const before = await labels('2024-07');
  await saveOwn();
  expect(await labels('2024-07')).toEqual(['Cột riêng 1', 'Cột riêng 2']);
  const { rows } = await made.client.reports.run({ code, period: '2024-07' });
  expect(rows.some(({ texts }) => texts['Loại chi bộ'])).toBe(true);
  expect(rows.every(({ texts }) => !('Loại hình' in texts))).toBe(true);
  const words = await printed('2024-07');
  expect(words).toEqual(expect.arrayContaining(['BIỂU RIÊNG', 'Nhóm riêng', 'Cột riêng 1', 'Loại chi bộ']));
  expect(words).not.toContain('Loại hình');
  expect(words).toContain(rows.find(({ texts }) => texts['Loại chi bộ'])?.texts['Loại chi bộ']);
  expect(words.indexOf('Loại chi bộ')).toBeGreaterThan(words.indexOf('Nhóm riêng'));
  expect(await labels('2024-06')).toEqual(before);
  expect(await printed('2024-06')).toContain('Loại hình');

  await layouts().reset({ code, from: '2024-07-01' });
  expect(await labels('2024-07')).toEqual(before);
  await undoLast();
  expect(await labels('2024-07')).toEqual(['Cột riêng 1', 'Cột riêng 2']);
  expect(await layouts().history({ code })).toMatchObject([{ valid_from: '2024-07-01', valid_to: null }]);
  await undoLast();
  expect(await labels('2024-07')).toEqual(before);
  expect(await layouts().history({ code })).toEqual([]);
});

test('the list of a period says to whom each report goes, by when, and whether it is frozen or late', async () => {
  await saveOwn();
  const { db } = made.session.office;
  const line = async (on: string, part: Part | null = null) =>
    (await reportsOfPeriod({ db, part }, parsePeriod('2024-07'), day(on))).find((one) => one.code === code);
  expect(await line('2024-08-31')).toMatchObject({
    title: 'Biểu riêng',
    receiver: 'Phòng Tổng hợp',
    due: '2024-08-31',
    overdue: false,
    frozen: null,
  });
  expect(await line('2024-09-01')).toMatchObject({ overdue: true });
  // What the whole office is to send is not late with somebody who has a part of it.
  const part = { organisation: 'phần', name: 'Phần', day: day('2024-09-01') };
  expect(await line('2024-09-01', part)).toMatchObject({ due: null, overdue: false });
  const { id } = await made.client.frozen.freeze({ code, about: { period: '2024-07' }, ...unnumbered });
  expect(await line('2024-09-01')).toMatchObject({ overdue: false, frozen: { id } });
  const [june] = (await made.client.reports.ofPeriod({ period: '2024-06' })).filter((one) => one.code === code);
  expect(june).toMatchObject({ due: null, overdue: false, frozen: null });
});

test('a deadline on a day that the month does not have is its last day', () => {
  const of = (period: string, months_after: number, on: number) =>
    dueDay(parsePeriod(period), { months_after, day: on });
  expect([of('2024-01', 1, 31), of('2024-Q4', 1, 5), of('2024', 0, 15)]).toEqual([
    '2024-02-29',
    '2025-01-05',
    '2024-12-15',
  ]);
});

test('the lists of a report are those of its workbook', async () => {
  const lists = await made.client.reports.lists({ code: 'BC-03', period: '2024-07' });
  const { file } = await made.client.reports.file({ code: 'BC-03', period: '2024-07', format: 'xlsx' });
  const book = readWithOpenpyxl(made.session.files.pathOf(file.id) ?? '');
  const filled = lists.filter(({ rows }) => rows.length > 0);
  expect(filled.length).toBeGreaterThan(0);
  for (const { name, columns, rows } of filled) {
    const texts = (book[name] ?? expect.fail(name)).flatMap((row) => row.flatMap((cell) => cell?.value ?? []));
    expect(texts).toEqual(expect.arrayContaining(columns.map(({ label }) => label)));
    const named = rows.flatMap(({ cells }) =>
      Object.values(cells).filter((one) => typeof one === 'string' && one.length > 12),
    );
    for (const one of named) expect(texts).toContain(one);
  }
  expect(await made.client.reports.lists({ code, period: '2024-07' })).toEqual([]);
});
