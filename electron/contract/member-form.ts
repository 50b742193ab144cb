import { z } from 'zod';
import { attendanceResult, committeePosition, gender, id, isoDate, memberHistoryKind, partialDate } from './values.ts';

const text = z.string().nullable();
const date = partialDate.nullable();

/** All that is written about a member but for statuses, which only events change. Dates may be partial. */
export const memberForm = z.object({
  full_name: z.string(),
  other_name: text,
  gender: gender.nullable(),
  birth_date: date,
  ethnicity: text,
  religion: text,
  personal_id: text,
  old_id_no: text,
  national_record_id: text,
  party_card_no: text,
  party_card_place: text,
  party_card_date: date,
  old_card_no: text,
  register_no: z.int().min(1).nullable(),
  dossier_no: text,
  birth_reg_country: text,
  birth_reg_province: text,
  birth_reg_address: text,
  home_country: text,
  home_province: text,
  home_district: text,
  home_commune: text,
  home_address: text,
  residence_country: text,
  residence_province: text,
  residence_address: text,
  phone: text,
  has_smartphone: z.boolean().nullable(),
  occupation: text,
  workplace: text,
  party_position: text,
  government_position: text,
  general_education: text,
  professional_education: text,
  professional_field: text,
  political_theory: text,
  academic_degree: text,
  academic_title: text,
  foreign_language: text,
  informatics: text,
  family_background: text,
  health: text,
  youth_union_date: date,
  enlisted_date: date,
  discharged_date: date,
  admission_decision_date: date,
  admission_date: date,
  admitted_at: text,
  sponsor_1: text,
  sponsor_2: text,
  full_member_date: date,
  recognised_at: text,
  party_age_date: date,
  party_age_reason: text,
  note: text,
});

export const memberFieldName = memberForm.keyof();

/** Something about a field: an error stops saving, a warning does not. */
const remark = z.object({ field: memberFieldName, message: z.string() });

export const memberCheck = z.object({
  errors: z.array(remark),
  warnings: z.array(remark),
  /** Others who may be the same person. */
  duplicates: z.array(z.object({ member_id: id, full_name: z.string(), cell: text, why: z.string() })),
});

export const historyEntry = z.object({
  id: id.optional(),
  kind: memberHistoryKind,
  from_date: date,
  to_date: date,
  content: z.string(),
  place: text,
  document: text,
  note: text,
});

export const relative = z.object({
  id: id.optional(),
  relation: z.string(),
  full_name: z.string(),
  birth_year: text,
  home: text,
  occupation: text,
  residence: text,
  political_activity: text,
});

export const committeePost = z.object({
  id,
  cell_id: id,
  cell: z.string(),
  position: committeePosition,
  term: text,
  decision: text,
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
  end_reason: text,
});

/** Party age (tuổi đảng) and the next badge on a day (members handbook 1.1, 1.7). */
export const partyAge = z.object({
  /** Whole years; null while no date is known. */
  years: z.int().nullable(),
  start: isoDate.nullable(),
  start_from: z.enum(['override', 'decision', 'ceremony']).nullable(),
  /** Whether the start is known to the day. */
  exact: z.boolean(),
  gap_days: z.int(),
  next_badge: z.object({ mark: z.int(), day: isoDate, round: isoDate }).nullable(),
  /** Marks reached for which no award is recorded. */
  unrecorded_badges: z.array(z.int()),
});

export const memberTask = z.object({
  id,
  meeting_id: id,
  meeting_date: isoDate.nullable(),
  content: z.string(),
  due_date: isoDate.nullable(),
  outcome: text,
  done: z.boolean().nullable(),
});

export const memberAttendance = z.object({
  meeting_id: id,
  date: isoDate.nullable(),
  cell: z.string(),
  result: attendanceResult,
  reason: text,
});

export type MemberForm = z.infer<typeof memberForm>;
export type MemberFieldName = z.infer<typeof memberFieldName>;
export type MemberCheck = z.infer<typeof memberCheck>;
export type HistoryEntry = z.infer<typeof historyEntry>;
export type Relative = z.infer<typeof relative>;
export type CommitteePost = z.infer<typeof committeePost>;
export type PartyAge = z.infer<typeof partyAge>;
