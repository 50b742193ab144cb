import { beforeEach, describe, expect, it } from 'vitest';
import type { RatingForm } from '../../electron/contract/ratings.ts';
import { createMeeting } from '../../electron/data/meetings/create-meeting.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { meetingRatings } from '../../electron/data/ratings/meeting-ratings.ts';
import { decidePeriodGrade, listPeriodGrades } from '../../electron/data/ratings/period-grades.ts';
import { listSheets, readSheet } from '../../electron/data/ratings/read-sheets.ts';
import { adoptSheet, deleteSheet, loadPresetSheets, saveSheet } from '../../electron/data/ratings/record-sheets.ts';
import { removeRating, saveRating } from '../../electron/data/ratings/save-rating.ts';
import { loadPresets } from '../../electron/data/ratings/sheet-file.ts';
import type { ScorerRole } from '../../electron/data/schema/column-types.ts';
import type { MeetingPreparationRow, MeetingRow } from '../../electron/data/schema/meeting-tables.ts';
import { newOffice, refusal, resourcesDir } from '../support/office.ts';
import { day } from '../support/report-material.ts';
import { memberRow, versionRow } from '../support/rows.ts';

const CELL = 'chi-bo';
let office: Office;
let meetingId: string;
let anPhuId: string;

beforeEach(async () => {
  office = await newOffice();
  await office.write('Thử', '', async (db) => {
    await db
      .insertInto('organisation')
      .values({ id: CELL, code: null, kind: 'cell', valid_from: null, valid_to: null })
      .execute();
    await db
      .insertInto('organisation_version')
      .values(versionRow('v1', CELL, 'Chi bộ khu phố 1'))
      .execute();
    await loadPresetSheets(db, loadPresets(resourcesDir));
  });
  anPhuId = (await sheetNamed('an-phu-hd42')).id;
  meetingId = await addMeeting('2026-01', { date: '2026-01-03' });
});

async function sheetNamed(code: string) {
  const sheet = (await listSheets(office.db)).find((each) => each.code === code);
  if (!sheet) throw new Error(`no sheet ${code}`);
  return sheet;
}

function addMeeting(period: string, given: Partial<MeetingRow>): Promise<string> {
  return office.write('Thử', '', async (db) => {
    const id = await createMeeting(db, { cellId: CELL, period, kind: 'regular' });
    await db
      .updateTable('meeting')
      .set({
        ...{ state: 'held', started_at: '19:30', ended_at: '20:45', members_total: 20 },
        ...{ due: 20, present: 19, present_exempt: 0, absent_excused: 0, absent_unexcused: 1 },
        ...given,
      })
      .where('id', '=', id)
      .execute();
    return id;
  });
}

const adopt = (from = '2025-11-01', id = anPhuId) => office.write('Thử', '', (db) => adoptSheet(db, id, day(from)));
const form = (given: Partial<RatingForm> = {}): RatingForm => ({
  ...{ scorer: null, official_id: null, rated_on: null, votes_for: null, votes_total: null },
  ...{ weaknesses: null, note: null, total: null, grade: null, items: [] },
  ...given,
});
const rate = (role: ScorerRole, given: Partial<RatingForm>, id = meetingId) =>
  office.write('Thử', '', (db) => saveRating(db, { meetingId: id, role, form: form(given) }));
const said = (criterion: string, points: number | null, basis: string | null = null) => ({
  ...{ criterion, points, applies: true, basis },
});
const line = async (number: string, id = meetingId) =>
  (await meetingRatings(office.db, id)).blank?.lines.find((each) => each.number === number);

/** Full points wherever the sheet does not work the line out itself. */
async function fullMarks(id = meetingId) {
  const { blank } = await meetingRatings(office.db, id);
  return (blank?.lines ?? [])
    .filter(({ applies, worked_out }) => applies && worked_out === null)
    .map(({ number, max }) => said(number, max));
}

