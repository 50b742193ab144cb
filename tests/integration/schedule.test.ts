import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { board as boardShape, proposal as proposalShape } from '../../electron/contract/schedule.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { movePlan, planVisit, planVisits, setPlanState } from '../../electron/data/schedule/change-plan.ts';
import { listPlans } from '../../electron/data/schedule/list-plans.ts';
import { monthBoard } from '../../electron/data/schedule/month-board.ts';
import { proposeRotation } from '../../electron/data/schedule/propose.ts';
import { scheduleFile } from '../../electron/data/schedule/schedule-file.ts';
import { unvisitedCells } from '../../electron/data/schedule/unvisited.ts';
import { createSession } from '../../electron/data/session.ts';
import { saveSigning } from '../../electron/data/settings/save-settings.ts';
import { planOutcome } from '../../electron/data/visits/plan-outcome.ts';
import { readPlannedVisits } from '../../electron/data/visits/planned-visits.ts';
import { recordVisit } from '../../electron/data/visits/write-visit.ts';
import { unzipParts } from '../support/docx-reader.ts';
import { newOffice, refusal, resourcesDir, temporaryFolder } from '../support/office.ts';
import { day, month } from '../support/report-material.ts';
import { addCommune, addMeeting, addOfficial } from '../support/visiting-office.ts';

const SEPTEMBER = month('2026-09');
const NOW = day('2026-08-20');

let office: Office;
beforeEach(async () => {
  office = await newOffice();
  await office.write('Thử', '', async (db) => {
    await addCommune(db, { id: 'xa', name: 'Đảng bộ xã Hướng Sơn', parent: null }, [
      { id: 'c1', name: 'Chi bộ thôn 1' },
      { id: 'c2', name: 'Chi bộ thôn 2', day: 5 },
      { id: 'c3', name: 'Chi bộ thôn 3', flags: ['remote', 'border'] },
    ]);
    await addOfficial(db, { id: 'an', name: 'Nguyễn Văn An', quota: 3, targets: ['xa'], ownCell: 'c1' });
    await addOfficial(db, { id: 'ba', name: 'Trần Thị Ba', quota: 2, targets: ['c1'] });
  });
});

const plan = (officialId: string, cellId: string | null, date: string) =>
  office.write('Lập lịch', '', (db) => planVisit(db, { officialId, cellId, date: day(date), note: null }));
const one = async (id: string, on = NOW) => (await listPlans(office.db, { id }, on))[0];
const move = (id: string, date: string, on: string, code?: string) =>
  office.write('Chuyển', '', (db) => movePlan(db, id, day(date), { reason: { code }, on: day(on) }));

describe('the month board', () => {
  it('R2, R3 shows each cell on its own day, the general one, an approved exception, or where its meeting is', async () => {
    await office.write('Thử', '', async (db) => {
      await db
        .insertInto('meeting_day_exception')
        .values({
          ...{ id: 'x', organisation_id: 'c3', day: 8, approval_document: '12-CV/ĐU', reason: 'vùng xa' },
          ...{ valid_from: null, valid_to: null },
        })
        .execute();
    });
    const daysOf = async () =>
      (await monthBoard(office.db, SEPTEMBER, {})).cells.map(({ cell_id, day: on, day_source }) => [
        cell_id,
        on,
        day_source,
      ]);
    expect(await daysOf()).toEqual([
      ['c1', '2026-09-03', 'general'],
      ['c2', '2026-09-05', 'own'],
      ['c3', '2026-09-08', 'exception'],
    ]);
    await office.write('Thử', '', (db) => addMeeting(db, 'm', 'c2', '2026-09-07', { state: 'planned' }));
    expect((await daysOf())[1]).toEqual(['c2', '2026-09-07', 'meeting']);
    const shown = await monthBoard(office.db, SEPTEMBER, {});
    expect(boardShape.parse(shown)).toEqual(shown);
  });

  it('R33 says in words who is to be in two places, and who comes when the cell does not meet', async () => {
    await plan('an', 'c3', '2026-09-03');
    await plan('an', 'c2', '2026-09-03');
    const words = async () => (await monthBoard(office.db, SEPTEMBER, {})).clashes.map((clash) => clash.words);
    expect(await words()).toEqual([
      'Ngày 03/09/2026: Nguyễn Văn An có hai nơi cùng ngày: Chi bộ thôn 3, Chi bộ thôn 2.',
      'Ngày 03/09/2026: Nguyễn Văn An có lịch dự Chi bộ thôn 2, nhưng chi bộ sinh hoạt ngày 05/09/2026.',
    ]);
    await office.write('Thử', '', (db) =>
      db.updateTable('organisation_version').set({ default_time: '19:30' }).execute(),
    );
    expect((await words())[0]).toContain('hai nơi cùng giờ (19:30)');
  });
});

