import type { Kysely } from 'kysely';
import type { MeetingForm } from '../../../../contract/meetings.ts';
import type { VisitReportFacts, VisitReportForm } from '../../../../contract/visits.ts';
import type { Assignment } from '../../../assignments/assignment-book.ts';
import { type Turnout, turnout } from '../../../meetings/attendance-rules.ts';
import { readCellMeetingDays } from '../../../meetings/cell-days.ts';
import { heldMinutes } from '../../../meetings/duration.ts';
import { type DayOutcome, effectiveDay } from '../../../meetings/meeting-day.ts';
import { readPreparation } from '../../../meetings/preparation.ts';
import { dayOfMeeting, registerMonth } from '../../../meetings/register.ts';
import { titlesOn } from '../../../officials/list-officials.ts';
import { type Petition, readPetitionBook } from '../../../petitions/petition-book.ts';
import type { RuleValue } from '../../../rules/rule-values.ts';
import type { Tables } from '../../../schema/database.ts';
import type { MeetingRow } from '../../../schema/meeting-tables.ts';
import { type IsoDate, type Month, parseIsoDate } from '../../../vietnamese/dates.ts';
import { type VisitsInYear, visitReportFacts, visitsInYear } from '../../../visits/report-facts.ts';
import { readVisitSources } from '../../../visits/visit-log.ts';
import { readVisitWithMeeting } from '../../../visits/visit-with-meeting.ts';

/** One visit as BC-01 tells of it: what the records have, and what the official wrote. */
export interface VisitPaper {
  visitId: string;
  meetingId: string;
  official: string;
  /** Whose place the official took (R31). */
  onBehalfOf: string | null;
  titleGroup: string | null;
  role: Assignment['role'] | null;
  decision: { numberSymbol: string; date: string | null; issuingBody: string | null } | null;
  /** The day of the visit, or the last of its month where the register has none. */
  day: IsoDate;
  date: IsoDate | null;
  month: Month;
  cell: string;
  /** Null: the cell is its own grassroots organisation. */
  grassroots: string | null;
  facts: VisitReportFacts;
  inYear: VisitsInYear;
  /** Who came and who was due, as the rate is reckoned by the office's rule (R11). */
  turnout: Turnout | null;
  /** Without breaks. */
  minutes: number | null;
  /** Null: no day is set for the cell, or the register has no day (R2, R3). */
  dayOutcome: DayOutcome | null;
  setDay: number | null;
  preparation: MeetingForm['preparation'];
  /** Opinions in all, by the roll; null: nobody counted them. */
  opinions: number | null;
  resolution: string | null;
  hasMinutes: boolean;
  report: VisitReportForm;
  petitions: readonly HeardMatter[];
  committee: string;
  advisoryBody: string;
}

export interface HeardMatter extends Pick<Petition, 'id' | 'content' | 'raised_by' | 'outcome' | 'authority' | 'body'> {
  field: string | null;
  onTheSpot: boolean;
}

/** Throws `not_found` for a visit the office has not. */
export async function readVisitPaper(db: Kysely<Tables>, visitId: string): Promise<VisitPaper> {
  const { visit, meeting } = await readVisitWithMeeting(db, visitId);
  const day = dayOfMeeting(meeting);
  const sources = await readVisitSources(db);
  const [facts, inYear, preparation, opinions, minutes, days, titles, report, petitions, office, people] =
    await Promise.all([
      visitReportFacts(db, visitId),
      visitsInYear(db, sources, visit),
      readPreparation(db, meeting.id),
      countOpinions(db, meeting.id),
      db.selectFrom('attachment').select('id').where('entity_id', '=', meeting.id).executeTakeFirst(),
      readCellMeetingDays(db),
      titlesOn(db, day),
      db.selectFrom('visit_report').selectAll().where('visit_id', '=', visitId).executeTakeFirst(),
      readMatters(db, visit),
      db.selectFrom('office').select(['name', 'advisory_body']).executeTakeFirstOrThrow(),
      db.selectFrom('official').select(['id', 'full_name']).execute(),
    ]);
  const place = sources.organisations.placeOn(meeting.cell_id, day);
  const chain = sources.organisations.chainOn(meeting.cell_id, day);
  const { official_id } = visit;
  const assignment = official_id === null ? null : sources.assignments.covering(official_id, chain, day);
  const nameOf = new Map(people.map(({ id, full_name }) => [id, full_name]));
  const date = meeting.date === null ? null : parseIsoDate(meeting.date);
  const month = registerMonth(meeting.period);
  return {
    visitId,
    meetingId: meeting.id,
    official: (official_id === null ? null : nameOf.get(official_id)) ?? visit.name,
    onBehalfOf:
      (visit.on_behalf_of_id === null ? null : nameOf.get(visit.on_behalf_of_id)) ?? visit.on_behalf_of_name ?? null,
    titleGroup: official_id === null ? null : (titles.get(official_id)?.title_group_label ?? null),
    role: assignment?.role ?? null,
    decision: assignment === null ? null : await decisionOf(db, assignment.entryId),
    day,
    date,
    month,
    cell: place?.name ?? '',
    grassroots: place === null || place.grassroots_id === meeting.cell_id ? null : place.grassroots,
    facts,
    inYear,
    turnout: turnoutOf(meeting, sources.rules.on('exempt_present', day).value),
    minutes: heldMinutes(meeting.started_at, meeting.ended_at, preparation.break_minutes),
    dayOutcome:
      date === null
        ? null
        : days.outcomeOf(meeting.cell_id, {
            period: month,
            date,
            otherDayApproved: meeting.other_day_approved === 1,
          }),
    setDay: effectiveDay(days.in(meeting.cell_id, month)),
    preparation,
    opinions,
    resolution: resolutionOf(meeting),
    hasMinutes: minutes !== undefined,
    report: report ?? unwritten,
    petitions,
    committee: office.name,
    advisoryBody: office.advisory_body,
  };
}

