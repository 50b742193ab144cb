import type { Grade, MeetingKind } from '../../schema/column-types.ts';
import type { IsoDate, Month } from '../../vietnamese/dates.ts';
import type { ClockTime } from '../../vietnamese/times.ts';
import type { SheetRow } from '../recognise/sheet-row.ts';
import type { SheetContext } from '../sheet-context.ts';
import type { MeetingNote } from '../values/meeting-notes.ts';
import type { VisitorMention } from '../values/visitors.ts';

/** The counts of a register row, as typed. `present` is without exempt members who came. */
export interface MeetingCounts {
  membersTotal: number | null;
  exempt: number | null;
  workingAway: number | null;
  due: number | null;
  present: number | null;
  absentExcused: number | null;
  absentUnexcused: number | null;
}

/** What only a form of the office asks: which cell by its id, and counts that registers have no column for. */
export interface ReturnedLine {
  cellId: string;
  fullMembers: number | null;
  probationary: number | null;
  temporarilyAway: number | null;
  resolutionNumber: string | null;
}

/** One row of a meeting register: a meeting, or a month without one. */
export interface MeetingDraft {
  row: SheetRow;
  /** The group heading above: the committee of the cell. */
  committee: string | null;
  /** null: the sheet's own. */
  cell: string | null;
  period: Month;
  held: boolean;
  kind: MeetingKind | null;
  date: IsoDate | null;
  startedAt: ClockTime | null;
  endedAt: ClockTime | null;
  counts: MeetingCounts;
  theme: string | null;
  score: number | null;
  grade: Grade | null;
  note: string | null;
  remarks: MeetingNote;
  visitors: VisitorMention[];
  /** Of a form that came back; null for a register. */
  returned: ReturnedLine | null;
}

export interface MeetingSheetDraft {
  context: SheetContext;
  rows: MeetingDraft[];
}
