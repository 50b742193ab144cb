import { beforeEach, describe, expect, it } from 'vitest';
import type { EventCode, EventInput } from '../../electron/contract/member-events.ts';
import { createMeeting } from '../../electron/data/meetings/create-meeting.ts';
import { rollOf } from '../../electron/data/meetings/roll.ts';
import { memberDossier } from '../../electron/data/members/member-dossier.ts';
import { planEvent } from '../../electron/data/members/plan-event.ts';
import { appointPost } from '../../electron/data/members/posts.ts';
import { recordEvent } from '../../electron/data/members/record-event.ts';
import { removeEvent } from '../../electron/data/members/remove-event.ts';
import { createMember, saveMember } from '../../electron/data/members/save-member.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { moveMembers } from '../../electron/data/organisations/move-members.ts';
import { emptyMemberForm, eventOf } from '../support/member-forms.ts';
import { newOffice, refusal } from '../support/office.ts';
import { day } from '../support/small-office.ts';
import { addTwoCommunes } from '../support/two-communes.ts';

const today = day('2024-12-31');

let office: Office;
beforeEach(async () => {
  office = await newOffice();
  await office.write('Thử', '', addTwoCommunes);
});

const create = (event: EventInput, name = 'Trần Văn An') =>
  office.write('Thử', '', (db) => createMember(db, { ...emptyMemberForm, full_name: name }, event, today));
const admit = () =>
  create(eventOf('KET_NAP', { date: '2023-01-10', to_cell_id: 'thon-1', decision_date: '2023-01-05' }));
const record = (id: string, code: EventCode, date: string, given: Partial<EventInput> = {}) =>
  office.write('Thử', '', (db) => recordEvent(db, id, eventOf(code, { date, ...given }), today));
const remove = (eventId: string) => office.write('Thử', '', (db) => removeEvent(db, eventId));
const statuses = () =>
  office.db.selectFrom('member_status').selectAll().orderBy('valid_from').orderBy('kind').orderBy('id').execute();
const rollNames = async (cell: string, on: string) =>
  (await rollOf(office.db, cell, day(on))).filter(({ due }) => due).map(({ full_name }) => full_name);

describe('a member comes', () => {
  it('by admission, probationary, with the dates of the decision and the ceremony (1.1)', async () => {
    const id = await admit();
    const page = await memberDossier(office.db, id, today);
    expect(page.member).toMatchObject({ standing: 'probationary', status: 'active', cell_id: 'thon-1' });
    expect(page.form).toMatchObject({ admission_decision_date: '2023-01-05', admission_date: '2023-01-10' });
    expect(page.party_age).toMatchObject({ start: '2023-01-05', years: 1 });
  });

  it('not by an event that is for those who are there, and not with an impossible form', async () => {
    expect((await refusal(create(eventOf('MIEN_SH', { date: '2023-01-10' })))).code).toBe('wrong_arguments');
    const noName = await refusal(create(eventOf('KET_NAP', { date: '2023-01-10', to_cell_id: 'thon-1' }), ' '));
    expect(noName.message).toBe('Chưa có họ và tên.');
    expect(await office.db.selectFrom('member').selectAll().execute()).toEqual([]);
  });

  it('warns of somebody with the same identity number, or the same name and birth date (13f)', async () => {
    const form = {
      ...emptyMemberForm,
      full_name: 'Nguyễn Thị Hoà',
      birth_date: '1990-05-19',
      personal_id: '001190000001',
    };
    const event = eventOf('KET_NAP', { date: '2023-01-10', to_cell_id: 'thon-1' });
    const first = await office.write('Thử', '', (db) => createMember(db, form, event, today));
    const second = { ...form, full_name: 'NGUYỄN THỊ HÒA', personal_id: '001190000002' };
    const id = await office.write('Thử', '', (db) => createMember(db, second, event, today));
    expect((await memberDossier(office.db, id, today)).check.duplicates).toEqual([
      { member_id: first, full_name: 'Nguyễn Thị Hòa', cell: 'thon-1', why: 'cùng họ tên và ngày sinh' },
    ]);
  });
});

