import { beforeEach, describe, expect, it } from 'vitest';
import type { TypedCounts } from '../../electron/contract/meeting-counts.ts';
import type { MeetingForm } from '../../electron/contract/meetings.ts';
import { agendasFor, loadAgendas } from '../../electron/data/meetings/agendas.ts';
import { checkMeeting } from '../../electron/data/meetings/check-meeting.ts';
import { countSheet } from '../../electron/data/meetings/count-sheet.ts';
import { createMeeting } from '../../electron/data/meetings/create-meeting.ts';
import { listAbsences } from '../../electron/data/meetings/list-absences.ts';
import { readMeetingForm } from '../../electron/data/meetings/meeting-form.ts';
import { meetingPage } from '../../electron/data/meetings/meeting-page.ts';
import { cellsWithoutMeeting } from '../../electron/data/meetings/missing-meetings.ts';
import { recordNotHeld } from '../../electron/data/meetings/not-held.ts';
import { removeMeeting } from '../../electron/data/meetings/remove-meeting.ts';
import { saveCounts } from '../../electron/data/meetings/save-counts.ts';
import { saveMeeting } from '../../electron/data/meetings/save-meeting.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { newOffice, resourcesDir } from '../support/office.ts';
import { month } from '../support/report-material.ts';
import { memberRow, statusRow, versionRow } from '../support/rows.ts';

const july = month('2024-07');
let office: Office;

beforeEach(async () => {
  office = await newOffice();
  await office.write('Thử', '', async (db) => {
    for (const [position, id] of ['thon-1', 'thon-2'].entries()) {
      await db
        .insertInto('organisation')
        .values({ id, code: null, kind: 'cell', valid_from: null, valid_to: null })
        .execute();
      await db
        .insertInto('organisation_version')
        .values(versionRow(`ten-${id}`, id, `Chi bộ ${id}`, { cell_type: 'THON', position }))
        .execute();
    }
    // Lâm Đồng (R16): 17 full members of whom one is exempt.
    for (let at = 1; at <= 17; at += 1) {
      await db
        .insertInto('member')
        .values(memberRow(`m${at}`, `Nguyễn Văn ${at}`))
        .execute();
      const kind = at === 17 ? 'exempt' : 'active';
      await db
        .insertInto('member_status')
        .values(statusRow(`s${at}`, `m${at}`, 'thon-1', { kind }))
        .execute();
    }
  });
});

const write = <T>(work: Parameters<typeof office.write<T>>[2]) => office.write('Thử', '', work);
const create = (period: string, kind: MeetingForm['kind'] = 'regular', cellId = 'thon-1') =>
  write((db) => createMeeting(db, { cellId, period, kind }));
