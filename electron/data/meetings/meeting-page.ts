import type { Kysely } from 'kysely';
import type { MeetingPage } from '../../contract/meetings.ts';
import { SochiboError } from '../errors.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { isMonth, lastDayOfMonth, parseIsoDate } from '../vietnamese/dates.ts';
import { ratioPercent } from '../vietnamese/numbers.ts';
import { minutesBetween, parseClock } from '../vietnamese/times.ts';
import { listVisits } from '../visits/list-visits.ts';
import { listMeetings } from './list-meetings.ts';
import { readMeetingForm } from './meeting-form.ts';
import { rollOf } from './roll.ts';

/** One meeting with its form, what follows from it (rate in percent, minutes), and the roll of its cell. Throws `not_found`. */
export async function meetingPage(db: Kysely<Tables>, id: string): Promise<MeetingPage> {
  const [meeting] = await listMeetings(db, { id });
  if (!meeting || !isMonth(meeting.period))
    throw new SochiboError('not_found', 'Không có buổi sinh hoạt này trong sổ.');
  const day = (meeting.date === null ? null : parseIsoDate(meeting.date)) ?? lastDayOfMonth(meeting.period);
  const [{ row: _, ...form }, setDay, visits, roll, sources] = await Promise.all([
    readMeetingForm(db, id),
    db
      .selectFrom('meeting_day as set_day')
      .select('set_day.day')
      .where('set_day.organisation_id', '=', meeting.cell_id)
      .where(inForce('set_day', day))
      .executeTakeFirst(),
    listVisits(db, { meetingId: id }),
    rollOf(db, meeting.cell_id, day),
    db.selectFrom('source_row').select(['file', 'sheet', 'row']).where('entity_id', '=', id).execute(),
  ]);
  return {
    meeting,
    form,
    set_day: setDay?.day ?? null,
    rate: meeting.present === null || meeting.due === null ? null : ratioPercent(meeting.present, meeting.due),
    duration_minutes: durationMinutes(meeting.started_at, meeting.ended_at),
    visits,
    roll,
    sources,
  };
}

function durationMinutes(startedAt: string | null, endedAt: string | null): number | null {
  const start = startedAt === null ? null : parseClock(startedAt);
  const end = endedAt === null ? null : parseClock(endedAt);
  return start === null || end === null ? null : minutesBetween(start, end);
}
