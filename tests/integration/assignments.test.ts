import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AssignForm, OfficialForm, TitleForm } from '../../electron/contract/assignments.ts';
import { assign } from '../../electron/data/assignments/assign.ts';
import { checkAssignments } from '../../electron/data/assignments/check-assignments.ts';
import { listDecisions } from '../../electron/data/assignments/decisions.ts';
import { endAssignments, handOver } from '../../electron/data/assignments/end-assignments.ts';
import { listAssignments, listTeams } from '../../electron/data/assignments/list-assignments.ts';
import { endTeam, saveTeam } from '../../electron/data/assignments/save-team.ts';
import {
  addAttachment,
  attachmentFile,
  listAttachments,
  removeAttachment,
} from '../../electron/data/attachments/attachments.ts';
import { MadeFiles } from '../../electron/data/made-files.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { officialPage } from '../../electron/data/officials/official-page.ts';
import { changeTitle, endOfficial, saveOfficial } from '../../electron/data/officials/save-official.ts';
import { addOrganisations } from '../support/add-organisations.ts';
import { newOffice, refusal, temporaryFolder } from '../support/office.ts';
import { day } from '../support/report-material.ts';

const untitled: Omit<TitleForm, 'title'> = {
  id: null,
  party_position: null,
  title_group: 'HUV',
  document: null,
  valid_from: null,
  valid_to: null,
};

function person(full_name: string, titles: TitleForm[] = [{ ...untitled, title: 'Huyện ủy viên' }]): OfficialForm {
  return {
    full_name,
    agency: null,
    government_position: null,
    phone: null,
    level: 'district',
    member_id: null,
    own_cell_id: null,
    note: null,
    valid_from: null,
    valid_to: null,
    titles,
  };
}

function toCells(official_ids: string[], target_ids: string[], differing: Partial<AssignForm> = {}): AssignForm {
  return {
    official_ids,
    target_ids,
    each_cell: false,
    role: 'attend',
    decision: { number_symbol: '345-QĐ/HU', date: '2024-01-12', issuing_body: null, subject: null },
    min_visits: 4,
    valid_from: '2024-01-01',
    valid_to: null,
    note: null,
    ...differing,
  };
}

async function office() {
  const made = await newOffice();
  await addOrganisations(made, [
    { id: 'X', kind: 'grassroots_committee', name: 'Đảng bộ xã Hòa Lẫm', parent: null },
    { id: 'X1', kind: 'cell', name: 'Chi bộ thôn 1', parent: 'X', setDay: 3 },
    { id: 'X2', kind: 'cell', name: 'Chi bộ thôn 2', parent: 'X', setDay: 3 },
    { id: 'X3', kind: 'cell', name: 'Chi bộ thôn 3', parent: 'X', setDay: 5, to: '2024-06-30' },
  ]);
  const add = (form: OfficialForm) => made.write('thử', '', (db) => saveOfficial(db, null, form));
  return { made, an: await add(person('Nguyễn Văn An')), binh: await add(person('Lê Thị Bình')) };
}

const assigned = (made: Office, form: AssignForm) => made.write('thử', '', (db) => assign(db, form));

describe('officials', () => {
  test('R27 another title from a day on; the one before ends the day before', async () => {
    const { made, an } = await office();
    const title = { title: 'UV BTV', party_position: 'Ủy viên Ban Thường vụ', title_group: 'BTV_HU', document: null };
    await made.write('thử', '', (db) => changeTitle(db, an, title, day('2024-07-01')));
    const { form } = await officialPage(made.db, an);
    expect(form.titles.map(({ title_group, valid_from, valid_to }) => [title_group, valid_from, valid_to])).toEqual([
      ['HUV', null, '2024-06-30'],
      ['BTV_HU', '2024-07-01', null],
    ]);
    expect((await refusal(made.write('thử', '', (db) => changeTitle(db, an, title, day('2024-05-01'))))).code).toBe(
      'conflict',
    );
  });

  test('two titles at one time are refused, and so is an official without a name', async () => {
    const { made } = await office();
    const twice = person('Trần Văn Cả', [
      { ...untitled, title: 'Huyện ủy viên' },
      { ...untitled, title: 'UV BTV', valid_from: '2024-07-01' },
    ]);
    expect((await refusal(made.write('thử', '', (db) => saveOfficial(db, null, twice)))).message).toContain(
      'trùng thời gian',
    );
    expect((await refusal(made.write('thử', '', (db) => saveOfficial(db, null, person(' '))))).code).toBe(
      'wrong_arguments',
    );
  });

  test('an official who leaves takes titles and assignments along, and undo brings all back', async () => {
    const { made, an } = await office();
    await assigned(made, toCells([an], ['X1', 'X2']));
    await made.write('thử', '', (db) => endOfficial(db, an, day('2024-05-31'), 'nghỉ hưu'));
    const page = await officialPage(made.db, an);
    expect(page.form).toMatchObject({ valid_to: '2024-05-31', titles: [{ valid_to: '2024-05-31' }] });
    expect(page.assignments.map(({ valid_to, end_reason }) => [valid_to, end_reason])).toEqual([
      ['2024-05-31', 'nghỉ hưu'],
      ['2024-05-31', 'nghỉ hưu'],
    ]);
    const last = await made.db
      .selectFrom('audit_transaction')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    await made.undo(last.id, 'thử');
    expect((await officialPage(made.db, an)).assignments.map(({ valid_to }) => valid_to)).toEqual([null, null]);
  });
});