describe('changing a plan', () => {
  it('of a day to come moves it, also to another month; the cell has to be told again', async () => {
    const id = await plan('an', 'c3', '2026-09-03');
    await office.write('Báo', '', (db) => setPlanState(db, id, { state: 'cell_notified', reason: {} }, NOW));
    await move(id, '2026-10-03', '2026-08-20');
    expect(await one(id)).toMatchObject({ state: 'planned', date: '2026-10-03', period: '2026-10', past: false });
  });

  it('R34 of a day that is over needs its reason, and is a put-off visit', async () => {
    const id = await plan('an', 'c3', '2026-09-03');
    const refused = await refusal(move(id, '2026-10-03', '2026-09-04'));
    expect(refused.message).toContain('Lịch ngày 03/09/2026 đã qua');
    await move(id, '2026-10-03', '2026-09-04', 'disaster');
    expect(await one(id, day('2026-09-04'))).toMatchObject({
      ...{ state: 'rescheduled', period: '2026-09', planned_date: '2026-09-03', rescheduled_to: '2026-10-03' },
      ...{ date: '2026-10-03', reason_code: 'disaster', reason: 'Thiên tai, dịch bệnh', past: false },
    });
    expect((await listPlans(office.db, { from: '2026-10', to: '2026-10' }, NOW)).map((each) => each.id)).toEqual([id]);
    expect(await listPlans(office.db, { from: '2026-09', to: '2026-09' }, NOW)).toEqual([]);
  });

  it('R34 a missed plan has a reason always; BC-02 tells it from one without', async () => {
    const id = await plan('an', 'c3', '2026-09-03');
    const missed = (code?: string, text?: string) =>
      office.write('Vắng', '', (db) => setPlanState(db, id, { state: 'missed', reason: { code, text } }, NOW));
    expect((await refusal(missed())).code).toBe('wrong_arguments');
    expect((await refusal(missed('no_such'))).code).toBe('wrong_arguments');
    await missed('sick', 'nằm viện');
    expect(await one(id)).toMatchObject({ state: 'missed', reason_code: 'sick', reason: 'Ốm: nằm viện' });
    const [planned] = await readPlannedVisits(office.db, { from: SEPTEMBER, to: SEPTEMBER });
    expect(planned && planOutcome(planned, day('2026-12-31'))).toBe('missed_with_reason');
  });

  it('R31 on another day nobody is sent any more, and a month has one plan for a cell', async () => {
    const id = await plan('an', 'c2', '2026-09-05');
    const send = { state: 'substitute_sent' as const, reason: {}, substituteId: 'ba' };
    await office.write('Cử', '', (db) => setPlanState(db, id, send, NOW));
    await move(id, '2026-10-05', '2026-08-20');
    expect(await one(id)).toMatchObject({ state: 'planned', substitute_id: null, substitute: null });
    await plan('an', 'c2', '2026-11-05');
    expect((await refusal(move(id, '2026-11-05', '2026-08-20'))).code).toBe('conflict');
  });

  it('R33 who goes for somebody else is in one place too: a clash, and no proposal for that day', async () => {
    const id = await plan('an', 'c3', '2026-09-03');
    const send = { state: 'substitute_sent' as const, reason: {}, substituteId: 'ba' };
    await office.write('Cử', '', (db) => setPlanState(db, id, send, NOW));
    const asked = { from: SEPTEMBER, months: 1, notBefore: NOW };
    const visits = async () => (await proposeRotation(office.db, asked)).visits;
    expect((await visits()).filter(({ official_id, date }) => official_id === 'ba' && date === '2026-09-03')).toEqual(
      [],
    );
    await plan('ba', 'c1', '2026-09-03');
    const { clashes } = await monthBoard(office.db, SEPTEMBER, {});
    expect(clashes.map(({ words }) => words)).toEqual([
      expect.stringContaining('Trần Thị Ba có hai nơi cùng ngày: Chi bộ thôn'),
    ]);
  });

  it('R31 a substitute has a name and is somebody else', async () => {
    const id = await plan('ba', 'c1', '2026-09-03');
    const send = (change: { substituteId?: string; substituteName?: string }) =>
      office.write('Thay', '', (db) => setPlanState(db, id, { state: 'substitute_sent', reason: {}, ...change }, NOW));
    expect((await refusal(send({}))).message).toContain('ai dự thay');
    expect((await refusal(send({ substituteId: 'ba' }))).message).toContain('người khác');
    await send({ substituteId: 'an' });
    expect(await one(id)).toMatchObject({ state: 'substitute_sent', substitute: 'Nguyễn Văn An' });
  });

  it('is refused once the register has the visit; the same cell twice in a month too', async () => {
    const id = await plan('an', 'c3', '2026-09-03');
    expect((await refusal(plan('an', 'c3', '2026-09-20'))).code).toBe('conflict');
    await office.write('Thử', '', async (db) => {
      await addMeeting(db, 'm', 'c3', '2026-09-03');
      const nobody = { name: null, title: null, level: null, arrived_at: null, left_at: null, note: null };
      await recordVisit(db, 'm', { ...nobody, official_id: 'an', on_behalf_of_id: null, on_behalf_of_name: null });
    });
    expect(await one(id)).toMatchObject({ state: 'attended', meeting_id: 'm' });
    expect((await refusal(move(id, '2026-10-03', '2026-09-10', 'sick'))).code).toBe('conflict');
  });
});

