import type { Kysely } from 'kysely';
import type { DocumentAbout } from '../../../../contract/documents.ts';
import { meetingRatings } from '../../../ratings/meeting-ratings.ts';
import type { Tables } from '../../../schema/database.ts';
import { inForce } from '../../../schema/in-force.ts';
import { fromTruth } from '../../../schema/truth.ts';
import {
  addDays,
  firstDayOfMonth,
  type IsoDate,
  lastDayOfMonth,
  type Month,
  monthOf,
} from '../../../vietnamese/dates.ts';
import type { DocumentSource } from '../../document.ts';
import { officeBooks } from '../../office-books.ts';
import { superiorOf } from '../../superior.ts';
import { blankMinutes } from '../bc-11/blank-minutes.ts';
import type { MinutesData } from '../bc-11/minutes-data.ts';
import { readMinutes } from '../bc-11/read-minutes.ts';
import { comrade } from '../bc-11/wording.ts';
import type { ResolutionData, SelfRating } from './resolution-data.ts';

/** What the resolution of a meeting prints; without a meeting, what a form for a cell and a month already knows. */
export async function readResolution(source: DocumentSource, about: DocumentAbout): Promise<ResolutionData> {
  const { db } = source;
  const meetingId = about.id ?? null;
  const minutes = meetingId === null ? await blankMinutes(source, about) : await readMinutes(source, meetingId, null);
  const { cellId, day } = minutes;
  const [{ rules }, superior, inCharge, recorded, rating] = await Promise.all([
    officeBooks(source),
    superiorOf(source, cellId, day),
    officialsInCharge(db, cellId, day),
    meetingId === null ? null : recordedOf(db, meetingId),
    meetingId === null ? null : selfRating(db, meetingId),
  ]);
  const layout = rules.on('resolution_layout', day).value;
  return {
    minutes,
    meetingId,
    number: recorded?.number ?? null,
    ...monthsOf(minutes, layout.own_month_from_day),
    superior,
    inCharge,
    heard: recorded?.heard ?? [],
    rating: rating?.rating ?? null,
    weaknesses: rating?.weaknesses ?? null,
    postedWithinDays: layout.posted_within_days,
  };
}

/** A meeting early in its month looks back on the month before and gives the work of its own; a late one is a month on. */
function monthsOf({ period, date }: MinutesData, ownMonthFromDay: number): { reviewed: Month; planned: Month } {
  const isLate = date !== null && monthOf(date) === period && Number(date.slice(8)) >= ownMonthFromDay;
  return isLate
    ? { reviewed: period, planned: monthOf(addDays(lastDayOfMonth(period), 1)) }
    : { reviewed: monthOf(addDays(firstDayOfMonth(period), -1)), planned: period };
}

async function officialsInCharge(db: Kysely<Tables>, cellId: string, day: IsoDate): Promise<string[]> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('official', 'official.id', 'assignment.official_id')
    .leftJoin('official_title as title', (join) =>
      join.onRef('title.official_id', '=', 'official.id').on(inForce('title', day)),
    )
    .select(['official.id', 'official.full_name', 'title.title'])
    .where('assignment.target_id', '=', cellId)
    .where(inForce('assignment', day))
    .orderBy('official.sort_key')
    .execute();
  const first = new Map(rows.toReversed().map((row) => [row.id, row]));
  return [...first.values()]
    .reverse()
    .map(({ full_name, title }) => comrade(full_name) + (title === null ? '' : `, ${title}`));
}

async function recordedOf(db: Kysely<Tables>, meetingId: string): Promise<Pick<ResolutionData, 'number' | 'heard'>> {
  const [meeting, heard] = await Promise.all([
    db.selectFrom('meeting').select('resolution_number').where('id', '=', meetingId).executeTakeFirst(),
    db.selectFrom('task').select(['id', 'done']).where('result_meeting_id', '=', meetingId).orderBy('id').execute(),
  ]);
  const number = /^(?:số\s*)?0*(\d+)/iu.exec(meeting?.resolution_number ?? '')?.[1];
  return {
    number: number === undefined ? null : Number(number),
    heard: heard.map(({ id, done }) => ({ id, done: fromTruth(done) })),
  };
}

/** The committee of the cell scores before the cell does; whichever is recorded (BC-06). */
async function selfRating(
  db: Kysely<Tables>,
  meetingId: string,
): Promise<{ rating: SelfRating; weaknesses: string | null } | null> {
  const recorded = await db
    .selectFrom('rating')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .where('scorer_role', 'in', ['self', 'cell_committee'])
    .executeTakeFirst();
  if (!recorded) return null;
  const { sheet, ratings } = await meetingRatings(db, meetingId);
  const own = ratings.find(({ role }) => role === 'self') ?? ratings.find(({ role }) => role === 'cell_committee');
  if (!own) return null;
  const { form, score } = own;
  const points = (number: string) =>
    score?.groups[number] ?? score?.lines.find((line) => line.number === number)?.points ?? null;
  const isPointed = score !== null && sheet?.definition.mode === 'points';
  return {
    rating: {
      lines: isPointed
        ? sheet.definition.criteria.map(({ number, label, max_points: max }) => ({
            ...{ number, label, max, points: points(number) },
          }))
        : [],
      maximum: isPointed ? sheet.definition.total_points : null,
      total: score?.total ?? form.total,
      grade: score?.grade ?? form.grade,
      votesFor: form.votes_for,
      votesTotal: form.votes_total,
    },
    weaknesses: form.weaknesses,
  };
}
