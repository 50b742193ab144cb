import type { Kysely } from 'kysely';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import { readRules } from '../rules/read-rules.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { type IsoDate, lastDayOfMonth, type Month } from '../vietnamese/dates.ts';
import { isRegular } from './meeting-kinds.ts';

/** A cell whose committee is not known to have met in the month. */
export interface MissingCommitteeMeeting {
  cell_id: string;
  cell: string;
  grassroots: string;
}

/**
 * Cells with a committee (R21) of which no committee meeting is known in a month, although the cell has met or the month
 * is over (handbook R1; Điều lệ, Điều 24): neither a meeting of that kind nor a word of it in the preparation of another.
 * Nothing in a year in which the office records no such meeting at all: what nobody writes down is not missing (R42).
 */
export async function cellsWithoutCommitteeMeeting(
  db: Kysely<Tables>,
  period: Month,
  asOf: IsoDate,
): Promise<MissingCommitteeMeeting[]> {
  const monthEnd = lastDayOfMonth(period);
  const [organisations, rules, posts, held] = await Promise.all([
    readOrganisationHistory(db),
    readRules(db),
    db
      .selectFrom('cell_committee_member as post')
      .select((eb) => ['post.organisation_id', eb.fn.count<number>('post.member_id').distinct().as('count')])
      .where(inForce('post', monthEnd))
      .groupBy('post.organisation_id')
      .execute(),
    heldMeetings(db)
      .leftJoin('meeting_preparation as said', 'said.meeting_id', 'meeting.id')
      .select(['meeting.cell_id', 'meeting.kind'])
      .select(['said.cell_committee_met_before', 'said.cell_committee_met_on'])
      .where('meeting.period', '=', period)
      .execute(),
  ]);
  const knowsOf = held.filter(
    ({ kind, cell_committee_met_before: before, cell_committee_met_on: on }) =>
      kind === 'cell_committee' || before === 1 || on !== null,
  );
  if (knowsOf.length === 0 && !(await isRecordedIn(db, period.slice(0, 4)))) return [];
  const { committee_posts: fewest } = rules.on('cell_size', monthEnd).value;
  const kinds = rules.on('meeting_kinds', monthEnd).value;
  const cellsOf = (meetings: typeof held) => new Set(meetings.map(({ cell_id }) => cell_id));
  const [known, met] = [cellsOf(knowsOf), cellsOf(held.filter(({ kind }) => isRegular(kind, kinds)))];
  const withCommittee = new Set(posts.filter(({ count }) => count >= fewest).map((post) => post.organisation_id));
  return organisations
    .cellsBetween(monthEnd, monthEnd)
    .filter((id) => withCommittee.has(id) && !known.has(id) && (met.has(id) || monthEnd <= asOf))
    .flatMap((id) => {
      const place = organisations.placeOn(id, monthEnd);
      return place === null ? [] : [{ id, place }];
    })
    .sort((a, b) => a.place.order - b.place.order)
    .map(({ id, place }) => ({ cell_id: id, cell: place.name, grassroots: place.grassroots }));
}

function heldMeetings(db: Kysely<Tables>) {
  return db.selectFrom('meeting').where('meeting.state', '=', 'held');
}

/** Whether a committee meeting of a year is known of any cell: asked of the database, for of a province's year there are 55,000 meetings. */
async function isRecordedIn(db: Kysely<Tables>, year: string): Promise<boolean> {
  const ofYear = heldMeetings(db)
    .select('meeting.id')
    .where('meeting.period', '>=', `${year}-01`)
    .where('meeting.period', '<=', `${year}-12`)
    .limit(1);
  const [meeting, said] = await Promise.all([
    ofYear.where('meeting.kind', '=', 'cell_committee').executeTakeFirst(),
    ofYear
      .innerJoin('meeting_preparation as said', 'said.meeting_id', 'meeting.id')
      .where((eb) =>
        eb.or([eb('said.cell_committee_met_before', '=', 1), eb('said.cell_committee_met_on', 'is not', null)]),
      )
      .executeTakeFirst(),
  ]);
  return meeting !== undefined || said !== undefined;
}
