import { beforeEach, describe, expect, test } from 'vitest';
import type { PetitionStepInput } from '../../electron/contract/petitions.ts';
import { emptyMeeting } from '../../electron/data/meetings/empty-meeting.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { rootOrganisationId } from '../../electron/data/organisations/list-organisations.ts';
import {
  answeredNotTold,
  duePetitions,
  listPetitions,
  overduePetitions,
} from '../../electron/data/petitions/list-petitions.ts';
import { petitionPage, similarPetitions } from '../../electron/data/petitions/petition-page.ts';
import { addUsualBodies, listBodies, saveBody } from '../../electron/data/petitions/save-body.ts';
import {
  createPetition,
  linkPetition,
  type NewPetition,
  removePetition,
  savePetition,
} from '../../electron/data/petitions/save-petition.ts';
import { takeStep } from '../../electron/data/petitions/take-step.ts';
import { parseIsoDate } from '../../electron/data/vietnamese/dates.ts';
import { addOrganisation } from '../support/add-organisation.ts';
import { newOffice, refusal, resourcesDir } from '../support/office.ts';

const day = (text: string) => parseIsoDate(text) ?? expect.fail(`no day: ${text}`);

let office: Office;
beforeEach(async () => {
  office = await newOffice();
  const root = await rootOrganisationId(office.db);
  await addOrganisation(office, { id: 'xa', name: 'Đảng bộ xã Hòa Lẫm', kind: 'grassroots_committee', parent: root });
  await addOrganisation(office, { id: 'cell', name: 'Chi bộ thôn 1', kind: 'cell', parent: 'xa' });
  await addOrganisation(office, { id: 'neighbour', name: 'Chi bộ thôn 2', kind: 'cell', parent: 'xa' });
  await office.write('Thêm danh mục', '', (db) => addUsualBodies(db, resourcesDir));
});

const raise = (petition: Partial<NewPetition> = {}) =>
  office.write('Ghi kiến nghị', '', (db) =>
    createPetition(db, {
      cell_id: 'cell',
      meeting_id: null,
      visit_id: null,
      date: '2024-03-03',
      raised_by: 'Chi bộ',
      raised_by_member_id: null,
      content: 'Đề nghị làm đường vào thôn',
      kind: 'petition',
      field: 'traffic',
      authority: 'district',
      due_date: null,
      note: null,
      duplicate_of: null,
      on_the_spot: null,
      ...petition,
    }),
  );
const step = (id: string, input: PetitionStepInput) => office.write('Bước', '', (db) => takeStep(db, id, input));
const get = async (id: string, on = '2024-12-31') => (await petitionPage(office.db, id, day(on))).petition;
const bodyId = async (name: string) =>
  (await listBodies(office.db, null)).find((body) => body.name === name)?.id ?? expect.fail(`no body ${name}`);
const forward = async (id: string, on: string, body = 'UBND huyện', dueDate: string | null = null) =>
  step(id, { step: 'forward', on, body_id: await bodyId(body), document: 'Công văn 12-CV/HU', due_date: dueDate });

