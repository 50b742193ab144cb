import type { Kysely } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MeetingForm } from '../../electron/contract/meetings.ts';
import { createMeeting } from '../../electron/data/meetings/create-meeting.ts';
import { readMeetingForm } from '../../electron/data/meetings/meeting-form.ts';
import { saveMeeting } from '../../electron/data/meetings/save-meeting.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { history } from '../../electron/data/office-file/office-info.ts';
import type { Tables } from '../../electron/data/schema/database.ts';
import { newOffice } from '../support/office.ts';
import { memberRow } from '../support/rows.ts';

const CELL = 'chi-bo';
const MEETING = 'buoi-7';
const PERIOD = '2024-07';

let office: Office;
beforeEach(async () => {
  office = await newOffice();
  await office.write('Thử', '', fill);
});

/** A cell, and a meeting of which everything is recorded that the tables have room for. */
async function fill(db: Kysely<Tables>): Promise<void> {
  await db
    .insertInto('organisation')
    .values({ id: CELL, code: null, kind: 'cell', valid_from: null, valid_to: null })
    .execute();
  await db.insertInto('member').values(memberRow('an', 'Trần Văn An')).execute();
  await createMeeting(db, { cellId: CELL, period: PERIOD, kind: 'regular' });
  await db
    .updateTable('meeting')
    .set({
      ...{ id: MEETING, state: 'held', date: '2024-07-05', started_at: '19:30', ended_at: '21:00', mode: 'hybrid' },
      ...{
        due: 3,
        present: 2,
        present_exempt: 0,
        absent_excused: 1,
        absent_unexcused: 0,
        resolution_number: '07-NQ/CB',
        place: 'Nhà văn hóa thôn',
      },
    })
    .execute();
  const of = (id: string, position = 0) => ({ id, meeting_id: MEETING, position });
  await db
    .insertInto('attendance')
    .values([
      {
        ...of('dd-1'),
        ...{ member_id: 'an', name: 'Trần Văn An', standing_then: 'full', status_then: 'active', result: 'present' },
        ...{ reason: null, late_or_left_early: 1 },
      },
      {
        ...of('dd-2', 1),
        ...{ member_id: null, name: 'Lê Thị Ba', standing_then: null, status_then: null, result: 'absent_excused' },
        ...{ reason: 'ốm', late_or_left_early: null },
      },
      {
        ...of('dd-3', 2),
        ...{ member_id: null, name: 'Vũ Văn Ca', standing_then: null, status_then: null, result: 'present' },
        ...{ reason: null, late_or_left_early: null },
      },
    ])
    .execute();
  await db
    .insertInto('guest')
    .values({ ...of('khach-1'), name: 'Hồ Văn Khách', capacity: 'Trưởng thôn' })
    .execute();
  await db
    .insertInto('agenda_item')
    .values([
      { ...of('muc-1'), title: 'Kết quả tháng 6', content: 'Đã làm', conclusion: null },
      { ...of('muc-2', 1), title: 'Nhiệm vụ tháng 7', content: null, conclusion: 'Thống nhất' },
    ])
    .execute();
  await db
    .insertInto('opinion')
    .values([
      { ...of('y-1'), agenda_item_id: 'muc-1', speaker: 'Trần Văn An', content: 'Nhất trí' },
      { ...of('y-2', 1), agenda_item_id: null, speaker: 'Lê Thị Ba', content: 'Cần làm sớm' },
    ])
    .execute();
  await db
    .insertInto('vote')
    .values({ ...of('bq-1'), subject: 'Nghị quyết', base: 2, in_favour: 2, against: 0, other: 0 })
    .execute();
  await db
    .insertInto('task')
    .values({
      ...of('nv-1'),
      ...{ content: 'Làm đường', person: 'Trần Văn An', due_date: '2024-07-31', outcome: 'Xong 300 m', done: 1 },
    })
    .execute();
  await db
    .insertInto('rating')
    .values([
      { id: 'dg-1', meeting_id: MEETING, scorer_role: 'self', total: 92, grade: 'good', note: 'đủ tiêu chí' },
      { id: 'dg-2', meeting_id: MEETING, scorer_role: 'superior_decision', total: 85, grade: 'fair', note: null },
    ])
    .execute();
}

async function read(): Promise<MeetingForm> {
  const { row: _, ...form } = await readMeetingForm(office.db, MEETING);
  return form;
}

/** What the log says a save changed: `table operation id column…`. */
async function save(form: MeetingForm): Promise<string[]> {
  const [before] = await history(office, 1);
  await office.write('Sửa buổi sinh hoạt', '', (db) => saveMeeting(db, MEETING, form));
  const log = await office.db
    .selectFrom('audit_log')
    .selectAll()
    .where('transaction_id', '>', before?.transaction ?? 0)
    .orderBy('sequence')
    .execute();
  return log.map(({ entity, operation, entity_id, before: old, after }) => {
    const [was, is]: Record<string, unknown>[] = [JSON.parse(old ?? '{}'), JSON.parse(after ?? '{}')];
    const columns = operation === 'update' ? Object.keys(is ?? {}).filter((key) => is?.[key] !== was?.[key]) : [];
    const id = operation === 'insert' ? 'mới' : entity_id;
    return [entity, operation, id, ...columns].join(' ');
  });
}