const formOf = async (id: string): Promise<MeetingForm> => {
  const { row: _, ...form } = await readMeetingForm(office.db, id);
  return form;
};
const save = async (id: string, change: Partial<MeetingForm>) => {
  const form = { ...(await formOf(id)), ...change };
  await write((db) => saveMeeting(db, id, form));
};
/** The roll of the cell with the first `absent` of those due excused. */
const called = async (id: string, absent: number): Promise<MeetingForm['attendance']> => {
  const { roll } = await meetingPage(office.db, id);
  return roll.map(({ member_id, full_name, standing, status, due }, index) => ({
    ...{ member_id, name: full_name, standing_then: standing, status_then: status, reason: null },
    result: !due ? 'not_due' : index < absent ? 'absent_excused' : 'present',
    ...{ late_or_left_early: null, online: null, spoke: null, opinion_count: null },
  }));
};
const row = (id: string) => office.db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('a meeting and the next', () => {
  it('R17, R19 (Lâm Đồng): base 16 by the roll, 14 in favour carry a resolution; R9 the status of the day stays', async () => {
    const id = await create(july);
    const attendance = await called(id, 2);
    await save(id, { date: '2024-07-03', attendance });
    const form = await formOf(id);
    const vote = { subject: 'Nghị quyết', kind: 'resolution', base: 16, in_favour: 14, against: null, other: null };
    const check = await checkMeeting(office.db, id, { ...form, votes: [vote, { ...vote, in_favour: 8 }] });
    expect(check.vote_bases.find(({ kind }) => kind === 'resolution')).toEqual({ kind: 'resolution', base: 16 });
    expect(check.votes).toEqual([
      { needed: 9, outcome: 'passed' },
      { needed: 9, outcome: 'not_passed' },
    ]);
    await write((db) => db.updateTable('member_status').set({ kind: 'exempt' }).where('id', '=', 's1').execute());
    expect((await formOf(id)).attendance.map(({ status_then }) => status_then)).toEqual(
      attendance.map(({ status_then }) => status_then),
    );
    expect(await row(id)).toMatchObject({ due: 16, present: 14, absent_excused: 2, exempt: null });
  });

  it('hears what became of the tasks of before; a result stays with the meeting that heard it', async () => {
    const [first, second, third] = [await create('2024-07'), await create('2024-08'), await create('2024-09')];
    const tasks = ['Làm đường', 'Thu quỹ'].map((content) => ({
      content,
      person: 'An',
      member_id: 'm1',
      due_date: null,
    }));
    await save(first, { date: '2024-07-03', tasks });
    const open = (await formOf(second)).prior_tasks;
    expect(open.map(({ content }) => content)).toEqual(['Làm đường', 'Thu quỹ']);
    const heard = open.map((task, at) => ({ ...task, ...(at === 0 && { done: true, outcome: 'Xong 300 m' }) }));
    await save(second, { date: '2024-08-03', prior_tasks: heard });
    expect((await formOf(third)).prior_tasks.map(({ content }) => content)).toEqual(['Thu quỹ']);
    expect((await formOf(second)).prior_tasks).toMatchObject([{ done: true, outcome: 'Xong 300 m' }, { done: null }]);
    expect((await formOf(second)).preparation).toMatchObject({ prior_tasks_set: 2, prior_tasks_met: 1 });
    expect((await formOf(first)).prior_tasks).toEqual([]);
    await save(second, { prior_tasks: heard.map((task) => ({ ...task, done: null, outcome: null })) });
    expect((await formOf(third)).prior_tasks).toHaveLength(2);
  });

  it('a cell that another was merged into hears of its tasks too, a skipped month between', async () => {
    const first = await create('2024-07', 'regular', 'thon-2');
    await save(first, {
      date: '2024-07-03',
      tasks: [{ content: 'Làm đường', person: 'An', member_id: null, due_date: null }],
    });
    await write(async (db) => {
      await db.updateTable('organisation').set({ valid_to: '2024-08-14' }).where('id', '=', 'thon-2').execute();
      const merger = { id: 'e', kind: 'merge', organisation_id: 'thon-2', other_id: 'thon-1' } as const;
      await db
        .insertInto('organisation_event')
        .values({ ...merger, date: '2024-08-15', document: null, detail: 'Sáp nhập' })
        .execute();
    });
    const next = await create('2024-10');
    const [heard] = (await formOf(next)).prior_tasks;
    expect(heard?.content).toBe('Làm đường');
    await save(next, { date: '2024-10-03', prior_tasks: heard ? [{ ...heard, done: true, outcome: 'Xong' }] : [] });
    expect((await formOf(await create('2024-11'))).prior_tasks).toEqual([]);
  });

  it('R6 is short by the minutes without breaks; R8 online without guidance is remarked; R21 a committee is missing', async () => {
    const id = await create(july);
    const form = {
      ...(await formOf(id)),
      date: '2024-07-03',
      started_at: '19:30',
      ended_at: '21:00',
      full_members: 17,
    };
    const texts = async (given: Partial<MeetingForm>) =>
      (await checkMeeting(office.db, id, { ...form, ...given })).notes.map(({ text }) => text).join(' ');
    expect(await texts({})).not.toContain('ngắn hơn');
    const preparation = { ...form.preparation, break_minutes: 10 };
    expect(await texts({ preparation })).toContain('80 phút, ngắn hơn mức tối thiểu 90');
    expect(await texts({ mode: 'online' })).toContain('trực tuyến');
    expect(await texts({ mode: 'online', preparation: { ...preparation, mode_guidance: 'HD 5' } })).not.toContain(
      'trực tuyến',
    );
    expect(await texts({})).toContain('chưa có chi ủy');
    const own = (minutes: number | null) =>
      write((db) => db.updateTable('organisation_version').set({ own_min_minutes: minutes }).execute());
    await own(75);
    expect(await texts({ preparation })).not.toContain('ngắn hơn');
    await own(null);
    await save(id, { date: '2024-07-03', started_at: '19:30', ended_at: '21:00', preparation });
    expect((await meetingPage(office.db, id)).duration_minutes).toBe(80);
  });

  it('R14 the fourth excused absence in a row is remarked while it is typed, and listed once saved', async () => {
    for (const period of ['2024-04', '2024-05', '2024-06']) {
      const id = await create(period);
      await save(id, { date: `${period}-03`, attendance: await called(id, 1) });
    }
    expect(await listAbsences(office.db, { year: 2024 })).toEqual([]);
    const id = await create(july);
    const attendance = await called(id, 1);
    const { notes } = await checkMeeting(office.db, id, { ...(await formOf(id)), attendance });
    expect(notes.map(({ text }) => text)).toContainEqual(expect.stringContaining('4 kỳ liên tiếp'));
    await save(id, { date: '2024-07-03', attendance });
    expect(await listAbsences(office.db, { year: 2024 })).toMatchObject([
      { member_id: attendance[0]?.member_id, months: ['2024-04', '2024-05', '2024-06', '2024-07'] },
    ]);
  });

  it('R3 an approved exception is on the page, complies and is told apart', async () => {
    await write((db) =>
      db
        .insertInto('meeting_day_exception')
        .values({
          ...{ id: 'x', organisation_id: 'thon-1', day: 10, approval_document: '15-CV/ĐU', reason: 'mùa vụ' },
          ...{ valid_from: '2025-08-01', valid_to: '2025-08-31' },
        })
        .execute(),
    );
    const id = await create('2025-08');
    const page = await meetingPage(office.db, id);
    expect(page).toMatchObject({ set_day: 3, due_on: '2025-08-10', approved_day: { day: 10, document: '15-CV/ĐU' } });
    const outcome = async (date: string) => (await checkMeeting(office.db, id, { ...page.form, date })).day;
    expect([await outcome('2025-08-03'), await outcome('2025-08-10'), await outcome('2025-08-11')]).toEqual([
      'on_set_day',
      'other_day_approved',
      'other_day_unapproved',
    ]);
  });
});