describe('assignments', () => {
  test('several officials to all cells of a commune: one annex row each, one decision', async () => {
    const { made, an, binh } = await office();
    const result = await assigned(made, toCells([an, binh], ['X'], { each_cell: true }));
    expect(result.created).toBe(6);
    const rows = await listAssignments(made.db, '2024-03-01');
    expect(new Set(rows.map(({ entry_id }) => entry_id)).size).toBe(2);
    expect(rows.every(({ min_visits, document }) => min_visits === 4 && document === '345-QĐ/HU')).toBe(true);
    expect(await listDecisions(made.db)).toMatchObject([{ number_symbol: '345-QĐ/HU', assignments: 6 }]);
  });

  test('what is there already is not given twice; nothing new at all is refused; the decision is found again', async () => {
    const { made, an } = await office();
    await assigned(made, toCells([an], ['X1']));
    expect((await assigned(made, toCells([an], ['X1', 'X2']))).created).toBe(1);
    expect((await refusal(assigned(made, toCells([an], ['X1', 'X2'])))).code).toBe('conflict');
    expect(await listDecisions(made.db)).toHaveLength(1);
  });

  test('a cell that has ended cannot be assigned; a commune stands for the cells it has then', async () => {
    const { made, an } = await office();
    expect((await refusal(assigned(made, toCells([an], ['X3'], { valid_from: '2024-09-01' })))).message).toContain(
      'thôn 3',
    );
    const { created } = await assigned(made, toCells([an], ['X'], { each_cell: true, valid_from: '2024-09-01' }));
    expect(created).toBe(2);
  });

  test('R28 ending the last assignment of an annex row ends the row; a reason is asked', async () => {
    const { made, an } = await office();
    await assigned(made, toCells([an], ['X1', 'X2']));
    const ids = (await listAssignments(made.db, null)).map(({ id }) => id);
    const end = (some: string[], to: string, reason: string) =>
      made.write('thử', '', (db) => endAssignments(db, some, day(to), reason));
    const entryEnd = async () =>
      (await made.db.selectFrom('assignment_entry').select('valid_to').executeTakeFirstOrThrow()).valid_to;
    expect((await refusal(end(ids, '2024-04-30', ' '))).code).toBe('wrong_arguments');
    expect((await refusal(end(ids, '2023-04-30', 'sai'))).code).toBe('wrong_arguments');
    await end(ids.slice(0, 1), '2024-04-30', 'điều động');
    expect(await entryEnd()).toBeNull();
    await end(ids.slice(1), '2024-08-31', 'điều động');
    expect(await entryEnd()).toBe('2024-08-31');
  });

  test('handing over ends the old one the day before, names what it replaces and keeps the number', async () => {
    const { made, an, binh } = await office();
    await assigned(made, toCells([an], ['X1', 'X2']));
    const before = await listAssignments(made.db, null);
    const give = (officialId: string) =>
      made.write('thử', '', (db) =>
        handOver(db, {
          ids: before.map(({ id }) => id),
          officialId,
          from: day('2024-05-15'),
          reason: 'chuyển công tác',
          handoverNote: 'còn nợ báo cáo tháng 4',
        }),
      );
    expect((await refusal(give(an))).code).toBe('wrong_arguments');
    await give(binh);
    const after = await listAssignments(made.db, '2024-05-15');
    expect(after.map(({ official, replaces_id, min_visits }) => [official, replaces_id, min_visits])).toEqual(
      expect.arrayContaining(before.map(({ id }) => ['Lê Thị Bình', id, 4])),
    );
    expect(await listAssignments(made.db, '2024-05-14')).toMatchObject([{ official_id: an }, { official_id: an }]);
    expect((await refusal(give(binh))).message).toContain('đã kết thúc trước ngày bàn giao');
  });
});

