import { z } from 'zod';
import { count } from './meeting-form.ts';
import { clockTime, grade, id, isoDate, meetingKind, month } from './values.ts';

/** What an office types of a cell's regular meeting of the month when it only receives totals. */
const counts = z.object({
  cell_id: id,
  kind: meetingKind,
  date: isoDate.nullable(),
  started_at: clockTime.nullable(),
  ended_at: clockTime.nullable(),
  members_total: count,
  exempt: count,
  due: count,
  present: count,
  absent_excused: count,
  absent_unexcused: count,
  theme: z.string().nullable(),
  score: z.number().min(0).max(100).nullable(),
  grade: grade.nullable(),
  not_held_reason: z.string().nullable(),
});

export const countRow = counts.extend({
  cell: z.string(),
  grassroots: z.string(),
  /** The month's record, where there is one. */
  meeting_id: id.nullable(),
  /** The totals come from a roll-call: typing others replaces it, which has to be said. */
  called: z.boolean(),
  due_on: isoDate.nullable(),
  /** What the list of members says of the end of the month. */
  expected: z.object({ members_total: z.int(), exempt: z.int(), due: z.int() }),
});

/** Cells in force in the month, in the order of the office's list. */
export const countSheetInput = z.object({ period: month, organisation_id: id.optional() });

export const saveCountsInput = z.object({
  period: month,
  rows: z.array(counts),
  /** Cells whose roll-call is taken out because its totals were typed over. */
  replace_rolls: z.array(id),
});

export type CountRow = z.infer<typeof countRow>;
export type TypedCounts = z.infer<typeof counts>;