describe('R1, R4 a month of a cell', () => {
  it('is missing until it is held or said not to be; a planned meeting still is', async () => {
    const missing = async () => (await cellsWithoutMeeting(office.db, july)).map(({ cell_id }) => cell_id);
    expect(await missing()).toEqual(['thon-1', 'thon-2']);
    const id = await create(july);
    expect(await missing()).toEqual(['thon-1', 'thon-2']);
    await save(id, { date: '2024-07-03' });
    await write((db) => recordNotHeld(db, { cellId: 'thon-2', period: july, state: 'not_held', reason: 'mưa lũ' }));
    expect(await missing()).toEqual([]);
  });

  it('the planned meeting becomes the record; a held one is not overwritten', async () => {
    const id = await create(july);
    const said = { cellId: 'thon-1', period: july, state: 'postponed', reason: 'mùa vụ' } as const;
    expect(await write((db) => recordNotHeld(db, said))).toBe(id);
    expect(await row(id)).toMatchObject({ state: 'postponed', kind: null, not_held_reason: 'mùa vụ' });
    await save(id, { kind: 'regular', date: '2024-07-20' });
    expect(await row(id)).toMatchObject({ state: 'held', kind: 'regular', not_held_reason: null });
    await expect(write((db) => recordNotHeld(db, said))).rejects.toMatchObject({ code: 'conflict' });
    await expect(write((db) => removeMeeting(db, id))).rejects.toMatchObject({ code: 'conflict' });
  });

  it('a meeting that was only planned can be taken out', async () => {
    const id = await create(july);
    await write((db) => removeMeeting(db, id));
    expect(await office.db.selectFrom('meeting').select('id').execute()).toEqual([]);
  });
});

