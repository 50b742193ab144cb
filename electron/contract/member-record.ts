import { z } from 'zod';
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
  /** Left with a transfer paper, and no receipt has come back (R25): on no attendance list. */
  in_transit: z.boolean(),
  position: z.string().nullable(),
});

export type MemberRecord = z.infer<typeof memberRecord>;