describe('which sheet scores a meeting', () => {
  it('none before one is adopted, and none before its first day', async () => {
    expect((await meetingRatings(office.db, meetingId)).sheet).toBeNull();
    await adopt('2026-01-04');
    expect((await meetingRatings(office.db, meetingId)).sheet).toBeNull();
    await adopt('2026-01-03');
    expect((await meetingRatings(office.db, meetingId)).sheet?.name).toContain('An Phú');
  });

  it('never adopted before not_before, the day of HD 42', async () => {
    expect((await refusal(adopt('2025-10-27'))).message).toContain('28/10/2025');
    await adopt('2025-10-28');
  });

  it('the one of the cell itself before that of the office', async () => {
    await adopt();
    const central = await sheetNamed('hd42-2025');
    await office.write('Thử', '', async (db) => {
      await db.updateTable('scoring_sheet').set({ scope_organisation_id: CELL }).where('id', '=', central.id).execute();
      await adoptSheet(db, central.id, day('2025-12-01'));
    });
    expect((await meetingRatings(office.db, meetingId)).sheet?.id).toBe(central.id);
    expect((await sheetNamed('an-phu-hd42')).valid_to).toBeNull();
  });

  it('a sheet for the same cells ends the day before its successor', async () => {
    await adopt('2018-07-06', (await sheetNamed('hd12-checklist')).id);
    await adopt();
    expect(await sheetNamed('hd12-checklist')).toMatchObject({ valid_from: '2018-07-06', valid_to: '2025-10-31' });
  });
});

describe('what the meeting itself says', () => {
  it('fills in time, attendance with its override, and leaves what nobody knows to the scorer (R42)', async () => {
    await adopt();
    // 75 of 90 minutes; 19 of 20 with one unexcused.
    expect(await line('1')).toMatchObject({ points: 4, source: 'facts', words: 'họp 75 phút, quy định 90 phút' });
    expect(await line('2a')).toMatchObject({ points: 1, words: 'Có đảng viên vắng không lý do' });
    expect(await line('4e')).toMatchObject({ points: null, words: 'chưa có số người phát biểu' });
    expect(await line('7')).toMatchObject({ points: null, words: 'chưa có kết quả nghị quyết tháng trước' });
  });

  it('required minutes: 120 from 30 members; the small cell’s own minimum before all', async () => {
    await adopt();
    await office.write('Thử', '', (db) => db.updateTable('meeting').set({ members_total: 30 }).execute());
    expect(await line('1')).toMatchObject({ points: 2, words: 'họp 75 phút, quy định 120 phút' });
    await office.write('Thử', '', (db) =>
      db.updateTable('organisation_version').set({ own_min_minutes: 60 }).execute(),
    );
    expect(await line('1')).toMatchObject({ points: 5 });
  });

  it('preparation, speakers and the resolution of the month before', async () => {
    await adopt();
    const earlier = await addMeeting('2025-12', { date: '2025-12-03' });
    await office.write('Thử', '', async (db) => {
      await db
        .insertInto('meeting_preparation')
        .values(preparation({ meeting_id: meetingId }))
        .execute();
      await db
        .insertInto('task')
        .values(
          [1, 1, 1, 1, 0].map((done, position) => ({
            ...{ id: `t${position}`, meeting_id: earlier, position, content: 'Nhiệm vụ', person: null, due_date: null },
            ...{ outcome: null, done: done === 1 ? (1 as const) : (0 as const) },
          })),
        )
        .execute();
    });
    expect(await line('7')).toMatchObject({ points: 27, words: 'hoàn thành 4/5 = 80,0 % chỉ tiêu' });
    // 10 of 19 spoke.
    expect(await line('4e')).toMatchObject({ points: 5 });
    expect(await line('3d')).toMatchObject({ points: null, proposed: 1 });
    expect(await line('3e')).toMatchObject({ proposed: 2, words: 'đăng tài liệu: 2 ngày' });
    expect(await line('8c')).toMatchObject({ proposed: 1, words: 'đăng biên bản: 2 ngày' });
  });

  it('R14: three excused absences in a row are within the limit, the fourth is not; the new year begins anew', async () => {
    await adopt();
    const months = ['2026-02', '2026-03', '2026-04', '2026-05'];
    const ids: string[] = [];
    for (const month of ['2025-12', ...months]) {
      ids.push(await addMeeting(month, { date: `${month}-03`, absent_excused: 1, absent_unexcused: 0 }));
    }
    await office.write('Thử', '', async (db) => {
      await db.insertInto('member').values(memberRow('an', 'Trần Văn An')).execute();
      await db
        .insertInto('attendance')
        .values(
          ids.map((id, position) => ({
            ...{ id: `a${position}`, meeting_id: id, member_id: 'an', name: 'Trần Văn An', standing_then: null },
            ...{
              status_then: null,
              result: 'absent_excused' as const,
              reason: 'ốm',
              late_or_left_early: null,
              position,
            },
          })),
        )
        .execute();
    });
    expect(await line('2b', ids[3])).toMatchObject({ proposed: 1 });
    expect(await line('2b', ids[4])).toMatchObject({ proposed: 0 });
  });

  it('has_theme: a thematic meeting anywhere in the month', async () => {
    await adopt();
    expect(await line('4b')).toMatchObject({ max: 15 });
    await office.write('Thử', '', async (db) => {
      const id = await createMeeting(db, { cellId: CELL, period: '2026-01', kind: 'thematic' });
      await db.updateTable('meeting').set({ state: 'held', date: '2026-01-20' }).where('id', '=', id).execute();
    });
    expect(await line('4b')).toMatchObject({ max: 10 });
  });
});