function turnoutOf(
  { present, due, present_exempt }: Pick<MeetingRow, 'present' | 'due' | 'present_exempt'>,
  rule: RuleValue<'exempt_present'>,
): Turnout | null {
  if (present === null || due === null) return null;
  return turnout({ present, due, presentExempt: present_exempt ?? 0 }, rule);
}

function resolutionOf({ resolution_number, conclusion }: Pick<MeetingRow, 'resolution_number' | 'conclusion'>) {
  if (resolution_number !== null) return resolution_number;
  return conclusion === null ? null : 'kết luận của chủ trì';
}

const unwritten: VisitReportForm = {
  ...{ number: null, date_made: null, observed: null, conveyed: null, proposed: null, difficulties: null },
  ...{ strengths: null, weaknesses: null, lessons: null, own_proposals: null, proposed_grade: null },
};

async function decisionOf(db: Kysely<Tables>, entryId: string): Promise<VisitPaper['decision']> {
  const row = await db
    .selectFrom('assignment_entry as entry')
    .innerJoin('decision', 'decision.id', 'entry.decision_id')
    .select(['decision.number_symbol', 'decision.date', 'decision.issuing_body'])
    .where('entry.id', '=', entryId)
    .executeTakeFirst();
  return row ? { numberSymbol: row.number_symbol, date: row.date, issuingBody: row.issuing_body } : null;
}

/** Σ `attendance.opinion_count`; where nobody counted them by member, the opinions that were written down. */
async function countOpinions(db: Kysely<Tables>, meetingId: string): Promise<number | null> {
  const [roll, written] = await Promise.all([
    db
      .selectFrom('attendance')
      .select((eb) => eb.fn.sum<number | null>('opinion_count').as('count'))
      .where('meeting_id', '=', meetingId)
      .executeTakeFirst(),
    db
      .selectFrom('opinion')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('meeting_id', '=', meetingId)
      .executeTakeFirstOrThrow(),
  ]);
  return roll?.count ?? (written.count === 0 ? null : written.count);
}

/** Matters raised at the visit; those of the meeting where they name no visit. */
async function readMatters(
  db: Kysely<Tables>,
  { id, meeting_id }: { id: string; meeting_id: string },
): Promise<HeardMatter[]> {
  const [book, fields] = await Promise.all([
    readPetitionBook(db),
    db.selectFrom('code_list').select(['code', 'label']).where('list', '=', 'petition_fields').execute(),
  ]);
  const labels = new Map(fields.map(({ code, label }) => [code, label]));
  return book.petitions
    .filter((petition) => (petition.visit_id === null ? petition.meeting_id === meeting_id : petition.visit_id === id))
    .map((petition) => ({
      id: petition.id,
      content: petition.content,
      raised_by: petition.raised_by,
      outcome: petition.outcome,
      authority: petition.authority,
      body: petition.body,
      field: petition.field === null ? null : (labels.get(petition.field) ?? petition.field),
      onTheSpot: petition.state === 'answered_on_the_spot',
    }));
}