describe('R33 the proposal', () => {
  const propose = (months = 6) => proposeRotation(office.db, { from: SEPTEMBER, months, notBefore: NOW });

  it('follows assignments and days, leaves one’s own cell out (R32), and nothing is written before it is accepted', async () => {
    const proposal = await propose();
    expect(proposalShape.parse(proposal)).toEqual(proposal);
    expect(proposal.unmet).toEqual([]);
    expect(proposal.visits.some(({ official_id, cell_id }) => official_id === 'an' && cell_id === 'c1')).toBe(false);
    expect(new Set(proposal.visits.map(({ cell_id }) => cell_id))).toEqual(new Set(['c1', 'c2', 'c3']));
    expect(proposal.visits[0]).toMatchObject({ date: '2026-09-03', cell_id: 'c3', official_id: 'an' });
    expect(await listPlans(office.db, {}, NOW)).toEqual([]);
    const plans = proposal.visits.map(({ official_id, cell_id, date }) => ({
      ...{ officialId: official_id, cellId: cell_id, date: day(date), note: null },
    }));
    await office.write('Ghi', '', (db) => planVisits(db, plans));
    const again = await propose();
    expect([again.visits, again.kept]).toEqual([[], proposal.visits.length]);
    const ids = await office.db.selectFrom('planned_visit').select('assignment_id').execute();
    expect(ids.every(({ assignment_id }) => assignment_id !== null)).toBe(true);
  });

  it('says in words what it could not give', async () => {
    await office.write('Thử', '', async (db) => {
      await db.updateTable('assignment').set({ valid_to: '2026-08-31' }).where('official_id', '=', 'ba').execute();
      await db.updateTable('assignment_entry').set({ min_visits: 60 }).where('official_id', '=', 'an').execute();
    });
    const { unmet } = await propose();
    expect(unmet.map(({ words }) => words)).toEqual([
      expect.stringMatching(
        /^Chi bộ thôn 1 \(Đảng bộ xã Hướng Sơn\): cần một lượt dự từ tháng 9\/2026 đến tháng 2\/2027 \(ít nhất 6 tháng một lần\) .* vì chưa phân công/,
      ),
      expect.stringMatching(/^Đồng chí Nguyễn Văn An: cần \d+ lượt theo định mức, còn thiếu \d+, vì không còn ngày/),
      expect.stringMatching(/^Đồng chí Trần Thị Ba: .* vì không có chi bộ nào/),
    ]);
  });

  it('R33 cells unvisited for long: difficult ones first, with who could come and when', async () => {
    await office.write('Thử', '', async (db) => {
      await addMeeting(db, 'm', 'c2', '2026-01-05');
      const entry = { name: 'Khách', title: null, level: null, arrived_at: null, left_at: null, note: null };
      await recordVisit(db, 'm', { ...entry, official_id: null, on_behalf_of_id: null, on_behalf_of_name: null });
    });
    await plan('an', 'c3', '2026-09-03');
    const { months, cells } = await unvisitedCells(office.db, NOW, {});
    expect(months).toBe(6);
    expect(cells.map((cell) => [cell.cell_id, cell.months, cell.next_plan])).toEqual([
      ['c3', null, '2026-09-03'],
      ['c1', null, null],
      ['c2', 7, null],
    ]);
    expect(cells[1]?.officials).toEqual(['Nguyễn Văn An', 'Trần Thị Ba']);
    expect((await unvisitedCells(office.db, NOW, { months: 7 })).cells.map(({ cell_id }) => cell_id)).toEqual([
      'c3',
      'c1',
    ]);
  });
});

