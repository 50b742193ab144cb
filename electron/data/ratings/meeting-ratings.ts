import type { Kysely } from 'kysely';
import type { MeetingRatings, RatingForm, RatingItem } from '../../contract/ratings.ts';
import { dayOfMeeting } from '../meetings/register.ts';
import { readOrganisationHistory } from '../organisations/organisation-history.ts';
import type { ScorerRole } from '../schema/column-types.ts';
import type { Tables } from '../schema/database.ts';
import type { MeetingRow, RatingAdditions, RatingRow } from '../schema/meeting-tables.ts';
import { applicableSheet, type Sheet, sheetsOn } from './applicable-sheet.ts';
import type { Facts } from './facts.ts';
import { meetingFacts } from './meeting-facts.ts';
import { readEvidence } from './read-evidence.ts';
import { readSheets } from './read-sheets.ts';
import { type Entries, type Score, score } from './score.ts';

/** One meeting with the sheet it is scored by and what the meeting's own figures say. */
export interface ScoringSubject {
  meeting: MeetingRow;
  sheet: { sheet: Sheet; facts: Facts } | null;
}

export type StoredRating = RatingRow & RatingAdditions;

/**
 * The sheet of a meeting: the one its ratings were made with, which a later version does not change, else the one that
 * applies on its day. Throws `not_found`.
 */
export async function scoringSubject(db: Kysely<Tables>, meetingId: string): Promise<ScoringSubject> {
  const { meeting, evidence, rules } = await readEvidence(db, meetingId);
  const [sheets, ratings] = await Promise.all([readSheets(db), ratingsOf(db, meetingId)]);
  const used = ratings.find(({ scoring_sheet_id }) => scoring_sheet_id !== null)?.scoring_sheet_id ?? null;
  const sheet = sheets.find(({ id }) => id === used) ?? (await sheetOnDay(db, meeting, sheets));
  if (sheet === null) return { meeting, sheet: null };
  return { meeting, sheet: { sheet, facts: meetingFacts(evidence, sheet.definition.required_minutes, rules) } };
}

/** Every rating of a meeting, beside the sheet with nothing said. Throws `not_found`. */
export async function meetingRatings(db: Kysely<Tables>, meetingId: string): Promise<MeetingRatings> {
  const { sheet: subject } = await scoringSubject(db, meetingId);
  const ratings = await ratingsOf(db, meetingId);
  const items = await db
    .selectFrom('rating_item')
    .selectAll()
    .where(
      'rating_id',
      'in',
      ratings.map(({ id }) => id),
    )
    .execute();
  const itemsOf = Map.groupBy(items, ({ rating_id }) => rating_id);
  const scored = (entries: Entries): Score | null =>
    subject === null ? null : score(subject.sheet.definition, subject.facts, entries);
  return {
    meeting_id: meetingId,
    sheet:
      subject === null
        ? null
        : {
            id: subject.sheet.id,
            name: subject.sheet.name,
            version: subject.sheet.version,
            definition: subject.sheet.definition,
          },
    blank: scored(new Map()),
    ratings: ratings.map((rating) => {
      const said = (itemsOf.get(rating.id) ?? []).map(({ criterion, points, applies, basis }) => ({
        criterion,
        points,
        applies: applies === 1,
        basis,
      }));
      const own = subject !== null && rating.scoring_sheet_id === subject.sheet.id && said.length > 0;
      return { role: rating.scorer_role, form: formOf(rating, said), score: own ? scored(entriesOf(said)) : null };
    }),
  };
}

/** What a scorer has typed, as the engine takes it. */
export function entriesOf(items: readonly RatingItem[]): Entries {
  return new Map(items.map(({ criterion, points, applies }) => [criterion, { points, applies }]));
}

const roleOrder: readonly ScorerRole[] = ['self', 'cell_committee', 'visiting_official', 'superior_decision'];

async function ratingsOf(db: Kysely<Tables>, meetingId: string): Promise<StoredRating[]> {
  const rows = await db.selectFrom('rating').selectAll().where('meeting_id', '=', meetingId).execute();
  return rows.sort((a, b) => roleOrder.indexOf(a.scorer_role) - roleOrder.indexOf(b.scorer_role));
}

async function sheetOnDay(db: Kysely<Tables>, meeting: MeetingRow, sheets: readonly Sheet[]): Promise<Sheet | null> {
  if (meeting.kind === null || sheets.length === 0) return null;
  const organisations = await readOrganisationHistory(db);
  const day = dayOfMeeting(meeting);
  return applicableSheet(sheetsOn(sheets, organisations, day), {
    kind: meeting.kind,
    cellType: organisations.versionOn(meeting.cell_id, day)?.cell_type ?? null,
    chain: organisations.chainOn(meeting.cell_id, day),
    day,
  });
}

function formOf(rating: StoredRating, items: RatingItem[]): RatingForm {
  const { scorer, official_id, rated_on, votes_for, votes_total, weaknesses, note, total, grade } = rating;
  return { scorer, official_id, rated_on, votes_for, votes_total, weaknesses, note, total, grade, items };
}
