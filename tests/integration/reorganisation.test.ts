import { beforeEach, describe, expect, it } from 'vitest';
import { listTeams } from '../../electron/data/assignments/list-assignments.ts';
import type { Office } from '../../electron/data/office-file/office.ts';
import { loadOfficePresets } from '../../electron/data/office-file/presets.ts';
import { changeOrganisation } from '../../electron/data/organisations/change-organisation.ts';
import { convertOffice } from '../../electron/data/organisations/convert-office.ts';
import { readOrganisationHistory } from '../../electron/data/organisations/organisation-history.ts';
import { mergeOrganisations } from '../../electron/data/organisations/reorganise.ts';
import { sheetsOn } from '../../electron/data/ratings/applicable-sheet.ts';
import { listSheets, readSheet } from '../../electron/data/ratings/read-sheets.ts';
import { loadPresetSheets } from '../../electron/data/ratings/record-sheets.ts';
import { loadPresets } from '../../electron/data/ratings/sheet-file.ts';
import type { PlannedVisitAdditions, PlannedVisitRow } from '../../electron/data/schema/visit-tables.ts';
import { newOffice, refusal, resourcesDir } from '../support/office.ts';
import { addAssignment, addCommune, addMember, countedOn, day, organisationOf } from '../support/small-office.ts';

let office: Office;
let place: Awaited<ReturnType<typeof addCommune>>;
let official: string;
let toA: string | undefined;
beforeEach(async () => {
  office = await newOffice();
  await office.write('Thử', '', async (db) => {
    place = await addCommune(db);
    [toA] = await addAssignment(db, [place.a, place.b]);
    official = (await db.selectFrom('official').select('id').executeTakeFirstOrThrow()).id;
  });
});

const how = { date: day('2024-07-01'), document: null, assignments: 'carry', end_reason: null } as const;
const merge = (into: 'new' | 'b' = 'new', then: 'carry' | 'end' = 'carry') =>
  office.write('Sáp nhập', '', (db) =>
    mergeOrganisations(db, {
      ...{ ...how, assignments: then, sources: [place.a, place.b] },
      into: into === 'b' ? { existing: place.b } : { created: organisationOf('Chi bộ thôn AB', place.commune) },
    }),
  );