const row = (id = MEETING) =>
  office.db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('saving a meeting', () => {
  it('as it was read changes nothing at all', async () => {
    expect(await save(await read())).toEqual([]);
  });

  it('writes what differs and nothing else', async () => {
    const form = await read();
    expect(await save({ ...form, conclusion: 'Nhất trí cao', score: 93 })).toEqual([
      'meeting update buoi-7 conclusion',
      'rating update dg-1 total',
    ]);
  });

  it('keeps each row of a list the row it is, with what the form does not show', async () => {
    const form = await read();
    const [first, second] = form.opinions;
    const [item] = form.agenda;
    if (!first || !second || !item) throw new Error('the form has lost its opinions');
    const changes = await save({
      ...form,
      agenda: [{ key: 'tạm', title: 'Mục mới', content: null, conclusion: null }, item],
      opinions: [
        { ...second, content: 'Cần làm ngay' },
        { ...first, agenda_key: 'tạm' },
      ],
      tasks: form.tasks.map((task) => ({ ...task, due_date: '2024-08-31' })),
      guests: [],
    });
    expect(changes).toEqual([
      'guest delete khach-1',
      'agenda_item insert mới',
      'agenda_item update muc-1 position',
      'opinion update y-2 position content',
      'opinion update y-1 agenda_item_id position',
      'agenda_item delete muc-2',
      'task update nv-1 due_date',
    ]);
    const task = await office.db.selectFrom('task').selectAll().executeTakeFirstOrThrow();
    expect([task.outcome, task.done]).toEqual(['Xong 300 m', 1]);
    const saved = await read();
    expect(saved.opinions.map(({ agenda_key }) => agenda_key)).toEqual([null, saved.agenda[0]?.key]);
  });

  it('knows an entry that carries no id by what it says: a roll called anew keeps who came late', async () => {
    const form = await read();
    const attendance = form.attendance.map(({ id: _, ...entry }) => ({ ...entry }));
    expect(await save({ ...form, attendance })).toEqual([]);
    expect(await save({ ...form, attendance: attendance.reverse() })).toEqual([
      'attendance update dd-3 position',
      'attendance update dd-1 position',
    ]);
    const late = await office.db
      .selectFrom('attendance')
      .select('late_or_left_early')
      .where('id', '=', 'dd-1')
      .execute();
    expect(late).toEqual([{ late_or_left_early: 1 }]);
  });

  it('a rating that is taken out leaves the note on it, and the ratings of others', async () => {
    expect(await save({ ...(await read()), score: null, grade: null })).toEqual(['rating update dg-1 total grade']);
    expect(await office.db.selectFrom('rating').select('id').execute()).toHaveLength(2);
  });

  it('stores one spelling, and nothing for an empty text', async () => {
    const form = await read();
    await save({ ...form, place: '  Hội trường  ', conclusion: ' \n ', note: 'Hoà'.normalize('NFD') });
    expect(await row()).toMatchObject({ place: 'Hội trường', conclusion: null, note: 'Hoà'.normalize('NFC') });
  });

  it('counts a called roll by the rule of the day (R10), and leaves typed counts where only the absent are named', async () => {
    const form = await read();
    const called = form.attendance.map((entry) => ({ ...entry, result: 'present' as const }));
    await save({ ...form, attendance: called, due: 99 });
    expect(await row()).toMatchObject({ due: 3, present: 3, absent_excused: 0 });
    const absent = form.attendance.filter(({ result }) => result === 'absent_excused');
    await save({ ...form, attendance: absent, due: 20, present: 18, absent_excused: 2 });
    expect(await row()).toMatchObject({ due: 20, present: 18, absent_excused: 2 });
  });
});

describe('a month without a meeting', () => {
  const reason = 'Đảng viên đi hội nghị cấp trên';

  it('stays one when it is saved without a day, becomes a meeting with one, and goes back', async () => {
    const held = await read();
    await save({ ...held, date: null, not_held_reason: reason });
    expect(await row()).toMatchObject({ state: 'not_held', kind: null, not_held_reason: reason });
    await save({ ...(await read()), note: 'đã báo Đảng ủy' });
    expect(await row()).toMatchObject({ state: 'not_held', kind: null, not_held_reason: reason });
    await save({ ...(await read()), kind: 'regular', date: '2024-07-20' });
    expect(await row()).toMatchObject({ state: 'held', kind: 'regular', not_held_reason: null, mode: 'hybrid' });
    await save({ ...(await read()), date: null });
    expect(await row()).toMatchObject({ state: 'planned', kind: 'regular' });
  });

  it('is not forgotten where nobody said why, nor a meeting whose day the register does not say', async () => {
    for (const state of ['not_held', 'postponed', 'held'] as const) {
      await office.write('Thử', '', (db) =>
        db.updateTable('meeting').set({ state, date: null, not_held_reason: null }).execute(),
      );
      await save({ ...(await read()), note: state });
      expect((await row()).state).toBe(state);
    }
  });

  it('has no second record beside it', async () => {
    const again = () =>
      office.write('Thử', '', (db) => createMeeting(db, { cellId: CELL, period: PERIOD, kind: 'regular' }));
    await expect(again()).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('đã có buổi') });
    await save({ ...(await read()), date: null, not_held_reason: reason });
    await expect(again()).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('không họp') });
  });

  it('nor a month a second regular meeting by changing the kind of another', async () => {
    const other = await office.write('Thử', '', (db) =>
      createMeeting(db, { cellId: CELL, period: PERIOD, kind: 'thematic' }),
    );
    const { row: _, ...form } = await readMeetingForm(office.db, other);
    const change = office.write('Thử', '', (db) => saveMeeting(db, other, { ...form, kind: 'regular' }));
    await expect(change).rejects.toMatchObject({ code: 'conflict' });
  });
});

it('an end before the start is refused, and nothing is written', async () => {
  const form = await read();
  await expect(save({ ...form, ended_at: '18:00', note: 'x' })).rejects.toMatchObject({ code: 'wrong_arguments' });
  expect((await row()).note).toBeNull();
});
