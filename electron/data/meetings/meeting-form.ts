import type { Kysely } from 'kysely';
import type { MeetingForm } from '../../contract/meetings.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import type { MeetingRow } from '../schema/meeting-tables.ts';

/** The meeting as the clerk fills it in, each list in its order. Throws `not_found`. */
export async function readMeetingForm(db: Kysely<Tables>, id: string): Promise<MeetingForm & { row: MeetingRow }> {
  const row = await db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new SochiboError('not_found', 'Không có buổi sinh hoạt này trong sổ.');
  const [attendance, guests, agenda, opinions, votes, tasks, rating] = await Promise.all([
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
  ]);
  return {
    row,
    ...scalars(row),
    score: rating?.total ?? null,
    grade: rating?.grade ?? null,
    attendance: attendance.map(({ id, member_id, name, standing_then, status_then, result, reason }) => ({
      id,
      member_id,
      name,
      standing_then,
      status_then,
      result,
      reason,
    })),
    guests: guests.map(({ id, name, capacity }) => ({ id, name, capacity })),
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
    votes: votes.map(({ id, subject, base, in_favour, against, other }) => ({
      id,
      subject,
      base,
      in_favour,
      against,
      other,
    })),
    tasks: tasks.map(({ id, content, person, due_date }) => ({ id, content, person, due_date })),
  };
}

function scalars(row: MeetingRow) {
  const yesNo = (value: 0 | 1 | null) => (value === null ? null : value === 1);
  return {
    kind: row.kind ?? 'regular',
    date: row.date,
    started_at: row.started_at,
    ended_at: row.ended_at,
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
    other_day_reason: row.other_day_reason,
    other_day_approved: yesNo(row.other_day_approved),
    not_held_reason: row.not_held_reason,
    dues_announced: yesNo(row.dues_announced),
    conclusion: row.conclusion,
    note: row.note,
  };
}
