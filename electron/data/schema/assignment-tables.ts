import type {
  AssignmentRole,
  Dated,
  OfficeLevel,
  Proration,
  QuotaCycle,
  QuotaScope,
  Row,
  TeamRole,
  TruthValue,
} from './column-types.ts';

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

/** Columns since version 2. */
export interface OfficialAdditions {
  government_position: string | null;
  level: OfficeLevel | null;
}

export interface OfficialTitleAdditions {
  party_position: string | null;
  document: string | null;
}

export interface AssignmentEntryAdditions {
  /** The quota the row follows where it does not say a number of its own. */
  quota_id: string | null;
  note: string | null;
}

export interface AssignmentAdditions {
  team_id: string | null;
  replaces_id: string | null;
  handover_note: string | null;
}

/** A regulation on who attends cell meetings (`QĐ 1120-QĐ/TU`). */
export interface RegulationRow extends Row, Dated {
  number_symbol: string;
  date: string | null;
  issuing_body: string | null;
  subject: string | null;
}

/** What a regulation asks of a title group (cells handbook 3.3). */
export interface QuotaRow extends Row {
  regulation_id: string;
  title_group: string;
  /** Visits a cycle. */
  min_visits: number;
  cycle: QuotaCycle;
  /** JSON: kinds of meetings and of events that count. */
  counted_kinds: string;
  scope: QuotaScope;
  per_cell: TruthValue;
  proration: Proration;
  note: string | null;
  position: number;
}
