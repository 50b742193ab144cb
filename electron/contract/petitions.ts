import { z } from 'zod';
import { procedure } from './errors.ts';
import { codeChoice, id, isoDate } from './values.ts';

const text = z.string().nullable();
const day = isoDate.nullable();

export const petitionState = z.enum([
  'new',
  'received',
  'forwarded',
  'in_progress',
  'resolved',
  'told_back',
  'answered_on_the_spot',
  'outside_authority',
  'unresolved',
]);
export const authority = z.enum(['cell', 'commune', 'district', 'province', 'central']);
export const petitionStep = z.enum([
  'receive',
  'forward',
  'pass_up',
  'start',
  'answer',
  'answer_on_the_spot',
  'leave_unresolved',
  'tell',
  'reopen',
]);

export const petitionRecord = z.object({
  id,
  code: z.string(),
  date: day,
  cell_id: id,
  cell: z.string(),
  grassroots: z.string(),
  content: z.string(),
  /** Code lists `petition_kinds` and `petition_fields`, with their labels. */
  kind: text,
  kind_label: text,
  field: text,
  field_label: text,
  authority: authority.nullable(),
  responsible_body_id: id.nullable(),
  responsible_body: text,
  source: z.enum(['meeting', 'visit', 'cell']),
  meeting_id: id.nullable(),
  visit_id: id.nullable(),
  /** Who attended from above where it was raised. */
  official: text,
  raised_by: text,
  raised_by_member_id: id.nullable(),
  received_on: day,
  forwarded_on: day,
  forward_document: text,
  due_date: day,
  state: petitionState,
  /** What BC-04 counts it as on the day of the list; of a repeated mention, that of the matter. */
  result: z.enum(['on_spot', 'resolved', 'in_progress', 'unresolved']),
  answered_on: day,
  reply_document: text,
  outcome: text,
  unresolved_reason: text,
  cell_told_on: day,
  /** The first mention of the same matter (R37). */
  duplicate_of: id.nullable(),
  duplicate_of_code: text,
  /** How often the matter was raised, this mention included. */
  mentions: z.int(),
  overdue: z.boolean(),
  answered_not_told: z.boolean(),
  /** Open, unanswered, the deadline on the day of the list or one of the six after it. */
  due_soon: z.boolean(),
  /** Still to be worked on: not done with, and no repeated mention. */
  open: z.boolean(),
  note: text,
});

export const petitionForm = z.object({
  cell_id: id,
  meeting_id: id.nullable(),
  visit_id: id.nullable(),
  date: isoDate,
  raised_by: text,
  raised_by_member_id: id.nullable(),
  content: z.string().trim().min(1),
  kind: text,
  field: text,
  authority: authority.nullable(),
  due_date: day,
  note: text,
});

export const handlingBody = z.object({
  id,
  name: z.string(),
  authority: authority.nullable(),
  successor_id: id.nullable(),
  successor: text,
  valid_from: day,
  valid_to: day,
});

const bodyForm = handlingBody.omit({ id: true, successor: true }).extend({ name: z.string().trim().min(1) });

/** A step that sends it on: without a deadline the office's rule gives one (`petition_due`). */
const sending = z.object({ on: isoDate, body_id: id, document: text, due_date: day });

export const petitionStepInput = z.discriminatedUnion('step', [
  z.object({ step: z.literal('receive'), on: isoDate }),
  sending.extend({ step: z.literal('forward') }),
  sending.extend({ step: z.literal('pass_up') }),
  z.object({ step: z.literal('start') }),
  z.object({ step: z.literal('answer'), on: isoDate, document: text, outcome: text }),
  z.object({ step: z.literal('answer_on_the_spot'), on: isoDate, outcome: text }),
  z.object({ step: z.literal('leave_unresolved'), reason: z.string().trim().min(1) }),
  z.object({ step: z.literal('tell'), on: isoDate }),
  z.object({ step: z.literal('reopen') }),
]);

const likely = z.object({ petition: petitionRecord, likeness: z.number(), same_cell: z.boolean() });

export const petitionsContract = {
  /** All petitions by day, standing as on `as_of` (today when missing). */
  list: procedure
    .input(z.object({ as_of: isoDate.optional(), meeting_id: id.optional() }))
    .output(z.array(petitionRecord)),
  get: procedure.input(z.object({ id, as_of: isoDate.optional() })).output(
    z.object({
      petition: petitionRecord,
      /** Every mention of the matter, the first one first. */
      matter: z.array(petitionRecord),
      /** What may be recorded next, the usual step first. */
      steps: z.array(petitionStep),
    }),
  ),
  /** Petitions of the cell or commune that may be the same matter (R37). */
  similar: procedure
    .input(z.object({ id: id.optional(), cell_id: id, content: z.string(), date: isoDate }))
    .output(z.array(likely)),
  /** The deadline by the office's rule. */
  dueDate: procedure
    .input(z.object({ authority: authority.nullable(), forwarded_on: isoDate }))
    .output(z.object({ due_date: day })),
  create: procedure
    .input(
      petitionForm.extend({
        duplicate_of: id.nullable(),
        /** Closed at once, and still listed (R38); with what was said. */
        on_the_spot: z.object({ outcome: text }).nullable(),
      }),
    )
    .output(z.object({ id, code: z.string() })),
  save: procedure.input(z.object({ id, form: petitionForm })).output(z.object({ id })),
  step: procedure.input(z.object({ id, step: petitionStepInput })).output(z.object({ id })),
  /** Links a repeated mention to the first; null makes it a matter of its own. */
  link: procedure.input(z.object({ id, duplicate_of: id.nullable() })).output(z.object({ id })),
  remove: procedure.input(z.object({ id })).output(z.object({ id })),
  overdue: procedure.input(z.object({ day: isoDate })).output(z.array(petitionRecord)),
  answeredNotTold: procedure.input(z.object({ day: isoDate })).output(z.array(petitionRecord)),
  /** Open petitions whose deadline is the day or one of the six after it. */
  dueThisWeek: procedure.input(z.object({ day: isoDate })).output(z.array(petitionRecord)),
  fields: procedure.output(z.object({ fields: z.array(codeChoice), kinds: z.array(codeChoice) })),
  /** The catalogue of bodies: those in force on `on`, or all. */
  bodies: procedure.input(z.object({ on: isoDate.optional() })).output(z.array(handlingBody)),
  saveBody: procedure.input(z.object({ id: id.optional(), body: bodyForm })).output(z.object({ id })),
  /** The bodies most offices pass petitions to, those of the district until 30/6/2025; what is there already stays. */
  addUsualBodies: procedure.input(z.object({})).output(z.object({ added: z.int() })),
};

export type PetitionRecord = z.infer<typeof petitionRecord>;
export type PetitionForm = z.infer<typeof petitionForm>;
export type PetitionStep = z.infer<typeof petitionStep>;
export type PetitionStepInput = z.infer<typeof petitionStepInput>;
export type HandlingBody = z.infer<typeof handlingBody>;
