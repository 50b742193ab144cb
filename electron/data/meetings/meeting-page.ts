import type { Kysely } from 'kysely';
import type { MeetingPage, MeetingRecord } from '../../contract/meetings.ts';
import { SochiboError } from '../errors.ts';
import { readRules } from '../rules/read-rules.ts';
import type { RuleValue } from '../rules/rule-values.ts';
import type { Tables } from '../schema/database.ts';
import { isMonth, lastDayOfMonth } from '../vietnamese/dates.ts';
import { listVisits } from '../visits/list-visits.ts';
import { attendanceRate, turnout } from './attendance-rules.ts';
import { readCellMeetingDays } from './cell-days.ts';
import { heldMinutes } from './duration.ts';
import { listMeetings } from './list-meetings.ts';
import { readMeetingForm } from './meeting-form.ts';
import { dayOfMeeting } from './register.ts';
import { rollOf } from './roll.ts';

/** One meeting with its form, what follows from it (rate in percent, minutes), and the roll of its cell. Throws `not_found`. */
export async function meetingPage(db: Kysely<Tables>, id: string): Promise<MeetingPage> {
  const meeting = await meetingRecord(db, id);
  if (!isMonth(meeting.period)) throw noMeeting();
  const monthEnd = lastDayOfMonth(meeting.period);
  const [{ row: _, ...form }, rules, cellDays, visits, roll, sources, plans] = await Promise.all([
    readMeetingForm(db, id),
    readRules(db),
    readCellMeetingDays(db),
    listVisits(db, { meetingId: id }),
    rollOf(db, meeting.cell_id, dayOfMeeting(meeting)),
    db.selectFrom('source_row').select(['file', 'sheet', 'row']).where('entity_id', '=', id).execute(),
    db
      .selectFrom('thematic_plan')
      .select(['id', 'quarter', 'title', 'preparer'])
      .where('cell_id', '=', meeting.cell_id)
      .where('year', '=', Number(meeting.period.slice(0, 4)))
      .orderBy('quarter')
      .orderBy('position')
      .execute(),
  ]);
  const days = cellDays.in(meeting.cell_id, meeting.period);
  const on = dayOfMeeting(meeting);
  return {
    meeting,
    form,
    set_day: days.setDay,
    approved_day: days.exception && {
      day: days.exception.day,
      document: days.exception.approval_document,
      reason: days.exception.reason,
    },
    due_on: days.dueOn,
    due_rule: rules.on('members_due', on).value,
    vote_kinds: rules.on('vote_thresholds', on).value.map(({ kind, label }) => ({ kind, label })),
    plans,
    rate: rateOf(meeting, rules.on('exempt_present', monthEnd).value),
    duration_minutes: heldMinutes(meeting.started_at, meeting.ended_at, form.preparation.break_minutes),
    visits,
    roll,
    sources,
  };
}

/** One meeting as lists have it. Throws `not_found`. */
export async function meetingRecord(db: Kysely<Tables>, id: string): Promise<MeetingRecord> {
  const [meeting] = await listMeetings(db, { id });
  if (!meeting) throw noMeeting();
  return meeting;
}

function noMeeting(): SochiboError {
  return new SochiboError('not_found', 'Không có buổi sinh hoạt này trong sổ.');
}

function rateOf({ present, due, present_exempt }: MeetingRecord, rule: RuleValue<'exempt_present'>): number | null {
  if (present === null || due === null) return null;
  return attendanceRate([turnout({ present, due, presentExempt: present_exempt ?? 0 }, rule)]);
}
