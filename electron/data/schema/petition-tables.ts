import type { Authority, Dated, PetitionState, RemarkLevel, Row } from './column-types.ts';

/** A body that answers petitions, while it exists (handbook R39). */
export interface HandlingBodyRow extends Row, Dated {
  name: string;
  search_key: string;
  sort_key: string;
  authority: Authority | null;
  successor_id: string | null;
}

export interface PetitionRow extends Row {
  code: string;
  cell_id: string;
  meeting_id: string | null;
  visit_id: string | null;
  date: string | null;
  raised_by: string | null;
  raised_by_member_id: string | null;
  content: string;
  search_key: string;
  /** Code list `petition_kinds`. */
  kind: string | null;
  /** Code list `petition_fields`. */
  field: string | null;
  authority: Authority | null;
  responsible_body_id: string | null;
  received_on: string | null;
  forwarded_on: string | null;
  forward_document: string | null;
  due_date: string | null;
  state: PetitionState;
  answered_on: string | null;
  reply_document: string | null;
  outcome: string | null;
  unresolved_reason: string | null;
  cell_told_on: string | null;
  /** The first mention of the same matter (R37). */
  duplicate_of_id: string | null;
  note: string | null;
}

/** A committee's yearly word on an official who follows it (QĐ 1390-QĐ/TU). */
export interface YearlyRemarkRow extends Row {
  official_id: string;
  committee_id: string;
  year: number;
  grasped: string | null;
  guided: string | null;
  resolved: string | null;
  proposals: string | null;
  relations: string | null;
  weaknesses: string | null;
  level: RemarkLevel | null;
  document: string | null;
  sent_on: string | null;
  note: string | null;
}
