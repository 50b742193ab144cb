import { z } from 'zod';
import { procedure } from './errors.ts';
import { clockTime, codeChoice, grade, id, isoDate, meetingKind, month, visitBasis } from './values.ts';

const text = z.string().nullable();
const count = z.int().min(0).nullable();

export const visitorLevel = z.enum(['province', 'district', 'commune', 'other']);

/** One person from above at one meeting: somebody of the list of officials, or a name. */
export const visitEntry = z.object({
  official_id: id.nullable(),
  /** For somebody on no list. */
  name: text,
  title: text,
  level: visitorLevel.nullable(),
  arrived_at: clockTime.nullable(),
  left_at: clockTime.nullable(),
  /** Whose place the visitor took (R31); the name alone when that person is on no list. */
  on_behalf_of_id: id.nullable(),
  on_behalf_of_name: text,
  note: text,
});

export const visitReportStanding = z.enum(['due', 'missing', 'submitted', 'returned', 'accepted']);

export const meetingVisit = visitEntry.extend({
  id,
  /** As on the list of officials, else as written. */
  official: z.string(),
  on_behalf_of: text,
  basis: visitBasis,
  counts_toward_quota: z.boolean(),
  /** Other visits of the day whose times overlap (R30), in words. */
  warnings: z.array(z.string()),
  /** Null: no report is asked of this visitor. */
  report: z
    .object({ standing: visitReportStanding, due_date: isoDate.nullable(), submitted_on: isoDate.nullable() })
    .nullable(),
});

export const eventForm = z.object({
  kind: z.string().min(1),
  organisation_id: id,
  date: isoDate,
  place: text,
  content: text,
  official_ids: z.array(id),
});

export const eventRecord = eventForm.extend({
  id,
  kind_label: z.string(),
  organisation: z.string(),
  officials: z.array(z.object({ official_id: id, official: z.string() })),
});

/** A visit that needs a report, and where the report stands on the day asked about (R35). */
export const visitReportRecord = z.object({
  visit_id: id,
  meeting_id: id,
  official_id: id,
  official: z.string(),
  cell_id: id,
  cell: z.string(),
  grassroots: z.string(),
  period: month,
  date: isoDate.nullable(),
  due_date: isoDate.nullable(),
  submitted_on: isoDate.nullable(),
  standing: visitReportStanding,
  /** Handed in after it was due. */
  late: z.boolean(),
  returned_reason: text,
});

export const visitReportForm = z.object({
  number: text,
  date_made: isoDate.nullable(),
  observed: text,
  conveyed: text,
  proposed: text,
  difficulties: text,
  strengths: text,
  weaknesses: text,
  lessons: text,
  own_proposals: text,
  proposed_grade: grade.nullable(),
});

/** What BC-01 takes from the records: nobody types it. */
export const visitReportFacts = z.object({
  post: text,
  document: text,
  kind: meetingKind.nullable(),
  started_at: clockTime.nullable(),
  ended_at: clockTime.nullable(),
  place: text,
  chair: text,
  secretary: text,
  /** The visit counts as the n-th of the year toward the quota; null when it does not count. */
  nth: z.int().nullable(),
  quota: z.int().nullable(),
  members_total: count,
  full_members: count,
  probationary: count,
  exempt: count,
  temporarily_away: count,
  temporarily_received: count,
  working_away: count,
  due: count,
  present: count,
  absent_excused: count,
  absent_unexcused: count,
  rate: z.number().nullable(),
  opinions: z.int(),
  has_conclusion: z.boolean(),
  self_score: z.number().nullable(),
  self_grade: grade.nullable(),
  official_score: z.number().nullable(),
  official_grade: grade.nullable(),
});

export const visitReportPage = z.object({ record: visitReportRecord, form: visitReportForm, facts: visitReportFacts });

const ofVisit = z.object({ visit_id: id });

export const visitsContract = {
  ofMeeting: procedure.input(z.object({ meeting_id: id })).output(z.array(meetingVisit)),
  record: procedure.input(z.object({ meeting_id: id, entry: visitEntry })).output(z.object({ id })),
  change: procedure.input(z.object({ id, entry: visitEntry })).output(z.object({ id })),
  remove: procedure.input(z.object({ id })).output(z.object({})),

  /** Meetings of committees, working days in villages and the like, by date; of one official where asked. */
  events: procedure
    .input(z.object({ from: isoDate.optional(), to: isoDate.optional(), official_id: id.optional() }))
    .output(z.array(eventRecord)),
  eventKinds: procedure.output(z.array(codeChoice)),
  saveEvent: procedure.input(z.object({ id: id.optional(), form: eventForm })).output(z.object({ id })),
  removeEvent: procedure.input(z.object({ id })).output(z.object({})),

  /** Visits of these months that need a report, as they stand on `day` (today). */
  reports: procedure
    .input(
      z.object({
        from: month.optional(),
        to: month.optional(),
        day: isoDate.optional(),
        official_id: id.optional(),
        organisation_id: id.optional(),
      }),
    )
    .output(z.array(visitReportRecord)),
  /** Of all time: not handed in although due, and returned ones (for the first page). */
  lateReports: procedure.input(z.object({ day: isoDate.optional() })).output(z.array(visitReportRecord)),
  report: procedure.input(ofVisit).output(visitReportPage),
  saveReport: procedure.input(ofVisit.extend({ form: visitReportForm })).output(visitReportPage),
  submitReport: procedure.input(ofVisit.extend({ on: isoDate })).output(visitReportPage),
  returnReport: procedure.input(ofVisit.extend({ on: isoDate, reason: z.string() })).output(visitReportPage),
  acceptReport: procedure.input(ofVisit.extend({ on: isoDate })).output(visitReportPage),
};

export type VisitEntry = z.infer<typeof visitEntry>;
export type MeetingVisit = z.infer<typeof meetingVisit>;
export type EventForm = z.infer<typeof eventForm>;
export type EventRecord = z.infer<typeof eventRecord>;
export type VisitReportStanding = z.infer<typeof visitReportStanding>;
export type VisitReportRecord = z.infer<typeof visitReportRecord>;
export type VisitReportForm = z.infer<typeof visitReportForm>;
export type VisitReportFacts = z.infer<typeof visitReportFacts>;
export type VisitReportPage = z.infer<typeof visitReportPage>;
