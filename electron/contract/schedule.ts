import { z } from 'zod';
import { procedure } from './errors.ts';
import { codeChoice, id, isoDate, madeFile, meetingState, month } from './values.ts';

const text = z.string().nullable();

export const plannedVisitState = z.enum([
  'planned',
  'cell_notified',
  'attended',
  'missed',
  'rescheduled',
  'substitute_sent',
  'cancelled',
]);

export const planRecord = z.object({
  id,
  official_id: id,
  official: z.string(),
  /** Null: any cell the official is assigned to. */
  cell_id: id.nullable(),
  cell: text,
  grassroots: text,
  /** The month it was planned for. */
  period: month,
  /** The day it stands on now: the new day of one that was put off; null where no day is set. */
  date: isoDate.nullable(),
  planned_date: isoDate.nullable(),
  /** A day, or a month of an imported plan. */
  rescheduled_to: text,
  state: plannedVisitState,
  /** Its day (or, without one, its month) is over: a change needs a reason (R34). */
  past: z.boolean(),
  reason_code: text,
  reason: text,
  substitute_id: id.nullable(),
  substitute: text,
  visit_id: id.nullable(),
  meeting_id: id.nullable(),
  note: text,
});

export const boardCell = z.object({
  cell_id: id,
  cell: z.string(),
  grassroots: z.string(),
  grassroots_id: id,
  difficult: z.boolean(),
  /** The day of its meeting in the month: of the meeting itself where it has one, else the set day (R2, R3). */
  day: isoDate.nullable(),
  day_source: z.enum(['meeting', 'own', 'general', 'exception', 'none']),
  meeting_id: id.nullable(),
  meeting_state: meetingState.nullable(),
});

export const clash = z.object({ date: isoDate, words: z.string(), plan_ids: z.array(id) });

export const board = z.object({ cells: z.array(boardCell), plans: z.array(planRecord), clashes: z.array(clash) });

export const unvisitedCell = z.object({
  cell_id: id,
  cell: z.string(),
  grassroots: z.string(),
  difficulty_flags: z.array(z.string()),
  last_visit: isoDate.nullable(),
  last_visitor: text,
  /** Whole months without a visit up to the day asked about; null = never visited. */
  months: z.int().nullable(),
  officials: z.array(z.string()),
  next_plan: isoDate.nullable(),
});

export const proposedVisit = z.object({
  official_id: id,
  official: z.string(),
  cell_id: id,
  cell: z.string(),
  grassroots: z.string(),
  period: month,
  date: isoDate,
});

export const proposal = z.object({
  visits: z.array(proposedVisit),
  /** What could not be satisfied, in words. */
  unmet: z.array(z.object({ kind: z.enum(['cell', 'official']), id, words: z.string() })),
  /** Plans of these months that stay as they are. */
  kept: z.int(),
});

const scope = { organisation_id: id.optional(), official_id: id.optional() };
/** Why a plan that is over was changed; the code of list `missed_reasons` or words of the clerk's own. */
const why = { reason_code: z.string().nullable().optional(), reason: text.optional() };

export const scheduleContract = {
  board: procedure.input(z.object({ month, ...scope })).output(board),
  plans: procedure.input(z.object({ from: month, to: month, ...scope })).output(z.array(planRecord)),
  reasons: procedure.output(z.array(codeChoice)),
  plan: procedure
    .input(z.object({ official_id: id, cell_id: id.nullable(), date: isoDate, note: text }))
    .output(planRecord),
  /** Another day; of a plan that is over it is a put-off visit and needs a reason (R34). */
  move: procedure.input(z.object({ id, date: isoDate, ...why })).output(planRecord),
  setState: procedure
    .input(
      z.object({
        id,
        state: plannedVisitState.exclude(['attended', 'rescheduled']),
        ...why,
        substitute_id: id.nullable().optional(),
        substitute_name: text.optional(),
      }),
    )
    .output(planRecord),
  propose: procedure.input(z.object({ from: month, months: z.int().min(1).max(24), ...scope })).output(proposal),
  accept: procedure
    .input(z.object({ visits: z.array(z.object({ official_id: id, cell_id: id, date: isoDate })).min(1) }))
    .output(z.object({ written: z.int() })),
  /** Cells that nobody from above has visited for so many months (rule `visit_rotation`), difficult ones first. */
  unvisited: procedure
    .input(z.object({ day: isoDate.optional(), months: z.int().min(0).optional(), organisation_id: id.optional() }))
    .output(z.object({ months: z.int(), cells: z.array(unvisitedCell) })),
  file: procedure
    .input(z.object({ month, format: z.enum(['docx', 'xlsx', 'ics']), ...scope }))
    .output(z.object({ file: madeFile })),
};

export type PlanRecord = z.infer<typeof planRecord>;
export type BoardCell = z.infer<typeof boardCell>;
export type Board = z.infer<typeof board>;
export type UnvisitedCell = z.infer<typeof unvisitedCell>;
export type ProposedVisit = z.infer<typeof proposedVisit>;
export type Proposal = z.infer<typeof proposal>;
