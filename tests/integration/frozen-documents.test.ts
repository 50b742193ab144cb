import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unzipParts } from '../support/docx-reader.ts';
import { type FrozenOffice, frozenOffice, unnumbered } from '../support/frozen-office.ts';
import { wordTemplate } from '../support/word-template.ts';

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

test("R40 the office's own template prints a replacement where it has the tags for it, and is named where it has not", async () => {
  const question = { code: 'BC-09', about: { period: '2024-05' } };
  const keep = async (paragraphs: string[], rows: string[][] = []) => {
    const content = (await wordTemplate(paragraphs, rows)).toString('base64');
    await made.client.templates.save({ code: question.code, name: 'mẫu.docx', content });
  };
  await keep(['{Số và ký hiệu} {Trích yếu}']);
  const { options } = await made.client.register.prepare(question);
  const issue = (number: number, more: object = {}) =>
    made.client.register.issue({ ...question, options: { ...options, number, date: '2024-06-05' }, ...more });
  await issue(21);
  const asked = { ...question, options, relation: 'replaces' } as const;
  expect((await made.client.register.check(asked)).warnings.join()).toContain('không có thẻ {Liên quan}');
  await keep(
    ['MẪU CỦA CƠ QUAN', '{Liên quan}'],
    [['{#Số liệu điều chỉnh}{Chỉ tiêu}', '{Số đã báo cáo} → {Số điều chỉnh}{/Số liệu điều chỉnh}']],
  );
  expect((await made.client.register.check(asked)).warnings.join()).not.toContain('Liên quan');
  await made.session.office.write('Sửa buổi sinh hoạt', '', (db) =>
    db
      .updateTable('meeting')
      .set((eb) => ({ present: eb('present', '-', 1) }))
      .where('period', '=', '2024-05')
      .where('present', '>', 3)
      .execute(),
  );
  const { frozen_id } = await issue(22, { relation: 'replaces', reason: 'chi bộ báo cáo lại' });
  const { file } = await made.client.frozen.file({ id: frozen_id ?? '' });
  const words = await documentText(made.session.files.pathOf(file.id) ?? '');
  expect(words).toMatch(
    /^MẪU CỦA CƠ QUANThay thế báo cáo số 21-BC\/ĐU ngày 05\/06\/2024 .* Lý do: chi bộ báo cáo lại\./u,
  );
  expect(words).toMatch(/ → \d/u);
});

/** The words of word/document.xml, without their marks. */
async function documentText(path: string): Promise<string> {
  const parts = await unzipParts(readFileSync(path));
  return (parts.get('word/document.xml') ?? '').replaceAll(/<[^>]+>/gu, '');
}
