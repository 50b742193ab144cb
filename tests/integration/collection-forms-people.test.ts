import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionFormKind } from '../../electron/contract/collecting.ts';
import { commitImport } from '../../electron/data/importing/commit-import.ts';
import { hasChanges, issuesOf } from '../../electron/data/importing/import-plan.ts';
import { undoLastImport } from '../../electron/data/importing/import-runs.ts';
import { type FormEdit, saveLikeWps } from '../support/fill-forms.ts';
import { type PeopleOffice, peopleOffice, period, today } from '../support/people-forms.ts';
import { convertAll } from '../support/run-tool.ts';

let office: PeopleOffice;

beforeAll(async () => {
  office = await peopleOffice();
}, 60_000);
afterAll(() => office.close());

const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code).sort();

function meetingOf(cell: string) {
  const { db } = office.session.office;
  return db.selectFrom('meeting').selectAll().where('cell_id', '=', cell).where('period', '=', period).execute();
}

const rollCall: readonly FormEdit[] = [
  ['date', 0, 'day:2025-01-03'],
  ['mark', 1, 'C'],
  ['mark', 2, 'P'],
  ['reason', 2, 'Ốm'],
];

describe('a filled form is the same whatever program saved it last', () => {
  it('openpyxl, LibreOffice, or one that names and orders its parts as WPS does', async () => {
    const forms = {
      attendance: rollCall,
      visits: [
        ['held', 0, 'Có'],
        ['date', 0, 'day:2025-01-03'],
        ['observed', 0, 'Chi bộ họp đủ.\nĐúng giờ.'],
      ],
      members: [
        ['birth_date', 1, 'day:1990-02-08'],
        ['event', 0, 'Qua đời'],
        ['event_date', 0, 'day:2025-01-20'],
      ],
      meetings: [
        ['held', 0, 'Có'],
        ['date', 0, 'day:2025-01-03'],
        ['due', 0, 2],
        ['present', 0, 2],
      ],
      petitions: [
        ['content', 0, 'Nâng cấp đường vào thôn'],
        ['date', 0, 'day:2025-01-03'],
      ],
    } as const satisfies Record<CollectionFormKind, readonly FormEdit[]>;
    const files: string[] = [];
    for (const kind of ['attendance', 'visits', 'members', 'meetings', 'petitions'] as const) {
      files.push(await office.filled(kind, `cung-${kind}`, forms[kind]));
    }
    const [libre, wps] = [join(office.folder, 'libreoffice'), join(office.folder, 'wps')];
    for (const folder of [libre, wps]) mkdirSync(folder);
    convertAll(files, 'xlsx:Calc MS Excel 2007 XML', libre);
    for (const path of files) {
      saveLikeWps(join(libre, basename(path)), join(wps, basename(path)));
      const [plain, ...others] = await Promise.all(
        [path, join(libre, basename(path)), join(wps, basename(path))].map(async (each) => {
          const { changes, events, returned, workbooks } = await office.plan(each);
          expect(returned).toHaveLength(1);
          const text = JSON.stringify({ changes, events, issues: workbooks.flatMap(({ sheets }) => sheets) });
          // New records get ids of their own each time.
          return text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, 'id');
        }),
      );
      for (const other of others) expect(other).toBe(plain);
    }
  }, 60_000);
});

