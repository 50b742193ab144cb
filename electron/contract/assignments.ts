import { z } from 'zod';
import { procedure } from './errors.ts';
import { assignmentRole, id, isoDate, officeLevel } from './values.ts';

const dated = { valid_from: isoDate.nullable(), valid_to: isoDate.nullable() };
const text = z.string().nullable();

export const officialRecord = z.object({
  id,
  full_name: z.string(),
  title: text,
  agency: text,
  title_group: text,
  title_group_label: text,
  phone: text,
  own_cell_id: id.nullable(),
  own_cell: text,
  valid_to: isoDate.nullable(),
});

/** A title with the days it was held; the quota follows its group (handbook R27). */
export const titleForm = z.object({
  /** null: a new row. */
  id: id.nullable(),
  title: z.string(),
  party_position: text,
  /** Code list `title_groups`. */
  title_group: text,
  document: text,
  ...dated,
});

export const officialForm = z.object({
  full_name: z.string(),
  agency: text,
  government_position: text,
  phone: text,
  level: officeLevel.nullable(),
  member_id: id.nullable(),
  own_cell_id: id.nullable(),
  note: text,
  ...dated,
  titles: z.array(titleForm),
});

export const assignmentRecord = z.object({
  id,
  official_id: id,
  official: z.string(),
  target_kind: z.enum(['cell', 'organisation']),
  target_id: id,
  target: z.string(),
  grassroots: text,
  role: assignmentRole,
  ...dated,
  /** Visits a year, for all targets of the same annex row together; null: the regulation says it. */
  min_visits: z.int().nullable(),
  entry_id: id,
  document: text,
  decision_id: id.nullable(),
  team_id: id.nullable(),
  /** The assignment of another official that this one took over. */
  replaces_id: id.nullable(),
  end_reason: text,
  handover_note: text,
});

const teamRole = z.enum(['leader', 'deputy', 'member']);

export const teamRecord = z.object({
  id,
  name: z.string(),
  area_id: id.nullable(),
  area: text,
  ...dated,
  members: z.array(z.object({ official_id: id, official: z.string(), role: teamRole })),
});

export const teamForm = z.object({
  name: z.string(),
  area_id: id.nullable(),
  ...dated,
  members: z.array(z.object({ official_id: id, role: teamRole })),
  /** Assigns every member to the area from this day on, and ends the assignments of those who left; null: leaves them. */
  assign_from: isoDate.nullable(),
});

export const decisionForm = z.object({
  number_symbol: z.string(),
  date: isoDate.nullable(),
  issuing_body: text,
  subject: text,
});
export const decisionRecord = decisionForm.extend({ id, assignments: z.int() });

export const assignForm = z.object({
  official_ids: z.array(id).min(1),
  target_ids: z.array(id).min(1),
  /** A commune stands for all its cells, each assigned by itself. */
  each_cell: z.boolean(),
  role: assignmentRole,
  /** One that is there, a new one, or none. */
  decision: z.union([z.object({ id }), decisionForm]).nullable(),
  /** Visits a year of each official over all these targets; null: as the regulation says. */
  min_visits: z.int().min(0).max(366).nullable(),
  valid_from: isoDate,
  valid_to: isoDate.nullable(),
  note: text,
});

/** What is not in order with assignments (BC-03, R28, R33). */
export const assignmentCheck = z.enum([
  'cell_without_official',
  'cell_without_own_official',
  'official_load',
  'same_day_clash',
  'out_of_scope',
  'target_ended',
  'no_title_group',
]);

export const checkRecord = z.object({
  key: z.string(),
  check: assignmentCheck,
  official_id: id.nullable(),
  official: text,
  organisation_id: id.nullable(),
  organisation: text,
  /** What is wrong, in words. */
  detail: z.string(),
  /** The cells or other targets concerned. */
  target_ids: z.array(id),
  assignment_ids: z.array(id),
});

export const officialsContract = {
  list: procedure
    .input(z.object({ as_of: isoDate.optional(), text: z.string().optional() }))
    .output(z.array(officialRecord)),
  get: procedure
    .input(z.object({ id }))
    .output(z.object({ id, form: officialForm, member: text, own_cell: text, assignments: z.array(assignmentRecord) })),
  save: procedure.input(z.object({ id: id.nullable(), form: officialForm })).output(z.object({ id })),
  /** Another title from a day on; the one held until then ends the day before (R27). */
  changeTitle: procedure.input(
    z.object({ id, title: titleForm.omit({ id: true, valid_from: true, valid_to: true }), from: isoDate }),
  ),
  /** Ends the official with titles and assignments. */
  end: procedure.input(z.object({ id, valid_to: isoDate, reason: z.string() })),

  assignments: procedure.input(z.object({ as_of: isoDate.optional() })).output(z.array(assignmentRecord)),
  assign: procedure.input(assignForm).output(z.object({ created: z.int(), decision_id: id.nullable() })),
  endAssignments: procedure.input(z.object({ ids: z.array(id).min(1), valid_to: isoDate, reason: z.string() })),
  /** Another official takes the assignments over from a day on. */
  handOver: procedure.input(
    z.object({
      ids: z.array(id).min(1),
      official_id: id,
      from: isoDate,
      reason: z.string(),
      handover_note: text,
    }),
  ),
  checks: procedure.input(z.object({ as_of: isoDate.optional() })).output(z.array(checkRecord)),

  decisions: procedure.output(z.array(decisionRecord)),
  saveDecision: procedure.input(z.object({ id, form: decisionForm })),

  teams: procedure.input(z.object({ as_of: isoDate.optional() })).output(z.array(teamRecord)),
  saveTeam: procedure.input(z.object({ id: id.nullable(), form: teamForm })).output(z.object({ id })),
  endTeam: procedure.input(z.object({ id, valid_to: isoDate, reason: z.string() })),
};

export type OfficialRecord = z.infer<typeof officialRecord>;
export type OfficialForm = z.infer<typeof officialForm>;
export type TitleForm = z.infer<typeof titleForm>;
export type AssignmentRecord = z.infer<typeof assignmentRecord>;
export type AssignForm = z.infer<typeof assignForm>;
export type AssignmentCheck = z.infer<typeof assignmentCheck>;
export type CheckRecord = z.infer<typeof checkRecord>;
export type DecisionForm = z.infer<typeof decisionForm>;
export type DecisionRecord = z.infer<typeof decisionRecord>;
export type TeamRecord = z.infer<typeof teamRecord>;
export type TeamForm = z.infer<typeof teamForm>;