describe('a rating', () => {
  it('keeps what was worked out, adds the scorer’s lines, and has the total and grade of the sheet', async () => {
    await adopt();
    await rate('self', { items: await fullMarks(), votes_for: 18, votes_total: 19 });
    const { ratings } = await meetingRatings(office.db, meetingId);
    // 100 less one for 75 minutes and three for the unexcused absence.
    expect(ratings[0]).toMatchObject({ role: 'self', form: { total: 96, grade: 'good', votes_for: 18 } });
    expect(ratings[0]?.form.items.find(({ criterion }) => criterion === '2a')).toMatchObject({
      points: 1,
      basis: null,
    });
  });

  it('several scorers stand side by side; the superior decides the grade', async () => {
    await adopt();
    await rate('self', { items: await fullMarks() });
    await rate('superior_decision', { total: 88, grade: 'average' });
    const { ratings } = await meetingRatings(office.db, meetingId);
    expect(ratings.map(({ role, form: { total, grade } }) => [role, total, grade])).toEqual([
      ['self', 96, 'good'],
      ['superior_decision', 88, 'average'],
    ]);
    await rate('visiting_official', { total: 89.5 });
    expect((await meetingRatings(office.db, meetingId)).ratings[1]).toMatchObject({ form: { grade: 'fair' } });
    await office.write('Thử', '', (db) => removeRating(db, meetingId, 'visiting_official'));
    expect((await meetingRatings(office.db, meetingId)).ratings).toHaveLength(2);
  });

  it('another figure than the one worked out needs its basis; none may be over the maximum', async () => {
    await adopt();
    const items = await fullMarks();
    const wrong = await refusal(rate('self', { items: [...items, said('2a', 4)] }));
    expect(wrong.message).toBe('Mục 2a: điểm 4 khác điểm tự tính 1. Ghi căn cứ của điểm này.');
    await rate('self', { items: [...items, said('2a', 4, 'Đơn xin phép đến sau')] });
    expect((await meetingRatings(office.db, meetingId)).ratings[0]?.form.total).toBe(99);
    expect((await refusal(rate('self', { items: [said('3a', 4)] }))).message).toContain('cao hơn điểm tối đa 3');
  });

  it('R42: with a line open there is no total and no grade', async () => {
    await adopt();
    await rate('self', { items: (await fullMarks()).slice(1) });
    expect((await meetingRatings(office.db, meetingId)).ratings[0]?.form).toMatchObject({ total: null, grade: null });
  });

  it('is as entered where no sheet applies', async () => {
    await rate('self', { total: 92, grade: 'fair' });
    expect((await meetingRatings(office.db, meetingId)).ratings[0]).toMatchObject({
      score: null,
      form: { total: 92, grade: 'fair' },
    });
  });
});

