import type { CommitteePosition, Dated, Gender, Row, Standing, StatusKind } from './column-types.ts';

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
