import type {
  AssignmentEntryRow,
  AssignmentRow,
  DecisionRow,
  OfficialRow,
  OfficialTitleRow,
  TeamMemberRow,
  TeamRow,
} from './assignment-tables.ts';
import type {
  AgendaItemRow,
  AttendanceRow,
  GuestRow,
  MeetingRow,
  OpinionRow,
  RatingRow,
  TaskRow,
  VoteRow,
} from './meeting-tables.ts';
import type { CellCommitteeMemberRow, MemberRow, MemberStatusRow, MembershipEventRow } from './member-tables.ts';
import type {
  CodeListRow,
  ImportIssueRow,
  ImportRunRow,
  OfficeRow,
  RuleRow,
  SettingRow,
  SourceRowRow,
} from './office-tables.ts';
import type {
  MeetingDayRow,
  OrganisationCountRow,
  OrganisationEventRow,
  OrganisationRow,
  OrganisationVersionRow,
} from './organisation-tables.ts';
import type { PlannedVisitRow, VisitRow } from './visit-tables.ts';

export interface AuditTransactionTable {
  id: number;
  at: string;
  actor: string;
  action: string;
  detail: string;
  undoes: number | null;
  rows: number;
  previous_hash: string;
  hash: string;
}

export interface AuditLogTable {
  sequence: number;
  transaction_id: number;
  entity: string;
  entity_id: string;
  operation: 'insert' | 'update' | 'delete';
  before: string | null;
  after: string | null;
}

/** The tables that hold what the office knows. Every change in them is audited. */
export interface AuditedTables {
  office: OfficeRow;
  setting: SettingRow;
  rule: RuleRow;
  code_list: CodeListRow;
  organisation: OrganisationRow;
  organisation_version: OrganisationVersionRow;
  meeting_day: MeetingDayRow;
  organisation_event: OrganisationEventRow;
  organisation_count: OrganisationCountRow;
  member: MemberRow;
  member_status: MemberStatusRow;
  membership_event: MembershipEventRow;
  cell_committee_member: CellCommitteeMemberRow;
  official: OfficialRow;
  official_title: OfficialTitleRow;
  decision: DecisionRow;
  assignment_entry: AssignmentEntryRow;
  assignment: AssignmentRow;
  team: TeamRow;
  team_member: TeamMemberRow;
  meeting: MeetingRow;
  attendance: AttendanceRow;
  guest: GuestRow;
  agenda_item: AgendaItemRow;
  opinion: OpinionRow;
  vote: VoteRow;
  task: TaskRow;
  rating: RatingRow;
  visit: VisitRow;
  planned_visit: PlannedVisitRow;
  import_run: ImportRunRow;
  import_issue: ImportIssueRow;
  source_row: SourceRowRow;
}

export interface Tables extends AuditedTables {
  audit_transaction: AuditTransactionTable;
  audit_log: AuditLogTable;
}