describe('a sheet that was used', () => {
  const edited = async (from: string | null) => {
    const { definition, name } = await readSheet(office.db, anPhuId);
    const grades = definition.grades.map((grade) => (grade.code === 'good' ? { ...grade, from: 97 } : grade));
    return office.write('Thử', '', (db) =>
      saveSheet(db, {
        ...{ id: anPhuId, name, scopeOrganisationId: null, definition: { ...definition, grades } },
        from: from === null ? null : day(from),
      }),
    );
  };

  it('is changed in place while nobody has used it', async () => {
    await adopt();
    expect(await edited(null)).toEqual({ id: anPhuId, version: 1 });
  });

  it('is locked: the change is its version 2 from a day, and old ratings keep version 1', async () => {
    await adopt();
    await rate('self', { items: await fullMarks() });
    expect((await refusal(edited(null))).message).toContain('bị khóa');
    const second = await edited('2026-02-01');
    expect(second.version).toBe(2);
    expect((await listSheets(office.db)).filter(({ code }) => code === 'an-phu-hd42')).toMatchObject([
      { version: 2, valid_from: '2026-02-01', valid_to: null },
      { version: 1, valid_from: '2025-11-01', valid_to: '2026-01-31', ratings: 1 },
    ]);
    const february = await addMeeting('2026-02', { date: '2026-02-03' });
    await rate('self', { items: await fullMarks(february) }, february);
    expect((await meetingRatings(office.db, february)).ratings[0]?.form).toMatchObject({ total: 96, grade: 'fair' });
    expect((await meetingRatings(office.db, meetingId)).sheet?.version).toBe(1);
    expect((await meetingRatings(office.db, meetingId)).ratings[0]?.form.grade).toBe('good');
    expect((await refusal(edited('2026-03-01'))).code).toBe('wrong_arguments');
  });

  it('is not deleted', async () => {
    await adopt();
    await rate('self', { total: 90 });
    expect((await refusal(office.write('Thử', '', (db) => deleteSheet(db, anPhuId)))).code).toBe('conflict');
  });
});

describe('the grade of a period', () => {
  it('shows what the rule proposes and keeps what the superior decided', async () => {
    const phuTho = await sheetNamed('phu-tho-khoi-hd12');
    await adopt('2025-01-01', phuTho.id);
    for (let month = 1; month <= 12; month += 1) {
      const period = `2025-${String(month).padStart(2, '0')}`;
      const id = await addMeeting(period, { date: `${period}-03` });
      await rate('self', { total: month <= 7 ? 93 : 80 }, id);
    }
    const [before] = await listPeriodGrades(office.db, '2025', day('2026-01-10'));
    expect(before).toMatchObject({ good: 7, fair: 5, not_graded: 0, proposed: { grade: 'good' }, decided: null });
    expect((await listPeriodGrades(office.db, '2025', day('2025-12-20')))[0]?.proposed.grade).toBeNull();
    const decision = { cell_id: CELL, period: '2025', decided_on: '2026-01-15', document: '12-TB/ĐU', note: null };
    await office.write('Thử', '', (db) => decidePeriodGrade(db, { ...decision, decided: 'fair' }, day('2026-01-10')));
    const [after] = await listPeriodGrades(office.db, '2025', day('2026-01-10'));
    expect(after).toMatchObject({ proposed: { grade: 'good' }, decided: 'fair', document: '12-TB/ĐU' });
  });
});

function preparation(given: Partial<MeetingPreparationRow>): MeetingPreparationRow {
  return {
    ...{ id: 'p1', meeting_id: '', cell_committee_met_before: 1, cell_committee_met_on: null, members_notified: 1 },
    ...{ superior_notified_on: '2025-12-30', documents_posted_on: '2026-01-01', documents_on_app: 1 },
    ...{ minutes_posted_on: '2026-01-05', break_minutes: null, speakers: 10, prior_tasks_set: null },
    ...{ prior_tasks_met: null, mode_guidance: null },
    ...given,
  };
}
