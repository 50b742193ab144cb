import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { memberSort } from '../../electron/contract/members.ts';
import { router } from '../../electron/data/router.ts';
import type { Tables } from '../../electron/data/schema/database.ts';
import { createSession } from '../../electron/data/session.ts';
import { removableFolder, resourcesDir } from '../support/office.ts';
import { type AskedStatement, statementsOf, wholeScans } from '../support/query-plans.ts';
import { memberRow, statusRow } from '../support/rows.ts';
import { addCommune, addMeeting, addOfficial } from '../support/visiting-office.ts';

const { folder, remove } = removableFolder();
const session = createSession({ resourcesDir, outputDir: join(folder, 'made'), actor: 'kiểm thử' });
const client = createRouterClient(router, { context: { session } });
const [day, month, year] = ['2024-12-31', '2024-07', 2024];
const months = { from: '2024-01', to: '2024-12' };

beforeAll(async () => {
  const place = { level: 'district' as const, name: 'Huyện ủy Khe Sơn', superior: 'Tỉnh', place: 'Khe Sơn' };
  await client.office.create({ path: join(folder, 'so.sochibo'), ...place });
  await session.office.write('Thử', '', async (db) => {
    await addCommune(db, { id: 'xa', name: 'Đảng bộ xã Một', parent: null }, [{ id: 'a', name: 'Chi bộ thôn 1' }]);
    await db.insertInto('member').values(memberRow('m', 'Nguyễn Văn An')).execute();
    await db
      .insertInto('member_status')
      .values(statusRow('s', 'm', 'a', { kind: 'exempt' }))
      .execute();
    await addMeeting(db, 'hop', 'a', '2024-07-03');
    await addOfficial(db, { id: 'o', name: 'Hồ Thị Bình', quota: 4, targets: ['a'] });
  });
});
afterAll(() => {
  session.close();
  remove();
});

/** What grows with the members and with the years. A tree of a few thousand organisations may be read whole. */
const growing = [
  ...['member', 'member_status', 'member_detail', 'member_history', 'member_relative', 'membership_event'],
  ...['cell_committee_member', 'meeting', 'attendance', 'agenda_item', 'opinion', 'task', 'rating', 'rating_item'],
  ...['visit', 'visit_report', 'planned_visit', 'petition', 'attachment', 'source_row', 'audit_log'],
];

/** Each list as the window asks for it. `whole`: what it may read from end to end, and why. */
interface Asked {
  ask(): Promise<unknown>;
  whole?: readonly string[];
}

const { members, officials, meetings, visits, petitions, office } = client;

/**
 * A list of all members takes every member and every status, each once in the order in which it lies; what is typed is looked
 * for in every name and number (a word may stand anywhere in it).
 */
const everyMember = ['member', 'member_status'];

/**
 * Petitions of one matter are found by what they say, of whatever year: all of them are read, with the visits they were made at
 * (some thousands in a province, in one reading).
 */
const everyPetition = ['petition'];
/** A plan is moved from month to month, and a substitute's visit counts for another: a plan of any month may be of this one. */
const everyPlan = ['planned_visit'];
/** Grouped by visit, for a visit may have been planned twice: gone through in that order, the meetings' months are looked up. */
const everyVisit = ['visit'];

const lists: Readonly<Record<string, Asked>> = {
  ...Object.fromEntries(
    memberSort.options.flatMap((sort) =>
      [false, true].map((descending): [string, Asked] => [
        `members by ${sort}${descending ? ', descending' : ''}`,
        { ask: () => members.ids({ sort, descending, as_of: day }), whole: everyMember },
      ]),
    ),
  ),
  'members, several filters': {
    ask: () => members.ids({ gender: 'female', standing: 'full', status: 'exempt', as_of: day }),
    whole: everyMember,
  },
  'members of a commune': { ask: () => members.ids({ organisation_id: 'xa', sort: 'birth_date', as_of: day }) },
  'members, typed': { ask: () => members.ids({ text: 'nguyen 12', as_of: day }), whole: everyMember },
  'rows of a page of members': { ask: () => members.rows({ ids: ['m', 'n'], as_of: day }) },
  'a member': { ask: () => members.dossier({ id: 'm', as_of: day }) },
  'a member beside the list': { ask: () => members.get({ id: 'm', as_of: day }) },
  'officials, typed': { ask: () => officials.list({ as_of: day, text: 'binh' }) },
  'meetings of a year': { ask: () => meetings.list(months) },
  'meetings of a cell': { ask: () => meetings.list({ ...months, organisation_id: 'a' }) },
  'missing meetings': { ask: () => meetings.missing({ period: month }) },
  'absences of a year': { ask: () => meetings.absences({ year }) },
  'visits of a year': { ask: () => meetings.visits(months), whole: everyPlan },
  'reports of visits': { ask: () => visits.reports({ ...months, day }), whole: everyVisit },
  'late reports of visits': { ask: () => visits.lateReports({ day }), whole: everyVisit },
  'petitions of a meeting': { ask: () => petitions.list({ as_of: day, meeting_id: 'hop' }), whole: everyPetition },
  'petitions like one': {
    ask: () => petitions.similar({ cell_id: 'a', content: 'cầu treo', date: day }),
    whole: everyPetition,
  },
  'remarks of a year': { ask: () => client.remarks.list({ year, day }), whole: everyPlan },
  'the board of a month': { ask: () => client.schedule.board({ month }), whole: everyPlan },
  'plans of a year': { ask: () => client.schedule.plans(months), whole: everyPlan },
  'the history': { ask: () => office.history({ limit: 100 }) },
  'the history of a member': { ask: () => office.recordHistory({ record: 'member', id: 'm' }) },
  register: { ask: () => client.register.list({ text: 'bao cao' }) },
  'what has left': { ask: () => client.people.handedOver({ limit: 100 }) },
};

