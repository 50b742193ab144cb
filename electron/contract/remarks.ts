import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, isoDate } from './values.ts';

const text = z.string().nullable();
const year = z.int().min(1950).max(9998);

export const remarkLevel = z.enum(['excellent', 'good', 'completed', 'not_completed']);

/** What the committee writes of an official (BC-10). */
export const remarkForm = z.object({
  grasped: text,
  guided: text,
  resolved: text,
  proposals: text,
  relations: text,
  weaknesses: text,
  level: remarkLevel.nullable(),
  document: text,
  sent_on: isoDate.nullable(),
  note: text,
});

/** `reminded`: not sent and within the days of the reminder; `overdue`: not sent after the deadline. */
export const remarkStanding = z.enum(['sent', 'not_yet', 'reminded', 'overdue']);

/** One official and one committee that is to write on him or her in the year. */
export const remarkRecord = z.object({
  /** `<official> <committee>`: there is one a year. */
  id: z.string(),
  official_id: id,
  official: z.string(),
  /** Title and agency at the year's end. */
  title: text,
  agency: text,
  committee_id: id,
  committee: z.string(),
  /** Role and decision of the assignment the remark is about; null when none is in force any more. */
  role: z.enum(['attend', 'area_in_charge', 'follow', 'team_leader', 'team_member']).nullable(),
  assignment_document: text,
  /** Meetings of cells of the committee the official attended in the year, other events there, and both. */
  cell_visits: z.int(),
  events: z.int(),
  visit_total: z.int(),
  /** Of the official over all targets (BC-02): what counts, what is asked, and whether that is met; null: not known. */
  counted_visits: z.int(),
  quota: z.int().nullable(),
  quota_met: z.boolean().nullable(),
  due_date: isoDate,
  standing: remarkStanding,
  form: remarkForm,
});

export const remarksContract = {
  /** Everybody a committee is to write on in the year, by committee, standing as on `day` (today when missing). */
  list: procedure.input(z.object({ year, day: isoDate.optional() })).output(z.array(remarkRecord)),
  /** Those of the list that have not been sent by the day. */
  notSent: procedure.input(z.object({ year, day: isoDate.optional() })).output(z.array(remarkRecord)),
  save: procedure
    .input(z.object({ official_id: id, committee_id: id, year, form: remarkForm }))
    .output(z.object({ id })),
};

export type RemarkRecord = z.infer<typeof remarkRecord>;
export type RemarkForm = z.infer<typeof remarkForm>;
