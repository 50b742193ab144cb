import type { AssignmentRole, Dated, Row, TeamRole } from './column-types.ts';

export interface OfficialRow extends Row, Dated {
  full_name: string;
  search_key: string;
  sort_key: string;
  name_key: string;
  member_id: string | null;
  own_cell_id: string | null;
  agency: string | null;
  phone: string | null;
  note: string | null;
}

export interface OfficialTitleRow extends Row, Dated {
  official_id: string;
  title: string;
  title_group: string | null;
}

export interface DecisionRow extends Row {
  number_symbol: string;
  date: string | null;
  issuing_body: string | null;
  subject: string | null;
}

/** One row of an assignment annex: the quota counts over all its targets together (handbook R27, R28). */
export interface AssignmentEntryRow extends Row, Dated {
  official_id: string;
  decision_id: string | null;
  title: string | null;
  title_group: string | null;
  /** Visits a year. */
  min_visits: number | null;
}

export interface AssignmentRow extends Row, Dated {
  entry_id: string;
  official_id: string;
  target_id: string;
  role: AssignmentRole;
  end_reason: string | null;
}

export interface TeamRow extends Row, Dated {
  name: string;
  area_id: string | null;
  decision_id: string | null;
}

export interface TeamMemberRow extends Row {
  team_id: string;
  official_id: string;
  role: TeamRole;
}