describe('events', () => {
  it('recognition as full writes the day of full membership; taking it back restores the record as it was', async () => {
    const id = await admit();
    const before = await statuses();
    const event = await record(id, 'CHINH_THUC', '2024-01-10');
    expect((await memberDossier(office.db, id, today)).form.full_member_date).toBe('2024-01-10');
    await office.write('Thử', '', async (db) => {
      const { form } = await memberDossier(db, id, today);
      await saveMember(db, id, { ...form, phone: '0912' });
    });
    await remove(event);
    expect(await statuses()).toEqual(before);
    const { form, member } = await memberDossier(office.db, id, today);
    expect(form).toMatchObject({ full_member_date: null, phone: '0912' });
    expect(member.standing).toBe('probationary');
  });

  it('any run of events, taken back one after the other, leaves what stood before', async () => {
    const id = await admit();
    const run: [EventCode, string, Partial<EventInput>][] = [
      ['CHINH_THUC', '2024-01-10', {}],
      ['MIEN_SH', '2024-01-10', { review_on: '2025-01-10' }],
      ['GIA_HAN', '2024-02-01', { review_on: '2026-01-10' }],
      ['TRO_LAI', '2024-03-01', {}],
      ['TAM_THOI_DI', '2024-03-01', { to_cell_id: 'thon-3', ends_on: '2024-08-01' }],
      ['TRO_LAI', '2024-06-01', {}],
      ['NOI_BO', '2024-06-05', { to_cell_id: 'thon-2' }],
      ['CHUYEN_DI', '2024-07-01', { place: 'thon-3', paper_date: '2024-07-01' }],
      ['CHUYEN_DEN', '2024-07-10', { to_cell_id: 'thon-3' }],
      ['KHAI_TRU', '2024-08-01', {}],
      ['PHUC_HOI', '2024-09-01', {}],
      ['TU_TRAN', '2024-10-01', {}],
    ];
    const stood = [await statuses()];
    const events: string[] = [];
    for (const [code, date, given] of run) {
      events.push(await record(id, code, date, given));
      stood.push(await statuses());
    }
    for (const event of events.toReversed()) {
      stood.pop();
      await remove(event);
      expect(await statuses()).toEqual(stood.at(-1));
    }
    const left = await office.db.selectFrom('membership_event').select('code').execute();
    expect(left).toEqual([{ code: 'KET_NAP' }]);
  });

  it('only the latest can be taken back, and never the one that brought the member', async () => {
    const id = await admit();
    const exempt = await record(id, 'MIEN_SH', '2024-02-01');
    await record(id, 'TRO_LAI', '2024-03-01');
    expect((await refusal(remove(exempt))).code).toBe('conflict');
    const { events } = await memberDossier(office.db, id, today);
    expect(events.map(({ code, removable }) => [code, removable])).toEqual([
      ['TRO_LAI', true],
      ['MIEN_SH', false],
      ['KET_NAP', false],
    ]);
    const admission = events.at(-1)?.id ?? '';
    expect((await refusal(remove(admission))).code).toBe('conflict');
  });

  it('is not taken back over a merger of the cell, which has moved the member since (R26)', async () => {
    const id = await admit();
    const exempt = await record(id, 'MIEN_SH', '2024-05-01');
    const move = { from: 'thon-1', to: 'thon-2', date: day('2024-03-01'), document: null, note: 'Sáp nhập' };
    await office.write('Thử', '', (db) => moveMembers(db, move));
    const stood = await statuses();
    expect((await refusal(remove(exempt))).code).toBe('conflict');
    expect(await statuses()).toEqual(stood);
    expect((await memberDossier(office.db, id, today)).events.some(({ removable }) => removable)).toBe(false);
  });

  it('the latest can be recorded anew with another day', async () => {
    const id = await admit();
    const first = await record(id, 'MIEN_SH', '2024-02-01', { review_on: '2025-02-01' });
    await office.write('Thử', '', (db) =>
      recordEvent(db, id, eventOf('MIEN_SH', { date: '2024-03-01' }), today, first),
    );
    expect((await statuses()).map(({ kind, valid_from, valid_to }) => [kind, valid_from, valid_to])).toEqual([
      ['active', '2023-01-10', '2024-02-29'],
      ['exempt', '2024-03-01', null],
    ]);
  });

  it('NOI_BO stays inside one grassroots committee (1.6)', async () => {
    const id = await admit();
    const plan = await planEvent(office.db, id, eventOf('NOI_BO', { date: '2024-02-01', to_cell_id: 'thon-3' }), today);
    expect(plan).toMatchObject({ ok: false, problem: { field: 'to_cell_id' } });
    await record(id, 'NOI_BO', '2024-02-01', { to_cell_id: 'thon-2' });
    expect(await rollNames('thon-2', '2024-02-03')).toEqual(['Trần Văn An']);
  });

  it('R15 a temporary stay counts at the receiving cell, not at home', async () => {
    const id = await admit();
    await record(id, 'TAM_THOI_DI', '2024-02-01', { to_cell_id: 'thon-3', ends_on: '2024-09-01' });
    expect(await rollNames('thon-1', '2024-02-03')).toEqual([]);
    expect(await rollNames('thon-3', '2024-02-03')).toEqual(['Trần Văn An']);
    expect((await memberDossier(office.db, id, today)).member).toMatchObject({ cell_id: 'thon-1', counted: true });
  });

  it('R25 a member in transit is on neither list, until the other side receives', async () => {
    const id = await admit();
    await record(id, 'CHUYEN_DI', '2024-02-01', { place: 'Xã 2', paper_date: '2024-02-01' });
    expect(await rollNames('thon-1', '2024-02-03')).toEqual([]);
    expect((await memberDossier(office.db, id, today)).member).toMatchObject({ in_transit: true, counted: false });
    await record(id, 'CHUYEN_DEN', '2024-02-20', { to_cell_id: 'thon-3' });
    expect(await rollNames('thon-3', '2024-03-03')).toEqual(['Trần Văn An']);
    const out = await office.db.selectFrom('membership_event').selectAll().where('code', '=', 'CHUYEN_DI').execute();
    expect(out.map(({ received_on }) => received_on)).toEqual(['2024-02-20']);
  });

  it('R9 an event entered late never rewrites the attendance of old months', async () => {
    const id = await admit();
    const meeting = await office.write('Thử', '', (db) =>
      createMeeting(db, { cellId: 'thon-1', period: '2024-03', kind: 'regular' }),
    );
    const frozen = { member_id: id, standing_then: 'probationary', status_then: 'active', result: 'present' } as const;
    await office.write('Thử', '', (db) =>
      db
        .insertInto('attendance')
        .values({
          ...frozen,
          id: 'x',
          meeting_id: meeting,
          name: 'An',
          reason: null,
          late_or_left_early: null,
          position: 0,
        })
        .execute(),
    );
    await record(id, 'CHINH_THUC', '2024-01-10');
    await record(id, 'MIEN_SH', '2024-02-01');
    const rows = await office.db.selectFrom('attendance').selectAll().execute();
    expect(rows).toMatchObject([frozen]);
  });

  it('a post in the old cell ends with the transfer, and comes back when it is taken back', async () => {
    const id = await admit();
    await record(id, 'CHINH_THUC', '2024-01-10');
    const post = { memberId: id, cellId: 'thon-1', position: 'secretary', from: day('2024-02-01') } as const;
    await office.write('Thử', '', (db) => appointPost(db, { ...post, termId: null, decision: null, replace: false }));
    const move = await record(id, 'NOI_BO', '2024-06-01', { to_cell_id: 'thon-2' });
    const ends = () => office.db.selectFrom('cell_committee_member').select('valid_to').execute();
    expect(await ends()).toEqual([{ valid_to: '2024-05-31' }]);
    await remove(move);
    expect(await ends()).toEqual([{ valid_to: null }]);
  });
});

