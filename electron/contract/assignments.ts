import { z } from 'zod';
import { procedure } from './errors.ts';
import { assignmentRole, id, isoDate } from './values.ts';

export const officialRecord = z.object({
  id,
  full_name: z.string(),
  title: z.string().nullable(),
  agency: z.string().nullable(),
  title_group: z.string().nullable(),
  title_group_label: z.string().nullable(),
  phone: z.string().nullable(),
  own_cell_id: id.nullable(),
  own_cell: z.string().nullable(),
});

export const assignmentRecord = z.object({
  id,
  official_id: id,
  official: z.string(),
  target_kind: z.enum(['cell', 'organisation']),
  target_id: id,
  target: z.string(),
  grassroots: z.string().nullable(),
  role: assignmentRole,
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
  /** Visits a year, for all targets of the same annex row together. */
  min_visits: z.int().nullable(),
  entry_id: id,
  document: z.string().nullable(),
});

export const teamRecord = z.object({
  id,
  name: z.string(),
  area: z.string().nullable(),
  members: z.array(z.object({ official_id: id, official: z.string(), role: z.enum(['leader', 'deputy', 'member']) })),
});

export const officialsContract = {
  list: procedure
    .input(z.object({ as_of: isoDate.optional(), text: z.string().optional() }))
    .output(z.array(officialRecord)),
  assignments: procedure.input(z.object({ as_of: isoDate.optional() })).output(z.array(assignmentRecord)),
  teams: procedure.input(z.object({ as_of: isoDate.optional() })).output(z.array(teamRecord)),
};

export type OfficialRecord = z.infer<typeof officialRecord>;
export type AssignmentRecord = z.infer<typeof assignmentRecord>;
export type TeamRecord = z.infer<typeof teamRecord>;
