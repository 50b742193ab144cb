import { beforeEach, describe, expect, it } from 'vitest';
import {
  meetingVisit,
  visitReportPage as pageShape,
  type VisitEntry,
  type VisitReportForm,
} from '../../electron/contract/visits.ts';
import { meetingPage } from '../../electron/data/meetings/meeting-page.ts';
import { saveMeeting } from '../../electron/data/meetings/save-meeting.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { history } from '../../electron/data/office-file/office-info.ts';
import { mergeOrganisations } from '../../electron/data/organisations/reorganise.ts';
import { loadReportForms } from '../../electron/data/reporting/report-forms.ts';
import { runReport } from '../../electron/data/reporting/run-report.ts';
import { listEvents, saveEvent } from '../../electron/data/visits/events.ts';
import { lateVisitReports, listVisitReports } from '../../electron/data/visits/list-reports.ts';
import { meetingVisits } from '../../electron/data/visits/meeting-visits.ts';
import {
  acceptVisitReport,
  returnVisitReport,
  saveVisitReport,
  submitVisitReport,
  visitReportPage,
} from '../../electron/data/visits/visit-report.ts';
import { changeVisit, recordVisit, removeVisit } from '../../electron/data/visits/write-visit.ts';
import { newOffice, refusal, resourcesDir } from '../support/office.ts';
import { day } from '../support/report-material.ts';
import { addMember } from '../support/small-office.ts';
import { addCommune, addMeeting, addOfficial } from '../support/visiting-office.ts';

let office: Office;
beforeEach(async () => {
  office = await newOffice();
  await office.write('Thử', '', async (db) => {
    await addCommune(db, { id: 'xa', name: 'Đảng bộ xã Hướng Sơn', parent: null }, [
      { id: 'c1', name: 'Chi bộ thôn 1' },
      { id: 'c2', name: 'Chi bộ thôn 2' },
    ]);
    await addOfficial(db, { id: 'an', name: 'Nguyễn Văn An', quota: 2, targets: ['c1', 'c2'] });
    await addOfficial(db, { id: 'ba', name: 'Trần Thị Ba', quota: 2, targets: ['c2'], ownCell: 'c1' });
    await addMeeting(db, 'm1', 'c1', '2024-09-03', { started_at: '19:00', ended_at: '20:30', due: 10, present: 9 });
    await addMeeting(db, 'm2', 'c2', '2024-09-03', { started_at: '20:00', ended_at: '21:30' });
  });
});

const nobody: VisitEntry = {
  ...{ official_id: null, name: null, title: null, level: null, arrived_at: null, left_at: null },
  ...{ on_behalf_of_id: null, on_behalf_of_name: null, note: null },
};
const record = (meetingId: string, entry: Partial<VisitEntry>) =>
  office.write('Ghi lượt dự', '', (db) => recordVisit(db, meetingId, { ...nobody, ...entry }));
const plan = (given: { id: string; cell_id: string | null; period?: string; state?: 'planned' | 'cell_notified' }) =>
  office.write('Thử', '', (db) =>
    db
      .insertInto('planned_visit')
      .values({
        ...{ official_id: 'an', period: '2024-09', typed: null, state: 'planned', reason: null, substitute_id: null },
        ...{ substitute_name: null, rescheduled_to: null, visit_id: null, report_submitted_on: null, note: null },
        ...given,
      })
      .execute(),
  );
const planRow = (id: string) =>
  office.db.selectFrom('planned_visit').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const bc02 = async (period = '2024') => {
  const { rows } = await runReport({ db: office.db, forms: loadReportForms(resourcesDir) }, { code: 'BC-02', period });
  return Object.fromEntries(rows.filter(({ kind }) => kind === 'official').map((row) => [row.key, row.figures]));
};

