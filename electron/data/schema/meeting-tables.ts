import type {
  AttendanceResult,
  Dated,
  Grade,
  MeetingKind,
  MeetingMode,
  MeetingState,
  Row,
  ScorerRole,
  Standing,
  StatusKind,
  TruthValue,
} from './column-types.ts';

export interface MeetingRow extends Row {
  cell_id: string;
  period: string;
  /** Null when the month has no meeting. */
  kind: MeetingKind | null;
  state: MeetingState;
  date: string | null;
  started_at: string | null;
  ended_at: string | null;
  mode: MeetingMode | null;
  place: string | null;
  chair: string | null;
  secretary: string | null;
  members_total: number | null;
  full_members: number | null;
  probationary: number | null;
  exempt: number | null;
  working_away: number | null;
  temporarily_away: number | null;
  temporarily_received: number | null;
  suspended: number | null;
  due: number | null;
  /** Without exempt members who came: they are in `present_exempt` (handbook R11). */
  present: number | null;
  present_exempt: number | null;
  absent_excused: number | null;
  absent_unexcused: number | null;
  theme: string | null;
  presenter: string | null;
  other_day_reason: string | null;
  other_day_approved: TruthValue | null;
  not_held_reason: string | null;
  conclusion: string | null;
  resolution_number: string | null;
  dues_announced: TruthValue | null;
  note: string | null;
}

export interface AttendanceRow extends Row {
  meeting_id: string;
  member_id: string | null;
  name: string;
  standing_then: Standing | null;
  status_then: StatusKind | null;
  result: AttendanceResult;
  reason: string | null;
  late_or_left_early: TruthValue | null;
  position: number;
}

export interface GuestRow extends Row {
  meeting_id: string;
  name: string;
  capacity: string | null;
  position: number;
}

export interface AgendaItemRow extends Row {
  meeting_id: string;
  position: number;
  title: string;
  content: string | null;
  conclusion: string | null;
}

export interface OpinionRow extends Row {
  meeting_id: string;
  agenda_item_id: string | null;
  position: number;
  speaker: string;
  content: string;
}

export interface VoteRow extends Row {
  meeting_id: string;
  position: number;
  subject: string;
  base: number | null;
  in_favour: number | null;
  against: number | null;
  other: number | null;
}

export interface TaskRow extends Row {
  meeting_id: string;
  position: number;
  content: string;
  person: string | null;
  due_date: string | null;
  outcome: string | null;
  done: TruthValue | null;
}

export interface RatingRow extends Row {
  meeting_id: string;
  scorer_role: ScorerRole;
  total: number | null;
  grade: Grade | null;
  note: string | null;
}

/** Columns since version 2. */
export interface MeetingAdditions {
  thematic_plan_id: string | null;
}

export interface AttendanceAdditions {
  online: TruthValue | null;
  spoke: TruthValue | null;
  opinion_count: number | null;
}

export interface GuestAdditions {
  official_id: string | null;
}

export interface VoteAdditions {
  /** Kind of the rule `vote_thresholds` (handbook R19). */
  kind: string | null;
  probationary_voted: TruthValue | null;
}

export interface TaskAdditions {
  member_id: string | null;
  opening_state: string | null;
  /** The later meeting in which the result was heard. */
  result_meeting_id: string | null;
}

export interface RatingAdditions {
  scoring_sheet_id: string | null;
  scorer: string | null;
  official_id: string | null;
  rated_on: string | null;
  votes_for: number | null;
  votes_total: number | null;
  /** Of a checklist without points. */
  result: 'meets' | 'does_not_meet' | null;
  weaknesses: string | null;
}

/** How the meeting was prepared and followed up: what scoring sheets ask (cells handbook 5.7); one row a meeting at most. */
export interface MeetingPreparationRow extends Row {
  meeting_id: string;
  cell_committee_met_before: TruthValue | null;
  cell_committee_met_on: string | null;
  members_notified: TruthValue | null;
  superior_notified_on: string | null;
  documents_posted_on: string | null;
  documents_on_app: TruthValue | null;
  minutes_posted_on: string | null;
  /** Minutes of breaks, taken off the duration. */
  break_minutes: number | null;
  /** Members who spoke, where only counts are known. */
  speakers: number | null;
  prior_tasks_set: number | null;
  prior_tasks_met: number | null;
  /** R8: the guidance under which the meeting was online. */
  mode_guidance: string | null;
}

/** Catalogue of themes; one may be compulsory for a year and a quarter. */
export interface ThemeRow extends Row, Dated {
  title: string;
  search_key: string;
  required_by: string | null;
  required_year: number | null;
  required_quarter: number | null;
  /** JSON list; empty = every cell type. */
  cell_types: string;
}

export interface ThematicPlanRow extends Row {
  cell_id: string;
  year: number;
  quarter: number;
  theme_id: string | null;
  title: string;
  preparer: string | null;
  preparer_id: string | null;
  planned_month: string | null;
  required_by: string | null;
  note: string | null;
  position: number;
}
