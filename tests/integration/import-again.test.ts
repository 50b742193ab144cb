import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { MeetingForm } from '../../electron/contract/meetings.ts';
import { issuesOf } from '../../electron/data/importing/import-plan.ts';
import type { ImportPlan } from '../../electron/data/importing/plan-import.ts';
import { meetingPage } from '../../electron/data/meetings/meeting-page.ts';
import { saveMeeting } from '../../electron/data/meetings/save-meeting.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
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