const lastTransaction = async () =>
  (await office.db.selectFrom('audit_transaction').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id;

describe('visits planned for a cell that is merged', () => {
  const plan = (
    id: string,
    cell_id: string,
    period: string,
    given: Partial<PlannedVisitRow & PlannedVisitAdditions> = {},
  ) =>
    office.write('Thử', '', (db) =>
      db
        .insertInto('planned_visit')
        .values({
          ...{ id, cell_id, period, official_id: official, typed: null, state: 'planned', reason: null },
          ...{ substitute_id: null, substitute_name: null, rescheduled_to: null, visit_id: null },
          ...{ report_submitted_on: null, note: null, ...given },
        })
        .execute(),
    );
  const plans = async () =>
    new Map((await office.db.selectFrom('planned_visit').selectAll().execute()).map((row) => [row.id, row]));

  it('follow the successor when they are still to come, those put off and those of a substitute too', async () => {
    await plan('past', place.a, '2024-06');
    await plan('july', place.a, '2024-07', { assignment_id: toA ?? null });
    await plan('put-off', place.b, '2024-06', { state: 'rescheduled', rescheduled_to: '2024-08-05', reason: 'Bão' });
    await plan('substitute', place.b, '2024-09', { state: 'substitute_sent', substitute_name: 'Hồ Văn Thay' });
    const merged = await merge();
    const after = await plans();
    const cells = ['past', 'july', 'put-off', 'substitute'].map((id) => after.get(id)?.cell_id);
    expect(cells).toEqual([place.a, merged, merged, merged]);
    const follows = await office.db
      .selectFrom('assignment')
      .select('id')
      .where('target_id', '=', merged)
      .executeTakeFirstOrThrow();
    expect(after.get('july')).toMatchObject({ state: 'planned', assignment_id: follows.id });
    expect(after.get('put-off')).toMatchObject({ state: 'rescheduled', reason: 'Bão' });
  });

  it('of two that now meet in one cell and month one is cancelled with the reason', async () => {
    await plan('of-a', place.a, '2024-07');
    await plan('of-b', place.b, '2024-07');
    const merged = await merge();
    const after = await plans();
    expect(after.get('of-a')).toMatchObject({ state: 'planned', cell_id: merged });
    expect(after.get('of-b')).toMatchObject({ state: 'cancelled', cell_id: place.b });
    expect(after.get('of-b')?.reason).toContain('trùng lịch dự');
  });

  it('are cancelled where assignments end, but what was put off keeps its place in the month it was made for', async () => {
    await plan('of-a', place.a, '2024-08');
    await plan('put-off', place.b, '2024-06', { state: 'rescheduled', rescheduled_to: '2024-08-05', reason: 'Bão' });
    await merge('new', 'end');
    const after = await plans();
    expect(after.get('of-a')).toMatchObject({ state: 'cancelled', cell_id: place.a });
    expect(after.get('put-off')).toMatchObject({ state: 'rescheduled', reason: 'Bão', cell_id: place.b });
  });
});

it('themes planned for later quarters follow, once where both cells had them; what is over or was met stays', async () => {
  const theme = (id: string, cell_id: string, quarter: number, title: string, planned_month: string | null = null) =>
    office.write('Thử', '', (db) =>
      db
        .insertInto('thematic_plan')
        .values({
          ...{ id, cell_id, year: 2024, quarter, theme_id: null, title, preparer: null, preparer_id: null },
          ...{ planned_month, required_by: null, note: null, position: 0 },
        })
        .execute(),
    );
  await theme('over', place.a, 2, 'Học Bác');
  await theme('august', place.a, 3, 'Giảm nghèo', '2024-08');
  await theme('same', place.b, 3, 'GIẢM NGHÈO');
  await theme('own', place.b, 3, 'Chuyển đổi số');
  const merged = await merge();
  const rows = await office.db.selectFrom('thematic_plan').selectAll().orderBy('position').execute();
  expect(rows.filter(({ cell_id }) => cell_id === merged).map(({ id, position }) => [id, position])).toEqual([
    ['august', 0],
    ['own', 1],
  ]);
  expect(rows.find(({ id }) => id === 'over')?.cell_id).toBe(place.a);
  await office.undo(await lastTransaction(), 'thử');
  const back = await office.db.selectFrom('thematic_plan').select(['id', 'cell_id']).orderBy('id').execute();
  expect(back.map(({ id, cell_id }) => [id, cell_id === place.a ? 'a' : 'b'])).toEqual([
    ['august', 'a'],
    ['over', 'a'],
    ['own', 'b'],
    ['same', 'b'],
  ]);
});

it('the area of a team and the scope of a sheet are those of the successor from the day of the merger', async () => {
  await office.write('Thử', '', async (db) => {
    const team = { id: 't', name: 'Tổ 1', area_id: place.a, decision_id: null, valid_from: null, valid_to: null };
    await db.insertInto('team').values(team).execute();
    await loadPresetSheets(db, loadPresets(resourcesDir));
    await db.updateTable('scoring_sheet').set({ scope_organisation_id: place.a }).execute();
  });
  const merged = await merge();
  expect(await listTeams(office.db, '2024-06-30')).toMatchObject([{ area_id: place.a, area: 'Chi bộ thôn A' }]);
  expect(await listTeams(office.db, '2024-07-01')).toMatchObject([{ area_id: merged, area: 'Chi bộ thôn AB' }]);
  const [first] = await listSheets(office.db);
  const sheet = await readSheet(office.db, first?.id ?? '');
  const history = await readOrganisationHistory(office.db);
  const scopeOn = (on: string) => sheetsOn([sheet], history, day(on))[0]?.scope_organisation_id;
  expect([scopeOn('2024-06-30'), scopeOn('2024-07-01')]).toEqual([place.a, merged]);
});

it('a merger can be taken back after later changes, when those are taken back first', async () => {
  await office.write('Thử', '', (db) => addMember(db, place.a));
  const merged = await merge();
  const merger = await lastTransaction();
  const { facts } = organisationOf('Chi bộ thôn Liên', place.commune);
  await office.write('Đổi tên', '', (db) =>
    changeOrganisation(db, { id: merged, facts, from: day('2024-09-01'), document: null }),
  );
  const renaming = await lastTransaction();
  const refused = await refusal(office.undo(merger, 'thử'));
  expect([refused.code, refused.message]).toEqual(['conflict', expect.stringContaining('lần ghi sau trước')]);
  await office.undo(renaming, 'thử');
  await office.undo(merger, 'thử');
  expect(await countedOn(office.db, '2024-07-01', place.a)).toBe(1);
  expect(await office.db.selectFrom('organisation').select('id').where('id', '=', merged).executeTakeFirst()).toBe(
    undefined,
  );
});

it('R15 a commune that leaves takes its own members, not those it had received for a time', async () => {
  const other = await office.write('Thử', '', (db) => addCommune(db, 'Đảng bộ xã Hai'));
  const [home, later] = await office.write('Thử', '', async (db) => {
    const away = await addMember(db, place.a, { kind: 'temporarily_away' });
    const [status] = await db.selectFrom('member_status').selectAll().where('member_id', '=', away).execute();
    if (!status) throw new Error('no status');
    const received = { ...status, id: 'guest', cell_id: other.a, kind: 'temporarily_received' } as const;
    await db.insertInto('member_status').values(received).execute();
    const own = await addMember(db, other.b, { valid_to: '2025-08-31' });
    const [mine] = await db.selectFrom('member_status').selectAll().where('member_id', '=', own).execute();
    if (!mine) throw new Error('no status');
    await db
      .insertInto('member_status')
      .values({ ...mine, id: 'later', kind: 'exempt', valid_from: '2025-09-01', valid_to: null })
      .execute();
    return [away, own];
  });
  await office.write('Thử', '', (db) =>
    convertOffice(
      db,
      {
        ...{ ...how, date: day('2025-07-01'), units: [], absorbed: [], leaving: [other.commune] },
        office: { level: 'commune', name: 'Đảng ủy xã Khe Sơn', superior: 'Tỉnh ủy Quảng Trị', place: 'Khe Sơn' },
      },
      loadOfficePresets(resourcesDir),
    ),
  );
  const statuses = (member: string) =>
    office.db
      .selectFrom('member_status')
      .select(['cell_id', 'kind', 'valid_to'])
      .where('member_id', '=', member)
      .orderBy('valid_from')
      .orderBy('kind')
      .execute();
  expect(await statuses(home ?? '')).toEqual([
    { cell_id: place.a, kind: 'temporarily_away', valid_to: null },
    { cell_id: other.a, kind: 'temporarily_received', valid_to: '2025-06-30' },
  ]);
  expect(await statuses(later ?? '')).toEqual([
    { cell_id: other.b, kind: 'active', valid_to: '2025-06-30' },
    { cell_id: other.b, kind: 'transferred_out', valid_to: null },
  ]);
  const events = await office.db.selectFrom('membership_event').select(['member_id', 'code']).execute();
  expect(events).toEqual([{ member_id: later, code: 'CHUYEN_DI' }]);
});
