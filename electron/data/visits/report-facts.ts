import type { Kysely } from 'kysely';
import type { VisitReportFacts } from '../../contract/visits.ts';
import { officialQuota, type QuotaPart } from '../assignments/official-quota.ts';
import { attendanceRate, turnout } from '../meetings/attendance-rules.ts';
import { dayOfMeeting, registerMonth } from '../meetings/register.ts';
import { titlesOn } from '../officials/list-officials.ts';
import { postText } from '../officials/post-text.ts';
import { monthsOfYear } from '../schedule/months.ts';
import type { Tables } from '../schema/database.ts';
import { readVisitLog, readVisitSources, type VisitSources } from './visit-log.ts';
import { readVisitWithMeeting } from './visit-with-meeting.ts';

/** The facts of BC-01 that the records have: the meeting, its figures, ratings, and the visit's place in the year's quota. */
export async function visitReportFacts(db: Kysely<Tables>, visitId: string): Promise<VisitReportFacts> {
  const { visit, meeting } = await readVisitWithMeeting(db, visitId);
  const on = dayOfMeeting(meeting);
  const [sources, titles, opinions, ratings, official] = await Promise.all([
    readVisitSources(db),
    titlesOn(db, on),
    db
      .selectFrom('opinion')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('meeting_id', '=', meeting.id)
      .executeTakeFirstOrThrow(),
    db.selectFrom('rating').select(['scorer_role', 'total', 'grade']).where('meeting_id', '=', meeting.id).execute(),
    db.selectFrom('official').select('agency').where('id', '=', visit.official_id).executeTakeFirst(),
  ]);
  const chain = sources.organisations.chainOn(meeting.cell_id, on);
  const assignment = visit.official_id === null ? null : sources.assignments.covering(visit.official_id, chain, on);
  const entry = sources.assignments.entries.find(({ id }) => id === assignment?.entryId);
  const title = visit.title ?? (visit.official_id === null ? null : (titles.get(visit.official_id)?.title ?? null));
  const self = ratings.find(({ scorer_role }) => scorer_role === 'self');
  const byOfficial = ratings.find(({ scorer_role }) => scorer_role === 'visiting_official');
  const counted = { present: meeting.present, due: meeting.due };
  return {
    post: postText(title, official?.agency ?? null),
    document: entry?.document?.numberSymbol ?? null,
    kind: meeting.kind,
    started_at: meeting.started_at,
    ended_at: meeting.ended_at,
    place: meeting.place,
    chair: meeting.chair,
    secretary: meeting.secretary,
    ...placeOf(await visitsInYear(db, sources, visit)),
    members_total: meeting.members_total,
    full_members: meeting.full_members,
    probationary: meeting.probationary,
    exempt: meeting.exempt,
    temporarily_away: meeting.temporarily_away,
    temporarily_received: meeting.temporarily_received,
    working_away: meeting.working_away,
    due: meeting.due,
    present: meeting.present,
    absent_excused: meeting.absent_excused,
    absent_unexcused: meeting.absent_unexcused,
    rate:
      counted.present === null || counted.due === null
        ? null
        : attendanceRate([
            turnout(
              { present: counted.present, due: counted.due, presentExempt: meeting.present_exempt ?? 0 },
              sources.rules.on('exempt_present', on).value,
            ),
          ]),
    opinions: opinions.count,
    has_conclusion: meeting.conclusion !== null || meeting.resolution_number !== null,
    self_score: self?.total ?? null,
    self_grade: self?.grade ?? null,
    official_score: byOfficial?.total ?? null,
    official_grade: byOfficial?.grade ?? null,
  };
}

/** What "Lần dự thứ … trong năm / định mức …" is reckoned from (BC-01). */
export interface VisitsInYear {
  /** Visits of the year that count toward the quota, up to this one and with it, by day; null: this one does not count. */
  visitIds: readonly string[] | null;
  /** Null: the quota of the year is not known. */
  quota: readonly QuotaPart[] | null;
}

/** A visit among those of its official in its year (R27-R29). */
export async function visitsInYear(
  db: Kysely<Tables>,
  sources: VisitSources,
  { id, official_id }: { id: string; official_id: string | null },
): Promise<VisitsInYear> {
  if (official_id === null) return { visitIds: null, quota: null };
  const made = await db
    .selectFrom('visit')
    .innerJoin('meeting', 'meeting.id', 'visit.meeting_id')
    .select(['meeting.period', 'meeting.date'])
    .where('visit.id', '=', id)
    .executeTakeFirst();
  if (!made) return { visitIds: null, quota: null };
  const months = monthsOfYear(registerMonth(made.period));
  const all = await readVisitLog(db, { from: months[0], to: months.at(-1) }, sources);
  const ofYear = all.filter(({ creditedTo }) => creditedTo.includes(official_id));
  const at = ofYear.findIndex((visit) => visit.id === id);
  const rule = sources.rules.on('quota_proration', dayOfMeeting(made)).value;
  const asked = officialQuota(sources.assignments, official_id, { months, year: months }, rule);
  return {
    visitIds: at === -1 ? null : ofYear.slice(0, at + 1).map((visit) => visit.id),
    quota: typeof asked === 'string' ? null : asked.parts,
  };
}

function placeOf({ visitIds, quota }: VisitsInYear): { nth: number | null; quota: number | null } {
  return {
    nth: visitIds?.length ?? null,
    quota: quota?.reduce((sum, { amount }) => sum + amount, 0) ?? null,
  };
}
