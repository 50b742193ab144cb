import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unzipParts } from '../support/docx-reader.ts';
import { type FrozenOffice, frozenOffice, unnumbered } from '../support/frozen-office.ts';

let made: FrozenOffice;
beforeAll(async () => {
  made = await frozenOffice();
}, 60_000);
afterAll(() => made.remove());

test('R40 the figures of a document are frozen with its number, and its replacement says what is different', async () => {
  const question = { code: 'BC-09', about: { period: '2024-07' } };
  const { id } = await made.client.frozen.freeze({ ...question, ...unnumbered, number: 31, date: '2024-08-06' });
  const { summary, report } = await made.client.frozen.get({ id });
  expect(summary).toMatchObject({ kind: 'document', number_symbol: '31-BC/ĐU', period_label: 'Tháng 7/2024' });
  expect(report.rows.length).toBeGreaterThan(10);
  const shown = await made.client.documents.preview(question);
  expect(new Map(report.rows.map(({ key, figures }) => [key, figures.whole ?? figures.rate ?? null]))).toEqual(
    new Map(shown.figures.map(({ key, value }) => [key, value])),
  );
  expect(await made.client.frozen.file({ id })).toMatchObject({ same: true });
  expect(await made.client.frozen.diff({ id })).toMatchObject({ same: true });

  const { id: meeting } = await made.session.office.db
    .selectFrom('meeting')
    .select('id')
    .where('period', '=', '2024-07')
    .where('present', '>', 3)
    .executeTakeFirstOrThrow();
  await made.session.office.write('Sửa buổi sinh hoạt', '', (db) =>
    db
      .updateTable('meeting')
      .set((eb) => ({ present: eb('present', '-', 2) }))
      .where('id', '=', meeting)
      .execute(),
  );
  const { figures } = await made.client.frozen.diff({ id });
  const counted = figures.find(({ column, was, now }) => column === 'whole' && was !== null && now === was - 2);
  expect(counted?.records).toMatchObject([{ id: meeting, change: 'changed' }]);

  const earlier = { id, relation: 'replaces', reason: 'chi bộ báo cáo lại số có mặt' } as const;
  const later = await made.client.frozen.freeze({
    ...question,
    ...unnumbered,
    number: 32,
    date: '2024-08-20',
    earlier,
  });
  const words = await documentText(made.session.files.pathOf(later.file.id) ?? '');
  expect(words).toContain('Thay thế báo cáo số 31-BC/ĐU ngày 06/08/2024');
  expect(words).toContain('Số liệu đã báo cáo');
  const register = await made.session.office.db
    .selectFrom('issued_document')
    .select(['number', 'relation', 'replaces_id', 'state'])
    .orderBy('number')
    .execute();
  expect(register).toMatchObject([
    { number: 31, relation: null, state: 'signed' },
    { number: 32, relation: 'replaces', replaces_id: expect.any(String) },
  ]);
});

/** The words of word/document.xml, without their marks. */
async function documentText(path: string): Promise<string> {
  const parts = await unzipParts(readFileSync(path));
  return (parts.get('word/document.xml') ?? '').replaceAll(/<[^>]+>/gu, '');
}