describe('petitions of an office', () => {
  test('are numbered by year of the day they were raised', async () => {
    const codes = [await raise(), await raise(), await raise({ date: '2025-01-03' })].map(({ code }) => code);
    expect(codes).toEqual(['KN-2024-001', 'KN-2024-002', 'KN-2025-001']);
  });

  test('go their whole way, with the deadline of the rule, and can be seen on any day of it', async () => {
    const { id } = await raise();
    await forward(id, '2024-03-10');
    expect(await get(id)).toMatchObject({ state: 'forwarded', due_date: '2024-03-30', received_on: '2024-03-10' });
    expect((await overduePetitions(office.db, day('2024-03-30'))).map((one) => one.id)).toEqual([]);
    expect((await duePetitions(office.db, day('2024-03-24'))).map((one) => one.id)).toEqual([id]);
    expect((await duePetitions(office.db, day('2024-03-23'))).map((one) => one.id)).toEqual([]);
    expect((await overduePetitions(office.db, day('2024-03-31'))).map((one) => one.id)).toEqual([id]);
    await step(id, { step: 'answer', on: '2024-04-02', document: '45/UBND', outcome: 'Bố trí vốn quý III' });
    expect((await answeredNotTold(office.db, day('2024-04-03'))).map((one) => one.id)).toEqual([id]);
    expect((await get(id)).open).toBe(true);
    await step(id, { step: 'tell', on: '2024-05-03' });
    expect(await get(id)).toMatchObject({ state: 'told_back', result: 'resolved', open: false, overdue: false });
    expect(await answeredNotTold(office.db, day('2024-12-31'))).toEqual([]);
    expect((await get(id, '2024-04-01')).overdue).toBe(true);
  });

  test('a deadline that the clerk sets stands', async () => {
    const { id } = await raise();
    await forward(id, '2024-03-10', 'UBND huyện', '2024-06-30');
    expect((await get(id)).due_date).toBe('2024-06-30');
  });

  test('refuse days in the wrong order, and steps that are not theirs', async () => {
    const { id, code } = await raise();
    expect((await refusal(forward(id, '2024-03-01'))).message).toContain('trước ngày nêu kiến nghị (03/03/2024)');
    expect((await refusal(step(id, { step: 'tell', on: '2024-04-01' }))).message).toContain(code);
    await step(id, { step: 'receive', on: '2024-03-04' });
    await step(id, { step: 'answer', on: '2024-04-02', document: null, outcome: null });
    expect((await refusal(step(id, { step: 'tell', on: '2024-04-01' }))).message).toContain('trước ngày trả lời');
  });

  test('an answer comes after the transfer, and what was done after the day it was raised', async () => {
    const { id } = await raise();
    await forward(id, '2024-03-20');
    const early = step(id, { step: 'answer', on: '2024-03-10', document: null, outcome: null });
    expect((await refusal(early)).message).toContain('ngày chuyển');
    const { petition } = await petitionPage(office.db, id, day('2024-12-31'));
    const later = office.write('Sửa', '', (db) => savePetition(db, id, { ...petition, date: '2024-04-01' }));
    expect((await refusal(later)).message).toContain('20/03/2024');
  });

  test('are raised in a cell of their day, at its own meeting', async () => {
    await office.write('Thử', '', async (db) => {
      await db.updateTable('organisation').set({ valid_from: '2024-02-01' }).where('id', '=', 'cell').execute();
      await db
        .insertInto('meeting')
        .values({ ...emptyMeeting('m', 'neighbour', '2024-03'), kind: 'regular', state: 'held', date: '2024-03-03' })
        .execute();
    });
    expect((await refusal(raise({ date: '2024-01-31' }))).message).toContain('chưa thành lập');
    expect((await refusal(raise({ meeting_id: 'm' }))).message).toContain('không phải của chi bộ này');
    await raise({ cell_id: 'neighbour', meeting_id: 'm' });
  });

  test('R39 of a level that has no body any more nothing new is raised; what was stays', async () => {
    expect((await refusal(raise({ date: '2025-07-03' }))).message).toContain('không còn đơn vị nào');
    await raise({ date: '2025-07-03', authority: 'commune' });
    const { id } = await raise({ date: '2025-06-30' });
    expect((await get(id)).authority).toBe('district');
  });

  test('one without words is refused', async () => {
    expect((await refusal(raise({ content: ' \u00a0 ' }))).code).toBe('wrong_arguments');
  });
});

describe('R37 the same matter raised again', () => {
  test('is proposed from the cell, then from the commune', async () => {
    const other = await raise({ cell_id: 'neighbour', content: 'Làm đường vào thôn' });
    const first = await raise();
    const asked = { cell_id: 'cell', content: 'lam duong vao thon', date: '2024-06-03' };
    const proposed = await similarPetitions(office.db, asked);
    expect(proposed.map(({ petition, same_cell }) => [petition.id, same_cell])).toEqual([
      [first.id, true],
      [other.id, false],
    ]);
  });

  test('is linked to the first mention, follows it, and is no matter of its own in the lists', async () => {
    const first = await raise();
    const again = await raise({ date: '2024-05-03', duplicate_of: first.id });
    const third = await raise({ date: '2024-07-03', duplicate_of: again.id });
    await forward(first.id, '2024-03-10');
    const late = await overduePetitions(office.db, day('2024-12-31'));
    expect(late.map(({ id, mentions }) => [id, mentions])).toEqual([[first.id, 3]]);
    expect((await refusal(forward(again.id, '2024-06-01'))).message).toContain('nhắc lại');
    await step(first.id, { step: 'answer', on: '2024-08-02', document: null, outcome: null });
    for (const { id } of [first, again, third]) expect((await get(id)).result).toBe('resolved');
    const { matter, steps } = await petitionPage(office.db, third.id, day('2024-12-31'));
    expect(matter.map(({ id }) => id)).toEqual([first.id, again.id, third.id]);
    expect(steps).toEqual([]);
  });

  test('a mention repeats an earlier one, never a later one', async () => {
    const [later, earlier] = [await raise({ date: '2024-06-03' }), await raise({ date: '2024-02-03' })];
    const link = (id: string, to: string) => office.write('Nối', '', (db) => linkPetition(db, id, to));
    expect((await refusal(link(earlier.id, later.id))).message).toContain('nêu sau');
    expect((await refusal(raise({ date: '2024-05-03', duplicate_of: later.id }))).message).toContain('nêu sau');
    await link(later.id, earlier.id);
    expect((await get(later.id)).duplicate_of).toBe(earlier.id);
  });

  test('a chain of an imported file is one matter on every page of it', async () => {
    const ids = [(await raise()).id, (await raise()).id, (await raise()).id];
    const [first = '', second = '', third = ''] = ids;
    await office.write('Thử', '', async (db) => {
      await db.updateTable('petition').set({ duplicate_of_id: first }).where('id', '=', second).execute();
      await db.updateTable('petition').set({ duplicate_of_id: second }).where('id', '=', third).execute();
    });
    for (const id of ids) {
      const { matter } = await petitionPage(office.db, id, day('2024-12-31'));
      expect(matter.map((mention) => mention.id)).toEqual(ids);
    }
  });

  test('linking a first mention takes its repetitions along; never in a circle', async () => {
    const [one, two, three] = [await raise(), await raise(), await raise()];
    const link = (id: string, to: string | null) => office.write('Nối', '', (db) => linkPetition(db, id, to));
    await link(two.id, one.id);
    await link(one.id, three.id);
    expect((await get(two.id)).duplicate_of).toBe(three.id);
    expect((await refusal(link(three.id, two.id))).code).toBe('wrong_arguments');
    const remove = office.write('Xóa', '', (db) => removePetition(db, three.id));
    expect((await refusal(remove)).message).toContain(one.code);
    await link(two.id, null);
    expect((await get(two.id)).mentions).toBe(1);
  });
});

