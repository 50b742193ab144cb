import type {
  AttendanceResult,
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