describe('recording a visit', () => {
  it('R30 two cells on one day are two visits; overlapping hours are warned of, not refused', async () => {
    await record('m1', { official_id: 'an' });
    const second = await record('m2', { official_id: 'an' });
    const visits = await meetingVisits(office.db, 'm2');
    expect(meetingVisit.array().parse(visits)).toEqual(visits);
    expect(visits[0]?.warnings).toEqual(['Trùng giờ với buổi Chi bộ thôn 1 cùng ngày (19:00–20:30).']);
    expect((await bc02()).an).toMatchObject({ visits: 2, shortfall: 0 });
    await office.write('Sửa', '', (db) =>
      changeVisit(db, second, { ...nobody, official_id: 'an', arrived_at: '20:30' }),
    );
    expect((await meetingVisits(office.db, 'm2'))[0]?.warnings).toEqual([]);
  });

  it('the same person once a meeting, somebody on no list by name', async () => {
    await record('m1', { official_id: 'an' });
    expect((await refusal(record('m1', { official_id: 'an' }))).code).toBe('conflict');
    await record('m1', { name: 'Hồ Văn Khách', title: 'Trưởng ban Dân vận', level: 'province' });
    const visits = await meetingVisits(office.db, 'm1');
    expect(visits.map(({ official, basis, report }) => [official, basis, report === null])).toEqual([
      ['Nguyễn Văn An', 'assigned', false],
      ['Hồ Văn Khách', 'unlisted', true],
    ]);
    expect((await refusal(record('m1', {}))).code).toBe('wrong_arguments');
  });

  it('R31 a substitute’s visit is logged for both and counts for the substitute; R32 one’s own cell is no visit', async () => {
    await record('m1', { official_id: 'ba' });
    await record('m2', { official_id: 'ba', on_behalf_of_id: 'an' });
    const [own] = await meetingVisits(office.db, 'm1');
    const [substitute] = await meetingVisits(office.db, 'm2');
    expect([own?.basis, own?.counts_toward_quota, own?.report]).toEqual(['own_cell', false, null]);
    expect([substitute?.basis, substitute?.on_behalf_of]).toEqual(['substitute', 'Nguyễn Văn An']);
    const figures = await bc02();
    expect([figures.an?.visits, figures.ba?.visits]).toEqual([0, 1]);
  });
});

describe('R32 one’s own cell', () => {
  const basisIn = async (meeting: string) => (await meetingVisits(office.db, meeting))[0]?.basis;

  it('goes on as its successor when it was merged', async () => {
    await office.write('Thử', '', async (db) => {
      const sources = ['c1'];
      const how = { date: day('2024-10-01'), document: null, assignments: 'carry', end_reason: null } as const;
      await mergeOrganisations(db, { ...how, sources, into: { existing: 'c2' } });
      await addMeeting(db, 'm3', 'c2', '2024-10-03', {});
    });
    await record('m2', { official_id: 'ba' });
    await record('m3', { official_id: 'ba' });
    expect([await basisIn('m2'), await basisIn('m3')]).toEqual(['assigned', 'own_cell']);
  });

  it('is not a cell that the register says was left', async () => {
    await office.write('Thử', '', async (db) => {
      const member_id = await addMember(db, 'c1', { kind: 'transferred_out' });
      await db.updateTable('official').set({ member_id }).where('id', '=', 'an').execute();
    });
    await record('m1', { official_id: 'an' });
    expect(await basisIn('m1')).toBe('assigned');
  });
});

describe('a visit and its plan', () => {
  it('the plan for the cell becomes attended, before one for any cell; taking the visit out opens it again', async () => {
    await plan({ id: 'p-any', cell_id: null });
    await plan({ id: 'p-c1', cell_id: 'c1', state: 'cell_notified' });
    await plan({ id: 'p-oct', cell_id: 'c1', period: '2024-10' });
    const visit = await record('m1', { official_id: 'an' });
    expect(await planRow('p-c1')).toMatchObject({ state: 'attended', visit_id: visit });
    expect(await planRow('p-any')).toMatchObject({ state: 'planned', visit_id: null });
    expect(await planRow('p-oct')).toMatchObject({ visit_id: null });
    await office.write('Xóa', '', (db) => removeVisit(db, visit));
    expect(await planRow('p-c1')).toMatchObject({ state: 'planned', visit_id: null });
    expect(await listVisitReports(office.db, {}, day('2024-12-31'))).toEqual([]);
  });

  it('R31 a visit on somebody’s behalf is the substitute sent for his plan', async () => {
    await plan({ id: 'p-c2', cell_id: 'c2' });
    const visit = await record('m2', { official_id: 'ba', on_behalf_of_id: 'an' });
    expect(await planRow('p-c2')).toMatchObject({ state: 'substitute_sent', substitute_id: 'ba', visit_id: visit });
  });

  it('R31 who came for somebody on no list did not follow his own plan; one on no list who came is named in it', async () => {
    await plan({ id: 'p-any', cell_id: null });
    const visit = await record('m1', { official_id: 'an', on_behalf_of_name: 'Nguyễn Văn Khách' });
    expect(await planRow('p-any')).toMatchObject({ state: 'planned', visit_id: null });
    await office.write('Sửa', '', (db) => changeVisit(db, visit, { ...nobody, official_id: 'an' }));
    expect(await planRow('p-any')).toMatchObject({ state: 'attended', visit_id: visit });
    await plan({ id: 'p-c2', cell_id: 'c2' });
    await record('m2', { name: 'Phạm Văn Khách', on_behalf_of_id: 'an' });
    expect(await planRow('p-c2')).toMatchObject({ state: 'substitute_sent', substitute_name: 'Phạm Văn Khách' });
  });

  it('R31 a visit first taken for a substitute’s, then corrected: the official attended, nobody was sent', async () => {
    await plan({ id: 'p-c2', cell_id: 'c2' });
    const visit = await record('m2', { official_id: 'ba', on_behalf_of_id: 'an' });
    await office.write('Sửa', '', (db) => changeVisit(db, visit, { ...nobody, official_id: 'an' }));
    expect(await planRow('p-c2')).toMatchObject({ state: 'attended', substitute_id: null, visit_id: visit });
    expect((await bc02()).an).toMatchObject({ visits: 1, substitute_sent: 0 });
  });

  it('recording is one change that can be taken back as a whole', async () => {
    await plan({ id: 'p-c1', cell_id: 'c1' });
    await record('m1', { official_id: 'an' });
    const [last] = await history(office, 1);
    await office.undo(last?.transaction ?? 0, '');
    expect(await planRow('p-c1')).toMatchObject({ state: 'planned', visit_id: null });
    expect(await meetingVisits(office.db, 'm1')).toEqual([]);
  });
});

