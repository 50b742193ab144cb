import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { history } from '../../electron/data/office-file/office-info.ts';
import { type FrozenOffice, frozenOffice } from '../support/frozen-office.ts';

let made: FrozenOffice;
beforeAll(async () => {
  made = await frozenOffice();
}, 60_000);
afterAll(() => made.remove());

const table = { code: 'BC-05', about: { period: '2024-07' } };
const folded = { ...table, basis: 'now' } as const;
const notice = { code: 'thong-bao-lich', about: { period: '2024-07' } };
const nguyet = { name: 'Nguyễn Thị Minh Nguyệt', title: 'BÍ THƯ', authority: 'T/M BAN THƯỜNG VỤ' };

/** As the dialog issues it: what was prepared, with the number that was proposed. */
async function issue(question: typeof table | typeof folded | typeof notice, more: object = {}, date = '2024-08-05') {
  const prepared = await made.client.register.prepare(question);
  const options = { ...prepared.options, number: prepared.proposal.number, date, signer: nguyet };
  return made.client.register.issue({ ...question, options, ...more });
}

async function counts() {
  const { db } = made.session.office;
  const of = async (name: 'issued_document' | 'frozen_report' | 'attachment') =>
    (await db.selectFrom(name).select('id').execute()).length;
  return [await of('issued_document'), await of('frozen_report'), await of('attachment')];
}

test('issuing a table writes the register, its figures and its file; one undo takes all of it back', async () => {
  const before = await counts();
  const prepared = await made.client.register.prepare(table);
  expect(prepared).toMatchObject({
    form: 'table',
    has_figures: true,
    kind_code: 'BC',
    body_code: 'ĐU',
    frozen_id: null,
  });
  expect(prepared.subject).toContain('tháng 7/2024');
  const row = await issue(table);
  expect(row).toMatchObject({
    symbol: '01-BC/ĐU',
    state: 'signed',
    signer_name: nguyet.name,
    subject: prepared.subject,
  });
  const { file, same } = await made.client.frozen.file({ id: row.frozen_id ?? '' });
  expect(same).toBe(true);
  const { summary } = await made.client.frozen.get({ id: row.frozen_id ?? '' });
  expect(summary).toMatchObject({ number_symbol: '1-BC/ĐU', date: '2024-08-05', file_sha256: hashOf(file.id) });
  const [latest] = await history(made.session.office, 1);
  await made.session.office.undo(latest?.transaction ?? 0, 'thử');
  expect(await counts()).toEqual(before);
});

test('a table by the organisation of then and the same folded into that of now have a number each (R26)', async () => {
  expect((await issue(table)).symbol).toBe('01-BC/ĐU');
  expect((await issue(folded)).symbol).toBe('02-BC/ĐU');
  await expect(issue(table)).rejects.toThrow('lập bản thay thế hoặc bổ sung');
  const later = await issue(table, { relation: 'replaces', reason: 'sửa số có mặt' }, '2024-08-20');
  expect(later).toMatchObject({ symbol: '03-BC/ĐU', related_to: 'thay thế 01-BC/ĐU' });
  const { chain } = await made.client.frozen.get({ id: later.frozen_id ?? '' });
  expect(chain.map(({ number_symbol, relation }) => [number_symbol, relation])).toEqual([
    ['1-BC/ĐU', null],
    ['3-BC/ĐU', 'replaces'],
  ]);
});

test('a document is opened again as it was issued, and what its words would be now is told', async () => {
  const prepared = await made.client.register.prepare(notice);
  expect(prepared).toMatchObject({ form: 'document', kind_code: 'TB', frozen_id: null });
  const row = await issue(notice, {}, '2024-06-28');
  const id = row.frozen_id ?? '';
  const first = await made.client.frozen.get({ id });
  expect(first.page?.html).toContain('01-TB/ĐU');
  const { paragraphs } = await made.client.documents.preview(notice);
  const [opening] = paragraphs;
  await made.client.documents.saveText({ ...notice, paragraph: opening?.key ?? '', text: 'Lời mở đầu viết lại.' });
  expect((await made.client.frozen.get({ id })).page).toEqual(first.page);
  expect(hashOf((await made.client.frozen.file({ id })).file.id)).toBe(first.summary.file_sha256);
  const { same, texts } = await made.client.frozen.diff({ id });
  expect(same).toBe(false);
  expect(texts).toMatchObject([{ was: opening?.generated, now: 'Lời mở đầu viết lại.' }]);
});

test('minutes have no figures and no number: what was issued is kept all the same', async () => {
  const { id: meeting } = await made.session.office.db
    .selectFrom('meeting')
    .select('id')
    .where('period', '=', '2024-07')
    .where('present', '>', 3)
    .executeTakeFirstOrThrow();
  const question = { code: 'BC-11', about: { id: meeting } };
  const { options, has_figures, unnumbered } = await made.client.register.prepare(question);
  expect({ has_figures, unnumbered }).toEqual({ has_figures: false, unnumbered: true });
  const row = await made.client.register.issue({ ...question, options: { ...options, date: '2024-07-05' } });
  const { page, report, findings } = await made.client.frozen.get({ id: row.frozen_id ?? '' });
  expect(page?.html).toContain('BIÊN BẢN');
  expect([report.rows, findings]).toEqual([[], []]);
});

test('a draft that is signed in the register is issued and kept; without a number it stays a draft', async () => {
  const question = { code: 'BC-09', about: { period: '2024-07' } };
  const { options } = await made.client.register.prepare(question);
  const draft = await made.client.register.issue({ ...question, options: { ...options, date: '2024-08-06' } });
  expect(draft).toMatchObject({ state: 'draft', frozen_id: null });
  const numbered = { ...options, number: 9, date: '2024-08-06' };
  await made.client.register.issue({ ...question, options: numbered, state: 'draft' });
  await made.client.register.setState({ id: draft.id, state: 'signed' });
  const [signed] = (await made.client.register.list({})).filter(({ id }) => id === draft.id);
  expect(signed).toMatchObject({ state: 'signed', symbol: '09-BC/ĐU', frozen_id: expect.any(String) });
  expect((await made.client.frozen.get({ id: signed?.frozen_id ?? '' })).report.rows.length).toBeGreaterThan(10);
});

test('what stands for another says why, and a table is no draft', async () => {
  await expect(issue(notice, { relation: 'replaces' }, '2024-07-01')).rejects.toThrow('phải ghi lý do');
  const { options } = await made.client.register.prepare({ ...table, code: 'BC-07' });
  const unnumbered = made.client.register.issue({ ...table, code: 'BC-07', options });
  await expect(unnumbered).rejects.toThrow('Ghi số và ngày');
});

function hashOf(file: string): string {
  return createHash('sha256')
    .update(readFileSync(made.session.files.pathOf(file) ?? ''))
    .digest('hex');
}
