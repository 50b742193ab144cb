import type {
  CommitteePosition,
  Dated,
  Gender,
  MemberHistoryKind,
  Row,
  Standing,
  StatusKind,
  TruthValue,
} from './column-types.ts';

export interface MemberRow extends Row {
  full_name: string;
  search_key: string;
  sort_key: string;
  name_key: string;
  other_name: string | null;
  gender: Gender | null;
  birth_date: string | null;
  ethnicity: string | null;
  religion: string | null;
  home_commune: string | null;
  home_district: string | null;
  home_province: string | null;
  home_text: string | null;
  general_education: string | null;
  professional_education: string | null;
  professional_field: string | null;
  political_theory: string | null;
  admission_decision_date: string | null;
  admission_date: string | null;
  full_member_date: string | null;
  old_card_no: string | null;
  party_card_no: string | null;
  personal_id: string | null;
  old_id_no: string | null;
  national_record_id: string | null;
  phone: string | null;
  note: string | null;
}

export interface MemberStatusRow extends Row, Dated {
  member_id: string;
  cell_id: string;
  standing: Standing;
  kind: StatusKind;
  basis: string | null;
}

export interface MembershipEventRow extends Row {
  member_id: string;
  code: string;
  date: string | null;
  from_cell_id: string | null;
  to_cell_id: string | null;
  from_text: string | null;
  to_text: string | null;
  document: string | null;
  note: string | null;
}

export interface CellCommitteeMemberRow extends Row, Dated {
  organisation_id: string;
  member_id: string;
  position: CommitteePosition;
  decision: string | null;
}

/** Columns of `member_status` since version 2. */
export interface MemberStatusAdditions {
  /** The day a temporary status is to end by its paper (R23, R24); `valid_to` is the day it did. */
  expected_end: string | null;
  /** When an exemption is to be looked at again. */
  review_on: string | null;
  /** Where the member is meanwhile, or came from. */
  place: string | null;
  document: string | null;
}

/** Columns of `membership_event` since version 2 (members handbook 1.6). */
export interface MembershipEventAdditions {
  decision_number: string | null;
  decision_date: string | null;
  /** Số GTSHĐ and the day of the paper. */
  paper_number: string | null;
  paper_date: string | null;
  received_on: string | null;
  /** Month up to which dues are paid, `2024-07`. */
  dues_paid_to: string | null;
  reason: string | null;
  ends_on: string | null;
}

export interface CellCommitteeMemberAdditions {
  term_id: string | null;
  end_reason: string | null;
}

/** What the member form (mẫu 2-HSĐV) asks beyond the roster; one row a member at most. Dates may be partial. */
export interface MemberDetailRow extends Row {
  member_id: string;
  birth_reg_country: string | null;
  birth_reg_province: string | null;
  birth_reg_address: string | null;
  home_country: string | null;
  home_address: string | null;
  residence_country: string | null;
  residence_province: string | null;
  residence_address: string | null;
  party_card_place: string | null;
  party_card_date: string | null;
  /** Số SĐV: order in the cell's permanent register, never reused. */
  register_no: number | null;
  dossier_no: string | null;
  occupation: string | null;
  workplace: string | null;
  party_position: string | null;
  government_position: string | null;
  academic_degree: string | null;
  academic_title: string | null;
  foreign_language: string | null;
  informatics: string | null;
  family_background: string | null;
  health: string | null;
  youth_union_date: string | null;
  enlisted_date: string | null;
  discharged_date: string | null;
  admitted_at: string | null;
  sponsor_1: string | null;
  sponsor_2: string | null;
  recognised_at: string | null;
  /** Overrides the computed start of party age, with its reason (members handbook 1.1). */
  party_age_date: string | null;
  party_age_reason: string | null;
  has_smartphone: TruthValue | null;
}

export interface MemberHistoryRow extends Row {
  member_id: string;
  kind: MemberHistoryKind;
  from_date: string | null;
  to_date: string | null;
  content: string;
  place: string | null;
  document: string | null;
  note: string | null;
  position: number;
}

export interface MemberRelativeRow extends Row {
  member_id: string;
  relation: string;
  full_name: string;
  birth_year: string | null;
  home: string | null;
  occupation: string | null;
  residence: string | null;
  political_activity: string | null;
  position: number;
}
