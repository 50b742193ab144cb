import type { PlannedVisitState, Row, VisitorLevel } from './column-types.ts';

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
