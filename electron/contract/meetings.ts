import { z } from 'zod';
import { procedure } from './errors.ts';
import { countRow, countSheetInput, saveCountsInput } from './meeting-counts.ts';
import { count, meetingForm } from './meeting-form.ts';
import {
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

export const dueRule = z.object({
  count_probationary: z.boolean(),
  subtract_working_away: z.boolean(),
  subtract_absent_excused: z.boolean(),
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

export const meetingPage = z.object({
  meeting: meetingRecord,
  form: meetingForm,
  /** The set day in force in the month: the cell's own, else the general one (R2). */
  set_day: z.int().nullable(),
  /** The approved other day while it is in force (R3), with the document that approved it. */
  approved_day: z.object({ day: z.int(), document: text, reason: text }).nullable(),
  /** The date the cell is expected to meet on. */
  due_on: isoDate.nullable(),
  /** Who is due on the day (R10). */
  due_rule: dueRule,
  /** Kinds of vote with their names (R19). */
  vote_kinds: z.array(z.object({ kind: z.string(), label: z.string() })),
  /** The cell's plan of themes for the year of the meeting. */
  plans: z.array(z.object({ id, quarter: z.int(), title: z.string(), preparer: text })),
  rate: z.number().nullable(),
  duration_minutes: z.int().nullable(),
  visits: z.array(visitRecord),
  /** Members of the cell on the day, for roll-call: status frozen on the meeting date (R9). */
  roll: z.array(z.object({ member_id: id, full_name: z.string(), standing, status: statusKind, due: z.boolean() })),
  sources: z.array(z.object({ file: z.string(), sheet: z.string(), row: z.int() })),
});

/** What the rules say of a meeting as it is typed; `text` is Vietnamese. */
export const meetingCheck = z.object({
  /** Without breaks. */
  minutes: z.int().nullable(),
  required_minutes: z.int().nullable(),
  day: z.enum(['on_set_day', 'other_day_approved', 'other_day_unapproved']).nullable(),
  /** Those entitled to vote by the roll or the totals (R17, R18), by kind of vote. */
  vote_bases: z.array(z.object({ kind: z.string(), base: z.int().nullable() })),
  /** In the order of the form's votes (R19). */
  votes: z.array(z.object({ needed: z.int().nullable(), outcome: z.enum(['passed', 'not_passed', 'unknown']) })),
  notes: z.array(z.object({ step: z.enum(['opening', 'attendance', 'closing']), text: z.string() })),
});

/** A cell in a month that has neither a regular meeting nor a reason (R1, R4). */
export const missingMeeting = z.object({
  cell_id: id,
  cell: z.string(),
  grassroots: z.string(),
  period: month,
  /** A meeting that is only planned. */
  meeting_id: id.nullable(),
  due_on: isoDate.nullable(),
});

/** A member's run of excused absences longer than the rule allows within the year (R14). */
export const absenceStreak = z.object({
  member_id: id.nullable(),
  name: z.string(),
  cell_id: id,
  cell: z.string(),
  grassroots: z.string(),
  months: z.array(month),
  meeting_ids: z.array(id),
});

const agendaTemplate = z.object({
  code: z.string(),
  label: z.string(),
  /** Where the list comes from, in words; `C`: composed by us. */
  source: z.string(),
  evidence: z.enum(['A', 'B', 'C']),
  items: z.array(z.string()),
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
  /**
   * Records that the cell does not meet in the month, or puts its meeting off, with the reason (R4). A planned meeting of
   * the month becomes that record. `conflict` when the month's regular meeting was held.
   */
  notHeld: procedure
    .input(
      z.object({
        cell_id: id,
        period: month,
        state: z.enum(['not_held', 'postponed']),
        reason: z.string().trim().min(1),
      }),
    )
    .output(z.object({ id })),
  /** Takes out a meeting that was only planned. `conflict` when anything is recorded of it. */
  remove: procedure.input(z.object({ id })).output(z.object({})),
  check: procedure.input(z.object({ id, form: meetingForm })).output(meetingCheck),
  /** What is typed and not saved: kept in the memory of the data side, on no disk, until the office is closed. */
  draft: procedure.input(z.object({ id })).output(z.object({ form: meetingForm, base: z.string() }).nullable()),
  keepDraft: procedure
    .input(z.object({ id, draft: z.object({ form: meetingForm, base: z.string() }).nullable() }))
    .output(z.object({})),
  /** Agendas that may be loaded: that of the kind of meeting, then one a type of cell, the cell's own first. */
  agendas: procedure.input(z.object({ cell_id: id, kind: meetingKind, period: month })).output(z.array(agendaTemplate)),
  /** Totals of a whole month, for offices that only receive numbers from the cells. */
  countSheet: procedure.input(countSheetInput).output(z.array(countRow)),
  /** One transaction; answers how many cells changed. `conflict` while a roll-call would be lost unsaid. */
  saveCounts: procedure.input(saveCountsInput).output(z.object({ changed: z.int() })),
  missing: procedure.input(z.object({ period: month, organisation_id: id.optional() })).output(z.array(missingMeeting)),
  absences: procedure
    .input(z.object({ year: z.int().min(1950).max(9998), organisation_id: id.optional() }))
    .output(z.array(absenceStreak)),
  save: procedure.input(z.object({ id, form: meetingForm })).output(meetingPage),
  /** The minutes (BC-11) as they will print; with `form`, of what is being typed and not yet saved. */
  minutes: procedure.input(z.object({ id, form: meetingForm.optional() })).output(preview),
  /** The form its quality is rated on (BC-06) as an Excel sheet; `wrong_arguments` where no scoring sheet applies. */
  ratingWorkbook: procedure.input(z.object({ id })).output(z.object({ file: madeFile })),
  minutesFile: procedure.input(z.object({ id, format: z.enum(['docx', 'html']) })).output(z.object({ file: madeFile })),
};

export type MeetingRecord = z.infer<typeof meetingRecord>;
export type MeetingCheck = z.infer<typeof meetingCheck>;
export type MissingMeeting = z.infer<typeof missingMeeting>;
export type AbsenceStreak = z.infer<typeof absenceStreak>;
export type AgendaTemplate = z.infer<typeof agendaTemplate>;
export type MeetingPage = z.infer<typeof meetingPage>;
export type VisitRecord = z.infer<typeof visitRecord>;
export type Preview = z.infer<typeof preview>;
export type { MeetingForm } from './meeting-form.ts';
