import type {
  AssignmentAdditions,
  AssignmentEntryAdditions,
  AssignmentEntryRow,
  AssignmentRow,
  DecisionRow,
  OfficialAdditions,
  OfficialRow,
  OfficialTitleAdditions,
  OfficialTitleRow,
  QuotaRow,
  RegulationRow,
  TeamMemberRow,
  TeamRow,
} from './assignment-tables.ts';
import type { Later } from './column-types.ts';
import type {
  DataPackageRow,
  LearntValueRow,
  PackageContentTable,
  PackageIdentityRow,
  RememberedSheetRow,
} from './exchange-tables.ts';
import type {
  DocumentTextRow,
  FrozenFiguresTable,
  FrozenReportAdditions,
  FrozenReportRow,
  IssuedDocumentRow,
  ReportLayoutRow,
} from './issuing-tables.ts';
import type {
  AgendaItemRow,
  AttendanceAdditions,
  AttendanceRow,
  GuestAdditions,
  GuestRow,
  MeetingAdditions,
  MeetingPreparationRow,
  MeetingRow,
  OpinionRow,
  RatingAdditions,
  RatingRow,
  TaskAdditions,
  TaskRow,
  ThematicPlanRow,
  ThemeRow,
  VoteAdditions,
  VoteRow,
} from './meeting-tables.ts';
import type {
  CellCommitteeMemberAdditions,
  CellCommitteeMemberRow,
  MemberDetailRow,
  MemberHistoryRow,
  MemberRelativeRow,
  MemberRow,
  MemberStatusAdditions,
  MemberStatusRow,
  MembershipEventAdditions,
  MembershipEventRow,
} from './member-tables.ts';
import type {
  AttachmentContentTable,
  AttachmentRow,
  CodeListRow,
  ImportIssueRow,
  ImportRunRow,
  OfficeRow,
  RuleRow,
  SettingRow,
  SourceRowRow,
  TermRow,
} from './office-tables.ts';
import type {
  MeetingDayAdditions,
  MeetingDayExceptionRow,
  MeetingDayRow,
  OrganisationCountRow,
  OrganisationEventRow,
  OrganisationRow,
  OrganisationVersionAdditions,
  OrganisationVersionRow,
} from './organisation-tables.ts';
import type { HandedOverRow, OfficeUserRow } from './people-tables.ts';
import type { HandlingBodyRow, PetitionRow, YearlyRemarkRow } from './petition-tables.ts';
import type { PeriodGradeRow, RatingItemRow, ScoringSheetRow } from './rating-tables.ts';
import type {
  EventRow,
  EventVisitRow,
  PlannedVisitAdditions,
  PlannedVisitRow,
  VisitAdditions,
  VisitReportRow,
  VisitRow,
} from './visit-tables.ts';

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
  organisation_version: OrganisationVersionRow & Later<OrganisationVersionAdditions>;
  meeting_day: MeetingDayRow & Later<MeetingDayAdditions>;
  organisation_event: OrganisationEventRow;
  organisation_count: OrganisationCountRow;
  member: MemberRow;
  member_status: MemberStatusRow & Later<MemberStatusAdditions>;
  membership_event: MembershipEventRow & Later<MembershipEventAdditions>;
  cell_committee_member: CellCommitteeMemberRow & Later<CellCommitteeMemberAdditions>;
  official: OfficialRow & Later<OfficialAdditions>;
  official_title: OfficialTitleRow & Later<OfficialTitleAdditions>;
  decision: DecisionRow;
  assignment_entry: AssignmentEntryRow & Later<AssignmentEntryAdditions>;
  assignment: AssignmentRow & Later<AssignmentAdditions>;
  team: TeamRow;
  team_member: TeamMemberRow;
  meeting: MeetingRow & Later<MeetingAdditions>;
  attendance: AttendanceRow & Later<AttendanceAdditions>;
  guest: GuestRow & Later<GuestAdditions>;
  agenda_item: AgendaItemRow;
  opinion: OpinionRow;
  vote: VoteRow & Later<VoteAdditions>;
  task: TaskRow & Later<TaskAdditions>;
  rating: RatingRow & Later<RatingAdditions>;
  visit: VisitRow & Later<VisitAdditions>;
  planned_visit: PlannedVisitRow & Later<PlannedVisitAdditions>;
  term: TermRow;
  attachment: AttachmentRow;
  meeting_day_exception: MeetingDayExceptionRow;
  member_detail: MemberDetailRow;
  member_history: MemberHistoryRow;
  member_relative: MemberRelativeRow;
  regulation: RegulationRow;
  quota: QuotaRow;
  event: EventRow;
  event_visit: EventVisitRow;
  visit_report: VisitReportRow;
  handling_body: HandlingBodyRow;
  petition: PetitionRow;
  yearly_remark: YearlyRemarkRow;
  theme: ThemeRow;
  thematic_plan: ThematicPlanRow;
  meeting_preparation: MeetingPreparationRow;
  scoring_sheet: ScoringSheetRow;
  rating_item: RatingItemRow;
  period_grade: PeriodGradeRow;
  issued_document: IssuedDocumentRow;
  document_text: DocumentTextRow;
  report_layout: ReportLayoutRow;
  frozen_report: FrozenReportRow & Later<FrozenReportAdditions>;
  import_run: ImportRunRow;
  import_issue: ImportIssueRow;
  source_row: SourceRowRow;
  remembered_sheet: RememberedSheetRow;
  learnt_value: LearntValueRow;
  data_package: DataPackageRow;
  package_identity: PackageIdentityRow;
  office_user: OfficeUserRow;
  handed_over: HandedOverRow;
}

export interface Tables extends AuditedTables {
  audit_transaction: AuditTransactionTable;
  audit_log: AuditLogTable;
  /** Bytes beside audited rows of `attachment`. */
  attachment_content: AttachmentContentTable;
  /** Figures and their rows beside audited rows of `frozen_report`. */
  frozen_figures: FrozenFiguresTable;
  /** Ids of what a package holds, beside audited rows of `data_package`. */
  package_content: PackageContentTable;
}