const unexpected = (statements: readonly AskedStatement[], whole: readonly string[] = []) =>
  wholeScans(statements, growing).filter(({ table }) => !whole.includes(table));

/** What is held is read anew: what was read while something was being changed may have been taken back. */
function throwAway(): Promise<unknown> {
  return session.office.write('Thử', '', () => members.ids({ as_of: day }));
}

it.each(Object.entries(lists))('%s: nothing that grows is read from end to end', async (_, { ask, whole }) => {
  await throwAway();
  const statements = await statementsOf(ask);
  expect(statements.length).toBeGreaterThan(1);
  expect(unexpected(statements, whole)).toEqual([]);
});

it('the orders of the members come out of their indexes, no order is made', async () => {
  for (const [sort, index] of [
    ['name', 'member_by_sort_key'],
    ['birth_date', 'member_by_birth_date'],
    ['admission_date', 'member_by_admission_date'],
  ] as const) {
    await throwAway();
    const statements = await statementsOf(() => members.ids({ sort, as_of: day }));
    const plan = statements.filter(({ sql }) => / member\b/u.test(sql)).flatMap((statement) => statement.plan);
    expect(plan).toContain(`SCAN member USING COVERING INDEX ${index}`);
    expect(plan).toContain('SCAN status USING COVERING INDEX member_status_by_member');
    expect(plan.filter((line) => line.includes('TEMP B-TREE'))).toEqual([]);
  }
});

it('after a change of something else the log is asked, and nothing of the members', async () => {
  await members.ids({ as_of: day });
  await session.office.write('Thử', '', (db) =>
    db.updateTable('member').set({ phone: '0912' }).where('id', '=', 'm').execute(),
  );
  const statements = await statementsOf(() => members.ids({ as_of: day }));
  expect(statements.map(({ sql }) => /from "(\w+)"/u.exec(sql)?.[1])).toEqual(['office_user', 'audit_log']);
  expect(unexpected(statements)).toEqual([]);
});

it('after a change of what lists are picked from, the members it touched are read, and no others', async () => {
  for (const sort of memberSort.options) await members.ids({ sort, text: 'n', as_of: day });
  const changes: ((db: Kysely<Tables>) => Promise<unknown>)[] = [
    (db) => db.updateTable('member').set({ sort_key: 'an', birth_date: '1960' }).where('id', '=', 'm').execute(),
    (db) => db.updateTable('member_status').set({ standing: 'probationary' }).where('id', '=', 's').execute(),
    (db) => db.updateTable('member').set({ old_card_no: '10000001' }).where('id', '=', 'm').execute(),
  ];
  for (const change of changes) {
    await session.office.write('Thử', '', change);
    const statements = await statementsOf(() => members.ids({ text: 'n', sort: 'birth_date', as_of: day }));
    // The log, the member, its neighbours in three orders, and where a status was changed the statuses of the day.
    expect(statements.length).toBeLessThanOrEqual(7);
    expect(unexpected(statements)).toEqual([]);
    const plan = statements.flatMap((statement) => statement.plan);
    for (const index of ['member_by_sort_key', 'member_by_birth_date', 'member_by_admission_date']) {
      expect(plan.some((line) => line.startsWith(`SEARCH later USING COVERING INDEX ${index}`))).toBe(true);
    }
  }
});

it('what is typed letter by letter asks nothing of the members’ tables once they are held', async () => {
  const asks = [
    (text: string) => members.ids({ text, as_of: day }),
    (text: string) => members.first({ text, as_of: day, most: 50 }),
    (text: string) => office.find({ text }),
  ];
  for (const ask of asks) {
    await ask('n');
    const statements = await statementsOf(() => ask('ng'));
    expect(unexpected(statements, ['petition'])).toEqual([]);
  }
});

it('an index that is gone is missed', async () => {
  await session.office.maintain((file) => file.exec('DROP INDEX attendance_by_member'));
  const statements = await statementsOf(() => members.dossier({ id: 'm', as_of: day }));
  await session.office.maintain((file) => file.exec('CREATE INDEX attendance_by_member ON attendance (member_id)'));
  expect(unexpected(statements).map(({ table }) => table)).toEqual(['attendance']);
});

it('a member is saved in thirteen statements, whatever the office holds', async () => {
  const { form } = await members.dossier({ id: 'm', as_of: day });
  const statements = await statementsOf(() => members.save({ id: 'm', opened: form, form: { ...form, phone: '091' } }));
  expect(statements.length).toBeLessThanOrEqual(13);
  expect(unexpected(statements)).toEqual([]);
});
