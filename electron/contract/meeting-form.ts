import { z } from 'zod';
import {
  attendanceResult,
  clockTime,
  grade,
  id,
  isoDate,
  meetingKind,
  meetingMode,
  standing,
  statusKind,
} from './values.ts';

export const count = z.int().min(0).nullable();
const text = z.string().nullable();
const yesNo = z.boolean().nullable();

/** The row an entry of a list was read from; a new entry has none. It keeps with it what the form does not show. */
const rowId = { id: id.optional() };

/** How the meeting was prepared and followed up: what scoring sheets ask. Days are ISO, null = not recorded. */
export const meetingPreparation = z.object({
  cell_committee_met_before: yesNo,
  cell_committee_met_on: isoDate.nullable(),
  members_notified: yesNo,
  superior_notified_on: isoDate.nullable(),
  documents_posted_on: isoDate.nullable(),
  documents_on_app: yesNo,
  minutes_posted_on: isoDate.nullable(),
  /** Minutes, taken off the duration. */
  break_minutes: count,
  /** Members who spoke, where only the number is known. */
  speakers: count,
  prior_tasks_set: count,
  prior_tasks_met: count,
  /** R8: the guidance under which the meeting was online. */
  mode_guidance: text,
});

/** What the clerk completes: saved as a whole, each list in its order. */
export const meetingForm = z.object({
  kind: meetingKind,
  date: isoDate.nullable(),
  started_at: clockTime.nullable(),
  ended_at: clockTime.nullable(),
  mode: meetingMode.nullable(),
  place: text,
  chair: text,
  secretary: text,
  members_total: count,
  full_members: count,
  probationary: count,
  exempt: count,
  working_away: count,
  temporarily_away: count,
  temporarily_received: count,
  suspended: count,
  due: count,
  present: count,
  present_exempt: count,
  absent_excused: count,
  absent_unexcused: count,
  theme: text,
  presenter: text,
  /** The entry of the plan of themes this meeting holds. */
  thematic_plan_id: id.nullable(),
  other_day_reason: text,
  other_day_approved: yesNo,
  /** Without a date this makes the month one without a meeting; with a date the meeting was held. */
  not_held_reason: text,
  dues_announced: yesNo,
  conclusion: text,
  resolution_number: text,
  note: text,
  score: z.number().min(0).max(100).nullable(),
  grade: grade.nullable(),
  preparation: meetingPreparation,
  attendance: z.array(
    z.object({
      ...rowId,
      member_id: id.nullable(),
      name: z.string(),
      standing_then: standing.nullable(),
      status_then: statusKind.nullable(),
      result: attendanceResult,
      reason: text,
      late_or_left_early: yesNo,
      online: yesNo,
      spoke: yesNo,
      opinion_count: count,
    }),
  ),
  guests: z.array(z.object({ ...rowId, name: z.string(), capacity: text, official_id: id.nullable() })),
  /** `key` links an opinion to its item inside the form; that of a saved item stays. */
  agenda: z.array(z.object({ key: z.string(), title: z.string(), content: text, conclusion: text })),
  opinions: z.array(
    z.object({ ...rowId, agenda_key: z.string().nullable(), speaker: z.string(), content: z.string() }),
  ),
  votes: z.array(
    z.object({
      ...rowId,
      subject: z.string(),
      /** Of the rule `vote_thresholds` (R19). */
      kind: text,
      base: count,
      in_favour: count,
      against: count,
      other: count,
    }),
  ),
  tasks: z.array(
    z.object({ ...rowId, content: z.string(), person: text, member_id: id.nullable(), due_date: isoDate.nullable() }),
  ),
  /** Tasks of earlier meetings without a result yet, and those whose result was heard in this one. */
  prior_tasks: z.array(
    z.object({
      id,
      content: z.string(),
      person: text,
      due_date: isoDate.nullable(),
      opening_state: text,
      outcome: text,
      done: yesNo,
    }),
  ),
});

export type MeetingForm = z.infer<typeof meetingForm>;
