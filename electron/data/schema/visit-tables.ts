import type { Grade, PlannedVisitState, Row, VisitorLevel, VisitReportState } from './column-types.ts';

export interface VisitRow extends Row {
  meeting_id: string;
  /** Null when the visitor is on no list of officials. */
  official_id: string | null;
  name: string;
  name_key: string;
  title: string | null;
  level: VisitorLevel | null;
  on_behalf_of_id: string | null;
  on_behalf_of_name: string | null;
}

export interface PlannedVisitRow extends Row {
  official_id: string;
  period: string;
  /** Null: any cell the official is assigned to. */
  cell_id: string | null;
  typed: string | null;
  state: PlannedVisitState;
  reason: string | null;
  substitute_id: string | null;
  substitute_name: string | null;
  rescheduled_to: string | null;
  visit_id: string | null;
  report_submitted_on: string | null;
  note: string | null;
}

/** Columns since version 2. */
export interface VisitAdditions {
  arrived_at: string | null;
  left_at: string | null;
  note: string | null;
}

export interface PlannedVisitAdditions {
  planned_date: string | null;
  assignment_id: string | null;
  /** Code list `missed_reasons` (handbook R34). */
  reason_code: string | null;
}

/** An occasion other than a cell meeting: a meeting of the commune committee, a working day in a village. */
export interface EventRow extends Row {
  /** Code list `event_kinds`. */
  kind: string;
  organisation_id: string;
  date: string;
  place: string | null;
  content: string | null;
}

export interface EventVisitRow extends Row {
  event_id: string;
  official_id: string;
  note: string | null;
}

/** Báo cáo kết quả dự (BC-01): the four duties are its blocks. */
export interface VisitReportRow extends Row {
  visit_id: string;
  number: string | null;
  date_made: string | null;
  due_date: string | null;
  submitted_on: string | null;
  observed: string | null;
  conveyed: string | null;
  proposed: string | null;
  difficulties: string | null;
  strengths: string | null;
  weaknesses: string | null;
  lessons: string | null;
  own_proposals: string | null;
  proposed_grade: Grade | null;
  state: VisitReportState;
  returned_on: string | null;
  returned_reason: string | null;
  accepted_on: string | null;
}