describe('teams', () => {
  const form = (members: { official_id: string; role: 'leader' | 'member' }[], assign_from: string | null) => ({
    name: 'Tổ chỉ đạo xã Hòa Lẫm',
    area_id: 'X',
    valid_from: null,
    valid_to: null,
    members,
    assign_from,
  });

  test('a team is assigned to its commune as leader and members; who leaves is ended, who comes begins', async () => {
    const { made, an, binh } = await office();
    const id = await made.write('thử', '', (db) =>
      saveTeam(db, null, form([{ official_id: an, role: 'leader' }], '2024-01-01')),
    );
    await made.write('thử', '', (db) => saveTeam(db, id, form([{ official_id: binh, role: 'leader' }], '2024-07-01')));
    const given = await made.db.selectFrom('assignment').selectAll().orderBy('valid_from').execute();
    expect(given).toMatchObject([
      { official_id: an, role: 'team_leader', team_id: id, valid_from: '2024-01-01', valid_to: '2024-06-30' },
      { official_id: binh, role: 'team_leader', team_id: id, valid_from: '2024-07-01', valid_to: null },
    ]);
    expect(await listTeams(made.db, '2024-08-01')).toMatchObject([{ members: [{ official_id: binh }] }]);
    await made.write('thử', '', (db) => endTeam(db, id, day('2024-12-31'), 'hết nhiệm vụ'));
    expect(await listAssignments(made.db, '2025-01-01')).toEqual([]);
    expect(await listTeams(made.db, '2025-01-01')).toEqual([]);
  });

  test('one leader, nobody twice, an area where the team is assigned', async () => {
    const { made, an, binh } = await office();
    const save = (value: Parameters<typeof saveTeam>[2]) =>
      refusal(made.write('thử', '', (db) => saveTeam(db, null, value)));
    const leaders = form(
      [an, binh].map((official_id) => ({ official_id, role: 'leader' })),
      null,
    );
    expect((await save(leaders)).message).toContain('một tổ trưởng');
    expect(
      (
        await save(
          form(
            [an, an].map((official_id) => ({ official_id, role: 'member' })),
            null,
          ),
        )
      ).message,
    ).toContain('hai lần');
    expect((await save({ ...form([], '2024-01-01'), area_id: null })).message).toContain('địa bàn');
  });
});

describe('checks', () => {
  test('R33 clash, too many targets, an ended target, no title group, a cell with nobody', async () => {
    const { made, an, binh } = await office();
    const cam = await made.write('thử', '', (db) =>
      saveOfficial(db, null, person('Phạm Văn Cam', [{ ...untitled, title: 'Chuyên viên', title_group: null }])),
    );
    expect(
      (await checkAssignments(made.db, day('2024-02-01'))).filter(({ check }) => check === 'cell_without_official'),
    ).toHaveLength(3);
    await assigned(made, toCells([an], ['X1', 'X2', 'X3']));
    await assigned(made, toCells([binh], ['X'], { role: 'area_in_charge' }));
    const on = async (text: string) =>
      (await checkAssignments(made.db, day(text))).map(({ check, official_id, target_ids }) => [
        check,
        official_id,
        target_ids,
      ]);
    expect(await on('2024-02-01')).toEqual([
      ['same_day_clash', an, ['X1', 'X2']],
      ['no_title_group', cam, []],
    ]);
    expect(await on('2024-07-01')).toContainEqual(['target_ended', an, ['X3']]);
    await made.write('thử', '', (db) =>
      db.updateTable('rule').set({ value: '{"max_targets":2}' }).where('code', '=', 'official_load').execute(),
    );
    expect(await on('2024-02-01')).toContainEqual(['official_load', an, ['X1', 'X2', 'X3']]);
  });
});

describe('files beside a decision', () => {
  test('come back as they were; an empty one and one over 20 MB are refused; taken off, undo has the bytes', async () => {
    const { made } = await office();
    const files = new MadeFiles(temporaryFolder());
    const owner = { entity: 'decision', entity_id: 'D1' } as const;
    const add = (content: Buffer) =>
      made.write('thử', '', (db) => addAttachment(db, owner, { name: 'C:\\quét\\QĐ 345.pdf', content }));
    expect((await refusal(add(Buffer.alloc(0)))).code).toBe('wrong_arguments');
    expect((await refusal(add(Buffer.alloc(20 * 1024 * 1024 + 1)))).message).toContain('20 MB');
    const { id, name, sha256 } = await add(Buffer.from('hello'));
    expect([name, sha256]).toEqual(['QĐ 345.pdf', '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824']);
    const made1 = await attachmentFile(made.db, files, id);
    expect(readFileSync(files.pathOf(made1.id) ?? '', 'utf8')).toBe('hello');
    await made.write('thử', '', (db) => removeAttachment(db, id));
    expect(await listAttachments(made.db, owner)).toEqual([]);
    const last = await made.db
      .selectFrom('audit_transaction')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    await made.undo(last.id, 'thử');
    expect((await attachmentFile(made.db, files, id)).size).toBe(5);
  });
});