describe('the attendance list', () => {
  it('makes the meeting of its cell with the roll-call and its counts, once; later marks correct it', async () => {
    const file = await office.filled('attendance', 'diem-danh', rollCall);
    expect(codes(await office.take(file))).toEqual(['form_meeting_made', 'form_unanswered']);
    const [meeting, ...others] = await meetingOf('thon-1');
    expect(others).toEqual([]);
    // R10, R11: the exempt member is not due and was not marked.
    expect(meeting).toMatchObject({
      ...{ kind: 'regular', state: 'held', date: '2025-01-03' },
      ...{ due: 2, present: 1, absent_excused: 1, absent_unexcused: 0, present_exempt: 0 },
    });
    expect(hasChanges(await office.plan(file))).toBe(false);

    const corrected = office.again(file, 'diem-danh-2', [['mark', 2, 'C']]);
    const issues = await office.take(corrected);
    expect(issues.find(({ code }) => code === 'form_changes_record')?.message).toContain(
      'biểu ghi “C”, sổ đang ghi “P”',
    );
    expect((await meetingOf('thon-1'))[0]).toMatchObject({ present: 2, absent_excused: 0 });
  });

  it('never overrides a roll-call made in the office: the differences are shown', async () => {
    const file = await office.filled('attendance', 'diem-danh-3', [['mark', 1, 'K']]);
    const { db } = office.session.office;
    const line = await db.selectFrom('attendance').selectAll().where('member_id', '=', 'm0').executeTakeFirstOrThrow();
    await office.session.office.write('Điểm danh', '', async (writing) => {
      await writing.updateTable('attendance').set({ late_or_left_early: 1 }).where('id', '=', line.id).execute();
    });
    const planned = await office.plan(file);
    const kept = issuesOf(planned).filter(({ code }) => code === 'form_roll_call_kept');
    expect(kept.map(({ message }) => message)).toEqual([
      expect.stringContaining('Hồ Thị An: biểu ghi K, văn phòng đã điểm danh C'),
    ]);
    expect([planned.changes.attendance, planned.changes.meeting]).toEqual([
      { inserts: [], updates: [] },
      { inserts: [], updates: [] },
    ]);
  });

  it('is refused for a cell of which somebody who was due is not marked, and takes somebody who was added', async () => {
    const gap = await office.filled('attendance', 'thieu', [
      ['date', 0, 'day:2025-01-03'],
      ['mark', 1, 'C'],
      ['mark', 2, ''],
    ]);
    const missing = issuesOf(await office.plan(gap)).find(({ code }) => code === 'form_mark_missing');
    expect(missing).toMatchObject({ severity: 'error', message: expect.stringContaining('Hồ Văn Bình') });

    const more = await office.filled('attendance', 'them', [
      ['mark', 5, 'C'],
      ['full_name', -2, 'Phan Văn Khách'],
      ['mark', -3, 'C'],
    ]);
    const planned = await office.plan(more);
    expect(codes(issuesOf(planned))).toContain('form_person_added');
    const added = planned.changes.attendance.inserts.filter(({ meeting_id }) => meeting_id === 'hop-2');
    expect(added.map(({ name, member_id }) => [name, member_id])).toEqual([
      ['Nguyễn Thị Dung', 'm3'],
      ['Phan Văn Khách', null],
    ]);
  });
});

describe('the visit report', () => {
  it('becomes visit and report, keeps the plan, and says what it changes of a report that is there', async () => {
    const file = await office.filled('visits', 'du', [
      ['held', 0, 'Có'],
      ['date', 0, 'day:2025-01-03'],
      ['observed', 0, 'Họp đúng trình tự'],
      ['proposed_grade', 0, 'Tốt'],
      ['cell', 1, 'Chi bộ thôn 2 — Đảng bộ xã Hòa Lẫm'],
      ['held', 1, 'Có'],
      ['date', 1, 'day:2025-01-05'],
      ['conveyed', 1, 'Nghị quyết của Huyện ủy'],
    ]);
    expect(codes(await office.take(file)).filter((code) => code !== 'form_meeting_made')).toEqual([]);
    const { db } = office.session.office;
    const reports = await db
      .selectFrom('visit_report as report')
      .innerJoin('visit', 'visit.id', 'report.visit_id')
      .innerJoin('meeting', 'meeting.id', 'visit.meeting_id')
      .select(['visit.official_id', 'meeting.cell_id', 'report.observed', 'report.conveyed', 'report.proposed_grade'])
      .select(['report.state', 'report.submitted_on', 'report.due_date'])
      .orderBy('meeting.cell_id')
      .execute();
    const submitted = { official_id: 'can-bo', state: 'submitted', submitted_on: today };
    expect(reports).toEqual([
      {
        ...{ ...submitted, cell_id: 'thon-1', observed: 'Họp đúng trình tự', conveyed: null, proposed_grade: 'good' },
        // R35: five days by default.
        due_date: '2025-01-08',
      },
      {
        ...{
          ...submitted,
          cell_id: 'thon-2',
          observed: null,
          conveyed: 'Nghị quyết của Huyện ủy',
          proposed_grade: null,
        },
        due_date: '2025-01-10',
      },
    ]);
    const planned = await db.selectFrom('planned_visit').select(['state', 'visit_id']).executeTakeFirstOrThrow();
    expect(planned).toEqual({ state: 'attended', visit_id: expect.any(String) });
    expect(hasChanges(await office.plan(file))).toBe(false);

    const corrected = office.again(file, 'du-2', [['observed', 0, 'Họp muộn 15 phút']]);
    const [change] = issuesOf(await office.plan(corrected)).filter(({ code }) => code === 'form_changes_record');
    expect(change?.message).toContain('biểu ghi “Họp muộn 15 phút”, sổ đang ghi “Họp đúng trình tự”');
  });

  it('shows a day on which the office has no meeting of the cell, and takes nothing of the line', async () => {
    const file = await office.filled('visits', 'khac-ngay', [
      ['cell', 2, 'Chi bộ thôn 2'],
      ['held', 2, 'Có'],
      ['date', 2, 'day:2025-01-25'],
    ]);
    const planned = await office.plan(file);
    expect(codes(issuesOf(planned))).toEqual(['form_other_meeting']);
    expect(hasChanges(planned)).toBe(false);
  });
});