describe('R35 the report of a visit', () => {
  const form: VisitReportForm = {
    ...{ number: '01', date_made: '2024-09-10', observed: 'Chi bộ họp đúng quy định', conveyed: null, proposed: null },
    ...{ difficulties: null, strengths: null, weaknesses: null, lessons: null, own_proposals: null },
    proposed_grade: 'good',
  };
  const standings = async (on: string) =>
    (await listVisitReports(office.db, {}, day(on))).map(({ standing, late }) => [standing, late]);

  it('is due five days after the meeting, then missing; late when handed in after', async () => {
    const visit = await record('m1', { official_id: 'an' });
    expect(await standings('2024-09-08')).toEqual([['due', false]]);
    expect(await standings('2024-09-09')).toEqual([['missing', false]]);
    expect(await lateVisitReports(office.db, day('2024-09-08'))).toEqual([]);
    expect((await lateVisitReports(office.db, day('2024-09-09'))).map(({ due_date }) => due_date)).toEqual([
      '2024-09-08',
    ]);
    expect((await bc02()).an).toMatchObject({ visits: 1, reports_due: 1, reports_submitted: 0, reports_late: 0 });
    const submit = (on: string) => office.write('Nộp', '', (db) => submitVisitReport(db, visit, on));
    expect((await refusal(submit('2024-09-09'))).message).toContain('chưa có nội dung');
    await office.write('Ghi', '', (db) => saveVisitReport(db, visit, form));
    expect((await refusal(submit('2024-09-02'))).message).toContain('trước ngày dự');
    await submit('2024-09-09');
    expect(await standings('2024-12-31')).toEqual([['submitted', true]]);
    expect((await bc02()).an).toMatchObject({ reports_due: 1, reports_submitted: 1, reports_late: 1 });
  });

  it('goes back with a reason and comes again, and is closed when accepted', async () => {
    const visit = await record('m1', { official_id: 'an' });
    const write = (change: (db: Office['db']) => Promise<void>) => office.write('Thử', '', change);
    const accept = () => write((db) => acceptVisitReport(db, visit, '2024-09-20'));
    expect((await refusal(accept())).message).toContain('chưa được nộp');
    await write((db) => saveVisitReport(db, visit, form));
    await write((db) => submitVisitReport(db, visit, '2024-09-08'));
    await write((db) => returnVisitReport(db, visit, '2024-09-09', 'Thiếu kiến nghị'));
    const [returned] = await lateVisitReports(office.db, day('2024-09-10'));
    expect(returned).toMatchObject({ standing: 'returned', returned_reason: 'Thiếu kiến nghị', late: false });
    await write((db) => saveVisitReport(db, visit, { ...form, proposed: 'Sửa đường' }));
    await write((db) => submitVisitReport(db, visit, '2024-09-15'));
    await accept();
    const page = await visitReportPage(office.db, visit);
    expect(pageShape.parse(page)).toEqual(page);
    expect(page.record).toMatchObject({ standing: 'accepted', late: false, submitted_on: '2024-09-08' });
    expect(page.facts).toMatchObject({ nth: 1, quota: 2, due: 10, present: 9, rate: 90 });
    expect((await refusal(write((db) => saveVisitReport(db, visit, form)))).code).toBe('conflict');
    expect((await refusal(write((db) => removeVisit(db, visit)))).message).toContain('đã có báo cáo');
  });

  it('R35 a day of the meeting that is corrected makes no report late that was in time', async () => {
    const visit = await record('m1', { official_id: 'an' });
    const write = (act: (db: Parameters<typeof recordVisit>[0]) => Promise<unknown>) => office.write('Ghi', '', act);
    const { form } = await visitReportPage(office.db, visit);
    await write((db) => saveVisitReport(db, visit, { ...form, observed: 'Họp đúng giờ' }));
    await write((db) => submitVisitReport(db, visit, '2024-09-12'));
    expect(await listVisitReports(office.db, {}, day('2024-12-31'))).toMatchObject([{ late: true }]);
    const page = await meetingPage(office.db, 'm1');
    await write((db) => saveMeeting(db, 'm1', { ...page.form, date: '2024-09-10' }));
    expect(await listVisitReports(office.db, {}, day('2024-12-31'))).toMatchObject([
      { late: false, due_date: '2024-09-15' },
    ]);
  });

  it('what the plan noted stands where no report is written, and once where both are', async () => {
    await plan({ id: 'p-c1', cell_id: 'c1' });
    const visit = await record('m1', { official_id: 'an' });
    await office.write('Thử', '', async (db) => {
      await db.deleteFrom('visit_report').execute();
      await db.updateTable('planned_visit').set({ report_submitted_on: '2024-09-30' }).execute();
    });
    expect((await bc02()).an).toMatchObject({ reports_due: 1, reports_submitted: 1, reports_late: 1 });
    await office.write('Ghi', '', (db) => saveVisitReport(db, visit, form));
    expect(await standings('2024-12-31')).toEqual([['submitted', true]]);
    expect((await bc02()).an).toMatchObject({ reports_due: 1, reports_submitted: 1, reports_late: 1 });
  });
});

