import { z } from 'zod';
import { procedure } from './errors.ts';
import {
  attendanceResult,
  clockTime,
  grade,
  id,
  isoDate,
  madeFile,
  meetingKind,
  meetingState,
  month,
  standing,
  statusKind,
  visitBasis,
} from './values.ts';

const count = z.int().min(0).nullable();
const text = z.string().nullable();

export const meetingRecord = z.object({
  id,
  cell_id: id,
  cell: z.string(),
  grassroots: z.string(),
  period: month,
  held: z.boolean(),
  state: meetingState,
  date: isoDate.nullable(),
  kind: meetingKind.nullable(),
  started_at: clockTime.nullable(),
  ended_at: clockTime.nullable(),
  members_total: count,
  exempt: count,
  working_away: count,
  temporarily_received: count,
  suspended: count,
  due: count,
  present: count,
  present_exempt: count,
  absent_excused: count,
  absent_unexcused: count,
  theme: text,
  score: z.number().nullable(),
  grade: grade.nullable(),
  other_day_approved: z.boolean().nullable(),
  not_held_reason: text,
  note: text,
});

export const visitRecord = z.object({
  id,
  official: z.string(),
  official_id: id.nullable(),
  title: text,
  meeting_id: id,
  cell_id: id,
  cell: z.string(),
  grassroots: z.string(),
  date: isoDate.nullable(),
  period: month,
  basis: visitBasis,
  counts_toward_quota: z.boolean(),
  on_behalf_of: text,
});

/** The row an entry of a list was read from; a new entry has none. It keeps with it what the form does not show. */
const rowId = { id: id.optional() };

/** What the clerk completes: saved as a whole, each list in its order. */
export const meetingForm = z.object({
  kind: meetingKind,
  date: isoDate.nullable(),
  started_at: clockTime.nullable(),
  ended_at: clockTime.nullable(),
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
  other_day_reason: text,
  other_day_approved: z.boolean().nullable(),
  /** Without a date this makes the month one without a meeting; with a date the meeting was held. */
  not_held_reason: text,
  dues_announced: z.boolean().nullable(),
  conclusion: text,
  note: text,
  score: z.number().min(0).max(100).nullable(),
  grade: grade.nullable(),
  attendance: z.array(
    z.object({
      ...rowId,
      member_id: id.nullable(),
      name: z.string(),
      standing_then: standing.nullable(),
      status_then: statusKind.nullable(),
      result: attendanceResult,
      reason: text,
    }),
  ),
  guests: z.array(z.object({ ...rowId, name: z.string(), capacity: text })),
  /** `key` links an opinion to its item inside the form; that of a saved item stays. */
  agenda: z.array(z.object({ key: z.string(), title: z.string(), content: text, conclusion: text })),
  opinions: z.array(
    z.object({ ...rowId, agenda_key: z.string().nullable(), speaker: z.string(), content: z.string() }),
  ),
  votes: z.array(
    z.object({ ...rowId, subject: z.string(), base: count, in_favour: count, against: count, other: count }),
  ),
  tasks: z.array(z.object({ ...rowId, content: z.string(), person: text, due_date: isoDate.nullable() })),
});

export const meetingPage = z.object({
  meeting: meetingRecord,
  form: meetingForm,
  /** The set day in force in the month: the cell's own, else the general one; for the "đúng ngày" line. */
  set_day: z.int().nullable(),
  rate: z.number().nullable(),
  duration_minutes: z.int().nullable(),
  visits: z.array(visitRecord),
  /** Members of the cell on the day, for roll-call: status frozen on the meeting date (R9). */
  roll: z.array(z.object({ member_id: id, full_name: z.string(), standing, status: statusKind, due: z.boolean() })),
  sources: z.array(z.object({ file: z.string(), sheet: z.string(), row: z.int() })),
});

export const preview = z.object({ html: z.string(), css: z.string(), title: z.string() });

export const meetingsContract = {
  /** Meetings of months `from`..`to` (periods), by organisation order then date. */
  list: procedure
    .input(z.object({ from: month.optional(), to: month.optional(), organisation_id: id.optional() }))
    .output(z.array(meetingRecord)),
  visits: procedure.input(z.object({ from: month.optional(), to: month.optional() })).output(z.array(visitRecord)),
  get: procedure.input(z.object({ id })).output(meetingPage),
  create: procedure.input(z.object({ cell_id: id, period: month, kind: meetingKind })).output(z.object({ id })),
  save: procedure.input(z.object({ id, form: meetingForm })).output(meetingPage),
  /** The minutes (BC-11) as they will print; with `form`, of what is being typed and not yet saved. */
  minutes: procedure.input(z.object({ id, form: meetingForm.optional() })).output(preview),
  minutesFile: procedure.input(z.object({ id, format: z.enum(['docx', 'html']) })).output(z.object({ file: madeFile })),
};

export type MeetingRecord = z.infer<typeof meetingRecord>;
export type MeetingForm = z.infer<typeof meetingForm>;
export type MeetingPage = z.infer<typeof meetingPage>;
export type VisitRecord = z.infer<typeof visitRecord>;
export type Preview = z.infer<typeof preview>;
