import type { Kysely } from 'kysely';
import type { MeetingPage, MeetingRecord } from '../../contract/meetings.ts';
import { SochiboError } from '../errors.ts';
import { readRules } from '../rules/read-rules.ts';
import type { RuleValue } from '../rules/rule-values.ts';
import type { Tables } from '../schema/database.ts';
import { inForce } from '../schema/in-force.ts';
import { isMonth, lastDayOfMonth } from '../vietnamese/dates.ts';
import { listVisits } from '../visits/list-visits.ts';
import { attendanceRate, turnout } from './attendance-rules.ts';
import { meetingMinutes } from './duration.ts';
import { listMeetings } from './list-meetings.ts';
import { readMeetingForm } from './meeting-form.ts';
import { dayOfMeeting } from './register.ts';
import { rollOf } from './roll.ts';

/** One meeting with its form, what follows from it (rate in percent, minutes), and the roll of its cell. Throws `not_found`. */
export async function meetingPage(db: Kysely<Tables>, id: string): Promise<MeetingPage> {
  const [meeting] = await listMeetings(db, { id });
  if (!meeting || !isMonth(meeting.period))
    throw new SochiboError('not_found', 'Không có buổi sinh hoạt này trong sổ.');
  const monthEnd = lastDayOfMonth(meeting.period);
  const [{ row: _, ...form }, rules, ownDay, visits, roll, sources] = await Promise.all([
    readMeetingForm(db, id),
    readRules(db),
    db
      .selectFrom('meeting_day as set_day')
      .select('set_day.day')
      .where('set_day.organisation_id', '=', meeting.cell_id)
      .where(inForce('set_day', monthEnd))
      .executeTakeFirst(),
    listVisits(db, { meetingId: id }),
    rollOf(db, meeting.cell_id, dayOfMeeting(meeting)),
    db.selectFrom('source_row').select(['file', 'sheet', 'row']).where('entity_id', '=', id).execute(),
  ]);
  return {
    meeting,
    form,
    // The day of the period's month, as BC-05 has it (R2): the cell's own, else the general one.
    set_day: ownDay?.day ?? rules.on('meeting_day', monthEnd).value.day,
    rate: rateOf(meeting, rules.on('exempt_present', monthEnd).value),
    duration_minutes: meetingMinutes(meeting.started_at, meeting.ended_at),
    visits,
    roll,
    sources,
  };
}

function rateOf({ present, due, present_exempt }: MeetingRecord, rule: RuleValue<'exempt_present'>): number | null {
  if (present === null || due === null) return null;
  return attendanceRate([turnout({ present, due, presentExempt: present_exempt ?? 0 }, rule)]);
}
