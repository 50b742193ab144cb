import { z } from 'zod';
import { procedure } from './errors.ts';
import { clockTime, id, isoDate, organisationKind } from './values.ts';

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

const text = z.string().trim();
const someText = text.nullable();
const monthDay = z.int().min(1).max(31);
const span = { valid_from: isoDate.nullable(), valid_to: isoDate.nullable() };

/** What an organisation is called and where it stands on a day. */
export const organisationFacts = z.object({
  name: text.min(1),
  short_name: someText,
  parent_id: id.nullable(),
  /** Code list `cell_types`. */
  cell_type: z.string().nullable(),
  is_residential: z.boolean().nullable(),
  /** Code list `difficulty_flags`. */
  difficulty_flags: z.array(z.string()),
  area: someText,
  phone: someText,
  note: someText,
  /** HD 42: a small cell's own minimum, minutes. */
  own_min_minutes: z.int().positive().nullable(),
  default_time: clockTime.nullable(),
  default_place: someText,
});

const newOrganisation = z.object({
  kind: organisationKind,
  facts: organisationFacts,
  /** null: the general day of the time (handbook R2). */
  meeting_day: monthDay.nullable(),
});

/** What becomes of assignments to an organisation that closes. */
const assignmentsThen = z.object({
  assignments: z.enum(['carry', 'end']),
  end_reason: someText,
});

const changed = z.object({ id });

/** What is not as it should be with a cell (handbook R21). */
export const sizeFlag = z.object({
  organisation_id: id,
  name: z.string(),
  parent: z.string().nullable(),
  code: z.enum(['too_few_full_members', 'needs_cell_committee']),
  full_members: z.int(),
  message: z.string(),
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
      facts: organisationFacts,
      names: z.array(z.object({ name: z.string(), parent: z.string().nullable(), ...span })),
      meeting_days: z.array(
        z.object({ day: z.int(), document: z.string().nullable(), reason: z.string().nullable(), ...span }),
      ),
      meeting_day_exceptions: z.array(
        z.object({
          id,
          day: z.int(),
          approval_document: z.string().nullable(),
          reason: z.string().nullable(),
          ...span,
        }),
      ),
      /** The day set for all cells, where the cell has none of its own. */
      general_day: z.int().nullable(),
      events: z.array(
        z.object({
          id,
          date: isoDate,
          kind: z.string(),
          detail: z.string(),
          document: z.string().nullable(),
          other_id: id.nullable(),
          other: z.string().nullable(),
        }),
      ),
      committee: z.array(
        z.object({
          member_id: id,
          full_name: z.string(),
          position: z.string(),
          valid_from: isoDate.nullable(),
          decision: z.string().nullable(),
        }),
      ),
      officials: z.array(
        z.object({ official_id: id, full_name: z.string(), title: z.string().nullable(), role: z.string() }),
      ),
      flags: z.array(sizeFlag),
    }),
  ),
  /** Cells with too few full members, or with enough for a committee they do not have (handbook R21). */
  sizeFlags: procedure.input(z.object({ as_of: isoDate.optional() })).output(z.array(sizeFlag)),
  create: procedure.input(newOrganisation.extend({ valid_from: isoDate, document: someText })).output(changed),
  /** New facts from a day; `from` null corrects what was written wrongly, without a change in time. */
  change: procedure
    .input(z.object({ id, facts: organisationFacts, from: isoDate.nullable(), document: someText }))
    .output(changed),
  /** `day` null: from then on the general day. */
  setMeetingDay: procedure
    .input(z.object({ id, day: monthDay.nullable(), from: isoDate, document: someText, reason: someText }))
    .output(changed),
  /** An approved other day for a time (handbook R3). */
  approveMeetingDay: procedure
    .input(
      z.object({
        id,
        day: monthDay,
        valid_from: isoDate,
        valid_to: isoDate,
        approval_document: someText,
        reason: text.min(1),
      }),
    )
    .output(changed),
  removeMeetingDayException: procedure.input(z.object({ exception_id: id })).output(changed),
  /** From `date` the sources are one: a new organisation, or one of them that stays. */
  merge: procedure
    .input(
      assignmentsThen.extend({
        sources: z.array(id).min(1),
        into: z.union([z.object({ existing: id }), z.object({ created: newOrganisation })]),
        date: isoDate,
        document: someText,
      }),
    )
    .output(changed),
  /** From `date` the parts are by themselves; without `keep` the source closes and the rest goes to the first part. */
  split: procedure
    .input(
      assignmentsThen.extend({
        source: id,
        keep: z.boolean(),
        parts: z.array(z.object({ created: newOrganisation, member_ids: z.array(id), child_ids: z.array(id) })).min(1),
        date: isoDate,
        document: someText,
      }),
    )
    .output(changed),
  /** Not in force from `date`; what it still has goes to `move_to`. */
  dissolve: procedure
    .input(assignmentsThen.extend({ id, move_to: id.nullable(), date: isoDate, document: someText }))
    .output(changed),
  /** The change of 1 July 2025 (handbook section 7): old units close on the eve of `date`, successors begin. */
  convert: procedure
    .input(
      assignmentsThen.extend({
        date: isoDate,
        document: someText,
        office: z.object({
          level: z.enum(['province', 'district', 'commune']),
          name: text.min(1),
          superior: text.min(1),
          place: text.min(1),
        }),
        /** Under the new organisation, each from old units. */
        units: z.array(z.object({ name: text.min(1), sources: z.array(id).min(1) })),
        /** What is under these stands directly under the new organisation. */
        absorbed: z.array(id),
        /** These go to another office, with all that is under them. */
        leaving: z.array(id),
      }),
    )
    .output(changed),
};

export type OrganisationRecord = z.infer<typeof organisationRecord>;
export type OrganisationFacts = z.infer<typeof organisationFacts>;
export type NewOrganisation = z.infer<typeof newOrganisation>;
export type AssignmentsThen = z.infer<typeof assignmentsThen>;
export type SizeFlag = z.infer<typeof sizeFlag>;
