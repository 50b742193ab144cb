import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentAbout } from '../../electron/contract/documents.ts';
import { type FrozenOffice, frozenOffice } from '../support/frozen-office.ts';

const july = { code: 'BC-09', about: { period: '2024-07' } };
const paragraph = 'II.2.rate';
const mine = 'Tỷ lệ đảng viên dự sinh hoạt đạt 93,1% (175/188 lượt); cần giữ vững.';
let made: FrozenOffice;

beforeAll(async () => {
  made = await frozenOffice();
}, 60_000);
afterAll(() => made.remove());

async function shown() {
  const page = await made.client.documents.preview(july);
  return { page, one: page.paragraphs.find(({ key }) => key === paragraph) };
}
const save = (text: string | null, key = paragraph) =>
  made.client.documents.saveText({ ...july, paragraph: key, text });
/** One present fewer in a meeting of July: the rate is another. */
const fewerPresent = (by: number) =>
  made.session.office.write('Thử', '', async (db) => {
    const { id, present } = await db
      .selectFrom('meeting')
      .select(['id', 'present'])
      .where('period', '=', '2024-07')
      .where('present', '>', 2)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    await db
      .updateTable('meeting')
      .set({ present: (present ?? 0) - by })
      .where('id', '=', id)
      .execute();
  });

describe('the clerk’s words in a narrative report', () => {
  test('are printed in place of the program’s, and the figures kept in them still open', async () => {
    const before = await shown();
    expect(before.one).toMatchObject({ edited: null, generated_then: null });
    await save(`  ${mine}  `);
    const { page, one } = await shown();
    expect(one).toEqual({ ...before.one, edited: mine });
    expect(page.html).toContain('cần giữ vững.');
    expect(page.html).toMatch(/data-link="BC-05\/2024-07\/total\/present">175</u);
    expect(page.html).not.toContain('vắng có lý do 12 lượt');
  });

  test('are never overwritten: where the figures change, both are told, and what the program wrote then', async () => {
    const then = (await shown()).one?.generated;
    await fewerPresent(1);
    const { page, one } = await shown();
    expect(one).toMatchObject({ edited: mine, generated_then: then });
    expect(one?.generated).toContain('174/188');
    expect(page.html).toContain('cần giữ vững.');
    expect(page.warnings.join()).toContain('1 đoạn đã sửa lời nhưng số liệu nay đã khác');
    // 175 is not the figure any more: it opens to nothing.
    expect(page.html).not.toMatch(/data-link="[^"]*">175</u);
  });

  test('kept by the clerk they are no longer asked about until the figures change again', async () => {
    await save(mine);
    expect((await shown()).one).toMatchObject({ edited: mine, generated_then: null });
    await fewerPresent(-1);
    expect((await shown()).one?.generated_then).toContain('174/188');
  });

  test('give way to the program’s when the clerk takes those, also by typing them', async () => {
    await save(null);
    const { one } = await shown();
    expect(one).toMatchObject({ edited: null, generated_then: null });
    await save(mine);
    await save(one?.generated ?? '');
    expect((await shown()).one).toMatchObject({ edited: null, generated_then: null });
  });

  test('can be none: an emptied paragraph is left out of the document', async () => {
    await save('');
    const { page, one } = await shown();
    expect(one?.edited).toBe('');
    expect(page.html).not.toContain(`data-link="${paragraph}"`);
    await save(null);
  });

  test('can be taken back like any change', async () => {
    await save(mine);
    const [last] = await made.client.office.history({ limit: 1 });
    await made.client.office.undo({ transaction: last?.transaction ?? 0 });
    expect((await shown()).one?.edited).toBeNull();
  });

  test('of a paragraph that is gone are kept, told, printed nowhere, and can be thrown away', async () => {
    const text = {
      document_code: 'BC-09',
      about: '2024-07//',
      paragraph: 'II.9.gone',
      generated: 'Cũ',
      edited: 'Lời cũ',
    };
    await made.session.office.write('Thử', '', (db) =>
      db
        .insertInto('document_text')
        .values({ id: 'gone', ...text })
        .execute(),
    );
    const { page } = await shown();
    expect(page.gone).toEqual([{ key: 'II.9.gone', generated: 'Cũ', edited: 'Lời cũ' }]);
    expect(page.html).not.toContain('Lời cũ');
    expect(page.warnings).toContain('1 đoạn đã sửa lời không còn trong văn bản.');
    await expect(save('Lời khác', 'II.9.gone')).rejects.toMatchObject({ data: { code: 'not_found' } });
    await save(null, 'II.9.gone');
    expect((await shown()).page.gone).toEqual([]);
  });
});

describe('what cannot be made says so', () => {
  const preview = (code: string, about: DocumentAbout) => made.client.documents.preview({ code, about });
  const refused = (code: string, message: string) => ({ data: { code }, message: expect.stringContaining(message) });

  test('a code that is none', async () => {
    await expect(preview('BC-99', {})).rejects.toMatchObject(refused('wrong_arguments', 'BC-11'));
  });
  test('a meeting that has vanished', async () => {
    await expect(preview('BC-11', { id: 'mất' })).rejects.toMatchObject(
      refused('not_found', 'Không còn buổi sinh hoạt'),
    );
  });
  test('a unit that has vanished', async () => {
    const about = { period: '2024-07', unit: 'mất' };
    await expect(preview('BC-09', about)).rejects.toMatchObject(refused('not_found', 'không còn trong sổ'));
  });
  test('a figure the text does not have', async () => {
    const asked = made.client.documents.explain({ ...july, figure: 'khác' });
    await expect(asked).rejects.toMatchObject(refused('not_found', 'khác'));
  });
});

describe('the list of documents', () => {
  test('is that of every kind, of one kind, or of one record', async () => {
    const all = await made.client.documents.list({ period: '2024-07' });
    const held = made.session.office.db.selectFrom('meeting').select('id').where('period', '=', '2024-07');
    const meetings = await held.where('state', '=', 'held').execute();
    expect(all.filter(({ code }) => code === 'BC-11')).toHaveLength(meetings.length);
    const minutes = await made.client.documents.list({ period: '2024-07', code: 'BC-11' });
    expect(minutes.map(({ about }) => about.id).sort()).toEqual(meetings.map(({ id }) => id).sort());
    const [meeting] = meetings;
    const ofOne = await made.client.documents.list({
      period: '2024-07',
      record: { subject: 'meeting', id: meeting?.id ?? '' },
    });
    expect(new Set(ofOne.map(({ about }) => about.id))).toEqual(new Set([meeting?.id]));
  });
});
