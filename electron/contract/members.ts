import { z } from 'zod';
import { procedure } from './errors.ts';
import { gender, id, isoDate, partialDate, standing, statusKind } from './values.ts';

export const memberRecord = z.object({
  id,
  full_name: z.string(),
  gender: gender.nullable(),
  birth_date: partialDate.nullable(),
  ethnicity: z.string().nullable(),
  ethnicity_label: z.string().nullable(),
  religion: z.string().nullable(),
  religion_label: z.string().nullable(),
  home_commune: z.string().nullable(),
  home_district: z.string().nullable(),
  home_province: z.string().nullable(),
  general_education: z.string().nullable(),
  general_education_label: z.string().nullable(),
  professional_education: z.string().nullable(),
  professional_education_label: z.string().nullable(),
  political_theory: z.string().nullable(),
  political_theory_label: z.string().nullable(),
  admission_date: partialDate.nullable(),
  full_member_date: partialDate.nullable(),
  old_card_no: z.string().nullable(),
  party_card_no: z.string().nullable(),
  personal_id: z.string().nullable(),
  national_record_id: z.string().nullable(),
  cell_id: id.nullable(),
  cell: z.string().nullable(),
  grassroots: z.string().nullable(),
  standing: standing.nullable(),
  status: statusKind.nullable(),
  status_since: isoDate.nullable(),
  counted: z.boolean(),
  position: z.string().nullable(),
});

export const memberSort = z.enum(['name', 'birth_date', 'admission_date', 'cell']);

export const memberQuery = z.object({
  as_of: isoDate.optional(),
  /** Words in the name or a card number, without diacritics. */
  text: z.string().optional(),
  /** A cell, or an organisation with all cells under it. */
  organisation_id: id.optional(),
  status: statusKind.optional(),
  standing: standing.optional(),
  gender: gender.optional(),
  /** Only those in the membership (default), or everybody ever recorded. */
  counted_only: z.boolean().optional(),
  sort: memberSort.optional(),
  descending: z.boolean().optional(),
});

export const membersContract = {
  list: procedure.input(memberQuery).output(z.array(memberRecord)),
  /** Ids in order, and the counts under the list. The rows are fetched by id as they come into view. */
  ids: procedure.input(memberQuery).output(
    z.object({
      ids: z.array(id),
      counts: z.object({ total: z.int(), women: z.int(), probationary: z.int(), exempt: z.int() }),
    }),
  ),
  rows: procedure
    .input(z.object({ ids: z.array(id).max(500), as_of: isoDate.optional() }))
    .output(z.array(memberRecord)),
  get: procedure.input(z.object({ id, as_of: isoDate.optional() })).output(
    z.object({
      member: memberRecord,
      home_text: z.string().nullable(),
      professional_field: z.string().nullable(),
      note: z.string().nullable(),
      /** What happened, newest first, in words. */
      timeline: z.array(z.object({ date: partialDate.nullable(), text: z.string() })),
      sources: z.array(z.object({ file: z.string(), sheet: z.string(), row: z.int() })),
    }),
  ),
};

export type MemberRecord = z.infer<typeof memberRecord>;
export type MemberQuery = z.infer<typeof memberQuery>;
