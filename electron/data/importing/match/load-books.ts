import { type Kysely, sql } from 'kysely';
import type { OfficeLevel } from '../../schema/column-types.ts';
import type { Tables } from '../../schema/database.ts';
import { readPlansChangedHere } from './clerk-plans.ts';
import { type FormerRecords, readFormerRecords } from './former-records.ts';
import { MeetingBook } from './meeting-book.ts';
import { MemberBook } from './member-book.ts';
import { OfficialBook } from './official-book.ts';
import { OrganisationBook } from './organisation-book.ts';
import { PetitionRows } from './petition-book.ts';
import { RemarkBook } from './remark-book.ts';
import type { TitleBook } from './titles.ts';

/** What the office knows, in memory, for matching and for planning changes. */
export interface Books {
  organisations: OrganisationBook;
  members: MemberBook;
  officials: OfficialBook;
  meetings: MeetingBook;
  petitions: PetitionRows;
  remarks: RemarkBook;
  /** What the clerk deleted or changed after a file had brought it. */
  former: FormerRecords;
}

/** Reads the office. Of meetings only those of the months `from` to `to` (the periods of the files). */
export async function loadBooks(
  db: Kysely<Tables>,
  { titles, level, months }: { titles: TitleBook; level: OfficeLevel; months: { from: string; to: string } | null },
): Promise<Books> {
  return {
    organisations: new OrganisationBook({
      organisation: await db.selectFrom('organisation').selectAll().execute(),
      organisation_version: await db.selectFrom('organisation_version').selectAll().execute(),
      meeting_day: await db.selectFrom('meeting_day').selectAll().execute(),
      organisation_event: await db.selectFrom('organisation_event').selectAll().execute(),
      organisation_count: await db.selectFrom('organisation_count').selectAll().execute(),
    }),
    members: new MemberBook({
      member: await db.selectFrom('member').selectAll().execute(),
      member_status: await db.selectFrom('member_status').selectAll().execute(),
      membership_event: await db.selectFrom('membership_event').selectAll().execute(),
      cell_committee_member: await db.selectFrom('cell_committee_member').selectAll().execute(),
      member_detail: await db.selectFrom('member_detail').selectAll().execute(),
    }),
    officials: new OfficialBook(
      {
        official: await db.selectFrom('official').selectAll().execute(),
        official_title: await db.selectFrom('official_title').selectAll().execute(),
        decision: await db.selectFrom('decision').selectAll().execute(),
        assignment_entry: await db.selectFrom('assignment_entry').selectAll().execute(),
        assignment: await db.selectFrom('assignment').selectAll().execute(),
        team: await db.selectFrom('team').selectAll().execute(),
        team_member: await db.selectFrom('team_member').selectAll().execute(),
      },
      titles,
      level,
    ),
    meetings: await loadMeetings(db, months),
    petitions: new PetitionRows({
      petition: await db.selectFrom('petition').selectAll().execute(),
      handling_body: await db.selectFrom('handling_body').selectAll().execute(),
    }),
    remarks: new RemarkBook(await db.selectFrom('yearly_remark').selectAll().execute()),
    former: await readFormerRecords(db),
  };
}

async function loadMeetings(db: Kysely<Tables>, months: { from: string; to: string } | null): Promise<MeetingBook> {
  const none = new MeetingBook(
    { meeting: [], attendance: [], rating: [], visit: [], planned_visit: [], visit_report: [] },
    [],
  );
  if (months === null) return none;
  const { from, to } = months;
  const changedHere = await readPlansChangedHere(db);
  const movedAway = changedHere.filter(({ period }) => period >= from && period <= to).map(({ id }) => id);
  const inMonths = db
    .selectFrom('meeting')
    .select('meeting.id')
    .where('meeting.period', '>=', from)
    .where('meeting.period', '<=', to);
  const tables = {
    meeting: await db.selectFrom('meeting').selectAll().where('id', 'in', inMonths).execute(),
    attendance: await db.selectFrom('attendance').selectAll().where('meeting_id', 'in', inMonths).execute(),
    rating: await db.selectFrom('rating').selectAll().where('meeting_id', 'in', inMonths).execute(),
    visit: await db.selectFrom('visit').selectAll().where('meeting_id', 'in', inMonths).execute(),
    visit_report: await db
      .selectFrom('visit_report')
      .selectAll()
      .where('visit_id', 'in', db.selectFrom('visit').select('visit.id').where('meeting_id', 'in', inMonths))
      .execute(),
    planned_visit: await db
      .selectFrom('planned_visit')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb.and([eb('period', '>=', from), eb('period', '<=', to)]),
          eb('id', 'in', sql<string>`(select value from json_each(${JSON.stringify(movedAway)}))`),
        ]),
      )
      .execute(),
  };
  return new MeetingBook(tables, changedHere);
}
