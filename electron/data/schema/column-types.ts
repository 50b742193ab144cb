import type { Generated } from 'kysely';

/**
 * What the columns hold. Dates are ISO text (`2024-07-03`); a person's dates may be partial (`1990`, `1990-05`);
 * periods of meetings are months (`2024-07`); clock times `19:30`; null = unknown.
 */
export type TruthValue = 0 | 1;

/** Inclusive days; null = no known beginning or end. */
export interface Dated {
  valid_from: string | null;
  valid_to: string | null;
}

export interface Row {
  id: string;
}

/** Columns that a later migration added: a row may be written without them, they are null then. */
export type Later<T> = { [K in keyof T]: Generated<T[K]> };

export type OfficeLevel = 'province' | 'district' | 'commune';
export type Evidence = 'A' | 'B' | 'C';
export type OrganisationKind = 'committee' | 'grassroots_committee' | 'sub_committee' | 'grassroots_cell' | 'cell';
export type OrganisationEventKind = 'create' | 'rename' | 'meeting_day' | 'split' | 'merge' | 'dissolve';
export type Gender = 'male' | 'female';
export type Standing = 'full' | 'probationary';
export type StatusKind =
  | 'active'
  | 'exempt'
  | 'reduced'
  | 'temporarily_exempt'
  | 'temporarily_away'
  | 'temporarily_received'
  | 'suspended'
  | 'transferred_out'
  | 'name_removed'
  | 'withdrawn'
  | 'expelled'
  | 'deceased'
  | 'armed_forces_special_duty';
export type CommitteePosition = 'secretary' | 'deputy_secretary' | 'committee_member';
export type AssignmentRole = 'attend' | 'area_in_charge' | 'follow' | 'team_leader' | 'team_member';
export type TeamRole = 'leader' | 'deputy' | 'member';
export type MeetingKind =
  | 'regular'
  | 'thematic'
  | 'regular_with_thematic'
  | 'extraordinary'
  | 'cell_committee'
  | 'congress';
export type MeetingState = 'planned' | 'held' | 'postponed' | 'not_held';
export type MeetingMode = 'in_person' | 'online' | 'hybrid';
export type AttendanceResult = 'present' | 'absent_excused' | 'absent_unexcused' | 'not_due';
export type ScorerRole = 'self' | 'cell_committee' | 'visiting_official' | 'superior_decision';
export type Grade = 'good' | 'fair' | 'average' | 'poor';
export type VisitorLevel = 'province' | 'district' | 'commune' | 'other';
export type PlannedVisitState =
  | 'planned'
  | 'cell_notified'
  | 'attended'
  | 'missed'
  | 'rescheduled'
  | 'substitute_sent'
  | 'cancelled';
export type Severity = 'error' | 'warning' | 'info';
export type TermLevel = OfficeLevel | 'cell';
export type MemberHistoryKind = 'work' | 'training' | 'reward' | 'badge' | 'discipline' | 'abroad' | 'gap';
export type QuotaCycle = 'month' | 'quarter' | 'year';
export type QuotaScope = 'any' | 'area_in_charge' | 'list';
export type Proration = 'whole' | 'by_month';
export type VisitReportState = 'draft' | 'submitted' | 'returned' | 'accepted';
export type Authority = 'cell' | 'commune' | 'district' | 'province' | 'central';
export type PetitionState =
  | 'new'
  | 'received'
  | 'forwarded'
  | 'in_progress'
  | 'resolved'
  | 'told_back'
  | 'answered_on_the_spot'
  | 'outside_authority'
  | 'unresolved';
export type RemarkLevel = 'excellent' | 'good' | 'completed' | 'not_completed';
export type DocumentIssuer = 'committee' | 'advisory_body' | 'cell' | 'congress';
export type DocumentState = 'draft' | 'presented' | 'signed' | 'sent' | 'returned';
export type DocumentRelation = 'replaces' | 'supplements';
