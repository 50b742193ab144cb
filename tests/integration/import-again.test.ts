import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { MeetingForm } from '../../electron/contract/meetings.ts';
import { issuesOf } from '../../electron/data/importing/import-plan.ts';
import type { ImportPlan } from '../../electron/data/importing/plan-import.ts';
import { meetingPage } from '../../electron/data/meetings/meeting-page.ts';
import { saveMeeting } from '../../electron/data/meetings/save-meeting.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { movePlan, setPlanState } from '../../electron/data/schedule/change-plan.ts';
import { parseIsoDate } from '../../electron/data/vietnamese/dates.ts';
import { searchKey } from '../../electron/data/vietnamese/fold.ts';
import { callRoll, withAttendance } from '../../renderer/features/meetings/attendance.ts';
import { importSample, planFiles, sampleFiles } from '../support/imported-office.ts';
import { temporaryFolder } from '../support/office.ts';

const register = 'theo-doi-sinh-hoat-2024.xlsx';
const nothing = { inserts: [], updates: [] };

let office: Office;
beforeEach(async () => {
  ({ office } = await importSample('commune-b', temporaryFolder()));
  onTestFinished(() => office.close());
});

/** The meetings of which the register names somebody absent. */
async function meetingsWithAbsentees(): Promise<string[]> {
  const rows = await office.db.selectFrom('attendance').select('meeting_id').distinct().execute();
  expect(rows.length).toBeGreaterThanOrEqual(10);
  return rows.map(({ meeting_id }) => meeting_id);
}

/** Saves a meeting as the window does after `edit`. */
async function save(
  id: string,
  edit: (form: MeetingForm, page: Awaited<ReturnType<typeof meetingPage>>) => MeetingForm,
) {
  const page = await meetingPage(office.db, id);
  await office.write('Sửa buổi sinh hoạt', '', (db) => saveMeeting(db, id, edit(page.form, page)));
}

async function importAgain(): Promise<ImportPlan> {
  return planFiles(office, sampleFiles('commune-b', [register]));
}

describe('10d a register imported again', () => {
  test('leaves the roll-call of each member, and its counts, as they are', async () => {
    const meetings = await meetingsWithAbsentees();
    for (const id of meetings) {
      await save(id, (form, { roll, due_rule }) => {
        const called = callRoll(roll, form.attendance);
        const reordered = called.map((entry, index) =>
          index === 0 && entry.result === 'present' ? { ...entry, result: 'absent_unexcused' as const } : entry,
        );
        return withAttendance(form, reordered.reverse(), due_rule);
      });
    }
    const again = await importAgain();
    expect(again.changes.attendance).toEqual(nothing);
    expect(again.changes.meeting).toEqual(nothing);
    const kept = issuesOf(again).filter(({ code }) => code === 'roll_call_kept');
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThanOrEqual(meetings.length);
    expect(kept[0]).toMatchObject({ severity: 'warning', message: expect.stringContaining('điểm danh') });
  });

  test('knows the absent again wherever they stand in the list, linked since or spelled without diacritics', async () => {
    for (const id of await meetingsWithAbsentees()) {
      await save(id, (form, { roll }) => ({
        ...form,
        attendance: [
          {
            name: 'Khách Lạ',
            member_id: null,
            standing_then: null,
            status_then: null,
            result: 'absent_excused',
            reason: null,
            ...{ late_or_left_early: null, online: null, spoke: null, opinion_count: null },
          },
          ...form.attendance.toReversed().map((entry, index) => {
            if (entry.member_id === null) {
              const unlinked = roll.find(({ full_name }) => full_name === entry.name);
              return { ...entry, member_id: unlinked?.member_id ?? null };
            }
            return index === 0
              ? { ...entry, name: 'Tên đã sửa' }
              : { ...entry, member_id: null, name: searchKey(entry.name) };
          }),
        ],
      }));
    }
    expect((await importAgain()).changes.attendance).toEqual(nothing);
  });

  test('adds whom the file names since', async () => {
    const [id = ''] = await meetingsWithAbsentees();
    const known = await office.db.selectFrom('attendance').selectAll().where('meeting_id', '=', id).execute();
    await save(id, (form) => ({ ...form, attendance: form.attendance.slice(1) }));
    const { inserts, updates } = (await importAgain()).changes.attendance;
    expect(inserts).toMatchObject([{ meeting_id: id, name: known[0]?.name, position: known.length - 1 }]);
    expect(updates).toEqual([]);
  });
});

describe('R34 a plan of visits imported again', () => {
  const planOfVisits = 'ke-hoach-du-2024.xlsx';
  const again = () => planFiles(office, sampleFiles('commune-b', [planOfVisits]));
  const plans = (state: 'attended' | 'planned' | 'missed') =>
    office.db
      .selectFrom('planned_visit')
      .selectAll()
      .where('state', '=', state)
      .where('cell_id', 'is not', null)
      .orderBy('id')
      .execute();
  const on = (text: string) => parseIsoDate(text) ?? expect.fail(text);

  test('leaves what the clerk wrote of it: a reason, a substitute, another month', async () => {
    const missed = (await plans('missed'))[0] ?? expect.fail('no missed plan');
    const claimed =
      (await plans('attended')).find(({ visit_id }) => visit_id === null) ?? expect.fail('no claimed plan');
    const official = await office.db
      .selectFrom('official')
      .select('id')
      .where('id', '!=', claimed.official_id)
      .execute();
    await office.write('Ghi lý do', '', (db) =>
      setPlanState(db, missed.id, { state: 'cancelled', reason: { code: 'sick' } }, on('2025-01-15')),
    );
    await office.write('Cử người dự thay', '', (db) =>
      setPlanState(
        db,
        claimed.id,
        { state: 'substitute_sent', reason: { code: 'sick' }, substituteId: official[0]?.id ?? null },
        on('2025-01-15'),
      ),
    );
    const { changes } = await again();
    expect(changes.planned_visit).toEqual(nothing);
    const kept = issuesOf(await again()).filter(({ code }) => code === 'plan_kept');
    expect(kept.length).toBeGreaterThanOrEqual(2);
    expect(kept[0]?.message).toContain('giữ kết quả trong sổ');
  });

  test('finds a plan that was moved to another month, and writes it only once', async () => {
    const last = (await plans('attended')).find(({ period, visit_id }) => period < '2024-10' && visit_id === null);
    const plan = last ?? expect.fail('no plan');
    await office.write('Chuyển lịch', '', (db) =>
      movePlan(db, plan.id, on('2025-01-29'), { reason: {}, on: on('2024-01-01') }),
    );
    const { changes } = await again();
    expect(changes.planned_visit.inserts).toEqual([]);
    expect(changes.planned_visit.updates.filter(({ values }) => 'period' in values)).toEqual([]);
  });

  test('takes the file’s word again when the clerk takes his back', async () => {
    const missed = (await plans('missed'))[0] ?? expect.fail('no missed plan');
    const { transaction } = await lastChange(() =>
      office.write('Hủy', '', (db) =>
        setPlanState(db, missed.id, { state: 'cancelled', reason: { code: 'sick' } }, on('2025-01-15')),
      ),
    );
    await office.undo(transaction, 'Hủy');
    expect(issuesOf(await again()).filter(({ code }) => code === 'plan_kept')).toEqual([]);
    expect((await again()).changes.planned_visit).toEqual(nothing);
  });

  async function lastChange(act: () => Promise<unknown>) {
    await act();
    return office.db
      .selectFrom('audit_transaction')
      .select('id as transaction')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
  }
});
