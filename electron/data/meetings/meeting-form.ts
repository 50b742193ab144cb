import type { Kysely } from 'kysely';
import type { MeetingForm } from '../../contract/meetings.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import type { MeetingAdditions, MeetingRow } from '../schema/meeting-tables.ts';
import { fromTruth } from '../schema/truth.ts';
import { readPreparation } from './preparation.ts';
import { readPriorTasks } from './prior-tasks.ts';

/** The meeting as the clerk fills it in, each list in its order. Throws `not_found`. */
export async function readMeetingForm(
  db: Kysely<Tables>,
  id: string,
): Promise<MeetingForm & { row: MeetingRow & MeetingAdditions }> {
  const row = await db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Không có buổi sinh hoạt này trong sổ.');
  const [attendance, guests, agenda, opinions, votes, tasks, rating, preparation, prior_tasks] = await Promise.all([
    db.selectFrom('attendance').selectAll().where('meeting_id', '=', id).orderBy('position').execute(),
    db.selectFrom('guest').selectAll().where('meeting_id', '=', id).orderBy('position').execute(),
    db.selectFrom('agenda_item').selectAll().where('meeting_id', '=', id).orderBy('position').execute(),
    db.selectFrom('opinion').selectAll().where('meeting_id', '=', id).orderBy('position').execute(),
    db.selectFrom('vote').selectAll().where('meeting_id', '=', id).orderBy('position').execute(),
    db.selectFrom('task').selectAll().where('meeting_id', '=', id).orderBy('position').execute(),
    db
      .selectFrom('rating')
      .selectAll()
      .where('meeting_id', '=', id)
      .where('scorer_role', '=', 'self')
      .executeTakeFirst(),
    readPreparation(db, id),
    readPriorTasks(db, row),
  ]);
  return {
    row,
    ...scalars(row),
    score: rating?.total ?? null,
    grade: rating?.grade ?? null,
    preparation,
    prior_tasks,
    attendance: attendance.map(({ id, member_id, name, standing_then, status_then, result, reason, ...entry }) => ({
      ...{ id, member_id, name, standing_then, status_then, result, reason },
      late_or_left_early: fromTruth(entry.late_or_left_early),
      online: fromTruth(entry.online),
      spoke: fromTruth(entry.spoke),
      opinion_count: entry.opinion_count,
    })),
    guests: guests.map(({ id, name, capacity, official_id }) => ({ id, name, capacity, official_id })),
    agenda: agenda.map((item) => ({
      key: item.id,
      title: item.title,
      content: item.content,
      conclusion: item.conclusion,
    })),
    opinions: opinions.map(({ id, agenda_item_id, speaker, content }) => ({
      id,
      agenda_key: agenda_item_id,
      speaker,
      content,
    })),
    votes: votes.map(({ id, subject, kind, base, in_favour, against, other }) => ({
      ...{ id, subject, kind, base, in_favour, against, other },
    })),
    tasks: tasks.map(({ id, content, person, member_id, due_date }) => ({ id, content, person, member_id, due_date })),
  };
}

function scalars(row: MeetingRow & MeetingAdditions) {
  return {
    kind: row.kind ?? 'regular',
    date: row.date,
    started_at: row.started_at,
    ended_at: row.ended_at,
    mode: row.mode,
    place: row.place,
    chair: row.chair,
    secretary: row.secretary,
    members_total: row.members_total,
    full_members: row.full_members,
    probationary: row.probationary,
    exempt: row.exempt,
    working_away: row.working_away,
    temporarily_away: row.temporarily_away,
    temporarily_received: row.temporarily_received,
    suspended: row.suspended,
    due: row.due,
    present: row.present,
    present_exempt: row.present_exempt,
    absent_excused: row.absent_excused,
    absent_unexcused: row.absent_unexcused,
    theme: row.theme,
    presenter: row.presenter,
    thematic_plan_id: row.thematic_plan_id,
    other_day_reason: row.other_day_reason,
    other_day_approved: fromTruth(row.other_day_approved),
    not_held_reason: row.not_held_reason,
    dues_announced: fromTruth(row.dues_announced),
    conclusion: row.conclusion,
    resolution_number: row.resolution_number,
    note: row.note,
  };
}
