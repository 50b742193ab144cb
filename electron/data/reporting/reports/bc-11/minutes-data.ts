import type { RuleValue } from '../../../rules/rule-values.ts';
import type { MeetingKind, OrganisationKind } from '../../../schema/column-types.ts';
import type { IsoDate, Month } from '../../../vietnamese/dates.ts';
import type { ClockTime } from '../../../vietnamese/times.ts';
import type { CellNumbers } from '../../cell-meetings.ts';

/**
 * Everything the minutes of one meeting print (BC-11). Figures are those frozen on the day of the meeting (R9).
 * null = not recorded: printed as a dotted gap to be filled by hand, never as 0.
 */
export type MinutesData = {
  cellId: string;
  /** `Chi bộ thôn 4` */
  cell: string;
  /** A committee may keep minutes as well as a cell. */
  organisationKind: OrganisationKind;
  /** The day whose names and rules hold: that of the meeting, else the last of its month. */
  day: IsoDate;
  layout: RuleValue<'minutes_layout'>;
  sections: RuleValue<'minutes_sections'>;
  /** What this kind of meeting usually deals with, printed with room to write where no agenda is recorded. */
  usualAgenda: readonly string[];
  /** To be written on by hand: dotted lines instead of gaps in sentences. */
  blank: boolean;
  /** Full members from which the cell elects a committee (R21); null = the number of full members is not known. */
  electsCommittee: boolean | null;
  kind: MinutesKind;
  period: Month;
  date: IsoDate | null;
  startedAt: ClockTime | null;
  endedAt: ClockTime | null;
  mode: 'in_person' | 'online' | 'hybrid' | null;
  /** R8: the guidance under which it was not held in one room. */
  modeGuidance: string | null;
  place: string | null;
  members: MemberCounts;
  /** Phải dự (R10). */
  due: number | null;
  present: PresentCounts;
  absentExcused: Absences;
  absentUnexcused: Absences;
  /** Guests and visiting officials; null when nothing is known about them, empty when nobody came. */
  guests: readonly Person[] | null;
  chair: Person | null;
  secretary: Person | null;
  duesAnnounced: boolean | null;
  /** Chuyên đề; its presenter gives the introductory report. */
  theme: string | null;
  presenter: string | null;
  agenda: readonly AgendaItem[];
  /** Opinions that belong to no item of the agenda. */
  opinions: readonly Opinion[];
  /** The chair's conclusion on the whole meeting. */
  conclusion: string | null;
  tasks: readonly Task[];
  /** Tasks of earlier meetings whose result was heard. */
  priorTasks: readonly PriorTask[];
  votes: readonly Vote[];
  rating: Rating;
  /** Whether the secretary read the minutes back; the standard sentence says so unless this is false. */
  readBack: boolean | null;
};

export type MinutesKind = MeetingKind;

export type MemberCounts = CellNumbers;

/** `total` without the exempt members who came: they are in `exempt` (R11). */
export type PresentCounts = {
  total: number | null;
  full: number | null;
  probationary: number | null;
  temporarilyReceived: number | null;
  exempt: number | null;
};

/** The register may count absent members without naming them. */
export type Absences = { count: number | null; people: readonly { name: string; reason: string | null }[] };

/** `capacity`: position or body, `Bí thư Chi bộ`. */
export type Person = { name: string; capacity: string | null };

export type Opinion = { speaker: string; content: string };

export type AgendaItem = {
  title: string;
  content: string | null;
  opinions: readonly Opinion[];
  conclusion: string | null;
};

export type Task = { content: string; person: string | null; dueDate: IsoDate | null };

export type PriorTask = {
  content: string;
  person: string | null;
  openingState: string | null;
  outcome: string | null;
  done: boolean | null;
};

export type Vote = {
  subject: string;
  /** Of the rule `vote_thresholds` (R19). */
  kind: string | null;
  /** By ballot, for a person: printed with the ballots in the part of elections. */
  isElection: boolean;
  inFavour: number | null;
  /** Those entitled to vote (R17). */
  base: number | null;
  against: number | null;
  other: number | null;
  /** By the threshold of its kind (R19); `unknown` prints nothing. */
  outcome: 'passed' | 'not_passed' | 'unknown';
};

export type Rating = { score: number | null; grade: 'good' | 'fair' | 'average' | 'poor' | null };