describe('posts in the cell committee', () => {
  it('a cell has one secretary at a time', async () => {
    const [an, binh] = [
      await admit(),
      await create(eventOf('CHUYEN_DEN', { date: '2023-02-01', to_cell_id: 'thon-1', place: 'X' })),
    ];
    const appoint = (memberId: string, from: string, replace: boolean) =>
      office.write('Thử', '', (db) =>
        appointPost(db, {
          ...{
            memberId,
            cellId: 'thon-1',
            position: 'secretary',
            from: day(from),
            termId: null,
            decision: null,
            replace,
          },
        }),
      );
    await appoint(an, '2023-03-01', false);
    expect((await refusal(appoint(binh, '2024-03-01', false))).message).toContain('01/03/2023');
    await appoint(binh, '2024-03-01', true);
    const posts = await office.db.selectFrom('cell_committee_member').selectAll().orderBy('valid_from').execute();
    expect(posts.map(({ member_id, valid_to }) => [member_id, valid_to])).toEqual([
      [an, '2024-02-29'],
      [binh, null],
    ]);
  });

  it('is for members of that cell', async () => {
    const id = await admit();
    const post = { memberId: id, cellId: 'thon-2', position: 'committee_member', from: day('2024-02-01') } as const;
    const work = office.write('Thử', '', (db) =>
      appointPost(db, { ...post, termId: null, decision: null, replace: false }),
    );
    expect((await refusal(work)).code).toBe('wrong_arguments');
  });
});