describe('events that are no cell meeting', () => {
  const event = { kind: 'committee_meeting', organisation_id: 'c1', date: '2024-09-12', place: null, content: 'Họp' };

  it('are recorded with those who took part, and count where a quota names their kind', async () => {
    const id = await office.write('Ghi', '', (db) => saveEvent(db, null, { ...event, official_ids: ['an', 'ba'] }));
    expect(await listEvents(office.db, { officialId: 'ba' })).toMatchObject([
      { kind_label: 'Họp đảng ủy xã', organisation: 'Chi bộ thôn 1', official_ids: ['an', 'ba'] },
    ]);
    expect((await bc02()).an).toMatchObject({ visits: 0, visits_other: 0 });
    await office.write('Thử', '', async (db) => {
      await db
        .insertInto('regulation')
        .values({
          ...{ id: 'qd', number_symbol: '1390-QĐ/TU', date: null, issuing_body: null, subject: null },
          ...{ valid_from: null, valid_to: null },
        })
        .execute();
      await db
        .insertInto('quota')
        .values({
          ...{ id: 'q', regulation_id: 'qd', title_group: 'department_head', min_visits: 2, cycle: 'year' },
          ...{ counted_kinds: JSON.stringify(['regular', 'committee_meeting']), scope: 'area_in_charge', per_cell: 0 },
          ...{ proration: 'by_month', note: null, position: 1 },
        })
        .execute();
      const title = { title: 'Trưởng phòng', title_group: 'department_head', valid_from: null, valid_to: null };
      await db
        .insertInto('official_title')
        .values({ id: 't', official_id: 'an', ...title })
        .execute();
    });
    expect((await bc02()).an).toMatchObject({ visits: 1, visits_other: 1, shortfall: 1 });
    expect((await bc02()).ba).toMatchObject({ visits: 0 });
    // R29: where the regulation lets the title go anywhere, an event needs no assignment.
    await office.write('Thử', '', async (db) => {
      await db.updateTable('assignment').set({ target_id: 'c2' }).where('official_id', '=', 'an').execute();
    });
    expect((await bc02()).an).toMatchObject({ visits: 0 });
    await office.write('Thử', '', (db) => db.updateTable('quota').set({ scope: 'any' }).execute());
    expect((await bc02()).an).toMatchObject({ visits: 1, visits_other: 1 });
    await office.write('Sửa', '', (db) => saveEvent(db, id, { ...event, official_ids: ['ba'] }));
    expect((await bc02()).an).toMatchObject({ visits: 0 });
  });
});