describe('totals of a month', () => {
  const typed = async (cellId: string, change: Partial<TypedCounts>): Promise<TypedCounts> => {
    const found = (await countSheet(office.db, { period: july })).find(({ cell_id }) => cell_id === cellId);
    if (!found) throw new Error(`no row ${cellId}`);
    const { cell: _, grassroots: __, meeting_id: ___, called: ____, due_on: _____, expected: ______, ...row } = found;
    return { ...row, ...change };
  };
  const counts = { date: '2024-07-03', due: 16, present: 14, absent_excused: 2, absent_unexcused: 0 };
  const saveRows = (rows: TypedCounts[], replaceRolls: string[] = []) =>
    write((db) => saveCounts(db, { period: july, rows, replaceRolls }));

  it('makes meetings of what is typed only, and proposes what the members say', async () => {
    const [first] = await countSheet(office.db, { period: july });
    expect(first?.expected).toEqual({ members_total: 17, exempt: 1, due: 16 });
    const rows = [await typed('thon-1', { ...counts, score: 92, grade: 'good' }), await typed('thon-2', {})];
    expect(await saveRows(rows)).toBe(1);
    const [made, ...others] = await office.db.selectFrom('meeting').selectAll().execute();
    expect(made).toMatchObject({ cell_id: 'thon-1', state: 'held', kind: 'regular', ...counts });
    expect(others).toEqual([]);
    expect(await saveRows([await typed('thon-1', {})])).toBe(0);
    expect(await saveRows([await typed('thon-2', { not_held_reason: 'mưa lũ' })])).toBe(1);
    expect((await countSheet(office.db, { period: july }))[1]).toMatchObject({ not_held_reason: 'mưa lũ', date: null });
  });

  it('are replaced by a later roll-call, and replace one only when that is said', async () => {
    await saveRows([await typed('thon-1', counts)]);
    const { id } = await office.db.selectFrom('meeting').select('id').executeTakeFirstOrThrow();
    await save(id, { attendance: await called(id, 1) });
    expect(await row(id)).toMatchObject({ due: 16, present: 15, absent_excused: 1 });
    const other = [await typed('thon-1', { present: 13, absent_excused: 3 })];
    await expect(saveRows(other)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('thon-1'),
    });
    expect(await office.db.selectFrom('attendance').select('id').execute()).toHaveLength(17);
    expect(await saveRows([await typed('thon-1', { ended_at: '21:00', started_at: '19:30' })])).toBe(1);
    expect(await office.db.selectFrom('attendance').select('id').execute()).toHaveLength(17);
    await saveRows(other, ['thon-1']);
    expect(await office.db.selectFrom('attendance').select('id').execute()).toEqual([]);
    expect(await row(id)).toMatchObject({ present: 13, absent_excused: 3 });
  });

  it('take out with the list who of the exempt came, which only the list says', async () => {
    const id = await create('2024-07');
    const roll = (await called(id, 1)).map((line) =>
      line.result === 'not_due' ? { ...line, result: 'present' as const } : line,
    );
    await save(id, { date: '2024-07-03', attendance: roll });
    expect((await formOf(id)).present_exempt).toBe(1);
    await saveRows([{ ...(await typed('thon-1', {})), present: 12 }], ['thon-1']);
    expect(await formOf(id)).toMatchObject({ present: 12, present_exempt: null, attendance: [] });
  });

  it('of a row that cannot be write nothing at all', async () => {
    const good = await typed('thon-1', counts);
    for (const wrong of [
      { present: 20, due: 16 },
      { not_held_reason: 'mưa', due: 3 },
      { started_at: '20:00', ended_at: '19:00' },
    ]) {
      const rows = [good, await typed('thon-2', wrong)];
      await expect(saveRows(rows)).rejects.toMatchObject({
        code: 'wrong_arguments',
        message: expect.stringContaining('thon-2'),
      });
    }
    expect(await office.db.selectFrom('meeting').select('id').execute()).toEqual([]);
  });
});

it('agendas: the steps of the kind of meeting first, then the content of the cell’s own type (HD 42)', () => {
  const all = loadAgendas(resourcesDir);
  const codes = (kind: MeetingForm['kind'], cellType: string | null) =>
    agendasFor(all, { kind, cellType }).map(({ code }) => code);
  expect(codes('regular', 'THON').slice(0, 2)).toEqual(['regular', 'residential']);
  expect(codes('thematic', 'CA').slice(0, 2)).toEqual(['thematic', 'armed_forces']);
  expect(codes('regular', null)).toHaveLength(8);
  // Document format 6.4: one commune's running order is one to choose.
  expect(all.find(({ code }) => code === 'sixteen_steps')?.items).toHaveLength(16);
  expect(codes('congress', 'THON')).toEqual([]);
});
