import { createRouterClient, type RouterClient } from '@orpc/server';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rootOrganisationId } from '../../electron/data/organisations/list-organisations.ts';
import { reports } from '../../electron/data/reporting/reports/index.ts';
import { router } from '../../electron/data/router.ts';
import type { Tables } from '../../electron/data/schema/database.ts';
import { createSession, type Session } from '../../electron/data/session.ts';
import { nameKey } from '../../electron/data/vietnamese/fold.ts';
import { environment, removableFolder } from '../support/office.ts';
import { statementsOf, wholeScans } from '../support/query-plans.ts';
import { memberRow, statusRow } from '../support/rows.ts';
import { addCommune, addMeeting, addOfficial } from '../support/visiting-office.ts';

const { folder, remove } = removableFolder();
let session: Session;
let client: RouterClient<typeof router>;

/** One of each of what the documents are about. */
beforeAll(async () => {
  session = createSession({ ...environment, outputDir: `${folder}/made` });
  client = createRouterClient(router, { context: { session } });
  const path = `${folder}/so.sochibo`;
  await session.createOffice({ path, level: 'district', name: 'Huyện ủy', superior: 'Tỉnh ủy', place: 'Khe Sơn' });
  const parent = await rootOrganisationId(session.office.db);
  await session.office.write('Thử', '', (db) => fill(db, parent));
});
afterAll(() => {
  session.close();
  remove();
});

async function fill(db: Kysely<Tables>, parent: string): Promise<void> {
  await addCommune(db, { id: 'xa', name: 'Đảng bộ xã Một', parent }, [{ id: 'A', name: 'Chi bộ thôn A', day: 3 }]);
  await addOfficial(db, { id: 'O1', name: 'Nguyễn Văn An', quota: 6, targets: ['A'] });
  await db.insertInto('member').values(memberRow('an', 'Trần Văn An')).execute();
  await db
    .insertInto('member_status')
    .values(statusRow('s', 'an', 'A'))
    .execute();
  await addMeeting(db, 'm', 'A', '2024-07-03');
  const unknown = { title: null, level: null, on_behalf_of_id: null, on_behalf_of_name: null };
  const visitor = { name: 'Nguyễn Văn An', name_key: nameKey('Nguyễn Văn An'), official_id: 'O1' };
  await db
    .insertInto('visit')
    .values({ id: 'v', meeting_id: 'm', ...visitor, ...unknown })
    .execute();
}

/** Tables that grow with people and years: what is asked of a period reads them through an index. */
const growing = [
  ...['meeting', 'attendance', 'opinion', 'task', 'vote', 'guest', 'agenda_item', 'rating', 'rating_item', 'visit'],
  ...['visit_report', 'planned_visit', 'petition', 'member', 'member_status', 'membership_event', 'audit_log'],
];

/** Whole readings that an index would not spare, by report and table, each with its reason. */
const allowed: Readonly<Record<string, string>> = {
  'BC-08 meeting': 'a meeting that fulfils a plan of the year may be of any day',
  'BC-09 meeting': 'reasons and themes are counted by their words, which no index knows',
};
/** The same for every report that asks it. */
const allowedEverywhere: Readonly<Record<string, string>> = {
  planned_visit: 'a line an official and month; who stood in for whom may be noted on the plan of another month',
  petition: 'a matter is followed to where it was first raised, in whatever year',
  member_status: 'every member is counted or looked at as of the day, and has one or two lines',
  vote: 'few meetings vote: there are fewer votes than meetings in a period',
};

function unexpected(code: string, statements: Awaited<ReturnType<typeof statementsOf>>) {
  return wholeScans(statements, growing).filter(
    ({ table }) => !(table in allowedEverywhere) && !(`${code} ${table}` in allowed),
  );
}

it.each(reports.map(({ code }) => code))('%s of a year goes through no growing table from end to end', async (code) => {
  const statements = await statementsOf(() => client.reports.run({ code, period: '2024' }));
  expect(statements.length).toBeGreaterThan(3);
  expect(unexpected(code, statements)).toEqual([]);
});

it('nor does any document that a month or a year calls for', async () => {
  for (const { code } of await client.documents.catalogue()) {
    const statements = await statementsOf(async () => {
      for (const period of ['2024-07', '2024']) {
        // A kind made for months says so when it is asked for a year.
        const [first] = await client.documents.list({ code, period }).catch(() => []);
        if (first) await client.documents.preview({ code, about: first.about });
      }
    });
    expect.soft(unexpected(code, statements), code).toEqual([]);
  }
});