describe('the member update', () => {
  it('shows ours and theirs, takes what was corrected, and lets events and new members follow the rules of members', async () => {
    const file = await office.filled('members', 'dang-vien', [
      ['phone', 0, '0987654321'],
      ['birth_date', 1, 'day:1990-02-08'],
      ['ethnicity', 1, 'Bru-Vân Kiều'],
      ['event', 2, 'Qua đời'],
      ['event_date', 2, 'day:2025-01-20'],
      ['event', 3, 'Chuyển đi'],
      ['event_date', 3, 'day:2025-01-21'],
      ['cell', -2, 'Chi bộ thôn 2'],
      ['full_name', -3, 'Hồ Thị Mới'],
      ['birth_date', -3, '08/03/1999'],
      ['admission_date', -3, '03/02/2025'],
    ]);
    const planned = await office.plan(file);
    const said = issuesOf(planned);
    expect(said.find(({ code }) => code === 'form_changes_record')?.message).toContain(
      'biểu ghi “0987654321”, sổ đang ghi “0912345678”',
    );
    // 1.6: a transfer out needs the place and the paper.
    expect(said.find(({ code }) => code === 'form_event_refused')).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('Nguyễn Thị Dung: không ghi được biến động “Chuyển sinh hoạt'),
    });
    await commitImport(office.session.office, planned, { accept: true });
    const { db } = office.session.office;
    const known = await db.selectFrom('member').select(['full_name', 'birth_date', 'phone']).orderBy('id').execute();
    expect(known).toEqual(
      expect.arrayContaining([
        { full_name: 'Hồ Thị An', birth_date: '1980-05-19', phone: '0987654321' },
        { full_name: 'Hồ Văn Bình', birth_date: '1990-02-08', phone: null },
        { full_name: 'Hồ Thị Mới', birth_date: '1999-03-08', phone: null },
      ]),
    );
    const statuses = await db
      .selectFrom('member_status')
      .innerJoin('member', 'member.id', 'member_status.member_id')
      .select(['full_name', 'cell_id', 'kind', 'standing', 'member_status.valid_from', 'member_status.valid_to'])
      .where('full_name', 'in', ['Lê Văn Cả', 'Hồ Thị Mới'])
      .orderBy('full_name')
      .orderBy('member_status.valid_from')
      .execute();
    const open = { valid_to: null };
    expect(statuses).toEqual([
      {
        ...open,
        full_name: 'Hồ Thị Mới',
        cell_id: 'thon-2',
        kind: 'active',
        standing: 'probationary',
        valid_from: '2025-02-03',
      },
      {
        full_name: 'Lê Văn Cả',
        cell_id: 'thon-1',
        kind: 'exempt',
        standing: 'full',
        valid_from: null,
        valid_to: '2025-01-19',
      },
      {
        ...open,
        full_name: 'Lê Văn Cả',
        cell_id: 'thon-1',
        kind: 'deceased',
        standing: 'full',
        valid_from: '2025-01-20',
      },
    ]);
    expect(hasChanges(await office.plan(file))).toBe(false);

    await undoLastImport(office.session.office);
    const after = await db
      .selectFrom('member_status')
      .select(['member_id', 'kind'])
      .where('kind', '!=', 'active')
      .execute();
    expect(after).toEqual([{ member_id: 'm2', kind: 'exempt' }]);
  });

  it('without a word is no answer; a line ticked as right is one, and a box that was emptied stays as it was', async () => {
    const { returned } = await office.plan(await office.filled('members', 'nguyen', []));
    expect(returned).toEqual([]);
    const planned = await office.plan(
      await office.filled('members', 'dung', [
        ['checked', 0, 'Đúng'],
        ['phone', 0, ''],
      ]),
    );
    expect(codes(issuesOf(planned))).toEqual(['form_value_kept']);
    expect(planned.changes.member.updates).toEqual([]);
  });
});
