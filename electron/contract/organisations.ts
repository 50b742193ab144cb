import { z } from 'zod';
import { procedure } from './errors.ts';
import { id, isoDate, organisationKind } from './values.ts';

export const organisationRecord = z.object({
  id,
  name: z.string(),
  kind: organisationKind,
  parent_id: id.nullable(),
  parent: z.string().nullable(),
  cell_type: z.string().nullable(),
  cell_type_label: z.string().nullable(),
  is_residential: z.boolean().nullable(),
  meeting_day: z.int().nullable(),
  difficulty_flags: z.array(z.string()),
  secretary: z.string().nullable(),
  /** Members counted on the day (without those temporarily received), and those of them who are exempt. */
  members: z.int(),
  exempt: z.int(),
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
});

export const organisationsContract = {
  /** Organisations in force on the day, in the order of the office's own list; with `all`, also those of the past. */
  list: procedure
    .input(z.object({ as_of: isoDate.optional(), all: z.boolean().optional() }))
    .output(z.array(organisationRecord)),
  /** One organisation with its names and set days over time and what happened to it. */
  get: procedure.input(z.object({ id, as_of: isoDate.optional() })).output(
    z.object({
      organisation: organisationRecord,
      names: z.array(z.object({ name: z.string(), valid_from: isoDate.nullable(), valid_to: isoDate.nullable() })),
      meeting_days: z.array(z.object({ day: z.int(), valid_from: isoDate.nullable(), valid_to: isoDate.nullable() })),
      events: z.array(z.object({ date: isoDate, detail: z.string(), document: z.string().nullable() })),
      committee: z.array(z.object({ member_id: id, full_name: z.string(), position: z.string() })),
      officials: z.array(
        z.object({ official_id: id, full_name: z.string(), title: z.string().nullable(), role: z.string() }),
      ),
    }),
  ),
};

export type OrganisationRecord = z.infer<typeof organisationRecord>;
