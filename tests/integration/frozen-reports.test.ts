import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../electron/data/reporting/frozen/store.ts';
import { type FrozenOffice, frozenOffice, unnumbered } from '../support/frozen-office.ts';
import { readWithOpenpyxl } from '../support/read-with-openpyxl.ts';

let made: FrozenOffice;
beforeAll(async () => {
  made = await frozenOffice();
}, 60_000);
afterAll(() => made.remove());

const july = { code: 'BC-05', about: { period: '2024-07' } };
/** A meeting of July with its turnout, in the first cell that has one. */
async function aMeeting() {
  return made.session.office.db
    .selectFrom('meeting')
    .select(['id', 'cell_id', 'present'])
    .where('period', '=', '2024-07')
    .where('state', '=', 'held')
    .where('present', '>', 2)
    .orderBy('id')
    .executeTakeFirstOrThrow();
}

describe('R40: a sent report is frozen', () => {
  let frozen: string;
  beforeAll(async () => {
    const { id, file } = await made.client.frozen.freeze({ ...july, ...unnumbered, number: 12, date: '2024-08-05' });
    frozen = id;
    const { summary } = await made.client.frozen.get({ id });
    expect(summary).toMatchObject({
      code: 'BC-05',
      number_symbol: '12-BC/ĐU',
      date: '2024-08-05',
      frozen_by: 'kiểm thử',
    });
    expect(summary.file_sha256).toBe(sha256(readFileSync(made.session.files.pathOf(file.id) ?? '')));
  });

  test('it holds the figures and the rules of the report, and the same file can be written again', async () => {
    const { report } = await made.client.frozen.get({ id: frozen });
    const now = await made.client.reports.run({ code: 'BC-05', period: '2024-07' });
    expect({ ...report, bases: now.bases }).toEqual(now);
    expect(await made.client.frozen.file({ id: frozen })).toMatchObject({ same: true });
    expect(await made.client.frozen.diff({ id: frozen })).toMatchObject({ same: true, figures: [], rules: [] });
  });

  test('what is changed later changes nothing in it, and is told figure by figure with its records', async () => {
    const meeting = await aMeeting();
    const before = await made.client.frozen.get({ id: frozen });
    const seen = await made.afterChange(
      (db) =>
        db
          .updateTable('meeting')
          .set({ present: (meeting.present ?? 0) - 2 })
          .where('id', '=', meeting.id)
          .execute(),
      async () => ({
        after: await made.client.frozen.get({ id: frozen }),
        diff: await made.client.frozen.diff({ id: frozen }),
      }),
    );
    expect(seen.after).toEqual(before);
    expect(seen.diff.same).toBe(false);
    const shown = seen.diff.figures.map(({ row, column }) => `${row} ${column}`);
    const lines = [
      'total',
      meeting.cell_id,
      ...before.report.rows.flatMap(({ key, parent }) => (key === meeting.cell_id && parent ? [parent] : [])),
    ];
    expect(shown.sort()).toEqual(lines.flatMap((row) => [`${row} present`, `${row} attendance_rate`]).sort());
    for (const { column, was, now, records } of seen.diff.figures) {
      if (column === 'present') expect(now).toBe((was ?? 0) - 2);
      expect(records).toMatchObject([
        { id: meeting.id, change: 'changed', was: meeting.present, now: (meeting.present ?? 0) - 2 },
      ]);
    }
    expect(seen.diff).toMatchObject({ texts: [], rows_added: [], rows_removed: [], rules: [] });
  });

  test('its rows are read in the words of then when the record is gone', async () => {
    const question = { id: frozen, row: 'total', column: 'visits' };
    const before = await made.client.frozen.explain(question);
    const [visit] = before.rows;
    const seen = await made.afterChange(
      async (db) => {
        const id = visit?.id ?? '';
        await db.updateTable('petition').set({ visit_id: null }).where('visit_id', '=', id).execute();
        await db.updateTable('planned_visit').set({ visit_id: null }).where('visit_id', '=', id).execute();
        await db.deleteFrom('visit').where('id', '=', id).execute();
      },
      async () => ({
        after: await made.client.frozen.explain(question),
        diff: await made.client.frozen.diff({ id: frozen }),
      }),
    );
    expect(seen.after).toEqual(before);
    const total = seen.diff.figures.find(({ row, column }) => row === 'total' && column === 'visits');
    expect(total?.records).toMatchObject([{ id: visit?.id, change: 'removed', label: visit?.label, now: null }]);
  });

  test('a rule in another version is named', async () => {
    const diff = await made.afterChange(
      (db) => db.updateTable('rule').set({ version: 'thử-2' }).where('code', '=', 'printed_grade').execute(),
      () => made.client.frozen.diff({ id: frozen }),
    );
    expect(diff).toMatchObject({ figures: [], same: false });
    expect(diff.rules).toMatchObject([{ name: 'printed_grade', now: 'thử-2' }]);
  });

  test('figures that somebody altered in the file are refused', async () => {
    const stored = made.session.office.db
      .selectFrom('frozen_figures')
      .select('content')
      .where('frozen_report_id', '=', frozen);
    const { content } = await stored.executeTakeFirstOrThrow();
    const altered = Buffer.from(content);
    altered[altered.length - 9] = (altered[altered.length - 9] ?? 0) ^ 1;
    const opened = await made.afterChange(
      (db) =>
        db.updateTable('frozen_figures').set({ content: altered }).where('frozen_report_id', '=', frozen).execute(),
      () =>
        made.client.frozen.get({ id: frozen }).then(
          () => 'opened',
          (error) => error,
        ),
    );
    expect(opened).toMatchObject({ data: { code: 'office_damaged' } });
    await made.client.frozen.get({ id: frozen });
  });

  test('the same is not frozen twice but to replace or supplement it, and the later one says what is different', async () => {
    await expect(made.client.frozen.freeze({ ...july, ...unnumbered })).rejects.toMatchObject({
      data: { code: 'conflict' },
    });
    const meeting = await aMeeting();
    await made.session.office.write('Sửa buổi sinh hoạt', '', (db) =>
      db
        .updateTable('meeting')
        .set({ present: (meeting.present ?? 0) - 1 })
        .where('id', '=', meeting.id)
        .execute(),
    );
    const earlier = { id: frozen, relation: 'supplements', reason: 'chi bộ báo cáo lại số có mặt' } as const;
    const { id, file } = await made.client.frozen.freeze({
      ...july,
      ...unnumbered,
      number: 15,
      date: '2024-08-20',
      earlier,
    });
    const { chain, summary, notes } = await made.client.frozen.get({ id });
    expect(chain.map((one) => one.id)).toEqual([frozen, id]);
    expect(summary).toMatchObject({ relation: 'supplements', replaces_id: frozen });
    expect(notes[0]).toBe(
      'Bổ sung báo cáo số 12-BC/ĐU ngày 05/08/2024 (Biểu tổng hợp tình hình sinh hoạt chi bộ, tháng 7/2024). Lý do: chi bộ báo cáo lại số có mặt.',
    );
    const sheets = readWithOpenpyxl(made.session.files.pathOf(file.id) ?? '');
    const cells = (sheets['Điều chỉnh số liệu'] ?? []).map((row) => row.map((cell) => cell?.value ?? ''));
    const { present } = (await made.client.frozen.get({ id: frozen })).report.total;
    const total = cells.find((row) => row.includes('Tổng cộng'));
    expect(total?.slice(1, 6)).toEqual([
      'Tổng cộng',
      'Dự sinh hoạt: Có mặt',
      String(present),
      String((present ?? 0) - 1),
      '-1',
    ]);
    expect(cells.flat().some((text) => text.startsWith('Bổ sung báo cáo số 12-BC/ĐU'))).toBe(true);
    expect(await made.client.frozen.file({ id })).toMatchObject({ same: true });
    expect(await made.client.frozen.diff({ id })).toMatchObject({ same: true });
    const [last] = await made.client.office.history({ limit: 1 });
    await made.client.office.undo({ transaction: last?.transaction ?? 0 });
    expect((await made.client.frozen.list({ code: 'BC-05' })).map((one) => one.id)).toEqual([frozen]);
  });
});

test('undo of a freeze takes it back with its place in the register; undone again, it is whole', async () => {
  const { id } = await made.client.frozen.freeze({
    code: 'BC-04',
    about: { period: '2024-Q2' },
    ...unnumbered,
    number: 7,
  });
  const before = await made.client.frozen.get({ id });
  const undoLast = async () => {
    const [last] = await made.client.office.history({ limit: 1 });
    await made.client.office.undo({ transaction: last?.transaction ?? 0 });
  };
  await undoLast();
  expect(await made.client.frozen.list({ code: 'BC-04' })).toEqual([]);
  expect(
    await made.session.office.db.selectFrom('issued_document').select('id').where('number', '=', 7).execute(),
  ).toEqual([]);
  await undoLast();
  expect(await made.client.frozen.get({ id })).toEqual(before);
});