describe('the month’s schedule as a file', () => {
  it('is a notice in Word, a list in Excel and a calendar', async () => {
    const id = await plan('an', 'c3', '2026-09-03');
    const folder = temporaryFolder();
    const session = createSession({ resourcesDir, outputDir: folder, actor: 'thử' });
    const { path } = office;
    office.close();
    await session.openOffice(path);
    for (const format of ['docx', 'xlsx', 'ics'] as const) {
      const file = await scheduleFile(session, SEPTEMBER, format, {});
      expect(file.name).toBe(`Lịch dự sinh hoạt 2026-09.${format}`);
      const bytes = readFileSync(session.files.pathOf(file.id) ?? '');
      if (format === 'ics') expect(bytes.toString('utf8')).toContain(`UID:${id}@sochibo`);
      else expect(bytes.subarray(0, 2).toString()).toBe('PK');
    }
    expect((await refusal(scheduleFile(session, month('2026-10'), 'docx', {}))).code).toBe('not_found');
    const document = async () => {
      const file = await scheduleFile(session, SEPTEMBER, 'docx', {});
      const parts = await unzipParts(readFileSync(session.files.pathOf(file.id) ?? ''));
      return (parts.get('word/document.xml') ?? '').replace(/<[^>]+>/gu, '');
    };
    expect(await document()).toContain('Lưu Văn phòng Huyện ủy');
    await session.office.write('Thử', '', (db) =>
      saveSigning(db, {
        signers: [{ name: 'Lò Thị Nhật', title: 'Phó Bí thư', authority: 'T/M Đảng ủy' }],
        recipients: ['Lưu BXDĐ'],
        advisory_code: 'BXDĐ',
      }),
    );
    for (const words of ['T/M ĐẢNG ỦY', 'PHÓ BÍ THƯ', 'Lò Thị Nhật', 'Lưu BXDĐ']) {
      expect(await document()).toContain(words);
    }
    session.close();
  });
});