describe('R38', () => {
  test('answered on the spot is closed at once, and still listed', async () => {
    const { id } = await raise({ on_the_spot: { outcome: 'Đã giải thích chế độ' } });
    const all = await listPetitions(office.db, day('2024-12-31'));
    expect(all.map((one) => [one.id, one.result, one.open, one.answered_on])).toEqual([
      [id, 'on_spot', false, '2024-03-03'],
    ]);
  });

  test('passed beyond authority it stays open until a reply is told back to the cell', async () => {
    const { id } = await raise();
    const body = await bodyId('UBND tỉnh');
    await step(id, { step: 'pass_up', on: '2024-03-10', body_id: body, document: null, due_date: null });
    await step(id, { step: 'answer', on: '2024-04-02', document: '12/UBND', outcome: null });
    expect(await get(id)).toMatchObject({ state: 'outside_authority', result: 'in_progress', open: true });
    await step(id, { step: 'tell', on: '2024-04-03' });
    expect(await get(id)).toMatchObject({ state: 'told_back', result: 'resolved', open: false });
  });
});

describe('R39 the body a petition is passed to', () => {
  test('must be in force on the day: after 1/7/2025 a district office is refused and its successor named', async () => {
    const { id } = await raise({ date: '2025-06-03' });
    const refused = await refusal(forward(id, '2025-07-01', 'Phòng Tài nguyên và Môi trường'));
    expect(refused.code).toBe('conflict');
    expect(refused.message).toContain('đã kết thúc hoạt động từ 01/07/2025');
    expect(refused.message).toContain('UBND xã');
    await forward(id, '2025-06-30', 'Phòng Tài nguyên và Môi trường');
    expect((await get(id)).responsible_body).toBe('Phòng Tài nguyên và Môi trường');
  });

  test('the successor of a successor is named when that one has ended too', async () => {
    const last = await office.write('Thêm', '', (db) =>
      saveBody(db, null, body({ name: 'UBND phường Hòa Lẫm', valid_from: '2026-01-01' })),
    );
    const xa = await bodyId('UBND xã');
    await office.write('Đóng', '', (db) =>
      saveBody(db, xa, body({ name: 'UBND xã', successor_id: last, valid_to: '2025-12-31' })),
    );
    const { id } = await raise({ date: '2026-02-03', authority: null });
    expect((await refusal(forward(id, '2026-02-10', 'UBND huyện'))).message).toContain('UBND phường Hòa Lẫm');
    const circle = office.write('Vòng', '', (db) =>
      saveBody(db, last, body({ name: 'UBND phường Hòa Lẫm', successor_id: xa })),
    );
    expect((await refusal(circle)).code).toBe('wrong_arguments');
  });

  test('the catalogue of a day holds the bodies in force', async () => {
    const names = async (on: string) => (await listBodies(office.db, day(on))).map(({ name }) => name);
    expect(await names('2025-06-30')).toContain('UBND huyện');
    expect(await names('2025-07-01')).not.toContain('UBND huyện');
    const again = office.write('Thêm danh mục', '', (db) => addUsualBodies(db, resourcesDir));
    expect((await refusal(again)).code).toBe('conflict');
  });

  const body = (changes: Partial<Parameters<typeof saveBody>[2]> & { name: string }) => ({
    authority: 'commune' as const,
    successor_id: null,
    valid_from: null,
    valid_to: null,
    ...changes,
  });
});
